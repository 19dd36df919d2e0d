// The stop switch of an organisation: pulled, nothing is sealed there until an owner releases it. Many may pull
// it, because minutes count when something is wrong.

import type { House } from '../house.ts'
import { rescheduleJobs } from '../jobs/queue.ts'
import { record } from '../store/audit.ts'
import type { Tx } from '../store/store.ts'
import type { Desk } from './members.ts'

type Clock = Pick<House, 'clock'>

export interface Stop {
  readonly at: Date
  readonly by: string | undefined
  readonly reason: string
}

/** Asked by everything that seals, in the transaction that seals; the row is locked against a pull meanwhile. */
export async function stopOf(tx: Tx, organisation: string): Promise<Stop | undefined> {
  const row = await tx
    .selectFrom('organisation')
    .where('id', '=', organisation)
    .select(['stopped_at', 'stopped_by', 'stop_reason'])
    .forShare()
    .executeTakeFirstOrThrow()
  if (row.stopped_at === null) return undefined
  return {
    at: row.stopped_at,
    by: row.stopped_by ?? undefined,
    reason: row.stop_reason ?? '',
  }
}

export async function pullStopSwitch(
  tx: Tx,
  house: Clock,
  { organisation, by }: Desk,
  reason: string,
): Promise<'done' | 'pulled-already'> {
  const { numUpdatedRows } = await tx
    .updateTable('organisation')
    .set({ stopped_at: house.clock.now(), stopped_by: by, stop_reason: reason })
    .where('id', '=', organisation)
    .where('stopped_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return 'pulled-already'
  await record(house, tx, organisation, {
    actor: `person:${by}`,
    action: 'stop switch pulled',
    subject: `organisation:${organisation}`,
    details: { reason },
  })
  return 'done'
}

export async function releaseStopSwitch(
  tx: Tx,
  house: Clock,
  { organisation, by }: Desk,
): Promise<'done' | 'not-pulled'> {
  const { numUpdatedRows } = await tx
    .updateTable('organisation')
    .set({ stopped_at: null, stopped_by: null, stop_reason: null })
    .where('id', '=', organisation)
    .where('stopped_at', 'is not', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return 'not-pulled'
  // What waited meanwhile goes on at once.
  await rescheduleJobs(tx, organisation, 'seal', house.clock.now())
  await record(house, tx, organisation, {
    actor: `person:${by}`,
    action: 'stop switch released',
    subject: `organisation:${organisation}`,
  })
  return 'done'
}
