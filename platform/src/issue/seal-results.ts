// What a worker does with the jobs of a cohort, in three steps:
//
// 1. Reserve, committed: an id and a place in the status list for every result, before anything is built. After a
//    crash the same result finds the same ones again.
// 2. Seal, outside any transaction: no row is locked and the database may even be away meanwhile.
// 3. Write, in one commit: award, files, claim, door, letter, event, audit, the result's state, the job's end. The
//    result is locked and looked at again, so that of two who sealed the same only one writes; what the other
//    sealed was seen by nobody and is thrown away. A pulled stop switch or a paused cohort ends it here at the latest.

import type { Design } from 'tessera/credential/design'
import type { CohortRow } from 'tessera/issue/cohort'
import type { Issuer } from 'tessera/issue/issuer'
import { attempt, type Refusal } from 'tessera/refusal'
import type { House } from '../house.ts'
import { finishJobs, type Job, postponeJob, returnJobs } from '../jobs/queue.ts'
import { uuid } from '../mail/letters.ts'
import { stopOf } from '../people/stop-switch.ts'
import { record } from '../store/audit.ts'
import { openSecret, type Secret } from '../store/secret.ts'
import type { Tx } from '../store/store.ts'
import { designOf, issuerOf } from './issuer-of.ts'
import { type Reservation, reserveStatus } from './reserve-status.ts'
import { issuingKeyOf, openResult } from './result-content.ts'
import { finishIfDone } from './seal-cohort.ts'
import { languageFor, sealOne } from './seal-one.ts'
import { sealingDesk } from './sealing-desk.ts'
import { type SealedAward, storeAwards } from './store-award.ts'

/** A result that may be sealed now. */
interface Ready {
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

/** How long a pulled switch keeps its jobs from being asked again. */
const pause = 2_000

/** A commit costs what some awards do; who watches the bar wants to see it move. */
const commitEvery = 400

export async function sealResults(house: House, jobs: readonly Job[]): Promise<void> {
  for (const organisation of new Set(jobs.map((job) => job.organisation)))
    await sealFor(
      house,
      organisation,
      jobs.filter((job) => job.organisation === organisation),
    )
}

async function sealFor(house: House, organisation: string, jobs: readonly Job[]): Promise<void> {
  const reserved = await house.store.asOrganisation(organisation, (tx) =>
    reserve(house, tx, organisation, jobs),
  )
  if (reserved === undefined) return
  const { issuer, ready } = reserved
  let sealed: Sealed[] = []
  let begun = performance.now()
  for (const [i, one] of ready.entries()) {
    const answer = await sealReady(house, organisation, issuer, one)
    if (answer !== undefined) sealed.push(answer)
    if (i < ready.length - 1 && performance.now() - begun < commitEvery) continue
    await write(house, organisation, sealed)
    sealed = []
    begun = performance.now()
  }
}

// ------------------------------------------------------------------------------------ reserve

async function reserve(
  house: House,
  tx: Tx,
  organisation: string,
  jobs: readonly Job[],
): Promise<{ readonly issuer: Issuer; readonly ready: readonly Ready[] } | undefined> {
  if ((await stopOf(tx, organisation)) !== undefined) {
    await returnJobs(tx, jobs, new Date(house.clock.now().getTime() + pause))
    return undefined
  }
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
    if (row.award_id === null)
      await tx
        .updateTable('result')
        .set({ award_id: id })
        .where('organisation_id', '=', organisation)
        .where('id', '=', row.id)
        .execute()
  }
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
    const secret = await openSecret(house, tx, organisation, row.secret_id)
    const content = openResult(secret, row.id, row.content)
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

// --------------------------------------------------------------------------------------- seal

interface Sealed {
  readonly ready: Ready
  readonly award: SealedAward
}

/** Undefined where it was refused, or is to be tried later: both are written down. */
async function sealReady(
  house: House,
  organisation: string,
  issuer: Issuer,
  ready: Ready,
): Promise<Sealed | undefined> {
  const { row, design, place, formats, secret, cohort, issuingKey, job } = ready
  const language = languageFor(row, design)
  try {
    const desk = await sealingDesk(house, organisation, issuer, place.list)
    const answer = await attempt(() =>
      sealOne(house, desk, { row, design, place, formats, language }),
    )
    if (!answer.ok) {
      // Without time stamps the next one would fare no better; it is no fault of the learner's row.
      if (answer.refusals.some(({ code }) => code.startsWith('time.')))
        await later(house, job, answer.refusals[0]?.code ?? 'time')
      else await refuseResult(house, organisation, ready, answer.refusals)
      return undefined
    }
    const { award, files } = answer.value
    return {
      ready,
      award: {
        id: place.award,
        cohort,
        row,
        award,
        files,
        secret,
        place,
        issuingKey,
        language,
        actor: 'house',
      },
    }
  } catch (error) {
    await later(house, job, error instanceof Error ? error.name : 'fault')
    house.log?.({
      at: house.clock.now().toISOString(),
      level: 'error',
      message: 'sealing put off',
      fault: error instanceof Error ? error.name : typeof error,
    })
    return undefined
  }
}

async function later(house: House, job: Job, fault: string): Promise<void> {
  await house.store.atTheDoor((tx) => postponeJob(tx, house, job, fault))
}

/** The toolkit said no to this row: nothing was issued, and the officer finds the reason beside it. */
async function refuseResult(
  house: House,
  organisation: string,
  { result, cohort, job }: Ready,
  refusals: readonly Refusal[],
  state: 'faulty' | 'duplicate' = 'faulty',
): Promise<void> {
  await house.store.asOrganisation(organisation, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('result')
      .set({ state, faults: JSON.stringify(refusals) })
      .where('organisation_id', '=', organisation)
      .where('id', '=', result)
      .where('state', '=', 'ready')
      .executeTakeFirst()
    await finishJobs(tx, [job])
    if (numUpdatedRows === 0n) return
    await record(house, tx, organisation, {
      actor: 'house',
      action: 'award refused',
      subject: `result:${result}`,
      details: { cohort, code: refusals[0]?.code ?? '' },
    })
    await finishIfDone(tx, house, organisation, cohort)
  })
}

// -------------------------------------------------------------------------------------- write

async function write(house: House, organisation: string, sealed: readonly Sealed[]): Promise<void> {
  if (sealed.length === 0) return
  try {
    await house.store.asOrganisation(organisation, (tx) =>
      writeAll(house, tx, organisation, sealed),
    )
  } catch (error) {
    const first = sealed[0]
    if (!isTwice(error) || first === undefined) throw error
    // Somebody of them has this award already: one at a time finds out who.
    if (sealed.length > 1) for (const one of sealed) await write(house, organisation, [one])
    else await refuseResult(house, organisation, first.ready, [awardedAlready], 'duplicate')
  }
}

const awardedAlready: Refusal = {
  code: 'issue.awarded-already',
  place: '',
  sentence: 'This learner has this micro-credential already. A correction is not a second award.',
}

const isTwice = (error: unknown): boolean =>
  error instanceof Error &&
  'constraint' in error &&
  (error as { constraint?: unknown }).constraint === 'award_once'

async function writeAll(
  house: House,
  tx: Tx,
  organisation: string,
  sealed: readonly Sealed[],
): Promise<void> {
  const jobs = sealed.map(({ ready }) => ready.job)
  if ((await stopOf(tx, organisation)) !== undefined) {
    await returnJobs(tx, jobs, new Date(house.clock.now().getTime() + pause))
    return
  }
  const results = await tx
    .selectFrom('result')
    .select(['id', 'state', 'award_id'])
    .where('organisation_id', '=', organisation)
    .where(
      'id',
      'in',
      sealed.map(({ ready }) => ready.result),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  const cohorts = await tx
    .selectFrom('cohort')
    .select(['id', 'state'])
    .where('organisation_id', '=', organisation)
    .where('id', 'in', [...new Set(sealed.map(({ ready }) => ready.cohort))])
    .orderBy('id')
    .forShare()
    .execute()
  const open = new Set(cohorts.filter(({ state }) => state === 'sealing').map(({ id }) => id))
  const mine = sealed.filter(({ ready, award }) => {
    const row = results.find(({ id }) => id === ready.result)
    return row?.state === 'ready' && row.award_id === award.id && open.has(ready.cohort)
  })
  if (mine.length > 0)
    await tx
      .updateTable('result')
      .set({ state: 'awarded' })
      .where('organisation_id', '=', organisation)
      .where(
        'id',
        'in',
        mine.map(({ ready }) => ready.result),
      )
      .execute()
  await finishJobs(tx, jobs)
  await storeAwards(
    house,
    tx,
    organisation,
    mine.map(({ award }) => award),
  )
  for (const cohort of new Set(mine.map(({ ready }) => ready.cohort)))
    await finishIfDone(tx, house, organisation, cohort)
}
