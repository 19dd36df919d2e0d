// Sealing a cohort: begun by one person after another approved it, paused, resumed, stopped, and watched. Each ratified
// result that is ready becomes one job of the queue; workers do them (issue/seal-results.ts).

import { sql } from 'kysely'
import type { House } from '../house.ts'
import { tell } from '../jobs/events.ts'
import { addJobs, reviveJobs } from '../jobs/queue.ts'
import type { Desk } from '../people/members.ts'
import { stopOf } from '../people/stop-switch.ts'
import { record } from '../store/audit.ts'
import type { Tx } from '../store/store.ts'
import type { CohortRow } from '../store/tables.ts'

type Clock = Pick<House, 'clock'>
export type CohortState = CohortRow['state'] extends { __select__: infer S } ? S : string

export type SealingAnswer =
  | { readonly done: true; readonly jobs: number }
  /** Why not: the cohort is not in a state for it, or the switch is pulled. */
  | {
      readonly done: false
      readonly because: 'no-such-cohort' | 'wrong-state' | 'stop-switch' | 'nothing-to-seal'
    }

const no = (because: Extract<SealingAnswer, { done: false }>['because']): SealingAnswer => ({
  done: false,
  because,
})

/** From approved to sealing. The results are those that are ready and ratified at this moment. */
export const startSealing = (tx: Tx, house: Clock, desk: Desk, cohort: string) =>
  begin(tx, house, desk, cohort, 'approved', 'sealing started')

/** Goes on where it was paused. */
export const resumeSealing = (tx: Tx, house: Clock, desk: Desk, cohort: string) =>
  begin(tx, house, desk, cohort, 'paused', 'sealing resumed')

async function begin(
  tx: Tx,
  house: Clock,
  { organisation, by }: Desk,
  cohort: string,
  from: 'approved' | 'paused',
  action: string,
): Promise<SealingAnswer> {
  const state = await lockedState(tx, organisation, cohort)
  if (state === undefined) return no('no-such-cohort')
  if (state !== from) return no('wrong-state')
  if ((await stopOf(tx, organisation)) !== undefined) return no('stop-switch')
  const results = await tx
    .selectFrom('result')
    .select('id')
    .where('organisation_id', '=', organisation)
    .where('cohort_id', '=', cohort)
    .where('state', '=', 'ready')
    .where('ratified_at', 'is not', null)
    .orderBy('row_number')
    .execute()
  if (results.length === 0 && from === 'approved') return no('nothing-to-seal')
  await addJobs(
    tx,
    house,
    results.map(({ id }) => ({
      organisation,
      kind: 'seal',
      subject: id,
      key: `seal:${organisation}:${id}`,
    })),
  )
  // What was given up on is tried from the beginning.
  await reviveJobs(tx, house, organisation, 'seal')
  await setState(tx, organisation, cohort, 'sealing')
  await note(tx, house, organisation, by, action, cohort, { results: results.length })
  if (results.length === 0) await finishIfDone(tx, house, organisation, cohort)
  return { done: true, jobs: results.length }
}

/** What is being sealed at this moment is still finished or thrown away whole; nothing new is begun. */
export async function pauseSealing(
  tx: Tx,
  house: Clock,
  { organisation, by }: Desk,
  cohort: string,
): Promise<SealingAnswer> {
  const state = await lockedState(tx, organisation, cohort)
  if (state === undefined) return no('no-such-cohort')
  if (state !== 'sealing') return no('wrong-state')
  await setState(tx, organisation, cohort, 'paused')
  await note(tx, house, organisation, by, 'sealing paused', cohort)
  return { done: true, jobs: 0 }
}

/** For good: who has an award keeps it, the others get none from this cohort. */
export async function stopSealing(
  tx: Tx,
  house: Clock,
  { organisation, by }: Desk,
  cohort: string,
  reason: string,
): Promise<SealingAnswer> {
  const state = await lockedState(tx, organisation, cohort)
  if (state === undefined) return no('no-such-cohort')
  if (state !== 'sealing' && state !== 'paused') return no('wrong-state')
  await setState(tx, organisation, cohort, 'stopped', house.clock.now())
  await note(tx, house, organisation, by, 'sealing stopped', cohort, { reason })
  return { done: true, jobs: 0 }
}

/** Marks the cohort done when no result waits any more. To be called after the audit's lock was taken. */
export async function finishIfDone(
  tx: Tx,
  house: Clock,
  organisation: string,
  cohort: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('cohort')
    .set({ state: 'done', finished_at: house.clock.now() })
    .where('organisation_id', '=', organisation)
    .where('id', '=', cohort)
    .where('state', '=', 'sealing')
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('result')
            .select(sql`1`.as('one'))
            .where('result.organisation_id', '=', organisation)
            .where('result.cohort_id', '=', cohort)
            .where('result.state', '=', 'ready')
            .where('result.ratified_at', 'is not', null),
        ),
      ),
    )
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await record(house, tx, organisation, {
    actor: 'house',
    action: 'cohort sealed',
    subject: `cohort:${cohort}`,
  })
  await tell(house, tx, organisation, [{ kind: 'cohort.finished', content: { cohort } }])
  return true
}

async function lockedState(
  tx: Tx,
  organisation: string,
  cohort: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('cohort')
    .select('state')
    .where('organisation_id', '=', organisation)
    .where('id', '=', cohort)
    .forUpdate()
    .executeTakeFirst()
  return row?.state
}

async function setState(
  tx: Tx,
  organisation: string,
  cohort: string,
  state: 'sealing' | 'paused' | 'stopped',
  finishedAt?: Date,
): Promise<void> {
  await tx
    .updateTable('cohort')
    .set({ state, ...(finishedAt === undefined ? {} : { finished_at: finishedAt }) })
    .where('organisation_id', '=', organisation)
    .where('id', '=', cohort)
    .execute()
}

async function note(
  tx: Tx,
  house: Clock,
  organisation: string,
  by: string,
  action: string,
  cohort: string,
  details: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  await record(house, tx, organisation, {
    actor: `person:${by}`,
    action,
    subject: `cohort:${cohort}`,
    details,
  })
}

export interface SealingProgress {
  readonly state: string
  /** Awards to be made in all, and how many are. */
  readonly total: number
  readonly awarded: number
  /** Refused while sealing, or awarded already by another cohort: an officer looks at them. */
  readonly refused: number
  readonly waiting: number
  /** Of the waiting ones: given up on after many tries; resuming tries them again. */
  readonly stuck: number
  /** Seconds to go at the pace of the last minute; undefined where nothing can be said. */
  readonly secondsLeft: number | undefined
  readonly stopSwitch: boolean
}

/** Numbers for the live bar. Cheap enough to be asked every second. */
export async function sealingProgress(
  tx: Tx,
  { clock }: Clock,
  organisation: string,
  cohort: string,
): Promise<SealingProgress | undefined> {
  const minute = new Date(clock.now().getTime() - 60_000)
  const { rows } = await sql<{
    state: string
    stopped: boolean
    awarded: number
    refused: number
    waiting: number
    stuck: number
    lately: number
    first: Date | null
  }>`
    select c.state, o.stopped_at is not null as stopped,
      count(*) filter (where r.state = 'awarded')::int as awarded,
      count(*) filter (where r.state in ('faulty', 'duplicate') and r.award_id is not null)::int as refused,
      count(*) filter (where r.state = 'ready' and r.ratified_at is not null)::int as waiting,
      (select count(*)::int from job j join result w on w.organisation_id = j.organisation_id
        and w.id = j.subject_id where j.organisation_id = c.organisation_id and j.kind = 'seal'
        and j.dead_at is not null and w.cohort_id = c.id) as stuck,
      (select count(*)::int from award a where a.organisation_id = c.organisation_id and a.cohort_id = c.id
        and a.issued_at >= ${minute}) as lately,
      (select min(a.issued_at) from award a where a.organisation_id = c.organisation_id and a.cohort_id = c.id
        and a.issued_at >= ${minute}) as first
    from cohort c join organisation o on o.id = c.organisation_id
      left join result r on r.organisation_id = c.organisation_id and r.cohort_id = c.id
    where c.organisation_id = ${organisation} and c.id = ${cohort}
    group by c.organisation_id, c.id, c.state, o.stopped_at`.execute(tx)
  const row = rows[0]
  if (row === undefined) return undefined
  const { awarded, refused, waiting } = row
  const seconds = row.first === null ? 0 : (clock.now().getTime() - row.first.getTime()) / 1000
  const pace = row.state === 'sealing' && seconds >= 1 ? row.lately / seconds : 0
  return {
    state: row.state,
    total: awarded + refused + waiting,
    awarded,
    refused,
    waiting,
    stuck: row.stuck,
    secondsLeft: pace > 0 ? Math.ceil(waiting / pace) : undefined,
    stopSwitch: row.stopped,
  }
}
