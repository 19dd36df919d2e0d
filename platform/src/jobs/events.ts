// What happened, told to programs: a row an event, written with the deed, in the order the deeds were done. Student
// information systems read them back or have them sent to a webhook. An event names an award, never a person.

import { sql } from 'kysely'
import type { House } from '../house.ts'
import type { Tx } from '../store/store.ts'
import { addJobs, reviveJobs } from './queue.ts'

export const eventKinds = [
  'award.sealed',
  'award.superseded',
  'award.withdrawn',
  'award.annulled',
  'award.suspended',
  'award.restored',
  'award.claimed',
  'cohort.finished',
] as const
export type EventKind = (typeof eventKinds)[number]

export interface NewEvent {
  readonly kind: EventKind
  readonly award?: string
  readonly content: Readonly<Record<string, string | number | boolean | null>>
}

/**
 * To be called after the audit was written: its lock makes the numbers of events follow the order of commits, so
 * that a reader who goes on from the last number it saw misses none.
 */
export async function tell(
  house: Pick<House, 'clock'>,
  tx: Tx,
  organisation: string,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return
  const now = house.clock.now()
  const told = await tx
    .insertInto('event')
    .values(
      events.map(({ kind, award, content }) => ({
        organisation_id: organisation,
        kind,
        award_id: award ?? null,
        content: JSON.stringify(content),
        at: now,
      })),
    )
    .returning(['sequence', 'kind'])
    .execute()
  const webhooks = await tx
    .selectFrom('webhook')
    .select(['id', 'events'])
    .where('organisation_id', '=', organisation)
    .where('closed_at', 'is', null)
    .execute()
  const deliveries = webhooks.flatMap(({ id, events: wanted }) =>
    told
      .filter(({ kind }) => wanted.includes(kind) || wanted.includes('*'))
      .map(({ sequence }) => ({
        organisation_id: organisation,
        webhook_id: id,
        event_sequence: sequence,
      })),
  )
  if (deliveries.length === 0) return
  await tx.insertInto('delivery').values(deliveries).execute()
  await wakeWebhooks(house, tx, organisation, [
    ...new Set(deliveries.map(({ webhook_id: id }) => id)),
  ])
}

export async function wakeWebhooks(
  house: Pick<House, 'clock'>,
  tx: Tx,
  organisation: string,
  webhooks: readonly string[],
): Promise<void> {
  await addJobs(
    tx,
    house,
    webhooks.map((id) => ({ organisation, kind: 'webhook', subject: id, key: `webhook:${id}` })),
  )
}

export interface ToldEvent {
  readonly sequence: number
  readonly kind: string
  readonly award: string | null
  readonly at: Date
  readonly content: unknown
}

/** The events after a number, oldest first. */
export async function eventsAfter(
  tx: Tx,
  organisation: string,
  sequence: number,
  most = 100,
): Promise<readonly ToldEvent[]> {
  const rows = await tx
    .selectFrom('event')
    .select(['sequence', 'kind', 'award_id', 'at', 'content'])
    .where('organisation_id', '=', organisation)
    .where('sequence', '>', String(sequence))
    .orderBy('sequence')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    sequence: Number(row.sequence),
    kind: row.kind,
    award: row.award_id,
    at: row.at,
    content: row.content,
  }))
}

/** Sends again what was told since that number. @returns how many. */
export async function replayEvents(
  house: Pick<House, 'clock'>,
  tx: Tx,
  organisation: string,
  webhook: string,
  since: number,
): Promise<number> {
  const { rows } = await sql<{ n: string }>`
    insert into delivery (organisation_id, webhook_id, event_sequence)
    select e.organisation_id, w.id, e.sequence from event e
      join webhook w on w.organisation_id = e.organisation_id and w.id = ${webhook} and w.closed_at is null
      where e.organisation_id = ${organisation} and e.sequence > ${since}
        and (e.kind = any(w.events) or '*' = any(w.events))
    on conflict (organisation_id, webhook_id, event_sequence)
      do update set state = 'waiting', attempts = 0, delivered_at = null
    returning event_sequence as n`.execute(tx)
  if (rows.length > 0) await wakeWebhooks(house, tx, organisation, [webhook])
  // One that was given up on is tried again from the beginning.
  await reviveJobs(tx, house, organisation, 'webhook')
  return rows.length
}
