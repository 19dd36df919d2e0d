// A house comes back from its backup, and knows what it does not know.

import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import {
  approvedCohort,
  type ExampleDesk,
  exampleRow,
  openExampleDesk,
  withExampleKeys,
} from '../issue/example-cohort.ts'
import { openResult } from '../issue/result-content.ts'
import { resumeSealing, startSealing } from '../issue/seal-cohort.ts'
import { sealingTrade } from '../issue/sealing-trade.ts'
import { doAllDue } from '../jobs/worker.ts'
import { testHouse, type TestHouse } from '../test-house.ts'
import { verifyAudit } from './audit.ts'
import { BadBackup, writeBackup } from './backup.ts'
import { noteRestore, restoreBackup } from './restore.ts'
import { openSecret } from './secret.ts'
import { freshStore, noPostgres } from './test-store.ts'

describe('a backup', { skip: noPostgres }, () => {
  const old = freshStore()
  const fresh = freshStore()
  const other = freshStore()
  const folder = mkdtempSync(join(tmpdir(), 'tessera-backup-'))
  const file = join(folder, 'house.backup')
  after(() => rmSync(folder, { recursive: true, force: true }))
  const keys = join(folder, 'keys')
  const keysBack = join(folder, 'keys-back')
  const now = new Date('2026-03-02T09:00:00Z')
  let house: TestHouse
  let back: TestHouse
  let desk: ExampleDesk
  const rows = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => exampleRow(from + i))
  const awardsOf = (given: TestHouse) =>
    given.store.asOrganisation(desk.organisation, (tx) =>
      tx.selectFrom('award').select(['id', 'status_list', 'status_index', 'cohort_id']).execute(),
    )
  const entriesOf = (given: TestHouse) =>
    given.store.asOrganisation(desk.organisation, (tx) =>
      tx.selectFrom('status_entry').select(['award_id', 'list', 'index']).execute(),
    )
  const seal = async (given: TestHouse, from: number, count: number) => {
    const cohort = await approvedCohort(given, desk, rows(from, count), ['sd-jwt'])
    await given.store.asOrganisation(desk.organisation, (tx) =>
      startSealing(tx, given, { organisation: desk.organisation, by: desk.officer }, cohort),
    )
    return cohort
  }

  before(async () => {
    house = await withExampleKeys(testHouse(old.store), keys)
    desk = await openExampleDesk(house)
    await seal(house, 1, 3)
    await doAllDue(house, [sealingTrade])
  })

  it('holds every row and every key file, for the owner alone, and no key of the house', async () => {
    // One that is under way when the backup is made.
    await seal(house, 10, 2)
    const done = await writeBackup(file, { databaseUrl: old.databaseUrl, keys, now })
    assert.ok(done.rows > 30)
    assert.ok(done.files >= 4)
    assert.equal(statSync(file).mode & 0o077, 0)
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.includes('.new-')),
      [],
    )
    const text = gunzipSync(readFileSync(file)).toString()
    for (const secret of ['Žygimantė', 'Ąžuolienė', 'learners.example', '1971-12-01', 'S-000001'])
      assert.equal(text.includes(secret), false, secret)
  })

  it('brings everything back as it was', async () => {
    // What happens between the backup and the loss.
    await doAllDue(house, [sealingTrade])
    await seal(house, 20, 4)
    await doAllDue(house, [sealingTrade])
    const done = await restoreBackup(file, { databaseUrl: fresh.databaseUrl, keys: keysBack })
    back = await withExampleKeys(testHouse(fresh.store, { vault: house.vault }), keysBack)
    await noteRestore(back, done)
    assert.equal((await awardsOf(back)).length, 3)
    assert.deepEqual(
      readdirSync(join(keysBack, desk.organisation)),
      readdirSync(join(keys, desk.organisation)),
    )
    const results = await back.store.asOrganisation(desk.organisation, async (tx) => {
      const found = await tx.selectFrom('result').selectAll().orderBy('row_number').execute()
      const names = []
      for (const { id, secret_id: secret, content } of found)
        names.push(
          openResult(await openSecret(back, tx, desk.organisation, secret), id, content).learner
            .familyName,
        )
      return names
    })
    assert.deepEqual(
      results,
      [1, 2, 3, 10, 11].map((number) => `Ąžuolienė ${number}`),
    )
    const verdict = await back.store.asOrganisation(desk.organisation, (tx) =>
      verifyAudit(tx, desk.organisation),
    )
    assert.ok(verdict.whole)
  })

  it('gives no id and no place in a status list a second time', async () => {
    const lost = await awardsOf(house)
    assert.equal(lost.length, 9)
    const earlier = await awardsOf(back)
    const paused = await back.store.asOrganisation(desk.organisation, (tx) =>
      tx.selectFrom('cohort').select(['id']).where('state', '=', 'paused').execute(),
    )
    assert.equal(paused.length, 1)
    await back.store.asOrganisation(desk.organisation, (tx) =>
      resumeSealing(
        tx,
        back,
        { organisation: desk.organisation, by: desk.officer },
        paused[0]?.id ?? '',
      ),
    )
    await seal(back, 30, 5)
    await doAllDue(back, [sealingTrade])
    const later = await awardsOf(back)
    assert.equal(later.length, 3 + 2 + 5)
    const known = new Set(earlier.map(({ id }) => id))
    const made = later.filter(({ id }) => !known.has(id))
    const place = (entry: { list: string; index: number }) => `${entry.list} ${entry.index}`
    const given = new Set((await entriesOf(house)).map(place))
    const ids = new Set(lost.map(({ id }) => id))
    for (const award of made) {
      assert.equal(ids.has(award.id), false)
      assert.equal(given.has(place({ list: award.status_list, index: award.status_index })), false)
    }
    const lists = await back.store.asOrganisation(desk.organisation, (tx) =>
      tx.selectFrom('status_list').select(['name', 'closed_at']).orderBy('created_at').execute(),
    )
    assert.equal(lists.length, 2)
    assert.ok(lists[0]?.closed_at !== null)
    const [line] = await back.store.asOrganisation(desk.organisation, (tx) =>
      tx.selectFrom('audit').select(['details']).where('action', '=', 'backup restored').execute(),
    )
    assert.deepEqual(line?.details, { backupAt: now.toISOString(), statusListsClosed: 1 })
  })

  it('goes on with numbers of events nobody has seen', async () => {
    const seen = async (given: TestHouse) =>
      given.store.asOrganisation(desk.organisation, async (tx) =>
        (await tx.selectFrom('event').select('sequence').execute()).map(({ sequence }) =>
          Number(sequence),
        ),
      )
    const lost = await seen(house)
    const made = (await seen(back)).filter((sequence) => sequence > 1_000_000)
    assert.ok(made.length >= 7)
    assert.ok(Math.max(...lost) < 1_000_000)
  })

  it('sends no letter again by itself that may have been sent', async () => {
    const jobs = await back.store.atTheDoor((tx) =>
      tx
        .selectFrom('job')
        .select(['kind', 'dead_at', 'created_at'])
        .where('kind', '=', 'letter')
        .execute(),
    )
    assert.ok(jobs.some(({ dead_at: aside }) => aside !== null))
  })

  it('is refused by a house that is not empty, and changes nothing there', async () => {
    const earlier = await awardsOf(back)
    await assert.rejects(
      restoreBackup(file, { databaseUrl: fresh.databaseUrl, keys: keysBack }),
      BadBackup,
    )
    assert.deepEqual(await awardsOf(back), earlier)
  })

  it('is refused when it was cut off, changed or is something else, and nothing of it stays', async () => {
    const whole = gunzipSync(readFileSync(file)).toString()
    const lines = whole.split('\n')
    const bad: Readonly<Record<string, Buffer>> = {
      cut: readFileSync(file).subarray(0, 2_000),
      'without an end': gzipSync(lines.slice(0, -2).join('\n')),
      'without a part': gzipSync(lines.toSpliced(5, 1).join('\n')),
      'of another kind': gzipSync('{"tessera":"backup/2"}\n'),
      'no backup': Buffer.from('hello'),
      empty: gzipSync(''),
      'naming a file outside': gzipSync(
        [
          ...lines.slice(0, -2),
          JSON.stringify({ file: '../outside', content: 'eA==' }),
          JSON.stringify({
            ...JSON.parse(lines.at(-2) ?? '{}'),
            files: JSON.parse(lines.at(-2) ?? '{}').files + 1,
          }),
          '',
        ].join('\n'),
      ),
    }
    for (const [what, bytes] of Object.entries(bad)) {
      const path = join(folder, 'bad.backup')
      writeFileSync(path, bytes)
      await assert.rejects(
        restoreBackup(path, { databaseUrl: other.databaseUrl, keys: join(folder, 'keys-bad') }),
        BadBackup,
        what,
      )
      const { rows: left } = await other.owner.query('select from organisation')
      assert.equal(left.length, 0, what)
    }
    assert.equal(readdirSync(folder).includes('outside'), false)
  })
})
