// A cohort is sealed: once, whole, and only while nobody says stop.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { verify } from 'tessera/verify/verify'
import { resolverOf } from 'tessera/issue/publication'
import type { House } from '../house.ts'
import { doAllDue } from '../jobs/worker.ts'
import { leaseJobs } from '../jobs/queue.ts'
import { pullStopSwitch, releaseStopSwitch } from '../people/stop-switch.ts'
import { verifyAudit } from '../store/audit.ts'
import { destroySecret } from '../store/secret.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { testHouse, type TestHouse } from '../test-house.ts'
import { readFiles } from './award-content.ts'
import {
  approvedCohort,
  exampleRow,
  type ExampleDesk,
  openExampleDesk,
  withExampleKeys,
} from './example-cohort.ts'
import {
  pauseSealing,
  resumeSealing,
  sealingProgress,
  startSealing,
  stopSealing,
} from './seal-cohort.ts'
import { sealResults } from './seal-results.ts'
import { sealingTrade } from './sealing-trade.ts'

describe('sealing a cohort', { skip: noPostgres }, () => {
  const fresh = freshStore()
  const folder = mkdtempSync(join(tmpdir(), 'tessera-keys-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  let house: TestHouse
  let desk: ExampleDesk
  let next = 1

  before(async () => {
    house = await withExampleKeys(testHouse(fresh.store), folder)
    desk = await openExampleDesk(house)
  })

  const rows = (count: number) => Array.from({ length: count }, () => exampleRow(next++))
  const by = () => ({ organisation: desk.organisation, by: desk.officer })
  const inside = <T>(work: Parameters<House['store']['asOrganisation']>[1]) =>
    house.store.asOrganisation(desk.organisation, work) as Promise<T>
  const start = (cohort: string) =>
    house.store.asOrganisation(desk.organisation, (tx) => startSealing(tx, house, by(), cohort))
  const progress = async (cohort: string) => {
    const found = await house.store.asOrganisation(desk.organisation, (tx) =>
      sealingProgress(tx, house, desk.organisation, cohort),
    )
    assert.ok(found !== undefined)
    return found
  }
  const counts = (cohort: string) =>
    house.store.asOrganisation(desk.organisation, async (tx) => {
      const awards = await tx
        .selectFrom('award')
        .selectAll()
        .where('cohort_id', '=', cohort)
        .execute()
      const ids = awards.map(({ id }) => id)
      const count = async (table: 'letter' | 'claim' | 'event' | 'sealed_file') =>
        (await tx.selectFrom(table).select('award_id').where('award_id', 'in', ids).execute())
          .length
      return {
        awards,
        letters: await count('letter'),
        claims: await count('claim'),
        events: await count('event'),
        files: await count('sealed_file'),
      }
    })

  it('gives every learner one award, one claim, one letter or slip, and tells of it', async () => {
    const cohort = await approvedCohort(house, desk, rows(8), ['sd-jwt'])
    assert.deepEqual(await start(cohort), { done: true, jobs: 8 })
    assert.deepEqual(await start(cohort), { done: false, because: 'wrong-state' })
    await doAllDue(house, [sealingTrade])
    const { awards, letters, claims, events, files } = await counts(cohort)
    assert.deepEqual(
      { awards: awards.length, letters, claims, events, files },
      { awards: 8, letters: 8, claims: 8, events: 8, files: 8 },
    )
    assert.equal(new Set(awards.map((award) => award.status_index)).size, 8)
    const { state, total, awarded, waiting } = await progress(cohort)
    assert.deepEqual(
      { state, total, awarded, waiting },
      { state: 'done', total: 8, awarded: 8, waiting: 0 },
    )
    const left = await leaseJobs(house, { kinds: ['seal'], most: 1, millis: 1 })
    assert.deepEqual(left, [])
    const audit = await inside<Awaited<ReturnType<typeof verifyAudit>>>((tx) =>
      verifyAudit(tx, desk.organisation),
    )
    assert.equal(audit.whole, true)
  })

  it('seals files in every format that verify', async () => {
    const cohort = await approvedCohort(house, desk, rows(1), ['edc', 'ob3', 'sd-jwt'])
    await start(cohort)
    await doAllDue(house, [sealingTrade])
    const { awards } = await counts(cohort)
    const [award] = awards
    assert.ok(award !== undefined)
    const files = await house.store.asOrganisation(desk.organisation, (tx) =>
      readFiles(house, tx, desk.organisation, award.id),
    )
    assert.deepEqual(
      files.map(({ format, extension }) => `${format}.${extension}`),
      ['edc.jsonld', 'ob3.json', 'ob3.jwt', 'ob3.png', 'ob3.svg', 'sd-jwt.sd-jwt'],
    )
    const keys = await house.keys.keysOf(desk.organisation)
    for (const { bytes, format } of files) {
      const verdict = await verify(bytes, {
        trust: [keys.trust],
        now: house.clock.now(),
        resolver: resolverOf(new Map()),
      })
      // Status and DID document are served elsewhere; here they cannot be had, and nothing else is wrong.
      const failed = verdict.checks.filter(({ status }) => status === 'failed')
      assert.deepEqual(failed, [], format)
    }
  })

  it('gives nobody the same micro-credential twice, and says so beside the row', async () => {
    const same = rows(2)
    const first = await approvedCohort(house, desk, same, ['sd-jwt'])
    const second = await approvedCohort(house, desk, [...same, ...rows(1)], ['sd-jwt'])
    await start(first)
    await start(second)
    await doAllDue(house, [sealingTrade])
    const { awards } = await counts(second)
    assert.equal(awards.length, 1)
    const { state, awarded, refused } = await progress(second)
    assert.deepEqual({ state, awarded, refused }, { state: 'done', awarded: 1, refused: 2 })
  })

  it('seals nothing while it is paused, and goes on', async () => {
    const cohort = await approvedCohort(house, desk, rows(3), ['sd-jwt'])
    await start(cohort)
    await inside((tx) => pauseSealing(tx, house, by(), cohort))
    await doAllDue(house, [sealingTrade])
    assert.equal((await progress(cohort)).awarded, 0)
    await inside((tx) => resumeSealing(tx, house, by(), cohort))
    await doAllDue(house, [sealingTrade])
    assert.equal((await progress(cohort)).awarded, 3)
  })

  it('stops for good, and keeps what was awarded', async () => {
    const cohort = await approvedCohort(house, desk, rows(3), ['sd-jwt'])
    await start(cohort)
    const one = await leaseJobs(house, { kinds: ['seal'], most: 1, millis: 30_000 })
    await sealResults(house, one)
    await inside((tx) => stopSealing(tx, house, by(), cohort, 'a wrong grade'))
    await doAllDue(house, [sealingTrade])
    const { state, awarded } = await progress(cohort)
    assert.deepEqual({ state, awarded }, { state: 'stopped', awarded: 1 })
    assert.deepEqual(await inside((tx) => resumeSealing(tx, house, by(), cohort)), {
      done: false,
      because: 'wrong-state',
    })
  })

  it('writes nothing after the stop switch was pulled, even of what is being sealed', async () => {
    const cohort = await approvedCohort(house, desk, rows(2), ['sd-jwt'])
    await start(cohort)
    const jobs = await leaseJobs(house, { kinds: ['seal'], most: 2, millis: 30_000 })
    // Pulled between reserving and writing: the first look at the clock while sealing is when it happens.
    let pulled = false
    const late: House = {
      ...house,
      keys: {
        keysOf: async (organisation) => {
          if (!pulled) await inside((tx) => pullStopSwitch(tx, house, by(), 'something is wrong'))
          pulled = true
          return house.keys.keysOf(organisation)
        },
      },
    }
    await sealResults(late, jobs)
    assert.equal(pulled, true)
    assert.equal((await progress(cohort)).awarded, 0)
    assert.equal((await progress(cohort)).stopSwitch, true)
    await inside((tx) => releaseStopSwitch(tx, house, by()))
    house.wind(5_000)
    await doAllDue(house, [sealingTrade])
    assert.equal((await progress(cohort)).awarded, 2)
  })

  it('lets one write where two sealed the same', async () => {
    const cohort = await approvedCohort(house, desk, rows(2), ['sd-jwt'])
    await start(cohort)
    const jobs = await leaseJobs(house, { kinds: ['seal'], most: 2, millis: 30_000 })
    await Promise.all([sealResults(house, jobs), sealResults(house, jobs)])
    const { awards, letters } = await counts(cohort)
    assert.deepEqual([awards.length, letters], [2, 2])
  })

  it('keeps the id and the place of an award whose writing failed', async () => {
    const cohort = await approvedCohort(house, desk, rows(1), ['sd-jwt'])
    await start(cohort)
    const jobs = await leaseJobs(house, { kinds: ['seal'], most: 1, millis: 30_000 })
    let calls = 0
    const breaking: House = {
      ...house,
      store: {
        ...house.store,
        asOrganisation: (organisation, work) =>
          ++calls === 2
            ? Promise.reject(Object.assign(new Error('gone'), { code: '57P01' }))
            : house.store.asOrganisation(organisation, work),
      },
    }
    await assert.rejects(sealResults(breaking, jobs))
    const reserved = await house.store.asOrganisation(desk.organisation, (tx) =>
      tx.selectFrom('result').select('award_id').where('cohort_id', '=', cohort).execute(),
    )
    house.wind(60_000)
    await doAllDue(house, [sealingTrade])
    const { awards } = await counts(cohort)
    assert.deepEqual(
      awards.map(({ id }) => id),
      reserved.map(({ award_id: id }) => id),
    )
  })

  it('puts a row aside that cannot be sealed, with the reason, and goes on with the others', async () => {
    const [good, bad] = rows(2)
    assert.ok(good !== undefined && bad !== undefined)
    const unwritable = { ...bad, learner: { ...bad.learner, familyName: '\u{13000}' } }
    const cohort = await approvedCohort(house, desk, [good, unwritable], ['edc'])
    await start(cohort)
    await doAllDue(house, [sealingTrade])
    const { state, awarded, refused } = await progress(cohort)
    assert.deepEqual({ state, awarded, refused }, { state: 'done', awarded: 1, refused: 1 })
  })

  it('leaves out who was erased meanwhile, and what was changed outside', async () => {
    const cohort = await approvedCohort(house, desk, rows(3), ['sd-jwt'])
    await start(cohort)
    await house.store.asOrganisation(desk.organisation, async (tx) => {
      const [one, two] = await tx
        .selectFrom('result')
        .select(['id', 'secret_id'])
        .where('cohort_id', '=', cohort)
        .orderBy('row_number')
        .execute()
      assert.ok(one !== undefined && two !== undefined)
      await destroySecret(tx, desk.organisation, one.secret_id, house.clock.now())
      await tx
        .updateTable('result')
        .set({ content: new Uint8Array(60) })
        .where('id', '=', two.id)
        .execute()
    })
    await doAllDue(house, [sealingTrade])
    const { state, awarded } = await progress(cohort)
    assert.deepEqual({ state, awarded }, { state: 'done', awarded: 1 })
  })

  it('gives back what it has not begun when the house closes', async () => {
    const cohort = await approvedCohort(house, desk, rows(3), ['sd-jwt'])
    await start(cohort)
    const jobs = await leaseJobs(house, { kinds: ['seal'], most: 3, millis: 30_000 })
    const closing = AbortSignal.abort()
    await sealResults({ ...house, closing }, jobs)
    assert.equal((await progress(cohort)).awarded, 0)
    await doAllDue(house, [sealingTrade])
    assert.equal((await progress(cohort)).awarded, 3)
  })

  it('issues nothing a lying signer signed, and seals it when the signer is mended', async () => {
    const cohort = await approvedCohort(house, desk, rows(2), ['sd-jwt'])
    await start(cohort)
    const keys = await house.keys.keysOf(desk.organisation)
    const { seal } = keys.keyring
    const lying = { ...seal, sign: () => Promise.resolve(new Uint8Array(64).fill(1)) }
    const broken = { ...keys, keyring: { ...keys.keyring, seal: lying } }
    await doAllDue({ ...house, keys: { keysOf: () => Promise.resolve(broken) } }, [sealingTrade])
    const { awarded, waiting, refused } = await progress(cohort)
    assert.deepEqual({ awarded, waiting, refused }, { awarded: 0, waiting: 2, refused: 0 })
    house.wind(10_000)
    await doAllDue(house, [sealingTrade])
    assert.equal((await progress(cohort)).awarded, 2)
  })
})
