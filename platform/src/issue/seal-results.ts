// What a worker does with the jobs of a cohort, in three steps:
//
// 1. Reserve, committed: an id and a place in the status list for every result, before anything is built. After a
//    crash the same result finds the same ones again.
// 2. Seal, outside any transaction: no row is locked and the database may even be away meanwhile.
// 3. Write, in one commit: award, files, claim, door, letter, event, audit, the result's state, the job's end. The
//    result is locked and looked at again, so that of two who sealed the same only one writes; what the other
//    sealed was seen by nobody and is thrown away. A pulled stop switch or a paused cohort ends it here at the latest.

import type { Issuer } from 'tessera/issue/issuer'
import { attempt, firstOf, Refused } from 'tessera/refusal'
import type { House } from '../house.ts'
import { type Job, postponeJob, returnJobs } from '../jobs/queue.ts'
import { type Ready, reserve } from './reserve-results.ts'
import { languageFor, sealOne } from './seal-one.ts'
import { sealingDesk } from './sealing-desk.ts'
import { refuseResult, type Sealed, writeAwards } from './write-awards.ts'

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
    if (house.closing?.aborted === true) {
      // The house closes: what was sealed is written, the rest goes back.
      const rest = ready.slice(i).map(({ job }) => job)
      await house.store.atTheDoor((tx) => returnJobs(tx, rest))
      break
    }
    const answer = await sealReady(house, organisation, issuer, one)
    if (answer !== undefined) sealed.push(answer)
    if (performance.now() - begun < commitEvery) continue
    await writeAwards(house, organisation, sealed)
    sealed = []
    begun = performance.now()
  }
  await writeAwards(house, organisation, sealed)
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
      const ours = answer.refusals.find(({ code }) => isOurs(code))
      if (ours !== undefined) await later(house, job, ours.code)
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
    await later(house, job, error instanceof Refused ? firstOf(error.refusals).code : nameOf(error))
    house.log?.({
      at: house.clock.now().toISOString(),
      level: 'error',
      message: 'sealing put off',
      fault: nameOf(error),
    })
    return undefined
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

/**
 * No fault of the learner's row: no time stamp is to be had, or what the real keys sealed does not hold (a broken
 * signer, a certificate that ended). The next row would fare no better; all wait until it is mended.
 */
const isOurs = (code: string): boolean =>
  /^(?:time|keys|key|pkcs11)\./.test(code) || code === 'issue.final-not-valid'

async function later(house: House, job: Job, fault: string): Promise<void> {
  await house.store.atTheDoor((tx) => postponeJob(tx, house, job, fault))
}
