// The first step of sealing: which results may be sealed now, each with its id and its place in the status list. What
// cannot be read is left out, with the reason beside it, so that it holds up nobody else.

import { sql } from 'kysely'
import { ZodError } from 'zod'
import type { Design } from 'tessera/credential/design'
import type { CohortRow } from 'tessera/issue/cohort'
import type { Issuer } from 'tessera/issue/issuer'
import type { Refusal } from 'tessera/refusal'
import type { House } from '../house.ts'
import { finishJobs, type Job, rescheduleJobs, returnJobs } from '../jobs/queue.ts'
import { uuid } from '../mail/letters.ts'
import { stopOf } from '../people/stop-switch.ts'
import { record } from '../store/audit.ts'
import { NotOurs } from '../store/envelope.ts'
import { Erased, openSecret, type Secret } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import { designOf, issuerOf } from './issuer-of.ts'
import { type Reservation, reserveStatus } from './reserve-status.ts'
import { issuingKeyOf, openResult } from './result-content.ts'
import { finishIfDone } from './seal-cohort.ts'

/** A result that may be sealed now. */
export interface Ready {
  readonly job: Job
  readonly result: string
  readonly cohort: string
  readonly formats: readonly string[]
  readonly row: CohortRow
  readonly secret: Secret
  readonly design: Design
  readonly place: Reservation
  readonly issuingKey: string
}

/** While the switch is pulled its jobs are looked at so seldom; releasing it wakes them. */
const pause = 60_000

/** The switch is pulled: these go back, and none of the organisation's is asked for a while. */
export async function isStopped(
  house: House,
  tx: Tx,
  organisation: string,
  jobs: readonly Job[],
): Promise<boolean> {
  if ((await stopOf(tx, organisation)) === undefined) return false
  await returnJobs(tx, jobs)
  const at = new Date(house.clock.now().getTime() + pause)
  await rescheduleJobs(tx, organisation, 'seal', at)
  return true
}

export async function reserve(
  house: House,
  tx: Tx,
  organisation: string,
  jobs: readonly Job[],
): Promise<{ readonly issuer: Issuer; readonly ready: readonly Ready[] } | undefined> {
  if (await isStopped(house, tx, organisation, jobs)) return undefined
  const rows = await tx
    .selectFrom('result')
    .innerJoin('cohort', (on) =>
      on
        .onRef('cohort.organisation_id', '=', 'result.organisation_id')
        .onRef('cohort.id', '=', 'result.cohort_id'),
    )
    .where('result.organisation_id', '=', organisation)
    .where(
      'result.id',
      'in',
      jobs.map(({ subject }) => subject),
    )
    .where('cohort.state', '=', 'sealing')
    .where('result.state', '=', 'ready')
    .where('result.ratified_at', 'is not', null)
    .select([
      'result.id',
      'result.cohort_id',
      'result.secret_id',
      'result.content',
      'result.award_id',
      'result.row_number',
      'cohort.design_id',
      'cohort.design_version',
      'cohort.formats',
    ])
    .orderBy('result.id')
    .forUpdate('result')
    .execute()
  // Paused, stopped or awarded meanwhile: resuming makes the job again.
  const here = new Set(rows.map(({ id }) => id))
  await finishJobs(
    tx,
    jobs.filter(({ subject }) => !here.has(subject)),
  )
  if (rows.length === 0) return undefined
  const ids = new Map<string, string>()
  for (const row of rows) {
    const id = row.award_id ?? uuid(house.random)
    ids.set(row.id, id)
  }
  const fresh = rows.filter((row) => row.award_id === null).map(({ id }) => id)
  if (fresh.length > 0)
    await sql`
      update result set award_id = given.award from unnest(${fresh}::uuid[],
        ${fresh.map((id) => ids.get(id) ?? '')}::uuid[]) as given (result, award)
      where organisation_id = ${organisation} and id = given.result`.execute(tx)
  const issuer = await issuerOf(tx, organisation)
  const places = await reserveStatus(house, tx, organisation, issuer, [...ids.values()])
  const placeOf = new Map(places.map((place) => [place.award, place]))
  const designs = new Map<string, Design>()
  const ready: Ready[] = []
  for (const row of rows) {
    const name = { id: row.design_id, version: row.design_version }
    const key = `${name.id} ${name.version}`
    const design = designs.get(key) ?? (await designOf(tx, organisation, name))
    designs.set(key, design)
    const job = jobs.find(({ subject }) => subject === row.id)
    const place = placeOf.get(ids.get(row.id) ?? '')
    if (job === undefined || place === undefined) continue
    const opened = await openRow(house, tx, organisation, row)
    if ('state' in opened) {
      await leaveOut(house, tx, organisation, { ...row, job }, opened)
      continue
    }
    const { secret, content } = opened
    ready.push({
      job,
      result: row.id,
      cohort: row.cohort_id,
      formats: row.formats,
      row: content,
      secret,
      design,
      place,
      issuingKey: issuingKeyOf(house, organisation, content, design),
    })
  }
  return { issuer, ready: ready.toSorted((a, b) => Number(a.job.id) - Number(b.job.id)) }
}

interface OpenedRow {
  readonly secret: Secret
  readonly content: CohortRow
}
interface LeftOut {
  readonly state: 'faulty' | 'left-out'
  readonly refusal: Refusal
}

/** The row, or why it cannot be had: its learner was erased meanwhile, or somebody changed what we wrote. */
async function openRow(
  house: House,
  tx: Tx,
  organisation: string,
  row: { readonly id: string; readonly secret_id: string; readonly content: Uint8Array },
): Promise<OpenedRow | LeftOut> {
  try {
    const secret = await openSecret(house, tx, organisation, row.secret_id)
    return { secret, content: openResult(secret, row.id, row.content) }
  } catch (error) {
    if (error instanceof Erased) return { state: 'left-out', refusal: gone }
    if (error instanceof NotOurs || error instanceof ZodError)
      return { state: 'faulty', refusal: changed }
    throw error
  }
}

const gone: Refusal = {
  code: 'issue.learner-erased',
  place: '',
  sentence: 'What was kept of this learner was erased before the award was sealed.',
}
const changed: Refusal = {
  code: 'issue.result-changed',
  place: '',
  sentence: 'The stored result cannot be read: it was changed outside Tessera. Enter it again.',
}

/** One that cannot be read must not hold up the others. */
async function leaveOut(
  house: House,
  tx: Tx,
  organisation: string,
  row: { readonly id: string; readonly cohort_id: string; readonly job: Job },
  { state, refusal }: LeftOut,
): Promise<void> {
  await tx
    .updateTable('result')
    .set({ state, faults: JSON.stringify([refusal]) })
    .where('organisation_id', '=', organisation)
    .where('id', '=', row.id)
    .execute()
  await finishJobs(tx, [row.job])
  await record(house, tx, organisation, {
    actor: 'house',
    action: 'award refused',
    subject: `result:${row.id}`,
    details: { cohort: row.cohort_id, code: refusal.code },
  })
  await finishIfDone(tx, house, organisation, row.cohort_id)
}
