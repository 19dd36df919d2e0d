// Signing in at a real identity provider: who somebody is follows from issuer and subject, never from an address.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Hono } from 'hono'
import { createApp } from '../app.tsx'
import { type Browser, openBrowser, signedIn } from '../server/test-visitor.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { makeOrganisations, makePerson, testHouse, type TestHouse } from '../test-house.ts'
import { sayIn } from '../web/messages.ts'
import { inviteMember } from './members.ts'
import { personAtProvider, startProvider, type TestProvider } from './test-provider.ts'

const esi = 'urn:schac:personalUniqueCode:int:esi:valdeserena.example:1234'
const minutes = 60_000
const people = {
  ana: {
    name: 'Ana Núñez',
    email: 'shared@mail.example',
    email_verified: true,
    locale: 'es-ES',
    schac_personal_unique_code: [esi],
    schac_home_organization: 'valdeserena.example',
    eduperson_scoped_affiliation: ['student@valdeserena.example', 'member@valdeserena.example'],
    eduperson_principal_name: 'ana@valdeserena.example',
  },
  // Neither mail nor affiliation nor even a name: many universities release no more.
  bare: {},
  // The same address as Ana, and not Ana.
  twin: { name: 'Another Ana', email: 'shared@mail.example', email_verified: true },
  staff: { given_name: 'Ona', family_name: 'Petrauskė' },
  'ana-abroad': { name: 'A. Nunez' },
}

describe('signing in at the university', { skip: noPostgres }, () => {
  const fresh = freshStore()
  let house: TestHouse
  let app: Hono
  let provider: TestProvider
  before(async () => {
    const address = 'http://localhost:8080'
    provider = await startProvider(`${address}/sign-in/back`, people)
    // Tokens live by the real clock.
    house = testHouse(fresh.store, { config: { address, oidc: provider } })
    house.wind(Date.now() - house.clock.now().getTime())
    app = createApp(house)
    await makeOrganisations(fresh.store, 'north')
  })
  after(() => provider.close())

  const toProvider = async (browser: Browser, path = '/sign-in/university') => {
    const answer = await browser.get(path)
    assert.equal(answer.status, 302)
    return answer.headers.get('location') ?? ''
  }
  const signIn = async (browser: Browser, subject: string, path?: string) => {
    const back = await personAtProvider()(await toProvider(browser, path), subject)
    return browser.get(back, { 'sec-fetch-site': 'cross-site' })
  }
  const personIn = async (browser: Browser) => (await browser.visitor())?.person?.id
  const identifiersOf = (person: string) =>
    fresh.store.atTheDoor((tx) =>
      tx
        .selectFrom('identifier')
        .where('person_id', '=', person)
        .select(['kind', 'value'])
        .orderBy('kind')
        .execute(),
    )

  it('asks with a proof key, a state, a nonce and the exact address to come back to', async () => {
    const asked = new URL(await toProvider(openBrowser(app, house))).searchParams
    assert.equal(asked.get('code_challenge_method'), 'S256')
    for (const name of ['code_challenge', 'state', 'nonce']) assert.ok(asked.get(name), name)
    assert.equal(asked.get('redirect_uri'), 'http://localhost:8080/sign-in/back')
    assert.match(asked.get('scope') ?? '', /\bopenid\b.*\bschac_home_organization\b/)
  })

  it('makes an account with what was told, and finds it the next time', async () => {
    const browser = openBrowser(app, house)
    const answer = await signIn(browser, 'ana', '/sign-in/university?next=/account')
    assert.equal(answer.status, 302)
    assert.equal(answer.headers.get('location'), '/account')
    const visitor = await browser.visitor()
    assert.deepEqual(visitor?.roles, ['learner'])
    assert.equal(visitor?.person?.name, 'Ana Núñez')
    assert.equal(visitor?.person?.language, 'es')
    const person = visitor?.person?.id ?? ''
    assert.deepEqual(await identifiersOf(person), [
      { kind: 'email', value: 'shared@mail.example' },
      { kind: 'eppn', value: 'ana@valdeserena.example' },
      { kind: 'esi', value: esi },
      { kind: 'oidc', value: 'ana' },
    ])
    const places = await fresh.owner.query(
      'select home, affiliation from affiliation where person_id = $1 order by 2',
      [person],
    )
    assert.deepEqual(places.rows, [
      { home: 'valdeserena.example', affiliation: 'member@valdeserena.example' },
      { home: 'valdeserena.example', affiliation: 'student@valdeserena.example' },
    ])
    const again = openBrowser(app, house)
    await signIn(again, 'ana')
    assert.equal(await personIn(again), person)
  })

  it('lets in somebody of whom nothing is told', async () => {
    const browser = openBrowser(app, house)
    assert.equal((await signIn(browser, 'bare')).status, 302)
    assert.equal((await browser.visitor())?.person?.name, '')
    const page = await browser.get('/account')
    assert.equal(page.status, 200)
  })

  it('takes two people with one address for two', async () => {
    const [ana, twin] = [openBrowser(app, house), openBrowser(app, house)]
    await signIn(ana, 'ana')
    await signIn(twin, 'twin')
    assert.notEqual(await personIn(twin), await personIn(ana))
    const kept = await identifiersOf((await personIn(twin)) ?? '')
    assert.deepEqual(kept, [{ kind: 'oidc', value: 'twin' }])
  })

  it('changes the secret of the session', async () => {
    const browser = openBrowser(app, house)
    await signIn(browser, 'ana')
    const old = browser.cookies.get('tessera') ?? ''
    await signIn(browser, 'ana')
    assert.ok(old !== '' && (await browser.visitor()))
    assert.notEqual(browser.cookies.get('tessera'), old)
    const thief = openBrowser(app, house)
    thief.cookies.set('tessera', old)
    assert.equal(await thief.visitor(), undefined)
  })

  it('believes no answer twice, none of another browser, and none that comes late', async () => {
    const mine = openBrowser(app, house)
    const back = await personAtProvider()(await toProvider(mine), 'ana')
    const other = openBrowser(app, house)
    await toProvider(other)
    assert.equal((await other.get(back)).status, 403, 'another browser’s attempt')
    assert.equal((await openBrowser(app, house).get(back)).status, 403, 'no attempt')
    const cookies = new Map(mine.cookies)
    assert.equal((await mine.get(back)).status, 302)
    for (const [name, value] of cookies) mine.cookies.set(name, value)
    assert.equal((await mine.get(back)).status, 403, 'twice')
    const late = openBrowser(app, house)
    const lateBack = await personAtProvider()(await toProvider(late), 'ana')
    house.wind(10 * minutes)
    assert.equal((await late.get(lateBack)).status, 403, 'late')
    house.wind(-10 * minutes)
  })

  it('believes no answer that was tampered with', async () => {
    const changed: readonly ((address: URL) => void)[] = [
      ({ searchParams }) => searchParams.set('state', 'x'),
      ({ searchParams }) => searchParams.delete('state'),
      ({ searchParams }) => searchParams.set('code', 'x'),
      ({ searchParams }) => searchParams.set('iss', 'https://evil.example'),
      ({ searchParams }) => searchParams.append('code', 'x'),
    ]
    for (const change of changed) {
      const browser = openBrowser(app, house)
      const back = new URL(await personAtProvider()(await toProvider(browser), 'ana'))
      change(back)
      const answer = await browser.get(back.href)
      assert.equal(answer.status, 403, back.search)
      assert.equal(await browser.visitor(), undefined)
    }
  })

  it('says so when somebody turns back', async () => {
    const browser = openBrowser(app, house)
    const answer = await signIn(browser, '')
    assert.equal(answer.status, 403)
    assert.match(await answer.text(), /You did not sign in/)
  })

  it('leads nowhere but to this house', async () => {
    for (const next of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:x',
    ]) {
      const browser = openBrowser(app, house)
      const path = `/sign-in/university?next=${encodeURIComponent(next)}`
      const location = (await signIn(browser, 'ana', path)).headers.get('location') ?? ''
      const { origin } = new URL(location, house.config.address)
      assert.equal(origin, house.config.address, next)
    }
  })

  it('renews the proof of the same person only', async () => {
    const browser = openBrowser(app, house)
    await signIn(browser, 'ana')
    const first = (await browser.visitor())?.provedAt
    house.wind(1000)
    const path = '/prove/university?next=/account'
    const wrong = await signIn(browser, 'twin', path)
    assert.equal(wrong.status, 403)
    assert.ok((await wrong.text()).includes(sayIn('es')('sign-in-no-somebody-else')))
    assert.deepEqual((await browser.visitor())?.provedAt, first)
    assert.equal((await signIn(browser, 'ana', path)).headers.get('location'), '/account')
    const second = (await browser.visitor())?.provedAt
    assert.ok(first && second && second > first)
  })

  it('takes no proof of this morning', async () => {
    const browser = openBrowser(app, house)
    await signIn(browser, 'ana')
    // Seen from a clock that is later, what the provider saw just now was long ago.
    house.wind(5 * minutes)
    const answer = await signIn(browser, 'ana', '/prove/university')
    house.wind(-5 * minutes)
    assert.equal(answer.status, 403)
    assert.ok((await answer.text()).includes(sayIn('es')('sign-in-no-not-fresh')))
  })

  it('makes one account of two when signed in on both sides', async () => {
    const abroad = openBrowser(app, house)
    await signIn(abroad, 'ana-abroad')
    const other = (await personIn(abroad)) ?? ''
    await fresh.store.asOrganisation('north', (tx) =>
      tx
        .insertInto('membership')
        .values({ organisation_id: 'north', person_id: other, role: 'auditor' })
        .execute(),
    )
    const browser = openBrowser(app, house)
    await signIn(browser, 'ana')
    const ana = (await personIn(browser)) ?? ''
    const page = await browser.post('/account/link')
    const address = /url=(.*)$/.exec(page.headers.get('refresh') ?? '')?.[1] ?? ''
    const back = await personAtProvider()(address, 'ana-abroad')
    const answer = await browser.get(back)
    assert.equal(answer.headers.get('location'), '/account')
    assert.equal(await personIn(browser), ana)
    assert.equal(await abroad.visitor(), undefined, 'the other account is none any more')
    const again = openBrowser(app, house)
    await signIn(again, 'ana-abroad')
    assert.equal(await personIn(again), ana)
    assert.deepEqual((await again.visitor())?.roles, ['auditor', 'learner'])
  })

  it('takes up an invitation once', async () => {
    const owner = await makePerson(fresh.store, 'Owner', { north: ['owner'] })
    const { person, secret } = await fresh.store.asOrganisation('north', (tx) =>
      inviteMember(
        tx,
        house,
        { organisation: 'north', by: owner },
        { name: 'Ona', language: 'lt', roles: ['issuer'] },
      ),
    )
    const browser = openBrowser(app, house)
    const welcome = await browser.get(`/join/${secret}`)
    assert.equal(welcome.status, 200)
    assert.match(await welcome.text(), /Ona/)
    const page = await browser.post(`/join/${secret}/university`)
    const address = /url=(.*)$/.exec(page.headers.get('refresh') ?? '')?.[1] ?? ''
    await browser.get(await personAtProvider()(address, 'staff'))
    const visitor = await browser.visitor()
    assert.equal(visitor?.person?.id, person)
    assert.equal(visitor?.organisation, 'north')
    assert.deepEqual(visitor?.roles, ['issuer', 'learner'])
    assert.equal((await openBrowser(app, house).get(`/join/${secret}`)).status, 404)
  })

  it('says so when the university does not answer', async () => {
    const gone = await startProvider(`${house.config.address}/sign-in/back`, people)
    const elsewhere = createApp(
      testHouse(fresh.store, { config: { address: house.config.address, oidc: { ...gone } } }),
    )
    await gone.close()
    assert.equal((await openBrowser(elsewhere, house).get('/sign-in/university')).status, 503)
  })
})

describe('signing in to try it out', { skip: noPostgres }, () => {
  const fresh = freshStore()
  before(async () => {
    await makeOrganisations(fresh.store, 'north')
    await makePerson(fresh.store, 'All', { north: ['owner', 'issuer'] })
    await makePerson(fresh.store, 'Iga', { north: ['issuer'] })
  })

  it('gives whoever has this role and few others', async () => {
    const house = testHouse(fresh.store)
    const browser = openBrowser(createApp(house), house)
    assert.equal((await browser.get('/sign-in/as/issuer')).status, 302)
    assert.equal((await browser.visitor())?.person?.name, 'Iga')
    assert.deepEqual((await browser.visitor())?.roles, ['issuer', 'learner'])
    await browser.get('/sign-in/as/learner')
    assert.deepEqual((await browser.visitor())?.roles, ['learner'])
    assert.equal((await browser.get('/sign-in/as/api-client')).status, 404)
  })

  it('is not there in production, nor at an address others can reach', async () => {
    for (const config of [{ production: true }, { address: 'https://tessera.example' }]) {
      const house = testHouse(fresh.store, { config })
      const browser = openBrowser(createApp(house), house)
      assert.equal((await browser.get('/sign-in/as/owner')).status, 404)
      assert.doesNotMatch(await (await browser.get('/sign-in')).text(), /sign-in\/as/)
      assert.equal(await browser.visitor(), undefined)
      const person = await makePerson(fresh.store, 'P', { north: ['issuer'] })
      const staff = await signedIn(createApp(house), house, person, 'north')
      house.wind(20 * minutes)
      await staff.post('/prove/here')
      const provedAt = (await staff.visitor())?.provedAt
      assert.ok(provedAt && provedAt < house.clock.now(), 'no proof by pressing a button')
    }
  })
})
