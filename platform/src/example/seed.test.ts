// The example alliance comes into an empty house, once.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { openCabinet } from '../issue/key-cabinet.ts'
import { sealingTrade } from '../issue/sealing-trade.ts'
import { doAllDue } from '../jobs/worker.ts'
import { verifyAudit } from '../store/audit.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { testHouse } from '../test-house.ts'
import { seedExample } from './seed.ts'

describe('the example', { skip: noPostgres }, () => {
  const fresh = freshStore()
  const folder = mkdtempSync(join(tmpdir(), 'tessera-example-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const passphrase = 'a passphrase of the example'

  it('does not go into a house in production', async () => {
    const house = testHouse(fresh.store, { config: { production: true } })
    await assert.rejects(
      seedExample({ house, databaseUrl: fresh.databaseUrl, cabinet: { folder, passphrase } }),
      /not go into a house in production/,
    )
  })

  it('brings universities, designs, people and cohorts in every state, also when it is begun twice', async () => {
    const { store } = fresh
    const bare = testHouse(store, { clock: { now: () => new Date() } })
    const keys = openCabinet({ folder, passphrase, store, clock: bare.clock })
    const house = { ...bare, keys }
    const given = { house, databaseUrl: fresh.databaseUrl, cabinet: { folder, passphrase } }
    // One kind of file and one organisation's keys: the others are made the same way.
    const plan = { formats: ['sd-jwt'], keysFor: (id: string) => id === 'valdeserena' }
    const first = await seedExample(given, plan)
    const work = { ended: false }
    const working = (async () => {
      while (!work.ended) {
        await doAllDue(house, [sealingTrade])
        await pause(100)
      }
    })()
    await first.finished
    work.ended = true
    await working
    const second = await seedExample(given, plan)
    await second.finished
    assert.equal(first.alliance.organisations.length, 9)
    const found = await store.asOrganisation('valdeserena', async (tx) => ({
      cohorts: await tx.selectFrom('cohort').select(['name', 'state']).orderBy('name').execute(),
      results: await tx
        .selectFrom('result')
        .innerJoin('cohort', (on) =>
          on
            .onRef('cohort.organisation_id', '=', 'result.organisation_id')
            .onRef('cohort.id', '=', 'result.cohort_id'),
        )
        .where('cohort.state', '=', 'collecting')
        .select('result.state')
        .orderBy('row_number')
        .execute(),
      awards: (await tx.selectFrom('award').select('person_id').execute()).map(
        ({ person_id: person }) => person !== null,
      ),
      audit: await verifyAudit(tx, 'valdeserena'),
    }))
    assert.deepEqual(found.cohorts, [
      { name: 'Heat-Resilient Cities, autumn', state: 'done' },
      { name: 'Heat-Resilient Cities, winter', state: 'collecting' },
      { name: 'Water Stewardship, autumn', state: 'approval' },
    ])
    assert.deepEqual(
      found.results.map(({ state }) => state),
      ['new', 'new', 'name-missing', 'below-threshold', 'faulty', 'duplicate'],
    )
    assert.ok(found.awards.length >= 12)
    assert.equal(found.awards.filter(Boolean).length, 1)
    assert.ok(found.audit.whole)
    const organisations = await store.atTheDoor((tx) =>
      tx.selectFrom('organisation').select('id').execute(),
    )
    let designs = 0
    for (const { id } of organisations)
      designs += await store.asOrganisation(
        id,
        async (tx) => (await tx.selectFrom('design').select('id').execute()).length,
      )
    assert.equal(designs, 12)
  })
})
