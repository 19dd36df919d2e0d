// An identity provider on this machine, for tests: `oidc-provider`, which is certified, with a page on which one
// says who one is. It speaks like a proxy of the MyAcademicID kind: what a person's university does not release
// is simply missing.

import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Context } from 'oidc-provider'

export type Claims = Readonly<Record<string, unknown>>

export interface TestProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  close(): Promise<void>
}

const academic = [
  'schac_personal_unique_code',
  'schac_home_organization',
  'eduperson_scoped_affiliation',
  'eduperson_principal_name',
  'eduperson_unique_id',
  'eduperson_assurance',
]

/**
 * @param wayBack the one address it sends people to
 * @param people by subject: what is said of them
 */
export async function startProvider(
  wayBack: string,
  people: Readonly<Record<string, Claims>>,
): Promise<TestProvider> {
  const client = { clientId: 'tessera', clientSecret: 'a secret of at least 32 characters' }
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['of this test'] },
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [wayBack],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/who/${uid}` },
    claims: {
      openid: ['sub'],
      profile: ['name', 'given_name', 'family_name', 'locale'],
      email: ['email', 'email_verified'],
      ...Object.fromEntries(academic.map((claim) => [claim, [claim]])),
    },
    findAccount: (_: unknown, sub: string) =>
      sub in people
        ? { accountId: sub, claims: () => Promise.resolve({ sub, ...people[sub] }) }
        : undefined,
    // Whoever says who they are agrees to tell it.
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      })
      grant.addOIDCScope(['openid', 'profile', 'email', ...academic].join(' '))
      await grant.save()
      return grant
    },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  })
  const standard = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/who/')) return standard(request, response)
    if (request.method === 'GET') {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      const buttons = Object.keys(people).map(
        (sub) => `<p><button name="sub" value="${sub}">${sub}</button></p>`,
      )
      response.end(
        `<!doctype html><html lang="en"><title>University</title><h1>Who are you?</h1>
        <form method="post">${buttons.join('')}<button name="sub" value="">Cancel</button></form>`,
      )
      return undefined
    }
    void bodyOf(request).then((body) => {
      const sub = new URLSearchParams(body).get('sub') ?? ''
      const result = sub === '' ? { error: 'access_denied' } : { login: { accountId: sub } }
      return provider.interactionFinished(request, response, result)
    })
    return undefined
  })
  return {
    issuer,
    ...client,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

/** A browser that remembers the provider's cookies and says it is this person. @returns the address it is sent to */
export function personAtProvider() {
  const cookies = new Map<string, string>()
  const ask = async (address: string, form?: Readonly<Record<string, string>>) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    await answer.arrayBuffer()
    const location = answer.headers.get('location')
    return location === null ? undefined : new URL(location, address).href
  }
  /** Follows from the address we send people to, to the one they are sent back to. */
  return async (address: string, subject: string): Promise<string> => {
    const { origin } = new URL(address)
    let here = address
    for (let step = 0; step < 10; step += 1) {
      const next = here.includes('/who/') ? await ask(here, { sub: subject }) : await ask(here)
      if (next === undefined) throw new Error(`The provider stopped at ${here}`)
      if (!next.startsWith(origin)) return next
      here = next
    }
    throw new Error('The provider sends in circles.')
  }
}
