// Every route is asked for every role: nobody gets further than the table says, and everybody as far as it says.

import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { createApp, routes } from '../app.tsx'
import { hangDoor } from '../server/door.ts'
import type { Route } from '../server/route.ts'
import { openBrowser, signedIn, type Browser } from '../server/test-visitor.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { makeOrganisations, makePerson, testHouse } from '../test-house.ts'
import { staffRoles } from './members.ts'
import { type Deed, deeds, may, type Role, roles } from './permissions.ts'

const behind: readonly Route[] = routes.map((route) => ({
  ...route,
  handle: ({ c }) => c.text('passed'),
}))
const isUnsafe = ({ method }: Route) => method !== 'GET'
/** A path of the route: each part that is asked for is something. */
const pathOf = ({ path }: Route) => path.replaceAll(/:(\w+)(\{[^}]*\})?\??/g, 'x').replace('*', 'x')
const named = ({ method, path }: Route) => `${method} ${path}`
const known = (needs: string): needs is Deed => needs in deeds

/** What the table says, worked out here by itself. */
function expected(route: Route, role: Role | 'nobody'): 'passed' | 401 | 403 {
  const { needs, machine, scope } = route
  if (needs === 'anyone' || needs === 'door') return 'passed'
  if (role === 'nobody') return 401
  if (role === 'api-client') {
    const forPrograms = machine === true && scope !== undefined && known(needs)
    return forPrograms && may(['api-client'], needs) ? 'passed' : 403
  }
  // A person's cookie is nothing to a route for programs.
  if (machine === true) return 401
  if (needs === 'signed-in') return 'passed'
  return may([role, 'learner'], needs) ? 'passed' : 403
}

describe('the table of permissions', () => {
  it('is what routes go by: each need is in it, or said to be nobody’s', () => {
    for (const route of routes)
      assert.ok(
        ['anyone', 'door', 'signed-in'].includes(route.needs) || known(route.needs),
        named(route),
      )
  })

  it('names roles that exist', () => {
    for (const allowed of Object.values(deeds))
      for (const role of allowed) assert.ok(roles.includes(role))
  })

  it('lets no one person enter results, approve and seal, but an owner', () => {
    for (const role of roles.filter((one) => one !== 'owner'))
      assert.ok(!(may([role], 'seal a cohort') && may([role], 'approve a cohort')), role)
  })

  it('lets programs decide nothing about people', () => {
    for (const deed of ['approve a cohort', 'manage people', 'release the stop switch'] as const)
      assert.ok(!may(['api-client'], deed))
  })

  it('wants a fresh proof for what is hard to undo', () => {
    const grave: readonly string[] = [
      'correct an award',
      'withdraw an award',
      'release the stop switch',
      'manage people',
      'manage API clients',
    ]
    for (const route of routes.filter((one) => isUnsafe(one) && one.machine !== true))
      // A token is taken away at once: minutes count.
      if (grave.includes(route.needs) && !route.path.endsWith('/close'))
        assert.equal(route.fresh, true, named(route))
    for (const deed of ['seal a cohort', 'approve a cohort'])
      assert.ok(
        routes.some(({ needs, fresh, method }) => needs === deed && fresh && method === 'POST'),
        deed,
      )
  })

  it('has each address once', () => {
    const names = routes.map(named)
    assert.deepEqual(
      names.filter((name, at) => names.indexOf(name) !== at),
      [],
    )
  })
})

describe('every route', { skip: noPostgres }, () => {
  const fresh = freshStore()
  const ask = new Map<Role | 'nobody', (route: Route) => Promise<Response>>()

  before(async () => {
    const house = testHouse(fresh.store)
    const app = createApp(house, behind)
    await makeOrganisations(fresh.store, 'north', 'south')
    const byForm = (browser: Browser) => (route: Route) => {
      house.wind(300)
      return route.method === 'GET'
        ? browser.get(pathOf(route), { accept: 'application/json' })
        : withMethod(browser, route)
    }
    const withMethod = async (browser: Browser, route: Route) => {
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      return app.request(pathOf(route), {
        method: route.method,
        headers: {
          cookie,
          accept: 'application/json',
          'sec-fetch-site': 'same-origin',
          'x-csrf-token': (await browser.visitor())?.csrf ?? '',
        },
      })
    }
    ask.set('nobody', byForm(openBrowser(app, house)))
    for (const role of staffRoles) {
      // Owner of another organisation: that counts for nothing at this desk.
      const person = await makePerson(fresh.store, role, { north: [role], south: ['owner'] })
      ask.set(role, byForm(await signedIn(app, house, person, 'north')))
    }
    ask.set('learner', byForm(await signedIn(app, house, await makePerson(fresh.store, 'Lev'))))
    const scopes = [...new Set(routes.flatMap(({ scope }) => scope ?? []))]
    const token = await fresh.store.asOrganisation('north', async (tx) => {
      const by = '11111111-1111-4111-8111-111111111111'
      const { id } = await tx
        .insertInto('api_client')
        .values({ organisation_id: 'north', name: 'SIS', scopes, created_by: by })
        .returning('id')
        .executeTakeFirstOrThrow()
      return hangDoor(tx, house, { kind: 'api', organisation: 'north', subject: id })
    })
    ask.set('api-client', async (route) => {
      house.wind(300)
      return app.request(pathOf(route), {
        method: route.method,
        headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      })
    })
  })

  for (const role of ['nobody', ...roles] as const)
    it(`opens to ${role} as far as the table says`, async () => {
      const asked = ask.get(role)
      assert.ok(asked)
      for (const route of behind) {
        const answer: Response = await asked(route)
        const outcome: string | number = answer.status === 200 ? await answer.text() : answer.status
        assert.equal(outcome, expected(route, role), `${role}: ${named(route)}`)
      }
    })

  it('that changes something refuses a form of another site, and one without its token', async () => {
    const house = testHouse(fresh.store)
    const app = createApp(house, behind)
    const person = await makePerson(fresh.store, 'all', { north: staffRoles })
    const browser = await signedIn(app, house, person, 'north')
    for (const route of behind.filter((one) => isUnsafe(one) && one.machine !== true)) {
      house.wind(300)
      if (route.method !== 'POST') continue
      const path = pathOf(route)
      for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }])
        assert.equal((await browser.post(path, {}, headers)).status, 403, named(route))
      const bySession = route.needs !== 'anyone'
      const without = await browser.post(path, { csrf: 'x'.repeat(43) })
      assert.equal(without.status, bySession ? 403 : 200, named(route))
      assert.equal((await browser.post(path)).status, 200, named(route))
    }
  })

  it('that wants a fresh proof sends those without one to give it', async () => {
    const house = testHouse(fresh.store)
    const app = createApp(house, behind)
    const person = await makePerson(fresh.store, 'stale', { north: staffRoles })
    const browser = await signedIn(app, house, person, 'north')
    house.wind(15 * 60_000)
    for (const route of behind.filter(({ fresh: wanted }) => wanted === true)) {
      const answer =
        route.method === 'GET'
          ? await browser.get(pathOf(route))
          : await browser.post(pathOf(route))
      assert.equal(answer.headers.get('location')?.split('?')[0], '/prove', named(route))
    }
  })

  it('that is not listed is not there', async () => {
    const app = createApp(testHouse(fresh.store))
    const patterns = new Set(routes.map(({ path }) => path))
    for (const { path } of app.routes)
      assert.ok(path === '/*' || patterns.has(path), `${path} is not a route of ours`)
    for (const path of ['/admin', '/api', '/.env', '/account/../people', '/people/x', '//people'])
      assert.equal((await app.request(`http://localhost${path}`)).status === 200, false, path)
  })
})
