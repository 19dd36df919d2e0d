// The queue: a row is work to do, written in the transaction of the deed that makes it necessary. Who works on it
// holds a lease; a worker that dies loses it, and the next one goes on. The lease only keeps others from doing the
// same in vain: that a deed happens once is the business of the deed's own transaction.

import { sql } from 'kysely'
import type { House } from '../house.ts'
import type { Tx } from '../store/store.ts'

export type JobKind = 'seal' | 'letter' | 'webhook' | 'publish' | 'tidy'

export interface Job {
  readonly id: string
  readonly organisation: string
  readonly kind: JobKind
  /** Row it is about; empty where it is about the organisation. */
  readonly subject: string
  /** How often it was begun, this time included. */
  readonly attempts: number
  readonly leasedUntil: Date
}

export interface NewJob {
  readonly organisation: string
  readonly kind: JobKind
  readonly subject?: string
  /** There is one job a key: a second one is the same. */
  readonly key?: string
  readonly runAt?: Date
}

/** After so many failures a job is put aside for somebody to look at: about an hour. */
export const attemptsAllowed = 12
/** What depends on others is tried for more than a day. */
export const attemptsOutside = 40

export async function addJobs(
  tx: Tx,
  { clock }: Pick<House, 'clock'>,
  jobs: readonly NewJob[],
): Promise<void> {
  const now = clock.now()
  // PostgreSQL takes 65,535 values in one statement.
  for (let at = 0; at < jobs.length; at += 5_000)
    await tx
      .insertInto('job')
      .values(
        jobs.slice(at, at + 5_000).map(({ organisation, kind, subject, key, runAt }) => ({
          organisation_id: organisation,
          kind,
          subject_id: subject ?? null,
          key: key ?? null,
          run_at: runAt ?? now,
          created_at: now,
        })),
      )
      // Not `do nothing`: who is about to finish the job with that key must wait for us and then look again.
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((up) => ({ key: up.ref('excluded.key') })),
      )
      .execute()
}

export interface LeasePlan {
  readonly kinds: readonly JobKind[]
  readonly most: number
  readonly millis: number
}

/** Takes due jobs nobody else works on. */
export async function leaseJobs(
  { store, clock }: Pick<House, 'store' | 'clock'>,
  { kinds, most, millis }: LeasePlan,
): Promise<readonly Job[]> {
  const now = clock.now()
  const until = new Date(now.getTime() + millis)
  const { rows } = await store.atTheDoor((tx) =>
    sql<{
      id: string
      organisation_id: string
      kind: JobKind
      subject_id: string | null
      attempts: number
    }>`
    update job set leased_until = ${until}, attempts = attempts + 1
    where id in (
      select id from job
      where run_at <= ${now} and dead_at is null and (leased_until is null or leased_until <= ${now})
        and kind = any(${[...kinds]})
      order by run_at, id limit ${most} for update skip locked)
    returning id, organisation_id, kind, subject_id, attempts`.execute(tx),
  )
  const worn = rows.filter(({ attempts }) => attempts > attemptsOutside * 2)
  // Begun again and again and never even put off: it takes its worker down with it.
  if (worn.length > 0)
    await store.atTheDoor((tx) =>
      tx
        .updateTable('job')
        .set({ dead_at: now, leased_until: null, last_error: 'its worker died' })
        .where(
          'id',
          'in',
          worn.map(({ id }) => id),
        )
        .execute(),
    )
  const sound = rows
    .filter((row) => !worn.includes(row))
    .toSorted((a, b) => Number(a.id) - Number(b.id))
  return sound.map((row) => ({
    id: row.id,
    organisation: row.organisation_id,
    kind: row.kind,
    subject: row.subject_id ?? '',
    attempts: row.attempts,
    leasedUntil: until,
  }))
}

/** Longer, while it is still being worked on. */
export async function renewLeases(
  { store, clock }: Pick<House, 'store' | 'clock'>,
  jobs: readonly Job[],
  millis: number,
): Promise<void> {
  if (jobs.length === 0) return
  const until = new Date(clock.now().getTime() + millis)
  await store.atTheDoor((tx) =>
    tx
      .updateTable('job')
      .set({ leased_until: until })
      .where(
        'id',
        'in',
        jobs.map(({ id }) => id),
      )
      .where('leased_until', 'is not', null)
      .execute(),
  )
}

/** Done: in the transaction of the deed. */
export async function finishJobs(tx: Tx, jobs: readonly Pick<Job, 'id'>[]): Promise<void> {
  if (jobs.length === 0) return
  await tx
    .deleteFrom('job')
    .where(
      'id',
      'in',
      jobs.map(({ id }) => id),
    )
    .execute()
}

/** Given back untouched, as when the house closes: it counts as not begun. */
export async function returnJobs(tx: Tx, jobs: readonly Job[], runAt?: Date): Promise<void> {
  if (jobs.length === 0) return
  await tx
    .updateTable('job')
    .set((job) => ({
      leased_until: null,
      attempts: sql<number>`greatest(0, ${job.ref('attempts')} - 1)`,
      ...(runAt === undefined ? {} : { run_at: runAt }),
    }))
    .where(
      'id',
      'in',
      jobs.map(({ id }) => id),
    )
    .execute()
}

const longestWait = 3_600_000

/** 1 s, 2 s, 4 s … an hour, each a little different, so that a crowd that failed together does not come together. */
export function waitAfter(attempts: number, random: House['random']): number {
  const wait = Math.min(longestWait, 1_000 * 2 ** Math.min(attempts - 1, 20))
  return Math.round(wait * (0.75 + (random(1)[0] ?? 0) / 512))
}

/** Failed: later again, or put aside. What went wrong is told without personal data: a code or a name of a fault. */
export async function postponeJob(
  tx: Tx,
  { clock, random }: Pick<House, 'clock' | 'random'>,
  job: Job,
  fault: string,
  most = attemptsAllowed,
): Promise<'later' | 'put-aside'> {
  const now = clock.now()
  const dead = job.attempts >= most
  await tx
    .updateTable('job')
    .set({
      leased_until: null,
      last_error: fault.slice(0, 300),
      run_at: new Date(now.getTime() + waitAfter(job.attempts, random)),
      dead_at: dead ? now : null,
    })
    .where('id', '=', job.id)
    .execute()
  return dead ? 'put-aside' : 'later'
}

/** All of a kind at once: not before that time, or, given now, at once. */
export async function rescheduleJobs(
  tx: Tx,
  organisation: string,
  kind: JobKind,
  runAt: Date,
): Promise<void> {
  await tx
    .updateTable('job')
    .set({ run_at: runAt })
    .where('organisation_id', '=', organisation)
    .where('kind', '=', kind)
    .where('dead_at', 'is', null)
    .where('run_at', '!=', runAt)
    .execute()
}

/** Somebody looked: what was put aside is tried again from the beginning. */
export async function reviveJobs(
  tx: Tx,
  { clock }: Pick<House, 'clock'>,
  organisation: string,
  kind: JobKind,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('job')
    .set({ dead_at: null, attempts: 0, run_at: clock.now(), last_error: null })
    .where('organisation_id', '=', organisation)
    .where('kind', '=', kind)
    .where('dead_at', 'is not', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export interface QueueState {
  readonly waiting: number
  readonly leased: number
  readonly putAside: number
  /** Of the due ones, when the oldest should have run. */
  readonly oldestDue: Date | undefined
}

/** For the operator: is the work being done? */
export async function queueState(
  { store, clock }: Pick<House, 'store' | 'clock'>,
  organisation?: string,
): Promise<QueueState> {
  const now = clock.now()
  const { rows } = await store.atTheDoor((tx) =>
    sql<{ waiting: number; leased: number; put_aside: number; oldest: Date | null }>`
    select count(*) filter (where dead_at is null and (leased_until is null or leased_until <= ${now}))::int as waiting,
      count(*) filter (where dead_at is null and leased_until > ${now})::int as leased,
      count(*) filter (where dead_at is not null)::int as put_aside,
      min(run_at) filter (where dead_at is null and run_at <= ${now}) as oldest
    from job where ${organisation ?? null}::text is null or organisation_id = ${organisation ?? null}`.execute(
      tx,
    ),
  )
  const row = rows[0]
  return {
    waiting: row?.waiting ?? 0,
    leased: row?.leased ?? 0,
    putAside: row?.put_aside ?? 0,
    oldestDue: row?.oldest ?? undefined,
  }
}
