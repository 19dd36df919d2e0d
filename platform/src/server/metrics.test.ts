// What the operator's monitoring reads, and the trace that goes into the log.

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import { createApp } from '../app.tsx'
import { addJobs } from '../jobs/queue.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { makeOrganisations, testHouse } from '../test-house.ts'
import { asText } from './http-metrics.ts'
import type { LogLine } from './log.ts'
import { traceOf } from './trace.ts'

const random = (length: number) => new Uint8Array(randomBytes(length))
const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
const parent = '00f067aa0ba902b7'

describe('a trace', () => {
  it('is taken up where somebody began it', () => {
    const found = traceOf(`00-${trace}-${parent}-01`, random)
    assert.deepEqual(
      { ...found, span: found.span.length },
      { trace, parent, span: 16, sampled: true },
    )
    assert.equal(traceOf(`cc-${trace}-${parent}-00-later`, random).trace, trace)
  })

  it('is begun here where what is said is none', () => {
    for (const said of [
      undefined,
      '',
      `00-${trace}-${parent}-01-more`,
      `ff-${trace}-${parent}-01`,
      `00-${'0'.repeat(32)}-${parent}-01`,
      `00-${trace}-${'0'.repeat(16)}-01`,
      `00-${trace.toUpperCase()}-${parent}-01`,
      `00-${trace}-${parent}-1`,
    ]) {
      const found = traceOf(said, random)
      assert.match(found.trace, /^[0-9a-f]{32}$/)
      assert.notEqual(found.trace, trace, said)
      assert.equal(found.parent, undefined)
    }
  })
})

describe('the text of metrics', () => {
  it('escapes what labels hold', () => {
    const text = asText([
      { name: 'a', kind: 'gauge', help: 'A.', lines: [['', { b: 'x"\\\n' }, 1]] },
    ])
    assert.equal(text, '# HELP a A.\n# TYPE a gauge\na{b="x\\"\\\\\\n"} 1\n')
  })
})

describe('/metrics', { skip: noPostgres }, () => {
  const fresh = freshStore()
  const metricsToken = 'a token of the monitoring'

  it('is there for whoever has the token, and for nobody where there is none', async () => {
    const bare = createApp(testHouse(fresh.store))
    assert.equal((await bare.request('/metrics')).status, 404)
    const app = createApp(testHouse(fresh.store, { config: { metricsToken } }))
    assert.equal((await app.request('/metrics')).status, 401)
    const wrong = { authorization: 'Bearer another' }
    assert.equal((await app.request('/metrics', { headers: wrong })).status, 401)
  })

  it('counts requests by kind of page, and work, letters and awards; it names nobody', async () => {
    const lines: LogLine[] = []
    const house = testHouse(fresh.store, {
      config: { metricsToken },
      log: (line) => lines.push(line),
    })
    const app = createApp(house)
    await makeOrganisations(fresh.store, 'north')
    await house.store.atTheDoor((tx) =>
      addJobs(tx, house, [{ organisation: 'north', kind: 'publish' }]),
    )
    const traceparent = `00-${trace}-${parent}-01`
    await app.request('/claim/a-secret-nobody-may-read', { headers: { traceparent } })
    const headers = { authorization: `Bearer ${metricsToken}` }
    const answer = await app.request('/metrics', { headers })
    assert.equal(answer.status, 200)
    const text = await answer.text()
    assert.match(text, /_count\{[^}]*http_route="\/claim\/:secret",[^}]*\} 1\n/)
    assert.match(text, /tessera_jobs\{kind="publish",state="due"\} 1\n/)
    assert.match(text, /tessera_awards\{organisation="north"\} 0\n/)
    assert.match(text, /tessera_database_up 1\n/)
    assert.doesNotMatch(text, /a-secret/)
    for (const line of text.trim().split('\n'))
      assert.match(line, /^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]*\})? -?[\d.e+-]+)$/)
    assert.deepEqual(
      lines.slice(0, 1).map((line) => [line['trace'], line['parent'], line['route']]),
      [[trace, parent, '/claim/:secret']],
    )
  })

  it('says so where the database does not answer', async () => {
    const house = testHouse(
      {
        ...fresh.store,
        asOrganisation: () => Promise.reject(new Error('gone')),
        atTheDoor: () => Promise.reject(new Error('gone')),
      },
      { config: { metricsToken } },
    )
    const { readMetrics } = await import('./http-metrics.ts')
    assert.match(await readMetrics(house), /tessera_database_up 0\n/)
  })
})
