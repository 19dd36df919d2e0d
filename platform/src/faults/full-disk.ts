// The disk of the database is full in the middle of a cohort. Nothing half done may remain, and when there is room
// again the work goes on by itself.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { readConfig } from '../config.ts'
import {
  approvedCohort,
  exampleIssuer,
  exampleRow,
  openExampleDesk,
} from '../issue/example-cohort.ts'
import { makeTestKeys } from '../issue/key-cabinet.ts'
import { sealingProgress, startSealing } from '../issue/seal-cohort.ts'
import { openHouse } from '../open-house.ts'
import { type Count, countEverything } from './count.ts'
import { openMailSink } from './mail-sink.ts'
import { lettersGone } from './sealing-under-fire.ts'
import { startWorkerProcess } from './worker-process.ts'

const awards = 400
const megabytes = 160

/** Undefined where no small disk can be made. */
export async function sealOnFullDisk(
  tell: (line: string) => void,
): Promise<readonly Count[] | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  try {
    if (process.getuid?.() !== 0 || mounted.status !== 0) return undefined
    return await onSmallDisk(folder, tell)
  } finally {
    if (mounted.status === 0) spawnSync('umount', [folder])
    rmSync(folder, { recursive: true, force: true })
  }
}

async function onSmallDisk(
  folder: string,
  tell: (line: string) => void,
): Promise<readonly Count[]> {
  const sink = await openMailSink()
  const environment = {
    NODE_ENV: 'test',
    TESSERA_DATA: folder,
    TESSERA_LEASE_SECONDS: '5',
    SMTP_URL: sink.url,
  }
  const opened = await openHouse(readConfig(environment), { log: () => undefined })
  const { house, cabinet } = opened
  const plan = { cohorts: [{ awards, formats: ['sd-jwt'] }] }
  let worker: ReturnType<typeof startWorkerProcess> | undefined
  try {
    const { clock, random } = house
    await makeTestKeys({ ...cabinet, clock, random }, 'valdeserena', exampleIssuer())
    const desk = await openExampleDesk(house)
    const { organisation } = desk
    const rows = Array.from({ length: awards }, (_, i) => exampleRow(i + 1))
    const cohort = await approvedCohort(house, desk, rows, ['sd-jwt'])
    await house.store.asOrganisation(organisation, (tx) =>
      startSealing(tx, house, { organisation, by: desk.officer }, cohort),
    )
    worker = startWorkerProcess(environment)
    const awarded = async () => {
      try {
        const found = await house.store.asOrganisation(organisation, (tx) =>
          sealingProgress(tx, house, organisation, cohort),
        )
        return found?.awarded
      } catch {
        return undefined
      }
    }
    const until = async (enough: (count: number) => boolean) => {
      for (;;) {
        const count = await awarded()
        if (count !== undefined && enough(count)) return count
        await pause(100)
      }
    }
    const before = await until((count) => count >= awards / 8)
    const ballast = join(folder, 'ballast')
    const held = fill(ballast)
    tell(`full after ${before} awards (${held} MB of ballast)`)
    // What is still in the files of the database is used up, then it stands.
    let last = before
    let stood = 0
    for (let looks = 0; looks < 400 && stood < 40; looks++) {
      await pause(100)
      const now = await awarded()
      stood = now === undefined || now === last ? stood + 1 : 0
      last = now ?? last
    }
    tell(`it stands at ${last} awards`)
    const stands = last < awards ? 1 : 0
    rmSync(ballast)
    tell('room again')
    await until((count) => count === awards)
    await lettersGone(house, organisation)
    await worker.end()
    const counts = await countEverything(house, organisation, plan, sink.seen, 4)
    return [{ what: 'times it stood still', wanted: 1, found: stands }, ...counts]
  } finally {
    await worker?.end()
    await opened.close()
    await sink.close()
  }
}

/** Writes until nothing more fits. @returns megabytes */
function fill(path: string): number {
  const block = Buffer.alloc(1024 * 1024, 1)
  let count = 0
  for (const size of [block.length, 64 * 1024, 4096])
    try {
      for (;;) {
        writeFileSync(path, block.subarray(0, size), { flag: 'a' })
        if (size === block.length) count++
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  return count
}
