// IETF Token Status List: entries of 1, 2, 4 or 8 bits, the first is the least significant of the first
// byte; ZLIB; a signed token of type statuslist+jwt. Two bits are issued, so that suspension can be told.

import { deflate, inflate } from '#machine'
import { limits } from '../limits.ts'
import { base64, base64url, base64urlDecode } from '../read/base64.ts'
import { isObject, type JsonObject, readJsonObject } from '../read/json.ts'
import { refuse } from '../refusal.ts'
import {
  type CompactToken,
  proofOfCompact,
  readCompact,
  requireTyp,
  signCompact,
} from '../seal/jose/compact.ts'
import { numericDate, secondsOf } from '../seal/jose/numeric-date.ts'
import type { Proof } from '../seal/proof.ts'
import type { Signer } from '../seal/signer.ts'
import type { StatusChange, StatusTable } from './table.ts'

const typ = 'statuslist+jwt'
const issuedBits = 2
/** Status values (section 7.1). */
const values = { valid: 0, revoked: 1, suspended: 2 } as const

/** The bytes of a table, two bits an entry. */
export function tokenBytesOf(table: StatusTable): Uint8Array {
  const bytes = new Uint8Array((table.size * issuedBits) / 8)
  for (const [index, changes] of table.changes) {
    const at = index >> 2
    bytes[at] =
      (bytes[at] as number) |
      (values[(changes.at(-1) as StatusChange).status] << ((index & 3) * issuedBits))
  }
  return bytes
}

/** `lst` (section 4.2). */
export async function encodeTokenList(bytes: Uint8Array): Promise<string> {
  return base64url(await deflate('zlib', bytes))
}

export interface TokenList {
  readonly bits: 1 | 2 | 4 | 8
  readonly bytes: Uint8Array
}

/** `status_list` (section 4.2). Refuses `status.not-a-list`, `status.bits`, `base64.*`, `inflate.*`. */
export async function readTokenList(value: unknown, place = ''): Promise<TokenList> {
  if (!isObject(value) || typeof value['lst'] !== 'string') {
    return refuse('status.not-a-list', place, 'This is not a status list.')
  }
  const { bits, lst } = value
  if (bits !== 1 && bits !== 2 && bits !== 4 && bits !== 8) {
    return refuse(
      'status.bits',
      place,
      'The entries of the status list have a size that cannot be.',
    )
  }
  if (lst.length > limits.resource) refuse('status.encoding', place, 'The status list is too long.')
  return { bits, bytes: await inflate('zlib', base64urlDecode(lst, place), limits.statusList) }
}

/** The value at an entry. Refuses `status.index`, `status.index-out-of-range`. */
export function tokenValue({ bits, bytes }: TokenList, index: number, place = ''): number {
  if (!Number.isSafeInteger(index) || index < 0) {
    refuse('status.index', place, 'The entry is not a number of an entry.')
  }
  const each = 8 / bits
  if (index >= bytes.length * each) {
    refuse('status.index-out-of-range', place, 'The status list has no such entry.')
  }
  const byte = bytes[Math.floor(index / each)] as number
  return (byte >> ((index % each) * bits)) & ((1 << bits) - 1)
}

export interface StatusTokenSettings {
  /** Its address, which is its `sub`. */
  readonly url: string
  readonly now: Date
  readonly validUntil: Date
  /** For how long a reader may keep it. */
  readonly ttlSeconds?: number
  /** https identifier of the issuer; the standard needs none, older software does. */
  readonly issuer?: string
}

/** The signed list of a table (section 5.1). */
export async function issueStatusToken(
  table: StatusTable,
  signer: Signer,
  settings: StatusTokenSettings,
): Promise<string> {
  const { url, now, validUntil, ttlSeconds, issuer } = settings
  const header: JsonObject = {
    typ,
    ...(signer.certificates.length > 0
      ? { x5c: signer.certificates.map(base64) }
      : signer.verificationMethod === undefined
        ? {}
        : { kid: signer.verificationMethod }),
  }
  const payload: JsonObject = {
    ...(issuer === undefined ? {} : { iss: issuer }),
    sub: url,
    iat: secondsOf(now),
    exp: secondsOf(validUntil),
    ...(ttlSeconds === undefined ? {} : { ttl: ttlSeconds }),
    status_list: { bits: issuedBits, lst: await encodeTokenList(tokenBytesOf(table)) },
  }
  return signCompact(header, payload, signer)
}

export interface StatusToken {
  readonly token: CompactToken
  readonly sub: string
  readonly issuer?: string
  readonly issuedAt: Date
  readonly expiresAt?: Date
  readonly ttlSeconds?: number
  readonly list: TokenList
}

/** Reads a status list token; checks no signature. Refuses `jose.*`, `status.not-a-list`, and what {@link readTokenList} refuses. */
export async function readStatusToken(text: string, place = ''): Promise<StatusToken> {
  const token = readCompact(text, place)
  requireTyp(token, typ, place)
  const claims = readJsonObject(token.payload, place)
  const { sub, iss, ttl } = claims
  const issuedAt = numericDate(claims, 'iat', place)
  const expiresAt = numericDate(claims, 'exp', place)
  if (
    typeof sub !== 'string' ||
    issuedAt === undefined ||
    (iss !== undefined && typeof iss !== 'string') ||
    (ttl !== undefined && (typeof ttl !== 'number' || !(ttl > 0)))
  ) {
    return refuse('status.not-a-list', place, 'The status list token is malformed.')
  }
  return {
    token,
    sub,
    issuedAt,
    ...(iss === undefined ? {} : { issuer: iss }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(ttl === undefined ? {} : { ttlSeconds: ttl }),
    list: await readTokenList(claims['status_list'], place),
  }
}

export function proofOfStatusToken({ token, issuedAt }: StatusToken): Proof {
  return proofOfCompact(token, { name: 'Token Status List', signedAt: issuedAt })
}
