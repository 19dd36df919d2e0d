// Sign-in with somebody's own university: OpenID Connect, authorization code with PKCE, state and nonce, one exact
// address to come back to. SAML stays with proxies like MyAcademicID, which speak OpenID Connect to us.

import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  type Configuration,
  discovery,
  fetchUserInfo,
  None,
} from 'openid-client'
import type { Context } from 'hono'
import type { House } from '../house.ts'
import { newSecret } from '../server/session.ts'
import type { Tx } from '../store/store.ts'
import { type Attempt, beginAttempt, type Purpose } from './attempt.ts'
import { type Identity, identityFrom } from './identity.ts'

/** What is asked for where the provider knows it; only `openid` must be. */
const wanted = [
  'openid',
  'profile',
  'email',
  'orcid',
  'schac_personal_unique_code',
  'schac_home_organization',
  'eduperson_scoped_affiliation',
  'eduperson_principal_name',
  'eduperson_unique_id',
  'eduperson_assurance',
  'voperson_id',
]

/** The provider did not say who it is, or not in a way that can be believed. */
export class NotToldWho extends Error {
  override readonly name = 'NotToldWho'
  readonly why: 'declined' | 'not-believed' | 'not-reached' | 'not-fresh'
  constructor(why: NotToldWho['why'], cause?: unknown) {
    super(`Sign-in: ${why}`, { cause })
    this.why = why
  }
}

const known = new WeakMap<object, Promise<Configuration>>()

/** Asked once; after a failure again the next time. */
function providerOf(house: House): Promise<Configuration> {
  const { oidc } = house.config
  if (oidc === undefined) return Promise.reject(new NotToldWho('not-reached'))
  const asked = known.get(oidc)
  if (asked !== undefined) return asked
  const issuer = new URL(oidc.issuer)
  // Tests and development have their provider on this machine; anywhere else it is https or nothing.
  const onThisMachine = ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname)
  const fresh = discovery(
    issuer,
    oidc.clientId,
    undefined,
    oidc.clientSecret === '' ? None() : ClientSecretBasic(oidc.clientSecret),
    {
      timeout: 5,
      ...(onThisMachine && !house.config.production ? { execute: [allowInsecureRequests] } : {}),
    },
  )
  known.set(oidc, fresh)
  fresh.catch(() => known.delete(oidc))
  return fresh
}

export const wayBack = (house: House): string => `${house.config.address}/sign-in/back`

/** Where to send the browser. */
export async function askProvider(
  c: Context,
  house: House,
  asked: { readonly purpose: Purpose; readonly next: string; readonly language: string },
): Promise<string> {
  const provider = await providerOf(house).catch((error: unknown) => {
    throw new NotToldWho('not-reached', error)
  })
  const way = {
    by: 'oidc' as const,
    state: newSecret(house),
    nonce: newSecret(house),
    verifier: newSecret(house),
  }
  await house.store.atTheDoor((tx: Tx) =>
    beginAttempt(c, tx, house, { purpose: asked.purpose, next: asked.next, way }),
  )
  const offered = provider.serverMetadata().scopes_supported
  const scopes =
    offered === undefined ? wanted.slice(0, 3) : wanted.filter((s) => offered.includes(s))
  return buildAuthorizationUrl(provider, {
    redirect_uri: wayBack(house),
    scope: [...new Set(['openid', ...scopes])].join(' '),
    state: way.state,
    nonce: way.nonce,
    code_challenge: await calculatePKCECodeChallenge(way.verifier),
    code_challenge_method: 'S256',
    ui_locales: asked.language,
    // A proof of presence is typed now, not remembered from this morning.
    ...(asked.purpose.to === 'prove' ? { prompt: 'login', max_age: '0' } : {}),
  }).href
}

/** Clocks of two houses differ. */
const tolerated = 60_000

/** @throws {@link NotToldWho} */
export async function answerOfProvider(
  c: Context,
  house: House,
  attempt: Attempt,
): Promise<Identity> {
  if (attempt.way.by !== 'oidc') throw new NotToldWho('not-believed')
  const { state, nonce, verifier } = attempt.way
  const provider = await providerOf(house)
  // As the browser saw it, whatever proxies made of the host.
  const answer = new URL(wayBack(house))
  answer.search = new URL(c.req.url, house.config.address).search
  if (answer.searchParams.get('error') === 'access_denied') throw new NotToldWho('declined')
  const said = await claimsOf(provider, answer, attempt, { state, nonce, verifier })
  return identityFrom(said.issuer, said.subject, said.claims)
}

async function claimsOf(
  provider: Configuration,
  answer: URL,
  attempt: Attempt,
  { state, nonce, verifier }: Readonly<Record<'state' | 'nonce' | 'verifier', string>>,
) {
  try {
    const tokens = await authorizationCodeGrant(provider, answer, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (claims === undefined) throw new NotToldWho('not-believed')
    if (attempt.purpose.to === 'prove') {
      const provedAt = typeof claims.auth_time === 'number' ? claims.auth_time * 1000 : 0
      if (provedAt < Date.parse(attempt.begunAt) - tolerated) throw new NotToldWho('not-fresh')
    }
    const more =
      provider.serverMetadata().userinfo_endpoint === undefined
        ? {}
        : await fetchUserInfo(provider, tokens.access_token, claims.sub)
    return { issuer: claims.iss, subject: claims.sub, claims: { ...claims, ...more } }
  } catch (error) {
    if (error instanceof NotToldWho) throw error
    throw new NotToldWho(isNetwork(error) ? 'not-reached' : 'not-believed', error)
  }
}

function isNetwork(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (['TimeoutError', 'AbortError'].includes(error.name)) return true
  return error instanceof TypeError && error.message === 'fetch failed'
    ? true
    : isNetwork(error.cause)
}
