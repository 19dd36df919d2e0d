// Traces reach the operator's collector in the form it reads, and hold the kind of a page, never its address.

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, it } from 'node:test'
import { createApp } from '../app.tsx'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { testHouse } from '../test-house.ts'
import { type asOtlp, spansOf } from './spans.ts'

describe('spans', { skip: noPostgres }, () => {
  const fresh = freshStore()

  it('are sent as OTLP, under the trace of whoever called', async () => {
    const got: string[] = []
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (part: Buffer) => (body += part.toString()))
      request.on('end', () => {
        got.push(`${request.url} ${body}`)
        response.end('{}')
      })
    })
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
    const collector = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const house = testHouse(fresh.store, { config: { collector } })
    const [trace, parent] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7']
    await createApp(house).request('/claim/a-secret', {
      headers: { traceparent: `00-${trace}-${parent}-01` },
    })
    await spansOf(house)?.flush()
    server.close()
    const [path = '', ...body] = (got[0] ?? '').split(' ')
    assert.equal(path, '/v1/traces')
    const sent = JSON.parse(body.join(' ')) as ReturnType<typeof asOtlp>
    const span = sent.resourceSpans[0]?.scopeSpans[0]?.spans[0]
    assert.deepEqual(
      [span?.traceId, span?.parentSpanId, span?.name],
      [trace, parent, 'GET /claim/:secret'],
    )
    assert.ok(BigInt(span?.endTimeUnixNano ?? 0) >= BigInt(span?.startTimeUnixNano ?? 1))
    assert.doesNotMatch(got[0] ?? '', /a-secret/)
    // A collector that is gone holds nobody up.
    await createApp(house).request('/healthz')
    await spansOf(house)?.flush()
  })
})
