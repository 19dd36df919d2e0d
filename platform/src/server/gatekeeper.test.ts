// More requests than can be answered, over real sockets.

import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { createApp } from '../app.tsx'
import type { Store } from '../store/store.ts'
import { testHouse } from '../test-house.ts'
import { gatekeeperOf } from './gatekeeper.tsx'
import { health } from './health.ts'
import type { LogLine } from './log.ts'
import type { Route } from './route.ts'

const noStore = { atTheDoor: () => Promise.resolve() } as unknown as Store
const served: readonly Route[] = [
  ...health,
  {
    method: 'GET',
    path: '/slow/:secret',
    needs: 'anyone',
    handle: async ({ c }) => {
      await pause(500)
      return c.text('answered')
    },
  },
  {
    method: 'GET',
    path: '/elsewhere',
    needs: 'anyone',
    waits: true,
    handle: async ({ c }) => {
      await pause(1000)
      return c.text('from elsewhere')
    },
  },
  {
    method: 'POST',
    path: '/form',
    needs: 'anyone',
    handle: async ({ c }) => c.json(await c.req.parseBody()),
  },
]

describe('under overload', () => {
  let server: Server
  let address: string
  const lines: LogLine[] = []
  before(async () => {
    const house = testHouse(noStore, { log: (line) => lines.push(line) })
    const listener = getRequestListener(createApp(house, served).fetch)
    server = createServer(gatekeeperOf(house).atTheSocket(listener))
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  const many = (count: number, path: string) =>
    Promise.all(
      Array.from({ length: count }, async (_, at) => {
        const answer = await fetch(`${address}${path}${at}`, { headers: { accept: 'text/html' } })
        return {
          status: answer.status,
          retry: answer.headers.get('retry-after'),
          text: await answer.text(),
        }
      }),
    )

  it('some are answered and the others told to come back, and it lives', async () => {
    const crowd = many(600, '/slow/s3cret')
    await pause(150)
    assert.equal((await fetch(`${address}/healthz`)).status, 200)
    const answers = await crowd
    const turnedAway = answers.filter(({ status }) => status === 503)
    assert.ok(answers.filter(({ text }) => text === 'answered').length >= 48)
    assert.ok(turnedAway.length >= 100, `${turnedAway.length} turned away`)
    for (const { retry, text } of turnedAway) {
      assert.equal(retry, '1')
      assert.match(text, /Very busy/)
      assert.ok(!text.includes('s3cret'), 'nothing of whoever asked first')
    }
    assert.ok(answers.every(({ status }) => status === 200 || status === 503))
    assert.ok(
      (await many(20, '/slow/')).every(({ status }) => status === 200),
      'and open again',
    )
    await pause(1100)
    const told = lines.filter(({ message }) => message === 'turned away')
    assert.ok(told.length < turnedAway.length / 5, 'not a line each')
  })

  it('what waits for others holds no place of ours', async () => {
    const waiting = many(48, '/elsewhere?')
    await pause(100)
    assert.ok((await many(20, '/slow/')).every(({ status }) => status === 200))
    assert.ok((await waiting).every(({ status }) => status === 200))
  })

  it('whoever sends slowly holds no place', async () => {
    const { port } = server.address() as AddressInfo
    const sockets = Array.from({ length: 60 }, () => {
      const socket = connect(port, '127.0.0.1')
      socket.write(
        'POST /form HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 100\r\n\r\na=',
      )
      return socket
    })
    await pause(200)
    assert.ok((await many(20, '/slow/')).every(({ status }) => status === 200))
    const form = await fetch(`${address}/form`, {
      method: 'POST',
      body: new URLSearchParams({ a: 'b' }),
    })
    assert.deepEqual(await form.json(), { a: 'b' })
    for (const socket of sockets) socket.destroy()
    await pause(100)
    assert.equal(lines.filter(({ level }) => level === 'error').length, 0)
  })
})
