// Sealing a cohort in the service, with its database, letters, events and audit, against the same files sealed without
// any of that, and against nothing but the signatures they hold. Processor time is that of the sealing process; what
// the database beside it takes shows by the clock only.

import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formats } from 'tessera/formats/index'
import { exampleRun } from 'tessera/issue/example-cohort'
import { readConfig } from 'tessera-platform/dist/config.js'
import type { House } from 'tessera-platform/dist/house.js'
import {
  approvedCohort,
  exampleRow,
  openExampleDesk,
  withExampleKeys,
} from 'tessera-platform/dist/issue/example-cohort.js'
import { startSealing } from 'tessera-platform/dist/issue/seal-cohort.js'
import { sealingTrade } from 'tessera-platform/dist/issue/sealing-trade.js'
import { doAllDue } from 'tessera-platform/dist/jobs/worker.js'
import { joinCluster } from 'tessera-platform/dist/store/cluster.js'
import { migrate } from 'tessera-platform/dist/store/migrate.js'
import { openStore } from 'tessera-platform/dist/store/store.js'
import { openVault } from 'tessera-platform/dist/store/vault.js'
import { noResolver } from 'tessera/trust/resolver'
import { rate, type Row } from './row.ts'

/** Awards a cohort has, by how long one takes. */
const sizes: Readonly<Record<string, number>> = { edc: 12, ob3: 30, 'sd-jwt': 300 }

export async function run(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'))
  const cluster = await joinCluster(join(folder, 'data'))
  await migrate(cluster.url)
  const store = openStore(cluster.url)
  try {
    const random = (length: number) => new Uint8Array(randomBytes(length))
    const house: House = await withExampleKeys(
      {
        config: readConfig({ NODE_ENV: 'test' }),
        store,
        clock: { now: () => new Date() },
        random,
        mailer: { send: () => Promise.resolve() },
        keys: { keysOf: () => Promise.reject(new Error('no keys yet')) },
        vault: openVault([random(32)], random),
        trust: () => Promise.resolve([]),
        resolver: noResolver,
      },
      join(folder, 'keys'),
    )
    const desk = await openExampleDesk(house)
    const by = { organisation: desk.organisation, by: desk.officer }
    let learner = 1
    const seal = async (format: string, count: number) => {
      const rows = Array.from({ length: count }, () => exampleRow(learner++))
      const cohort = await approvedCohort(house, desk, rows, [format])
      await store.asOrganisation(desk.organisation, (tx) => startSealing(tx, house, by, cohort))
      const begun = performance.now()
      const before = process.cpuUsage()
      await doAllDue(house, [sealingTrade])
      const { user, system } = process.cpuUsage(before)
      return {
        ours: (count * 1_000_000) / (user + system),
        clock: (count * 1000) / (performance.now() - begun),
      }
    }
    const rows: Row[] = []
    let last = 0
    const example = await exampleRun(new Date())
    const { keys } = example.party
    for (const format of formats) {
      const count = sizes[format.id] ?? 10
      await seal(format.id, 2)
      await example.seal(format)
      const before = await rate(() => example.seal(format), 2_000)
      const { ours, clock } = await seal(format.id, count)
      const after = await rate(() => example.seal(format), 2_000)
      const peer = (before + after) / 2
      rows.push({
        what: `cohort with database / without, ${format.name}`,
        ours,
        peer,
        ratio: ours / peer,
      })
      rows.push({ what: `   the same by the clock, database and all`, ours: clock })
      last = ours
    }
    const bytes = random(2_000)
    const signer = keys.seal
    const bare = await rate(() => signer.sign(bytes), 1_000)
    rows.push({
      what: `SD-JWT cohort with database / bare ${signer.algorithm} signatures`,
      ours: last,
      peer: bare,
      ratio: last / bare,
    })
    return rows
  } finally {
    await store.close()
    await cluster.leave()
    rmSync(folder, { recursive: true, force: true })
  }
}
