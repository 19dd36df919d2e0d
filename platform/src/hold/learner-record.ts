// All that is kept of one learner at one organisation, gathered from every table: what the GDPR page counts, what the
// export holds, what an erasure takes away.

import type { Award } from 'tessera/credential/award'
import type { CohortRow } from 'tessera/issue/cohort'
import type { House } from '../house.ts'
import { openContent } from '../issue/award-content.ts'
import { openResult } from '../issue/result-content.ts'
import { type LetterContent, openLetter } from '../mail/letters.ts'
import { linksOf, type SharedLink } from '../share/links.ts'
import type { Tx } from '../store/store.ts'
import type { HeldAward } from './held-award.ts'
import { type Ticket, ticketsOf } from './tickets.ts'

export interface LearnerRecord {
  readonly awards: readonly {
    readonly id: string
    readonly award: Award
    readonly issuedAt: Date
    readonly openedAt: Date | null
    readonly claimedAt: Date | null
    readonly decisions: readonly {
      readonly kind: string
      readonly reason: string
      readonly at: Date
    }[]
    readonly links: readonly SharedLink[]
    readonly tickets: readonly Ticket[]
    readonly files: number
  }[]
  readonly results: readonly {
    readonly id: string
    readonly state: string
    readonly row: CohortRow
  }[]
  readonly letters: readonly {
    readonly kind: string
    readonly state: string
    readonly createdAt: Date
    readonly sentAt: Date | null
    readonly content: LetterContent
  }[]
  readonly log: readonly Access[]
}

/** Who did something with it, in kinds: names of staff are theirs. */
export interface Access {
  readonly at: Date
  readonly action: string
  readonly by: 'learner' | 'university' | 'program' | 'house'
}

/**
 * True: the learner is told from others by a number or a birthday. Two who share a name and nothing else share a
 * secret too, so neither may take away or destroy what could be the other's.
 */
export const isCertain = ({ award }: Pick<HeldAward, 'award'>): boolean =>
  award.learner.identifiers.length > 0 || award.learner.dateOfBirth !== undefined

/** The awards that are this learner's for certain. */
export async function awardsOfLearner(
  tx: Tx,
  held: HeldAward,
): Promise<{ readonly ids: readonly string[]; readonly others: boolean }> {
  const rows = await tx
    .selectFrom('award')
    .where('organisation_id', '=', held.organisation)
    .where('secret_id', '=', held.secret.id)
    .select('id')
    .orderBy('issued_at')
    .execute()
  const all = rows.map(({ id }) => id)
  return isCertain(held)
    ? { ids: all, others: false }
    : { ids: [held.id], others: all.some((id) => id !== held.id) }
}

export async function recordOf(house: House, tx: Tx, held: HeldAward): Promise<LearnerRecord> {
  const { organisation, secret } = held
  const { ids } = await awardsOfLearner(tx, held)
  const rows = await tx
    .selectFrom('award')
    .leftJoin('claim', (on) =>
      on
        .onRef('claim.organisation_id', '=', 'award.organisation_id')
        .onRef('claim.award_id', '=', 'award.id'),
    )
    .where('award.organisation_id', '=', organisation)
    .where('award.id', 'in', ids)
    .select(['award.id', 'award.content', 'award.issued_at', 'claim.opened_at', 'claim.claimed_at'])
    .orderBy('award.issued_at')
    .execute()
  const awards: LearnerRecord['awards'][number][] = []
  for (const { id, content, issued_at: issuedAt, opened_at, claimed_at } of rows)
    awards.push({
      id,
      award: openContent(secret, id, content),
      issuedAt,
      openedAt: opened_at,
      claimedAt: claimed_at,
      decisions: await decisionsOf(tx, organisation, id),
      links: await linksOf(tx, house, organisation, secret, id),
      tickets: await ticketsOf(tx, organisation, secret, id),
      files: await countFiles(tx, organisation, id),
    })
  let results = tx
    .selectFrom('result')
    .where('organisation_id', '=', organisation)
    .where('secret_id', '=', secret.id)
    .select(['id', 'state', 'content'])
    .orderBy('entered_at')
  if (!isCertain(held)) results = results.where('award_id', 'in', ids)
  const entered = (await results.execute()).map(({ id, state, content }) => ({
    id,
    state,
    row: openResult(secret, id, content),
  }))
  let letters = tx
    .selectFrom('letter')
    .where('organisation_id', '=', organisation)
    .where('secret_id', '=', secret.id)
    .selectAll()
    .orderBy('created_at')
  if (!isCertain(held)) letters = letters.where('award_id', 'in', ids)
  const sent = (await letters.execute()).map((letter) => ({
    kind: letter.kind,
    state: letter.state,
    createdAt: letter.created_at,
    sentAt: letter.sent_at,
    content: openLetter(house, organisation, letter.id, secret, letter.content),
  }))
  const subjects = [
    ...ids.map((id) => `award:${id}`),
    ...entered.map(({ id }) => `result:${id}`),
    ...awards.flatMap(({ links }) => links.map(({ id }) => `link:${id}`)),
    ...awards.flatMap(({ tickets }) => tickets.map(({ id }) => `ticket:${id}`)),
  ]
  return { awards, results: entered, letters: sent, log: await logOf(tx, held, subjects) }
}

async function decisionsOf(tx: Tx, organisation: string, award: string) {
  const rows = await tx
    .selectFrom('status_decision')
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', award)
    .select(['kind', 'reason', 'decided_at'])
    .orderBy('sequence')
    .execute()
  return rows.map(({ kind, reason, decided_at: at }) => ({ kind, reason, at }))
}

async function countFiles(tx: Tx, organisation: string, award: string): Promise<number> {
  const rows = await tx
    .selectFrom('sealed_file')
    .where('organisation_id', '=', organisation)
    .where('award_id', '=', award)
    .select('format')
    .execute()
  return rows.length
}

async function logOf(
  tx: Tx,
  { organisation, person }: HeldAward,
  subjects: readonly string[],
): Promise<readonly Access[]> {
  const rows = await tx
    .selectFrom('audit')
    .where('organisation_id', '=', organisation)
    .where('subject', 'in', subjects)
    .select(['at', 'action', 'actor'])
    .orderBy('sequence')
    .execute()
  return rows.map(({ at, action, actor }) => ({ at, action, by: byOf(actor, person) }))
}

function byOf(actor: string, own: string | null): Access['by'] {
  if (actor === 'learner' || (own !== null && actor === `person:${own}`)) return 'learner'
  if (actor.startsWith('person:')) return 'university'
  return actor.startsWith('client:') ? 'program' : 'house'
}
