// The API as a student information system meets it: through the client that is made from its description, over a
// real connection, on a real database.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import { createApp } from '../app.tsx'
import {
  approvedCohort,
  exampleRow,
  openExampleDesk,
  withExampleKeys,
} from '../issue/example-cohort.ts'
import type { ExampleDesk } from '../issue/example-cohort.ts'
import { startSealing } from '../issue/seal-cohort.ts'
import { sealingTrade } from '../issue/sealing-trade.ts'
import { openCohort } from '../issue/cohorts.ts'
import { doAllDue } from '../jobs/worker.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { makePerson, testHouse, type TestHouse } from '../test-house.ts'
import { ApiRefusal, type Client, openClient } from './client.ts'
import { held } from './test-described.ts'
import { closeClient, makeClient } from './clients.ts'
import { type Scope, scopes } from './scopes.ts'

const refusedWith = (status: number, code?: string) => (error: unknown) => {
  assert.ok(error instanceof ApiRefusal, String(error))
  assert.equal(error.problem.status, status)
  if (code !== undefined) assert.equal(error.problem.code, code)
  return true
}

describe('the API', { skip: noPostgres }, () => {
  const fresh = freshStore()
  const folder = mkdtempSync(join(tmpdir(), 'tessera-api-'))
  let house: TestHouse
  let desk: ExampleDesk
  let server: Server
  let address = ''
  let owner = ''
  const inside = <T>(work: Parameters<typeof house.store.asOrganisation<T>>[1]) =>
    house.store.asOrganisation(desk.organisation, work)

  before(async () => {
    house = await withExampleKeys(testHouse(fresh.store), folder)
    desk = await openExampleDesk(house)
    owner = await makePerson(house.store, 'Ona', { [desk.organisation]: ['owner'] })
    server = createServer(getRequestListener(createApp(house).fetch))
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(() => {
    server.close()
    server.closeAllConnections()
    rmSync(folder, { recursive: true, force: true })
  })

  const token = async (...given: readonly Scope[]) =>
    (
      await inside((tx) =>
        makeClient(
          house,
          tx,
          { organisation: desk.organisation, by: owner },
          {
            name: 'SIS',
            scopes: given,
            days: 365,
          },
        ),
      )
    ).token

  const client = async (...given: readonly Scope[]): Promise<Client> =>
    openClient({ address, token: await token(...given), fetch: held })

  const collecting = async () => {
    const id = await inside((tx) =>
      openCohort(
        tx,
        house,
        { organisation: desk.organisation, by: desk.officer },
        {
          design: desk.design.id,
          version: desk.design.version,
          name: 'Autumn',
          formats: ['ob3'],
        },
      ),
    )
    assert.ok(id)
    return id
  }
  const countResults = async (cohort: string) =>
    (
      await inside((tx) =>
        tx.selectFrom('result').select('id').where('cohort_id', '=', cohort).execute(),
      )
    ).length

  const ana = {
    given_name: 'Ana',
    family_name: 'Ibarra Núñez',
    date_of_birth: '2001-05-04',
    identifier: 'S-900001',
    grade: '8.5',
    awarded_on: '2026-02-20',
    email: 'ana@learners.example',
  }

  it('opens to a token as far as its scopes go', async () => {
    const sis = await client('designs:read')
    assert.equal((await sis.listDesigns()).items[0]?.id, desk.design.id)
    await assert.rejects(sis.listAwards(), refusedWith(403))
    await assert.rejects(sis.listWebhooks(), refusedWith(403))
    const other = openClient({ address, token: `tessera_${'A'.repeat(43)}` })
    await assert.rejects(other.listDesigns(), refusedWith(401))
    const mine = await inside((tx) =>
      makeClient(
        house,
        tx,
        { organisation: desk.organisation, by: owner },
        {
          name: 'to be closed',
          scopes: ['designs:read'],
          days: 90,
        },
      ),
    )
    const closed = openClient({ address, token: mine.token, fetch: held })
    assert.ok((await closed.listDesigns()).items.length > 0)
    await inside((tx) =>
      closeClient(house, tx, { organisation: desk.organisation, by: owner }, mine.id),
    )
    await assert.rejects(closed.listDesigns(), refusedWith(401))
  })

  it('names the columns a design takes', async () => {
    const sis = await client('designs:read', 'cohorts:read')
    const { columns, design } = await sis.readDesign({
      design: desk.design.id,
      version: desk.design.version,
    })
    assert.ok(columns.includes('family_name'))
    assert.equal(design['id'], desk.design.id)
    await assert.rejects(
      sis.readDesign({ design: desk.design.id, version: '99.0.0' }),
      refusedWith(404, 'design.unknown'),
    )
    const cohort = await sis.readCohort({ cohort: await collecting() })
    assert.equal(cohort.state, 'collecting')
    assert.deepEqual(cohort.columns, columns)
    assert.equal(cohort.counts.all, 0)
  })

  it('tries results without keeping them, each fault at its cell, then takes them', async () => {
    const sis = await client('results:write', 'results:read', 'cohorts:read')
    const cohort = await collecting()
    const results = [
      ana,
      { ...ana, identifier: 'S-900002', date_of_birth: '2001-13-01' },
      { ...ana, identifier: 'S-900003', grade: '2' },
      { ...ana, family_name: 'Otra' },
      { identifier: 'S-900004', grade: '9', awarded_on: '2026-02-20' },
    ]
    const trial = await sis.sendResults({ cohort, body: { results, dryRun: true } })
    assert.equal(trial.dryRun, true)
    assert.equal(await countResults(cohort), 0)
    const seen = (answer: typeof trial) =>
      answer.entries.map(({ became, faults }) => [became, faults[0]?.place])
    const expected = [
      ['new', undefined],
      ['faulty', '/results/1/date_of_birth'],
      ['below-threshold', '/results/2/grade'],
      ['duplicate', '/results/3/identifier'],
      ['name-missing', '/results/4/family_name'],
    ]
    assert.deepEqual(
      seen(trial).map(([became]) => became),
      expected.map(([became]) => became),
    )
    assert.deepEqual(seen(trial).slice(0, 4), expected.slice(0, 4))
    assert.match(trial.entries[1]?.faults[0]?.sentence ?? '', /“2001-13-01”/)
    assert.match(trial.entries[3]?.faults[0]?.sentence ?? '', /row 0/)
    const taken = await sis.sendResults({ cohort, body: { results } })
    assert.deepEqual(seen(taken), seen(trial))
    assert.equal(await countResults(cohort), 5)
    const again = await sis.sendResults({ cohort, body: { results } })
    assert.equal(again.counts.unchanged, 5)
    const { counts } = await sis.readCohort({ cohort })
    assert.deepEqual([counts.all, counts.ready, counts.faulty], [5, 1, 1])
    const list = await sis.listResults({ cohort, show: 'faulty' })
    assert.equal(list.items[0]?.cells['date_of_birth'], '2001-13-01')
    assert.match(list.items[0]?.faults[0]?.sentence ?? '', /2001-13-01/)
  })

  it('says the faults in the language that is asked for', async () => {
    const cohort = await collecting()
    const sis = openClient({ address, token: await token('results:write'), language: 'es' })
    const results = [{ ...ana, date_of_birth: 'ayer' }]
    const { entries } = await sis.sendResults({ cohort, body: { results, dryRun: true } })
    assert.match(entries[0]?.faults[0]?.sentence ?? '', /día|fecha/i)
  })

  it('takes nothing of what it does not know, and nothing after the cohort was closed', async () => {
    const sis = await client('results:write')
    const cohort = await collecting()
    await assert.rejects(
      sis.sendResults({ cohort, body: { results: [{ ...ana, shoe_size: '42' }] } }),
      (error: unknown) => {
        assert.ok(refusedWith(422, 'cohort.column')(error))
        assert.equal((error as ApiRefusal).problem.errors?.[0]?.place, '/results/0/shoe_size')
        return true
      },
    )
    assert.equal(await countResults(cohort), 0)
    await inside((tx) =>
      tx.updateTable('cohort').set({ state: 'stopped' }).where('id', '=', cohort).execute(),
    )
    const body = { results: [ana] }
    await assert.rejects(
      sis.sendResults({ cohort, body }),
      refusedWith(409, 'cohort.not-collecting'),
    )
    await assert.rejects(
      sis.sendResults({ cohort: '11111111-1111-4111-8111-111111111111', body }),
      refusedWith(404, 'cohort.unknown'),
    )
    await assert.rejects(sis.sendResults({ cohort: 'x', body }), refusedWith(404))
    await assert.rejects(
      sis.sendResults({ cohort, body: { results: [] } }),
      refusedWith(422, 'request.shape'),
    )
  })

  it('does a deed once under one key, and refuses the key for another deed', async () => {
    const bearer = { authorization: `Bearer ${await token('results:write')}` }
    const cohort = await collecting()
    const send = (text: string, headers: Record<string, string> = {}) =>
      fetch(`${address}/api/v1/cohorts/${cohort}/results`, {
        method: 'POST',
        body: text,
        headers: { ...bearer, 'content-type': 'application/json', ...headers },
      })
    const text = JSON.stringify({ results: [{ ...ana, grade: 'x' }] })
    const key = { 'idempotency-key': 'a-key-of-ours-1' }
    const [first, twin] = await Promise.all([send(text, key), send(text, key)])
    assert.deepEqual([first.status, twin.status], [200, 200])
    const replayed = [first, twin].map((one) => one.headers.get('idempotency-replayed'))
    assert.deepEqual(replayed.toSorted(), ['true', null].toSorted())
    const answers = await Promise.all([first.text(), twin.text()])
    assert.equal(answers[0], answers[1])
    assert.match(answers[0], /"became":"faulty"/)
    const other = await send(JSON.stringify({ results: [ana] }), key)
    assert.equal(other.status, 409)
    assert.equal(((await other.json()) as { code: string }).code, 'idempotency.other-request')
    const kept = await inside((tx) => tx.selectFrom('idempotency').selectAll().execute())
    assert.equal(kept.length, 1)
    assert.doesNotMatch(JSON.stringify(kept), /Ana|Ibarra|S-900001/)
    assert.equal((await send(text, { 'idempotency-key': 'short' })).status, 400)
    house.wind(25 * 3_600_000)
    const later = await send(text, { 'idempotency-key': 'a-key-of-ours-2' })
    assert.equal(later.status, 200)
    const left = await inside((tx) => tx.selectFrom('idempotency').select('key').execute())
    assert.deepEqual(left, [{ key: 'a-key-of-ours-2' }])
  })

  it('reads a request strictly', async () => {
    const bearer = { authorization: `Bearer ${await token('results:write', 'awards:read')}` }
    const cohort = await collecting()
    const send = async (body: string, type = 'application/json') =>
      (
        await fetch(`${address}/api/v1/cohorts/${cohort}/results`, {
          method: 'POST',
          body,
          headers: { ...bearer, 'content-type': type },
        })
      ).status
    assert.equal(await send('{"results": [], "results": [{}]}'), 400)
    assert.equal(await send('{"results": [{"given_name": "\\u0000"}]}'), 400)
    assert.equal(await send('{"results": [{"given_name": "\\ud800"}]}'), 400)
    assert.equal(await send('{"results": '), 400)
    assert.equal(await send('{"results": [{}], "more": 1}'), 422)
    assert.equal(await send('results=1', 'text/plain'), 415)
    assert.equal(await send(`{"results": [{"given_name": "${'x'.repeat(5_000_000)}"}]}`), 413)
    const get = async (path: string) => (await fetch(address + path, { headers: bearer })).status
    assert.equal(await get('/api/v1/awards?limit=1000'), 400)
    assert.equal(await get('/api/v1/awards?limit=1&limit=2'), 400)
    assert.equal(await get('/api/v1/awards?unknown=1'), 400)
    assert.equal(await get('/api/v1/nothing'), 404)
  })

  it('has awards read back in order, each once, with their files and what became of them', async () => {
    const sis = await client('awards:read', 'awards:decide', 'events:read')
    const rows = [1, 2, 3].map(exampleRow)
    const cohort = await approvedCohort(house, desk, rows, ['ob3'])
    await inside((tx) =>
      startSealing(tx, house, { organisation: desk.organisation, by: desk.officer }, cohort),
    )
    await doAllDue(house, [sealingTrade])
    const first = await sis.listAwards({ cohort, limit: 2 })
    assert.equal(first.items.length, 2)
    assert.equal(first.more, true)
    const rest = await sis.listAwards({ cohort, after: first.next })
    assert.equal(rest.more, false)
    const all = [...first.items, ...rest.items]
    assert.equal(new Set(all.map(({ id }) => id)).size, 3)
    assert.equal((await sis.listAwards({ after: rest.next })).items.length, 0)
    const [one] = all
    assert.ok(one)
    assert.equal(one.learner?.familyName?.startsWith('Ąžuolienė'), true)
    assert.equal(one.status.status, 'valid')
    const file = one.files.find(({ name }) => name === 'ob3.json') ?? one.files[0]
    assert.ok(file)
    const bytes = await sis.readAwardFile({ award: one.id, file: file.name })
    assert.equal(bytes.length, file.bytes)
    await assert.rejects(
      sis.readAwardFile({ award: one.id, file: 'no.json' }),
      refusedWith(404, 'award.no-such-file'),
    )
    const body = { kind: 'suspended', reason: 'The board looks into it.' } as const
    const decided = await sis.decideAward({ award: one.id, body, key: 'suspend-0001' })
    assert.equal(decided.status.status, 'suspended')
    assert.deepEqual(await sis.decideAward({ award: one.id, body, key: 'suspend-0001' }), decided)
    await assert.rejects(
      sis.decideAward({ award: one.id, body }),
      refusedWith(409, 'decision.already-suspended'),
    )
    assert.equal((await sis.readAward({ award: one.id })).status.reason, body.reason)
    const events = await sis.listEvents({ after: rest.next })
    assert.ok(
      events.items.some(({ kind, award }) => kind === 'award.suspended' && award === one.id),
    )
    const audit = await inside((tx) =>
      tx.selectFrom('audit').select('actor').where('action', '=', 'award suspended').execute(),
    )
    assert.match(audit[0]?.actor ?? '', /^client:/)
    await inside((tx) =>
      tx
        .updateTable('secret')
        .set({ wrapped: null, learner_key: null, destroyed_at: house.clock.now() })
        .where('id', 'in', (sub) =>
          sub.selectFrom('award').select('secret_id').where('id', '=', one.id),
        )
        .execute(),
    )
    const erased = await sis.readAward({ award: one.id })
    assert.deepEqual([erased.learner, erased.files], [null, []])
  })

  it('sends events where it is told, and again when asked', async () => {
    const sis = await client('webhooks:manage')
    const body = { url: 'https://sis.uni.example/hook', events: ['award.sealed', '*'] } as const
    const made = await sis.makeWebhook({ body, key: 'webhook-00001' })
    assert.equal(Buffer.from(made.secret, 'base64url').length, 32)
    assert.deepEqual(await sis.makeWebhook({ body, key: 'webhook-00001' }), made)
    const { items } = await sis.listWebhooks()
    assert.deepEqual(
      items.map(({ id, url }) => [id, url]),
      [[made.id, body.url]],
    )
    const kept = await inside((tx) => tx.selectFrom('idempotency').selectAll().execute())
    assert.ok(!JSON.stringify(kept).includes(made.secret))
    const { events } = await sis.replayWebhook({ webhook: made.id, body: { after: 0 } })
    assert.ok(events > 0)
    assert.equal((await sis.listWebhooks()).items[0]?.waiting, events)
    for (const url of ['http://sis.uni.example/', 'https://127.0.0.1/', 'https://localhost/x'])
      await assert.rejects(
        sis.makeWebhook({ body: { url, events: ['*'] } }),
        refusedWith(422, 'webhook.address'),
      )
    assert.deepEqual(await sis.closeWebhook({ webhook: made.id }), { closed: made.id })
    await assert.rejects(sis.closeWebhook({ webhook: made.id }), refusedWith(404))
    await assert.rejects(
      sis.replayWebhook({ webhook: made.id, body: { after: 0 } }),
      refusedWith(404, 'webhook.unknown'),
    )
  })

  it('keeps organisations apart', async () => {
    await inside((tx) => tx.selectFrom('award').select('id').execute())
    const other = await openExampleDesk(house, 'puerto')
    const { token: theirs } = await house.store.asOrganisation('puerto', (tx) =>
      makeClient(
        house,
        tx,
        { organisation: other.organisation, by: owner },
        {
          name: 'their SIS',
          scopes,
          days: 90,
        },
      ),
    )
    const sis = openClient({ address, token: theirs, fetch: held })
    assert.deepEqual((await sis.listAwards()).items, [])
    assert.deepEqual((await sis.listEvents()).items, [])
    const [award] = await inside((tx) => tx.selectFrom('award').select('id').execute())
    await assert.rejects(sis.readAward({ award: award?.id ?? '' }), refusedWith(404))
  })
})
