// Thousands of awards while workers and the database are killed, spread over the whole run. Afterwards everything is
// counted: nothing may be lost, nothing doubled.

import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { verify } from 'tessera/verify/verify'
import { readConfig } from '../config.ts'
import type { House } from '../house.ts'
import { readFiles } from '../issue/award-content.ts'
import {
  approvedCohort,
  exampleIssuer,
  exampleRow,
  type ExampleDesk,
  openExampleDesk,
} from '../issue/example-cohort.ts'
import { makeTestKeys } from '../issue/key-cabinet.ts'
import { sealingProgress, startSealing } from '../issue/seal-cohort.ts'
import { openHouse } from '../open-house.ts'
import { joinCluster } from '../store/cluster.ts'
import { openMailSink } from './mail-sink.ts'
import { startWorkerProcess } from './worker-process.ts'
import { countEverything, type Count } from './count.ts'

export interface FirePlan {
  /** Empty; the private database comes to lie here. */
  readonly folder: string
  /** How many awards in which formats: a cohort each. */
  readonly cohorts: readonly { readonly awards: number; readonly formats: readonly string[] }[]
  readonly workerKills: number
  readonly databaseKills: number
  readonly workers: number
  /** Files that are verified at the end. */
  readonly verified: number
  readonly tell?: (line: string) => void
}

export interface FireReport {
  readonly counts: readonly Count[]
  readonly seconds: number
  readonly workerKills: number
  readonly databaseKills: number
  /** Longest time between a kill of the database and the next award. */
  readonly longestGap: number
}

export async function sealUnderFire(plan: FirePlan): Promise<FireReport> {
  const { folder, tell = () => undefined } = plan
  const sink = await openMailSink()
  const environment = {
    NODE_ENV: 'test',
    TESSERA_DATA: folder,
    TESSERA_LEASE_SECONDS: '5',
    SMTP_URL: sink.url,
    MAIL_FROM: 'Tessera <no-reply@tessera.example>',
  }
  const cluster = await joinCluster(folder)
  const opened = await openHouse(readConfig(environment), { log: () => undefined })
  const { house } = opened
  const workers: ReturnType<typeof startWorkerProcess>[] = []
  try {
    const { clock, random } = house
    await makeTestKeys({ ...opened.cabinet, clock, random }, 'valdeserena', exampleIssuer())
    const desk = await openExampleDesk(house)
    const cohorts = await prepare(house, desk, plan)
    tell('The cohorts are approved; the workers begin.')
    for (let i = 0; i < plan.workers; i++) workers.push(startWorkerProcess(environment))
    const fire = { house, desk, cohorts, plan, workers, pid: cluster.pid, tell }
    const begun = performance.now()
    const shot = await underFire(fire)
    await lettersGone(house, desk.organisation)
    const seconds = (performance.now() - begun) / 1000
    await Promise.all(workers.map((worker) => worker.end()))
    const counts = await countEverything(
      house,
      desk.organisation,
      plan,
      sink.seen,
      shot.workerKills + shot.databaseKills,
    )
    const bad = await verifySome(house, desk, plan.verified)
    return {
      ...shot,
      seconds,
      counts: [
        ...counts,
        { what: 'files that verify', wanted: plan.verified, found: plan.verified - bad },
      ],
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.end()))
    await opened.close()
    await cluster.leave()
    await sink.close()
  }
}

async function prepare(
  house: House,
  desk: ExampleDesk,
  plan: FirePlan,
): Promise<readonly string[]> {
  const cohorts: string[] = []
  let next = 1
  for (const { awards, formats } of plan.cohorts) {
    const rows = Array.from({ length: awards }, () => exampleRow(next++))
    const cohort = await approvedCohort(house, desk, rows, formats)
    await house.store.asOrganisation(desk.organisation, (tx) =>
      startSealing(tx, house, { organisation: desk.organisation, by: desk.officer }, cohort),
    )
    cohorts.push(cohort)
  }
  return cohorts
}

interface Fire {
  readonly house: House
  readonly desk: ExampleDesk
  readonly cohorts: readonly string[]
  readonly plan: FirePlan
  readonly workers: readonly ReturnType<typeof startWorkerProcess>[]
  readonly pid: () => number | undefined
  readonly tell: (line: string) => void
}

/** Kills at even steps of the progress, a little shifted at random, until all is awarded. */
async function underFire({ house, desk, cohorts, plan, workers, pid, tell }: Fire) {
  const total = plan.cohorts.reduce((sum, { awards }) => sum + awards, 0)
  const workerAt = moments(total, plan.workerKills, house.random)
  const databaseAt = moments(total, plan.databaseKills, house.random)
  let workerKills = 0
  let databaseKills = 0
  let longestGap = 0
  let gone: { readonly at: number; readonly awarded: number } | undefined
  let awarded = 0
  let told = 0
  for (;;) {
    const now = await progressOf(house, desk, cohorts)
    if (now !== undefined) {
      awarded = now.awarded
      if (gone !== undefined && awarded > gone.awarded) {
        longestGap = Math.max(longestGap, (performance.now() - gone.at) / 1000)
        gone = undefined
      }
      if (now.done) break
      if (awarded - told >= total / 10) {
        told = awarded
        tell(`${awarded} of ${total}; workers killed ${workerKills}, database ${databaseKills}`)
      }
      if (workerKills < workerAt.length && awarded >= (workerAt[workerKills] ?? 0)) {
        const up = workers.filter((worker) => worker.isUp())
        // The last one at work is as good a victim as any.
        const victim = up[(house.random(1)[0] ?? 0) % Math.max(1, up.length)]
        if (victim !== undefined) {
          await pause((house.random(1)[0] ?? 0) / 2)
          victim.killAndReplace()
          workerKills++
        }
      }
      if (databaseKills < databaseAt.length && awarded >= (databaseAt[databaseKills] ?? 0)) {
        const victim = pid()
        if (victim !== undefined && gone === undefined) {
          process.kill(victim, 'SIGKILL')
          databaseKills++
          gone = { at: performance.now(), awarded }
        }
      }
    }
    await pause(60)
  }
  return { workerKills, databaseKills, longestGap }
}

function moments(total: number, kills: number, random: House['random']): readonly number[] {
  const step = total / (kills + 1)
  return Array.from({ length: kills }, (_, i) =>
    Math.floor((i + 0.5 + (random(1)[0] ?? 0) / 512) * step),
  )
}

/** Undefined while the database is away. */
async function progressOf(house: House, desk: ExampleDesk, cohorts: readonly string[]) {
  try {
    return await house.store.asOrganisation(desk.organisation, async (tx) => {
      let awarded = 0
      let done = true
      for (const cohort of cohorts) {
        const found = await sealingProgress(tx, house, desk.organisation, cohort)
        awarded += found?.awarded ?? 0
        done &&= found?.state === 'done'
      }
      return { awarded, done }
    })
  } catch {
    return undefined
  }
}

/** Waits until no letter waits any more. */
export async function lettersGone(house: House, organisation: string): Promise<void> {
  const end = performance.now() + 1_800_000
  while (performance.now() < end) {
    const waiting = await house.store
      .asOrganisation(organisation, (tx) =>
        tx
          .selectFrom('letter')
          .select('id')
          .where('state', '=', 'waiting')
          .where('kind', '!=', 'slip')
          .limit(1)
          .execute(),
      )
      .catch(() => [undefined])
    if (waiting.length === 0) return
    await pause(200)
  }
}

async function verifySome(house: House, desk: ExampleDesk, most: number): Promise<number> {
  const awards = await house.store.asOrganisation(desk.organisation, (tx) =>
    tx.selectFrom('award').select('id').orderBy('status_index').limit(most).execute(),
  )
  const { trust } = await house.keys.keysOf(desk.organisation)
  let bad = most - awards.length
  for (const { id } of awards) {
    const [file] = await house.store.asOrganisation(desk.organisation, (tx) =>
      readFiles(house, tx, desk.organisation, id),
    )
    const verdict =
      file === undefined
        ? undefined
        : await verify(file.bytes, {
            trust: [trust],
            now: house.clock.now(),
            resolver: house.resolver,
          })
    if (verdict?.verdict !== 'valid') bad++
  }
  return bad
}
