// `npm run faults`: thousands of awards under fire, the disk full, and the table of what came of it.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { findBinaries, findRunner, NoPostgres } from '../store/cluster-binaries.ts'
import { type Count, isRight } from './count.ts'
import { sealOnFullDisk } from './full-disk.ts'
import { sealUnderFire } from './sealing-under-fire.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)
const number = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise)

function table(counts: readonly Count[]): number {
  let wrong = 0
  say(`\n   ${'what'.padEnd(42)} ${'wanted'.padStart(9)} ${'found'.padStart(9)}`)
  for (const count of counts) {
    const right = isRight(count)
    if (!right) wrong++
    const wanted = `${count.atMost === true ? '≤ ' : ''}${count.wanted}`
    say(
      `   ${count.what.padEnd(42)} ${wanted.padStart(9)} ${String(count.found).padStart(9)}  ${right ? '' : 'WRONG'}`,
    )
  }
  return wrong
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-faults-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

try {
  findBinaries()
  findRunner()
} catch (error) {
  if (!(error instanceof NoPostgres)) throw error
  say(error.message)
  process.exit(1)
}
const awards = number('FAULTS_AWARDS', 10_000)
const badges = Math.floor(awards * 0.03)
const european = Math.floor(awards * 0.004)
const plan = {
  cohorts: [
    { awards: awards - badges - european, formats: ['sd-jwt'] },
    { awards: badges, formats: ['ob3'] },
    { awards: european, formats: ['edc'] },
  ].filter((cohort) => cohort.awards > 0),
  workerKills: number('FAULTS_WORKER_KILLS', 50),
  databaseKills: number('FAULTS_DATABASE_KILLS', 20),
  workers: 2,
  verified: Math.min(200, awards),
}
say(
  `1. ${awards} awards (SD-JWT ${awards - badges - european}, Open Badges ${badges}, EDC ${european}) by ${plan.workers} workers, killed ${plan.workerKills} times, the database ${plan.databaseKills} times`,
)
const fire = await inFolder((folder) =>
  sealUnderFire({ ...plan, folder, tell: (line) => say(`   ${line}`) }),
)
let wrong = table([
  { what: 'kills of a worker', wanted: plan.workerKills, found: fire.workerKills },
  { what: 'kills of the database', wanted: plan.databaseKills, found: fire.databaseKills },
  ...fire.counts,
])
say(
  `   ${fire.seconds.toFixed(0)} s in all; longest time from a kill of the database to the next award: ${fire.longestGap.toFixed(1)} s`,
)
say('\n2. The disk is full in the middle of a cohort, then has room again')
const disk = await sealOnFullDisk((line) => say(`   ${line}`))
if (disk === undefined) say('   Left out: a small disk can be made by root only.')
else wrong += table(disk)
say(wrong === 0 ? '\nNothing was lost and nothing doubled.' : `\n${wrong} numbers are WRONG.`)
process.exit(wrong === 0 ? 0 : 1)
