// What stands before every route: who asks, whether they may, and whether the request comes from our own pages.

import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { House } from '../house.ts'
import { may } from '../people/permissions.ts'
import type { Say } from '../web/messages.ts'
import { addressOf } from './caller.ts'
import { doorBehind } from './door.ts'
import { keepLanguage, languageOf } from './language.ts'
import { counter } from './limits.ts'
import { problem } from './problem.tsx'
import { largestOf, type Need, type Route } from './route.ts'
import { carriesToken, isFromHere } from './same-site.ts'
import { isFresh, visitorOf } from './session.ts'
import { nobody, type Visitor } from './visitor.ts'

/** 0: may pass; otherwise the answer's status. */
export function refusalFor(visitor: Visitor, needs: Need): 0 | 401 | 403 {
  if (needs === 'anyone' || needs === 'door') return 0
  const known = visitor.person !== undefined || visitor.client !== undefined
  if (!known) return 401
  if (needs === 'signed-in') return visitor.person === undefined ? 403 : 0
  return may(visitor.roles, needs) ? 0 : 403
}

/** A program passes only where routes are made for programs, and only as far as its token goes. */
export function refusalForClient(
  { client }: Visitor,
  { machine, needs, scope }: Pick<Route, 'machine' | 'needs' | 'scope'>,
): 0 | 403 {
  if (client === undefined || needs === 'anyone' || needs === 'door') return 0
  if (machine !== true || scope === undefined) return 403
  return client.scopes.includes(scope) ? 0 : 403
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])
const minute = 60_000

/** Doors and sign-in are what strangers try their luck at. */
const guarding = () => ({
  // A class that claims behind one address passes; the secrets themselves are beyond guessing.
  address: counter({ most: 300, windowMs: minute }),
  secret: counter({ most: 60, windowMs: minute }),
})
const counters = new WeakMap<House, ReturnType<typeof guarding>>()

const warned = new WeakSet<House>()

/** Said once: behind a proxy that nobody told us of, all the world is one caller. */
function warnOfProxy(c: Context, house: House): void {
  const { proxies } = house.config
  if (proxies > 0 || warned.has(house) || c.req.header('x-forwarded-for') === undefined) return
  warned.add(house)
  house.log?.({
    at: house.clock.now().toISOString(),
    level: 'warn',
    message: 'X-Forwarded-For is sent, and TESSERA_PROXIES is 0: all callers count as one',
  })
}

function waitFor(c: Context, house: House, route: Route): number {
  if (route.needs !== 'door' && !route.path.startsWith('/sign-in')) return 0
  warnOfProxy(c, house)
  const kept = counters.get(house) ?? guarding()
  counters.set(house, kept)
  const now = house.clock.now()
  const byAddress = kept.address.spend(addressOf(c, house.config), now)
  if (byAddress > 0 || route.needs !== 'door') return byAddress
  const secret = Object.values(c.req.param()).join('/')
  return secret === '' ? 0 : kept.secret.spend(secret, now)
}

async function askerOf(c: Context, house: House, route: Route): Promise<Visitor | undefined> {
  const authorization = c.req.header('authorization') ?? ''
  // A token and a cookie in one request: the token counts, and the cookie's person is not lent to it. Other schemes
  // are for whoever stands in front of us.
  if (/^bearer /i.test(authorization)) return clientBehind(house, authorization)
  if (route.machine === true || route.plain === true) return undefined
  return visitorOf(c, house)
}

async function clientBehind(house: House, authorization: string): Promise<Visitor | undefined> {
  const token = /^Bearer ([A-Za-z0-9_-]{1,64})$/i.exec(authorization)?.[1]
  if (token === undefined) return undefined
  const door = await house.store.atTheDoor((tx) => doorBehind(tx, house, 'api', token))
  if (door === undefined) return undefined
  const client = await house.store.asOrganisation(door.organisation, async (tx) => {
    const row = await tx
      .selectFrom('api_client')
      .where('id', '=', door.subject)
      .where('closed_at', 'is', null)
      .select(['id', 'scopes'])
      .executeTakeFirst()
    if (row === undefined) return undefined
    const now = house.clock.now()
    await tx
      .updateTable('api_client')
      .set({ used_at: now })
      .where('id', '=', row.id)
      // A call a second must not be a write a second.
      .where((is) =>
        is.or([is('used_at', 'is', null), is('used_at', '<', new Date(now.getTime() - minute))]),
      )
      .execute()
    return row
  })
  if (client === undefined) return undefined
  return { organisation: door.organisation, roles: ['api-client'], client }
}

/** The whole answer of a route, whoever asks. */
export function guarded(
  house: House,
  route: Route,
  sayIn: (language: string) => Say,
): (c: Context) => Promise<Response> {
  return async (c) => {
    c.set('route', route.path)
    // PostgreSQL keeps no such sign in a text; nobody means it.
    if (c.req.url.includes('%00')) return problem(c, 400)
    const wait = waitFor(c, house, route)
    if (wait > 0) {
      c.header('Retry-After', String(wait))
      return problem(c, 429)
    }
    const visitor = (await askerOf(c, house, route)) ?? nobody
    const language = languageOf(c, visitor.person?.language)
    if (!route.plain) keepLanguage(c, house.config)
    const say = sayIn(language)
    const no = (status: number, detail?: string) =>
      problem(c, status, { say, language, visitor, ...(detail === undefined ? {} : { detail }) })
    // A form of another site is refused before anything else is told about the page.
    const byCookie = visitor.person !== undefined
    const unsafe = !safe.has(c.req.method) && route.machine !== true
    if (unsafe && !isFromHere(c, house.config)) return no(403)
    const refusal = refusalFor(visitor, route.needs) || refusalForClient(visitor, route)
    if (refusal === 401) {
      c.header('WWW-Authenticate', 'Bearer')
      if (c.req.method === 'GET' && isPage(c)) return c.redirect(signInAddress(c, house))
    }
    if (refusal !== 0) return no(refusal)
    if (unsafe && !(await isReadable(c))) return no(400)
    // At a door too: whoever is signed in may reach their own things through it.
    if (byCookie && unsafe && route.needs !== 'anyone')
      if (!(await carriesToken(c, visitor.csrf ?? ''))) return no(403, say('problem-form-is-old'))
    if (route.fresh === true && visitor.client === undefined)
      if (!isFresh(visitor, house.clock.now())) return c.redirect(proveAddress(c, house), 303)
    if (!route.plain && byCookie) c.header('Cache-Control', 'no-store')
    return route.handle({ house, c, visitor, say, language })
  }
}

/** False: a form that is none, or holds a sign no text of ours may have. What was read is kept for the route. */
async function isReadable(c: Context): Promise<boolean> {
  const type = (c.req.header('content-type') ?? '').toLowerCase()
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) return true
  try {
    const fields = Object.values(await c.req.parseBody({ all: true })).flat()
    return !fields.some((value) => typeof value === 'string' && value.includes('\0'))
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

const isPage = (c: Context): boolean =>
  (c.req.header('accept') ?? '').includes('text/html') && !c.req.path.startsWith('/api/')

function signInAddress(c: Context, { config }: House): string {
  const { pathname, search } = new URL(c.req.url, config.address)
  return `/sign-in?next=${encodeURIComponent(pathname + search)}`
}

/** After the proof people are back on the page whose button they pressed. */
function proveAddress(c: Context, { config }: House): string {
  const page = c.req.method === 'GET' ? c.req.url : (c.req.header('referer') ?? '/')
  return `/prove?next=${encodeURIComponent(ownPath(page, config.address))}`
}

/** An address of this house without its host; `/` for anything else. Nobody is sent elsewhere by a link here. */
export function ownPath(given: string | undefined, address: string): string {
  if (given === undefined || given.length > 1000) return '/'
  try {
    const url = new URL(given, address)
    const path = url.pathname + url.search
    // `//host` in a path would be read as another host by the browser.
    return /^\/(?![/\\])/.test(path) ? path : '/'
  } catch {
    return '/'
  }
}

export function limited(route: Route): MiddlewareHandler {
  return bodyLimit({ maxSize: largestOf(route), onError: (c) => problem(c, 413) })
}
