// What stands before every route, tried from outside.

import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import { createApp } from '../app.tsx'
import type { Config } from '../config.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { makeOrganisations, makePerson, testHouse } from '../test-house.ts'
import { addressOf } from './caller.ts'
import { hangDoor } from './door.ts'
import { ownPath } from './guard.ts'
import { preferred } from './language.ts'
import type { LogLine } from './log.ts'
import type { Route } from './route.ts'
import { openBrowser, signedIn } from './test-visitor.ts'

const secret = 's3cret'.padEnd(43, 'x')
const name = 'Núria Nobody'
const served: readonly Route[] = [
  { method: 'GET', path: '/open', needs: 'anyone', handle: ({ c }) => c.text('open') },
  { method: 'GET', path: '/door/:secret', needs: 'door', handle: ({ c }) => c.text('in') },
  { method: 'POST', path: '/door/:secret', needs: 'door', handle: ({ c }) => c.text('done') },
  { method: 'GET', path: '/desk', needs: 'see cohorts', handle: ({ c }) => c.text('desk') },
  {
    method: 'POST',
    path: '/small',
    needs: 'anyone',
    largest: 1000,
    handle: async ({ c }) => c.text(String((await c.req.text()).length)),
  },
  {
    method: 'GET',
    path: '/fault',
    needs: 'anyone',
    handle: () => {
      throw Object.assign(new Error(`what ${name} typed`), { code: 'E_FAULT' })
    },
  },
  {
    method: 'GET',
    path: '/api/v1/cohorts',
    needs: 'see cohorts',
    machine: true,
    scope: 'cohorts:read',
    handle: ({ c, visitor }) => c.json(visitor),
  },
]

describe('the way in', { skip: noPostgres }, () => {
  const fresh = freshStore()
  const lines: LogLine[] = []
  let staff: string
  before(async () => {
    await makeOrganisations(fresh.store, 'north', 'south')
    staff = await makePerson(fresh.store, name, { north: ['issuer'] })
  })
  const open = (config: Partial<Config> = {}) => {
    const house = testHouse(fresh.store, { config, log: (line) => lines.push(line) })
    return { house, app: createApp(house, served) }
  }

  it('answers everything with the headers that keep browsers strict', async () => {
    const { app } = open({ address: 'https://tessera.example' })
    for (const path of ['/open', '/desk', '/nowhere', '/fault', '/door/x']) {
      const { headers } = await app.request(path)
      const policy = headers.get('content-security-policy') ?? ''
      assert.match(policy, /default-src 'none'/)
      assert.match(policy, /frame-ancestors 'none'/)
      assert.doesNotMatch(policy, /unsafe|\*|https?:/)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.match(headers.get('strict-transport-security') ?? '', /max-age=31536000/)
      assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin')
    }
    const plain = await open().app.request('/open')
    assert.equal(plain.headers.get('strict-transport-security'), null)
  })

  it('gives a cookie that stays with this host, https and scripts out', async () => {
    for (const [address, shape] of [
      [
        'https://tessera.example',
        /^__Host-attempt=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ],
      [
        'http://localhost:8080',
        /^attempt=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
      ],
    ] as const) {
      const house = testHouse(fresh.store, { config: { address } })
      const answer = await createApp(house).request(`${address}/sign-in/passkey/options`, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin' },
      })
      assert.match(answer.headers.get('set-cookie') ?? '', shape)
    }
  })

  it('sends people to sign in and back, and tells programs', async () => {
    const { app } = open()
    const person = await app.request('/desk?a=1', { headers: { accept: 'text/html' } })
    assert.equal(person.headers.get('location'), '/sign-in?next=%2Fdesk%3Fa%3D1')
    const program = await app.request('/desk')
    assert.equal(program.status, 401)
    assert.equal(program.headers.get('content-type'), 'application/problem+json')
    assert.equal(program.headers.get('www-authenticate'), 'Bearer')
    assert.deepEqual(Object.keys((await program.json()) as object), ['type', 'title', 'status'])
  })

  it('tells the operator what happened and nothing about anybody', async () => {
    const { app, house } = open()
    lines.length = 0
    const browser = await signedIn(app, house, staff, 'north')
    await browser.get(`/door/${secret}?name=${encodeURIComponent(name)}`)
    await browser.get('/desk')
    const answer = await browser.get('/fault')
    assert.equal(answer.status, 500)
    assert.ok(!(await answer.text()).includes('E_FAULT'))
    const text = JSON.stringify(lines)
    for (const personal of [
      secret,
      name,
      'N%C3%BAria',
      staff,
      browser.cookies.get('tessera') ?? '?',
    ])
      assert.ok(!text.includes(personal), personal)
    const line = lines.find(({ route }) => route === '/door/:secret')
    assert.equal(line?.['status'], 200)
    const fault = lines.find(({ message }) => message === 'fault')
    assert.equal(fault?.['code'], 'E_FAULT')
    assert.match(String(fault?.['stack']), /guard\.test/)
    assert.equal(answer.headers.get('x-request-id'), fault?.['id'])
  })

  it('takes no body larger than the route says, however it is sent', async () => {
    const { app } = open()
    const send = (body: string | ReadableStream, headers: Record<string, string> = {}) =>
      app.request('/small', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
    assert.equal(await (await send('x'.repeat(1000))).text(), '1000')
    assert.equal((await send('x'.repeat(1001), { 'content-length': '1001' })).status, 413)
    const parts = new ReadableStream({
      start: (controller) => {
        for (let part = 0; part < 20; part += 1) controller.enqueue(new Uint8Array(100))
        controller.close()
      },
    })
    assert.equal((await send(parts)).status, 413)
  })

  it('says that a broken form is broken', async () => {
    const { app } = open()
    const send = (type: string, body: string) =>
      app.request('/small', { method: 'POST', body, headers: { 'content-type': type } })
    assert.equal((await send('multipart/form-data; boundary=x', '--x\r\nbroken')).status, 400)
    assert.equal((await send('multipart/form-data', 'x')).status, 400)
    assert.equal((await send('application/x-www-form-urlencoded', 'a=%00')).status, 400)
    assert.equal((await app.request('/door/%00')).status, 400)
  })

  it('lets one caller try doors and sign-in only so often', async () => {
    const { app, house } = open({ proxies: 1 })
    const from = (address: string, path: string) =>
      app.request(path, { headers: { 'x-forwarded-for': `1.2.3.4, ${address}` } })
    for (let go = 0; go < 60; go += 1)
      assert.equal((await from('192.0.2.1', `/door/${secret}`)).status, 200)
    const tired = await from('192.0.2.1', `/door/${secret}`)
    assert.equal(tired.status, 429)
    assert.ok(Number(tired.headers.get('retry-after')) > 0)
    assert.equal((await from('192.0.2.2', `/door/${secret}`)).status, 429, 'one secret')
    for (let go = 0; go < 239; go += 1) await from('192.0.2.1', `/door/${go}`)
    assert.equal((await from('192.0.2.1', '/door/other')).status, 429, 'one address')
    assert.equal((await from('192.0.2.2', '/door/other')).status, 200, 'others go on')
    assert.equal((await from('192.0.2.1', '/open')).status, 200)
    house.wind(120_000)
    assert.equal((await from('192.0.2.1', `/door/${secret}`)).status, 200)
  })

  it('says once that a proxy was not counted', async () => {
    lines.length = 0
    const { app } = open()
    for (let go = 0; go < 3; go += 1)
      await app.request('/door/x', { headers: { 'x-forwarded-for': '192.0.2.1' } })
    assert.equal(lines.filter(({ message }) => message.includes('TESSERA_PROXIES')).length, 1)
  })

  it('gives a program what its token says, at its organisation, until it is closed', async () => {
    const { app, house } = open()
    const make = (scopes: readonly string[]) =>
      fresh.store.asOrganisation('north', async (tx) => {
        const { id } = await tx
          .insertInto('api_client')
          .values({ organisation_id: 'north', name: 'SIS', scopes: [...scopes], created_by: staff })
          .returning('id')
          .executeTakeFirstOrThrow()
        return [
          id,
          await hangDoor(tx, house, { kind: 'api', organisation: 'north', subject: id }),
        ] as const
      })
    const ask = (token: string, path = '/api/v1/cohorts') =>
      app.request(path, { headers: { authorization: `Bearer ${token}` } })
    const [id, token] = await make(['cohorts:read'])
    const answer = await ask(token)
    assert.equal(answer.status, 200)
    const visitor = (await answer.json()) as { organisation: string; client: { id: string } }
    assert.equal(visitor.organisation, 'north')
    assert.equal(visitor.client.id, id)
    assert.equal((await ask((await make(['other']))[1])).status, 403)
    assert.equal((await ask(token, '/desk')).status, 403, 'pages are for people')
    assert.equal((await ask(`${token}x`)).status, 401)
    assert.equal((await ask(`tessera_${secret}`)).status, 401)
    await fresh.store.asOrganisation('north', (tx) =>
      tx.updateTable('api_client').set({ closed_at: house.clock.now() }).execute(),
    )
    assert.equal((await ask(token)).status, 401)
  })

  it('lends nobody’s cookie to a program', async () => {
    const { app, house } = open()
    const browser = await signedIn(app, house, staff, 'north')
    assert.equal((await browser.get('/desk')).status, 200)
    const answer = await browser.get('/desk', { authorization: 'Bearer x', accept: '*/*' })
    assert.equal(answer.status, 401)
    const machine = await browser.get('/api/v1/cohorts')
    assert.equal(machine.status, 401)
  })

  it('keeps personal pages out of caches', async () => {
    const { app, house } = open()
    const browser = await signedIn(app, house, staff, 'north')
    assert.equal((await browser.get('/desk')).headers.get('cache-control'), 'no-store')
  })

  it('tells from where a form comes, also where no referrer is sent', async () => {
    const { app, house } = open()
    const send = (headers: Record<string, string>) =>
      openBrowser(app, house)
        .post('/door/x', {}, { 'sec-fetch-site': '', ...headers })
        .then(({ status }) => status)
    const plain = async (headers: Record<string, string>) =>
      (await app.request('/door/y', { method: 'POST', headers })).status
    assert.equal(await send({ 'sec-fetch-site': 'same-origin', origin: 'null' }), 200)
    assert.equal(await send({ 'sec-fetch-site': 'cross-site' }), 403)
    assert.equal(await plain({ origin: house.config.address }), 200)
    for (const origin of ['https://evil.example', 'null', `${house.config.address}.evil.example`])
      assert.equal(await plain({ origin }), 403, origin)
    assert.equal(await plain({}), 200, 'a program without cookies')
  })

  it('never breaks, whatever headers, paths and cookies say', async () => {
    const { app, house } = open()
    const text = fc.string({ maxLength: 40 }).map((value) => value.replaceAll(/[^\x20-\x7e]/g, ''))
    const all = createApp(house)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'),
        fc.webPath(),
        fc.record({
          accept: text,
          cookie: text.map((value) => `tessera=${value}; attempt=${value}; language=${value}`),
          authorization: text.map((value) => `Bearer ${value}`),
          'accept-language': text,
          'content-type': text,
          'x-forwarded-for': text,
          referer: text,
        }),
        async (method, path, headers) => {
          for (const one of [app, all])
            assert.ok(
              (await one.request(`http://localhost${path}`, { method, headers })).status < 500,
            )
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('an address to go on to', () => {
  it('is always of this house', () => {
    const here = 'https://tessera.example'
    const odd = fc.stringMatching(/^[/\\:@.a-z?#\t\n ]{0,12}$/)
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), odd), (given) => {
        assert.equal(new URL(ownPath(given, here), here).origin, here)
      }),
      { numRuns: 2000 },
    )
    assert.equal(ownPath('/a?b=c', here), '/a?b=c')
    assert.equal(ownPath('//evil.example/x', here).includes('evil'), false)
  })
})

describe('the caller', () => {
  const at = (remoteAddress: string, proxies: number, forwarded?: string) =>
    addressOf(
      {
        env: { incoming: { socket: { remoteAddress } } },
        req: { header: () => forwarded },
      } as never,
      { proxies },
    )
  it('is whom our own proxy saw, not whom the request claims', () => {
    assert.equal(at('192.0.2.9', 0, '6.6.6.6'), '192.0.2.9')
    assert.equal(at('10.0.0.1', 1, '6.6.6.6, 192.0.2.9'), '192.0.2.9')
    assert.equal(at('10.0.0.1', 2, '6.6.6.6, 192.0.2.9, 10.0.0.2'), '192.0.2.9')
  })
  it('is a network where addresses are plenty', () => {
    assert.equal(at('2001:db8:1:2:3:4:5:6', 0), '2001:db8:1:2')
    assert.equal(at('2001:db8::1', 0), '2001:db8:0:0')
    assert.equal(at('::ffff:192.0.2.9', 0), '192.0.2.9')
  })
})

describe('a browser’s wish', () => {
  it('is weighed as it says', () => {
    assert.equal(preferred('lt;q=0.5, pl-PL;q=0.9, xx'), 'pl')
    assert.equal(preferred('de-AT, en;q=0.8'), 'de')
    assert.equal(preferred('xx, *;q=0.1'), 'en')
    assert.equal(preferred('de;q=0, fr'), 'fr')
  })
})
