// “Something is wrong”: what a learner writes to the desk about an award, by when it is answered, and the answer.
// Both are encrypted with the learner's secret. Officers answer with `answerTicket`.

import { z } from 'zod'
import type { House } from '../house.ts'
import { readAward } from '../issue/award-content.ts'
import { mailOfLearner } from '../issue/learner-mail.ts'
import { claimLink, wordsFor } from '../issue/store-award.ts'
import { queueLetters, uuid } from '../mail/letters.ts'
import { record } from '../store/audit.ts'
import { openSecret, type Secret } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'

export const ticketSubjects = ['name', 'result', 'not-mine', 'data', 'other'] as const
export type TicketSubject = (typeof ticketSubjects)[number]

/** Art. 12(3) GDPR gives a month; a learner who applies for work does not have one. */
const daysToAnswer = 14
export const longestTicket = 4000
/** Open ones an award may have: a button is not for flooding a desk. */
const openAtOnce = 5

const contentSchema = z.object({ about: z.enum(ticketSubjects), text: z.string() })

export interface Ticket {
  readonly id: string
  readonly award: string
  readonly about: TicketSubject
  readonly text: string
  readonly openedAt: Date
  readonly dueAt: Date
  readonly answer?: string
  readonly answeredAt?: Date
}

export interface NewTicket {
  readonly award: string
  readonly about: TicketSubject
  readonly text: string
}

/** @returns its id, or undefined where too many wait already. */
export async function openTicket(
  tx: Tx,
  house: Pick<House, 'clock' | 'random'>,
  organisation: string,
  secret: Secret,
  { award, about, text }: NewTicket,
): Promise<string | undefined> {
  const waiting = await tx
    .selectFrom('ticket')
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', award)
    .where('state', '=', 'open')
    .select('id')
    .execute()
  if (waiting.length >= openAtOnce) return undefined
  const id = uuid(house.random)
  const now = house.clock.now()
  await tx
    .insertInto('ticket')
    .values({
      organisation_id: organisation,
      id,
      award_id: award,
      content: secret.seal(
        Buffer.from(JSON.stringify({ about, text } satisfies z.infer<typeof contentSchema>)),
        'ticket',
        'content',
        id,
      ),
      answer: null,
      opened_at: now,
      due_at: new Date(now.getTime() + daysToAnswer * 86_400_000),
      answered_by: null,
      answered_at: null,
    })
    .execute()
  await record(house, tx, organisation, {
    actor: 'learner',
    action: 'ticket opened',
    subject: `ticket:${id}`,
    details: { award, about },
  })
  return id
}

/** Of an award, the newest first. */
export async function ticketsOf(
  tx: Tx,
  organisation: string,
  secret: Secret,
  award: string,
): Promise<readonly Ticket[]> {
  const rows = await tx
    .selectFrom('ticket')
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', award)
    .selectAll()
    .orderBy('opened_at', 'desc')
    .execute()
  return rows.map((row) => readTicket(secret, row))
}

interface Row {
  readonly id: string
  readonly award_id: string
  readonly content: Uint8Array
  readonly answer: Uint8Array | null
  readonly opened_at: Date
  readonly due_at: Date
  readonly answered_at: Date | null
}

function readTicket(secret: Secret, row: Row): Ticket {
  const text = (bytes: Uint8Array, column: string) =>
    Buffer.from(secret.open(bytes, 'ticket', column, row.id)).toString('utf8')
  return {
    id: row.id,
    award: row.award_id,
    ...contentSchema.parse(JSON.parse(text(row.content, 'content'))),
    openedAt: row.opened_at,
    dueAt: row.due_at,
    ...(row.answer === null ? {} : { answer: text(row.answer, 'answer') }),
    ...(row.answered_at === null ? {} : { answeredAt: row.answered_at }),
  }
}

/** One ticket for the desk. Throws `Erased`. */
export async function ticketForDesk(
  house: Pick<House, 'vault' | 'random'>,
  tx: Tx,
  organisation: string,
  id: string,
): Promise<(Ticket & { readonly secret: Secret }) | undefined> {
  const row = await tx
    .selectFrom('ticket')
    .innerJoin('award', (on) =>
      on
        .onRef('award.organisation_id', '=', 'ticket.organisation_id')
        .onRef('award.id', '=', 'ticket.award_id'),
    )
    .where('ticket.organisation_id', '=', organisation)
    .where('ticket.id', '=', id)
    .selectAll('ticket')
    .select('award.secret_id')
    .executeTakeFirst()
  if (row === undefined) return undefined
  const secret = await openSecret(house, tx, organisation, row.secret_id)
  return { ...readTicket(secret, row), secret }
}

/**
 * The desk's answer; it stands on the learner's page at once, and a letter tells that it is there.
 * @returns false where it was answered before.
 */
export async function answerTicket(
  tx: Tx,
  house: House,
  organisation: string,
  by: string,
  id: string,
  answer: string,
): Promise<boolean> {
  const ticket = await ticketForDesk(house, tx, organisation, id)
  if (ticket === undefined) return false
  const { numUpdatedRows } = await tx
    .updateTable('ticket')
    .set({
      state: 'answered',
      answer: ticket.secret.seal(Buffer.from(answer), 'ticket', 'answer', id),
      answered_by: by,
      answered_at: house.clock.now(),
    })
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await tellLearner(house, tx, organisation, ticket)
  await record(house, tx, organisation, {
    actor: `person:${by}`,
    action: 'ticket answered',
    subject: `ticket:${id}`,
    details: { award: ticket.award },
  })
  return true
}

async function tellLearner(
  house: House,
  tx: Tx,
  organisation: string,
  { award: id, secret }: Ticket & { readonly secret: Secret },
): Promise<void> {
  const found = await readAward(house, tx, organisation, id)
  const to = await mailOfLearner(house, tx, organisation, id, secret)
  if (found === undefined || to === undefined) return
  const { language } = found.row
  const words = wordsFor(found.award, language)
  const link = await claimLink(house, tx, organisation, id)
  await queueLetters(house, tx, organisation, [
    { kind: 'answered', language, award: id, secret, content: { to, words, link } },
  ])
}
