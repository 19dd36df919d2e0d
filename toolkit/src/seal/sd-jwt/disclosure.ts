// One disclosure (RFC 9901, 4.2): salt, name and value of a claim, as base64url text whose digest stands
// in the signed part. The digest is over the text as it came, never over a text made again.

import { hashText } from '#machine'
import { base64url, base64urlText } from '../../read/base64.ts'
import { type Json, type JsonObject, readJson } from '../../read/json.ts'
import { utf8 } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'

/** Hash algorithms by their name in `_sd_alg` (IANA Named Information): only those of the SHA-2 family. */
const hashes = { 'sha-256': 'sha256', 'sha-384': 'sha384', 'sha-512': 'sha512' } as const
export type HashName = keyof typeof hashes

/** The hash `_sd_alg` names; SHA-256 where it names none (RFC 9901, 4.1.1). Refuses `sd-jwt.hash`. */
export function hashNameOf(payload: JsonObject, place = ''): HashName {
  const name = Object.hasOwn(payload, '_sd_alg') ? payload['_sd_alg'] : 'sha-256'
  if (name === 'sha-256' || name === 'sha-384' || name === 'sha-512') return name
  return refuse('sd-jwt.hash', place, 'The hash algorithm of the disclosures is not accepted here.')
}

/** base64url of the hash over the characters of a text of base64url, dots and tildes. */
export function digestOfText(text: string, hash: HashName): string {
  return hashText(hashes[hash], text, 'base64url')
}

export interface Disclosure {
  /** As it came, base64url. */
  readonly text: string
  readonly digest: string
  /** Name of the claim; absent for an element of a list. */
  readonly name?: string
  readonly value: Json
}

/** Takes a disclosure apart. Refuses `sd-jwt.disclosure`, `sd-jwt.claim-name`, `base64.*`, `json.*`. */
export function readDisclosure(text: string, hash: HashName, place = ''): Disclosure {
  const parts = readJson(base64urlText(text, place), place)
  if (
    !Array.isArray(parts) ||
    parts.length < 2 ||
    parts.length > 3 ||
    typeof parts[0] !== 'string'
  ) {
    return refuse('sd-jwt.disclosure', place, 'A disclosure is malformed.')
  }
  const digest = digestOfText(text, hash)
  if (parts.length === 2) return { text, digest, value: parts[1] as Json }
  const name: unknown = parts[1]
  if (typeof name !== 'string')
    return refuse('sd-jwt.disclosure', place, 'A disclosure is malformed.')
  requireClaimName(name, place)
  return { text, digest, name, value: parts[2] as Json }
}

/** Names with a meaning in the form itself, and the one that would change objects of the language. */
const reserved: readonly string[] = ['_sd', '...', '_sd_alg', '__proto__']

export function requireClaimName(name: string, place = ''): void {
  if (reserved.includes(name)) {
    refuse('sd-jwt.claim-name', place, `A claim may not be called "${name}".`)
  }
}

/** Makes a disclosure with a fresh salt of 128 bits (RFC 9901, 9.3). */
export function makeDisclosure(
  salt: Uint8Array,
  name: string | undefined,
  value: Json,
): Disclosure {
  const parts = name === undefined ? [base64url(salt), value] : [base64url(salt), name, value]
  const text = base64url(utf8(JSON.stringify(parts)))
  const digest = digestOfText(text, 'sha-256')
  return name === undefined ? { text, digest, value } : { text, digest, name, value }
}
