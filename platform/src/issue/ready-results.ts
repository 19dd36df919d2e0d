// Looked at and taken over: entries become results that go on. Where the design asks for it a board ratifies them.

import type { House } from '../house.ts'
import type { Desk } from '../people/members.ts'
import { record } from '../store/audit.ts'
import type { Tx } from '../store/store.ts'
import { cohortOf } from './cohorts.ts'

type Clock = Pick<House, 'clock'>
export type Count =
  | { readonly done: true; readonly results: number }
  | { readonly done: false; readonly because: 'no-such-cohort' | 'wrong-state' | 'nothing' }

/** All entries without a fault. */
export async function takeOverNew(
  tx: Tx,
  house: Clock,
  { organisation, by }: Desk,
  cohort: string,
): Promise<Count> {
  const found = await cohortOf(tx, organisation, cohort, 'lock')
  if (found === undefined) return { done: false, because: 'no-such-cohort' }
  if (found.row.state !== 'collecting') return { done: false, because: 'wrong-state' }
  const { numUpdatedRows } = await tx
    .updateTable('result')
    .set({ state: 'ready' })
    .where('organisation_id', '=', organisation)
    .where('cohort_id', '=', cohort)
    .where('state', '=', 'new')
    .executeTakeFirst()
  const results = Number(numUpdatedRows)
  if (results === 0) return { done: false, because: 'nothing' }
  await record(house, tx, organisation, {
    actor: `person:${by}`,
    action: 'results taken over',
    subject: `cohort:${cohort}`,
    details: { results },
  })
  return { done: true, results }
}

/** The board's word for all that are ready now. A result that changes afterwards loses it. */
export async function ratifyResults(
  tx: Tx,
  house: Clock,
  { organisation, by }: Desk,
  cohort: string,
): Promise<Count> {
  const found = await cohortOf(tx, organisation, cohort, 'lock')
  if (found === undefined) return { done: false, because: 'no-such-cohort' }
  if (!found.ratifies || !['collecting', 'names'].includes(found.row.state))
    return { done: false, because: 'wrong-state' }
  const { numUpdatedRows } = await tx
    .updateTable('result')
    .set({ ratified_at: house.clock.now(), ratified_by: by })
    .where('organisation_id', '=', organisation)
    .where('cohort_id', '=', cohort)
    .where('state', '=', 'ready')
    .where('ratified_at', 'is', null)
    .executeTakeFirst()
  const results = Number(numUpdatedRows)
  if (results === 0) return { done: false, because: 'nothing' }
  await record(house, tx, organisation, {
    actor: `person:${by}`,
    action: 'results ratified',
    subject: `cohort:${cohort}`,
    details: { results },
  })
  return { done: true, results }
}
