// SD-JWTs made by hand, well or badly, and what the whole verifier answers to them.

import { createHash, generateKeyPairSync } from 'node:crypto'
import type { PrivateJwk } from 'tessera/machine/port'
import type { Json, JsonObject } from 'tessera/read/json'
import { utf8 } from 'tessera/read/utf8'
import { attempt } from 'tessera/refusal'
import { signCompact } from 'tessera/seal/jose/compact'
import { memorySigner } from 'tessera/seal/keys/memory'
import { readSdJwt } from 'tessera/seal/sd-jwt/read'
import type { Signer } from 'tessera/seal/signer'
import { noResolver } from 'tessera/trust/resolver'
import type { Trust } from 'tessera/trust/trust'
import type { Expectations } from 'tessera/verify/context'
import { verify } from 'tessera/verify/verify'

export function newSigner(): Signer {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return memorySigner(privateKey.export({ format: 'jwk' }) as unknown as PrivateJwk)
}

export const issuer = newSigner()
export const holder = newSigner()
export const stranger = newSigner()
export const now = new Date('2026-06-01T12:00:00Z')
export const seconds = now.getTime() / 1000
export const trust: Trust = [
  {
    name: 'the list of this test',
    anchors: [],
    issuers: [
      { id: 'https://uni.example', name: 'Uni', alsoKnownAs: [], keys: [issuer.publicKey] },
    ],
    revocationLists: [],
  },
]

export function base64url(value: Json | string): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return Buffer.from(text).toString('base64url')
}

export function digest(text: string, hash = 'sha256'): string {
  return createHash(hash).update(text).digest('base64url')
}

export const salt = 'c2FsdHNhbHRzYWx0c2FsdA'
export const open: JsonObject = {
  iss: 'https://uni.example',
  vct: 'urn:example:micro-credential',
  iat: seconds - 60,
  cnf: { jwk: { ...holder.publicKey } },
}

export interface Made {
  /** More of the payload, or other values. */
  readonly payload?: JsonObject
  /** As they stand in the token: texts of base64url. */
  readonly disclosures?: readonly string[]
  readonly header?: JsonObject
  readonly by?: Signer
}

export async function sdJwt({
  payload,
  disclosures = [],
  header,
  by = issuer,
}: Made = {}): Promise<string> {
  const token = await signCompact({ typ: 'dc+sd-jwt', ...header }, { ...open, ...payload }, by)
  return `${[token, ...disclosures].join('~')}~`
}

/** One claim, kept back and disclosed. */
export function disclosed(parts: Json): { readonly text: string; readonly digest: string } {
  const text = base64url(parts)
  return { text, digest: digest(text) }
}

export interface Bound {
  readonly claims?: { readonly [name: string]: Json | undefined }
  readonly header?: JsonObject
  readonly by?: Signer
  /** What the hash is made over, where it is not what is shown. */
  readonly over?: string
}

export async function withBinding(
  shown: string,
  { claims, header, by = holder, over }: Bound = {},
) {
  const payload = {
    iat: seconds,
    aud: 'https://reader.example',
    nonce: 'n-1',
    sd_hash: digest(over ?? shown),
    ...claims,
  }
  const plain = JSON.parse(JSON.stringify(payload)) as JsonObject
  return shown + (await signCompact({ typ: 'kb+jwt', ...header }, plain, by))
}

export const asked: Expectations = {
  keyBinding: true,
  nonce: 'n-1',
  audience: 'https://reader.example',
}

export async function answerTo(text: string, expect: Expectations = {}): Promise<string> {
  const { verdict, checks } = await verify(utf8(text), { trust, now, resolver: noResolver, expect })
  const failed = checks.find(({ status }) => status === 'failed')
  if (failed?.code !== 'format.malformed') return failed?.code ?? verdict
  const reading = await attempt(() => readSdJwt(text))
  return reading.ok ? failed.code : (reading.refusals[0]?.code ?? '')
}

export const name = disclosed([salt, 'given_name', 'Miren'])
export const element = disclosed([salt, 'ES'])

/** `none` and symmetric algorithms; the signature is of the right length. */
export function withAlgorithm(alg: string): string {
  return `${base64url({ alg, typ: 'dc+sd-jwt' })}.${base64url(open)}.${'A'.repeat(86)}~`
}
