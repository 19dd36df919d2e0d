// Somebody at a browser, for tests: keeps cookies, sends what browsers send.

import type { Hono } from 'hono'
import type { House } from '../house.ts'
import { startSession, visitorBehind } from './session.ts'
import type { Visitor } from './visitor.ts'

export interface Browser {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** A form of our own pages, with the token where somebody is signed in. */
  post(
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>
  /** Who the server takes it for. */
  visitor(): Promise<Visitor | undefined>
  readonly cookies: Map<string, string>
}

export function openBrowser(app: Hono, house: House): Browser {
  const cookies = new Map<string, string>()
  const { address } = house.config
  const ask = async (path: string, request: RequestInit & { headers: Record<string, string> }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await app.request(new URL(path, address), {
      ...request,
      headers: { accept: 'text/html', ...(cookie === '' ? {} : { cookie }), ...request.headers },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  const visitor = async () => {
    const secret = [...cookies].find(([name]) => /^(__Host-)?tessera$/.test(name))?.[1]
    if (secret === undefined) return undefined
    return house.store.atTheDoor((tx) => visitorBehind(tx, house, secret))
  }
  return {
    cookies,
    visitor,
    get: (path, headers = {}) => ask(path, { headers: { 'sec-fetch-site': 'none', ...headers } }),
    post: async (path, fields = {}, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams({ csrf: (await visitor())?.csrf ?? '', ...fields }),
        headers: { 'sec-fetch-site': 'same-origin', ...headers },
      }),
  }
}

/** A browser in which this person is signed in. */
export async function signedIn(
  app: Hono,
  house: House,
  person: string,
  organisation?: string,
): Promise<Browser> {
  const browser = openBrowser(app, house)
  const secret = await house.store.atTheDoor((tx) =>
    startSession(tx, house, { person, organisation, device: 'test' }),
  )
  const secure = house.config.address.startsWith('https:')
  browser.cookies.set(secure ? '__Host-tessera' : 'tessera', secret)
  return browser
}
