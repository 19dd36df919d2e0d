// The queue and what hangs on it: one at a time, again after a failure, put aside in the end; webhooks in order.

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { Refused } from 'tessera/refusal'
import type { Tx } from '../store/store.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { testHouse, type TestHouse } from '../test-house.ts'
import { replayEvents, tell } from './events.ts'
import {
  addJobs,
  attemptsAllowed,
  leaseJobs,
  postponeJob,
  queueState,
  reviveJobs,
} from './queue.ts'
import { type Post, webhookFault } from './webhook-post.ts'
import { addWebhook, closeWebhook, isSignedByUs, webhookTrade } from './webhooks.ts'
import { doAllDue, startWorker, type Trade } from './worker.ts'

const someone = '00000000-0000-4000-8000-000000000001'

describe('the queue', { skip: noPostgres }, () => {
  const fresh = freshStore()
  let house: TestHouse
  before(async () => {
    house = testHouse(fresh.store)
    await inside(async (tx) => {
      await tx.insertInto('alliance').values({ id: 'all', name: '{}' }).execute()
      await tx
        .insertInto('organisation')
        .values({ id: 'uni', alliance_id: 'all', profile: '{}', issuer: '{}' })
        .execute()
    })
  })
  const inside = <T>(work: (tx: Tx) => Promise<T>) => house.store.asOrganisation('uni', work)
  const add = (count: number, key?: string) =>
    inside((tx) =>
      addJobs(
        tx,
        house,
        Array.from({ length: count }, () => ({
          organisation: 'uni',
          kind: 'publish' as const,
          ...(key === undefined ? {} : { key }),
        })),
      ),
    )
  const lease = (most = 100, millis = 1_000) =>
    leaseJobs(house, { kinds: ['publish'], most, millis })
  const clear = () => house.store.atTheDoor((tx) => tx.deleteFrom('job').execute())

  it('gives a job to one of many who ask at once', async () => {
    await add(50)
    const got = await Promise.all(Array.from({ length: 8 }, () => lease(10)))
    const ids = got.flat().map(({ id }) => id)
    assert.equal(ids.length, 50)
    assert.equal(new Set(ids).size, 50)
    assert.deepEqual(await lease(), [])
    house.wind(1_001)
    assert.equal((await lease()).length, 50, 'again when the lease ran out')
    await clear()
  })

  it('has one job a key', async () => {
    await add(1, 'one')
    await add(1, 'one')
    assert.equal((await lease()).length, 1)
    await clear()
  })

  it('waits longer after every failure, and puts aside in the end', async () => {
    await add(1)
    const waits: number[] = []
    for (let attempt = 1; attempt <= attemptsAllowed; attempt++) {
      let waited = 0
      let [job] = await lease()
      while (job === undefined) {
        house.wind(1_000)
        waited += 1_000
        ;[job] = await lease()
      }
      waits.push(waited)
      const given = job
      const said = await inside((tx) => postponeJob(tx, house, given, 'no'))
      assert.equal(said, attempt === attemptsAllowed ? 'put-aside' : 'later')
    }
    assert.ok((waits.at(-1) ?? 0) > (waits[3] ?? 0))
    house.wind(100 * 3_600_000)
    assert.deepEqual(await lease(), [])
    assert.equal((await queueState(house)).putAside, 1)
    assert.equal(await inside((tx) => reviveJobs(tx, house, 'uni', 'publish')), 1)
    assert.equal((await lease()).length, 1)
    await clear()
  })

  it('puts off what throws, and finishes what was begun before it stops', async () => {
    await add(3)
    const seen = { done: 0 }
    const trade: Trade = {
      kinds: ['publish'],
      batch: 1,
      hands: 2,
      work: async (_house, [job]) => {
        await pause(30)
        seen.done++
        if (seen.done === 1) throw new Error('not today')
        await house.store.atTheDoor((tx) =>
          tx
            .deleteFrom('job')
            .where('id', '=', job?.id ?? '')
            .execute(),
        )
      },
    }
    const worker = startWorker(house, { trades: [trade], idleMillis: 10 })
    while (seen.done < 3) await pause(10)
    await worker.stop()
    const left = await house.store.atTheDoor((tx) => tx.selectFrom('job').selectAll().execute())
    assert.deepEqual(
      left.map(({ last_error: error, leased_until: until }) => [error, until]),
      [['Error', null]],
    )
    await clear()
  })

  it('sends events to a webhook in order, signed, and again until they are taken', async () => {
    const desk = { organisation: 'uni', by: someone }
    const { id, secret } = await inside((tx) =>
      addWebhook(house, tx, desk, {
        url: 'https://sis.uni.example/hook',
        events: ['award.sealed'],
      }),
    )
    const got: { body: string; headers: Readonly<Record<string, string>> }[] = []
    let status = 500
    const post: Post = (_url, body, headers) => {
      got.push({ body, headers })
      return Promise.resolve(status)
    }
    const event = (n: number) => ({ kind: 'award.sealed' as const, content: { n } })
    await inside((tx) => tell(house, tx, 'uni', [event(1), event(2)]))
    await inside((tx) => tell(house, tx, 'uni', [{ kind: 'award.annulled', content: {} }]))
    await doAllDue(house, [webhookTrade(post)])
    assert.equal(got.length, 1, 'the first stops the rest')
    status = 204
    house.wind(3_000)
    await doAllDue(house, [webhookTrade(post)])
    const numbers = got.map(({ body }) => JSON.parse(body).content.n)
    assert.deepEqual(numbers, [1, 1, 2])
    const key = Buffer.from(secret, 'base64url')
    for (const { body, headers } of got) {
      const timestamp = headers['tessera-timestamp'] ?? ''
      const signature = headers['tessera-signature'] ?? ''
      const now = house.clock.now()
      assert.equal(isSignedByUs(key, { timestamp, signature, body }, now), true)
      assert.equal(isSignedByUs(key, { timestamp, signature, body: `${body} ` }, now), false)
      const later = new Date(now.getTime() + 600_000)
      assert.equal(isSignedByUs(key, { timestamp, signature, body }, later), false)
    }
    assert.equal(await inside((tx) => replayEvents(house, tx, 'uni', id, 0)), 2)
    await doAllDue(house, [webhookTrade(post)])
    assert.equal(got.length, 5)
    assert.equal(await inside((tx) => closeWebhook(house, tx, desk, id)), true)
    await inside((tx) => tell(house, tx, 'uni', [event(3)]))
    await doAllDue(house, [webhookTrade(post)])
    assert.equal(got.length, 5)
    await assert.rejects(
      inside((tx) => addWebhook(house, tx, desk, { url: 'http://uni.example/', events: ['*'] })),
      Refused,
    )
  })
})

const reference =
  process.env['TESSERA_REFERENCE'] ??
  fileURLToPath(new URL('../../../../shared/reference', import.meta.url))
const addresses = join(reference, 'security', 'own', 'strings', 'ssrf-urls.json')

describe('the address of a webhook', () => {
  it('is a public one with a name', () => {
    assert.equal(webhookFault('https://sis.uni.example/hook?x=1'), undefined)
    for (const bad of [
      'http://sis.uni.example/',
      'https://sis.uni.example:8443/',
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://localhost/',
      'https://db.internal/',
      'https://a:b@sis.uni.example/',
      'ftp://x.example/',
      'no',
    ])
      assert.notEqual(webhookFault(bad), undefined, bad)
  })

  it(
    'reaches no machine inside, however it is written',
    { skip: existsSync(addresses) ? false : 'the reference data is not here' },
    async () => {
      const { postToPublic } = await import('./webhook-post.ts')
      const { cases } = JSON.parse(readFileSync(addresses, 'utf8')) as { cases: readonly unknown[] }
      const urls = cases.flatMap((one) => {
        const url = typeof one === 'string' ? one : (one as { url?: string; value?: string })
        const text = typeof url === 'string' ? url : (url.url ?? url.value)
        return text === undefined ? [] : [text]
      })
      assert.ok(urls.length > 50)
      const reached: string[] = []
      for (const url of urls)
        if (webhookFault(url) === undefined && (await postToPublic(url, '{}', {})) !== 0)
          reached.push(url)
      assert.deepEqual(reached, [])
    },
  )
})
