// Two people: one submits, another one approves or sends back with a word. Nobody approves what they submitted; the
// store holds the same rule.

import type { House } from '../house.ts'
import type { Desk } from '../people/members.ts'
import { record } from '../store/audit.ts'
import type { Tx } from '../store/store.ts'
import { type Cohort, cohortOf } from './cohorts.ts'

type Clock = Pick<House, 'clock'>
export type Approval =
  | { readonly done: true; readonly results: number }
  | {
      readonly done: false
      readonly because: 'no-such-cohort' | 'wrong-state' | 'nothing-ready' | 'same-person'
    }

const no = (because: Extract<Approval, { done: false }>['because']): Approval => ({
  done: false,
  because,
})

/** How many results go on: ready, and ratified where the design asks for it. */
export async function countGoingOn(
  tx: Tx,
  organisation: string,
  { row, ratifies }: Cohort,
): Promise<number> {
  let query = tx
    .selectFrom('result')
    .select((is) => is.fn.countAll<string>().as('n'))
    .where('organisation_id', '=', organisation)
    .where('cohort_id', '=', row.id)
    .where('state', '=', 'ready')
  if (ratifies) query = query.where('ratified_at', 'is not', null)
  return Number((await query.executeTakeFirstOrThrow()).n)
}

/** From now on the results stay as they are. */
export async function submitCohort(
  tx: Tx,
  house: Clock,
  { organisation, by }: Desk,
  id: string,
): Promise<Approval> {
  const cohort = await cohortOf(tx, organisation, id, 'lock')
  if (cohort === undefined) return no('no-such-cohort')
  if (!['collecting', 'names'].includes(cohort.row.state)) return no('wrong-state')
  const results = await countGoingOn(tx, organisation, cohort)
  if (results === 0) return no('nothing-ready')
  await set(tx, organisation, id, {
    state: 'approval',
    submitted_by: by,
    submitted_at: house.clock.now(),
    sent_back: null,
  })
  await note(tx, house, { organisation, by }, 'cohort submitted', id, { results })
  return { done: true, results }
}

/** By whoever prepares it, as long as nobody approved. */
export async function takeBackCohort(
  tx: Tx,
  house: Clock,
  { organisation, by }: Desk,
  id: string,
): Promise<Approval> {
  const cohort = await cohortOf(tx, organisation, id, 'lock')
  if (cohort === undefined) return no('no-such-cohort')
  if (cohort.row.state !== 'approval') return no('wrong-state')
  await set(tx, organisation, id, { state: 'collecting', submitted_by: null, submitted_at: null })
  await note(tx, house, { organisation, by }, 'cohort taken back', id)
  return { done: true, results: 0 }
}

export async function approveCohort(
  tx: Tx,
  house: Clock,
  { organisation, by }: Desk,
  id: string,
): Promise<Approval> {
  const cohort = await cohortOf(tx, organisation, id, 'lock')
  if (cohort === undefined) return no('no-such-cohort')
  if (cohort.row.state !== 'approval') return no('wrong-state')
  if (cohort.row.submitted_by === by) return no('same-person')
  const now = house.clock.now()
  // Without a board it is this second person's word that makes a result final.
  if (!cohort.ratifies)
    await tx
      .updateTable('result')
      .set({ ratified_at: now, ratified_by: by })
      .where('organisation_id', '=', organisation)
      .where('cohort_id', '=', id)
      .where('state', '=', 'ready')
      .where('ratified_at', 'is', null)
      .execute()
  const results = await countGoingOn(tx, organisation, cohort)
  if (results === 0) return no('nothing-ready')
  await set(tx, organisation, id, { state: 'approved', approved_by: by, approved_at: now })
  await note(tx, house, { organisation, by }, 'cohort approved', id, { results })
  return { done: true, results }
}

/** What is to be done better is said to whoever prepares it. */
export async function sendBackCohort(
  tx: Tx,
  house: Clock,
  { organisation, by }: Desk,
  id: string,
  word: string,
): Promise<Approval> {
  const cohort = await cohortOf(tx, organisation, id, 'lock')
  if (cohort === undefined) return no('no-such-cohort')
  if (cohort.row.state !== 'approval') return no('wrong-state')
  if (cohort.row.submitted_by === by) return no('same-person')
  await set(tx, organisation, id, {
    state: 'collecting',
    submitted_by: null,
    submitted_at: null,
    sent_back: word,
  })
  await note(tx, house, { organisation, by }, 'cohort sent back', id)
  return { done: true, results: 0 }
}

async function set(
  tx: Tx,
  organisation: string,
  id: string,
  values: {
    readonly state: 'collecting' | 'approval' | 'approved'
    readonly submitted_by?: string | null
    readonly submitted_at?: Date | null
    readonly approved_by?: string
    readonly approved_at?: Date
    readonly sent_back?: string | null
  },
): Promise<void> {
  await tx
    .updateTable('cohort')
    .set(values)
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .execute()
}

const note = (
  tx: Tx,
  house: Clock,
  { organisation, by }: Desk,
  action: string,
  id: string,
  details: Readonly<Record<string, number>> = {},
) =>
  record(house, tx, organisation, {
    actor: `person:${by}`,
    action,
    subject: `cohort:${id}`,
    details,
  })
