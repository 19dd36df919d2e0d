// W3C Bitstring Status List 1.0: one bit an entry, the first is the most significant bit of the first byte;
// GZIP, Multibase base64url. One list for revocation, one for suspension.

import { deflate, inflate } from '#machine'
import { limits } from '../limits.ts'
import { base64url, base64urlDecode } from '../read/base64.ts'
import { isObject, type JsonObject, listOf } from '../read/json.ts'
import { refuse } from '../refusal.ts'
import type { StatusTable } from './table.ts'

export type BitstringPurpose = 'revocation' | 'suspension'

/** The bits of a table for one purpose: a revoked entry is no longer suspended as well. */
export function bitstringOf(table: StatusTable, purpose: BitstringPurpose): Uint8Array {
  const wanted = purpose === 'revocation' ? 'revoked' : 'suspended'
  const bits = new Uint8Array(table.size / 8)
  for (const [index, changes] of table.changes) {
    if (changes.at(-1)?.status === wanted)
      bits[index >> 3] = (bits[index >> 3] as number) | (0x80 >> (index & 7))
  }
  return bits
}

/** `encodedList` (section 3.3). Refuses `status.too-short`. */
export async function encodeBitstring(bits: Uint8Array): Promise<string> {
  if (bits.length * 8 < limits.statusEntries) return tooShort('')
  return `u${base64url(await deflate('gzip', bits))}`
}

/** The bits of an `encodedList` (section 3.4). Refuses `status.encoding`, `base64.*`, `inflate.*`, `status.too-short`. */
export async function decodeBitstring(text: string, place = ''): Promise<Uint8Array> {
  if (text.length > limits.resource)
    refuse('status.encoding', place, 'The status list is too long.')
  if (!text.startsWith('u'))
    refuse('status.encoding', place, 'The status list is not encoded as it must be.')
  const bits = await inflate('gzip', base64urlDecode(text.slice(1), place), limits.statusList)
  return bits.length * 8 < limits.statusEntries ? tooShort(place) : bits
}

function tooShort(place: string): never {
  return refuse(
    'status.too-short',
    place,
    `The status list has fewer than ${limits.statusEntries} entries.`,
  )
}

/** The value at an entry of `size` bits. Refuses `status.index`, `status.index-out-of-range`, `status.too-short`. */
export function bitstringValue(bits: Uint8Array, index: number, size: number, place = ''): number {
  if (
    !Number.isSafeInteger(index) ||
    index < 0 ||
    !Number.isSafeInteger(size) ||
    size < 1 ||
    size > 8
  ) {
    refuse('status.index', place, 'The entry is not a number of an entry.')
  }
  const entries = Math.floor((bits.length * 8) / size)
  if (entries < limits.statusEntries) return tooShort(place)
  if (index >= entries) {
    refuse('status.index-out-of-range', place, 'The status list has no such entry.')
  }
  let value = 0
  for (let at = index * size; at < (index + 1) * size; at++) {
    value = (value << 1) | (((bits[at >> 3] as number) >> (7 - (at & 7))) & 1)
  }
  return value
}

export interface BitstringCredentialSettings {
  /** Its address, which is its `id`. */
  readonly url: string
  /** DID or https identifier. */
  readonly issuer: string
  readonly purpose: BitstringPurpose
  readonly validFrom: Date
  readonly validUntil: Date
  /** For how long a reader may keep it. */
  readonly ttlSeconds?: number
}

/** The BitstringStatusListCredential (section 3.1), unsigned: it is signed like any credential. */
export async function bitstringCredential(
  table: StatusTable,
  settings: BitstringCredentialSettings,
): Promise<JsonObject> {
  const { url, issuer, purpose, validFrom, validUntil, ttlSeconds } = settings
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: secondsText(validFrom),
    validUntil: secondsText(validUntil),
    credentialSubject: {
      id: `${url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: await encodeBitstring(bitstringOf(table, purpose)),
      // Milliseconds here; the IETF list counts in seconds.
      ...(ttlSeconds === undefined ? {} : { ttl: ttlSeconds * 1000 }),
    },
  }
}

export interface BitstringList {
  readonly purposes: readonly string[]
  readonly bits: Uint8Array
  readonly ttlSeconds?: number
}

/** The list inside a BitstringStatusListCredential. Refuses `status.not-a-list`, and what {@link decodeBitstring} refuses. */
export async function readBitstringList(
  credential: JsonObject,
  place = '',
): Promise<BitstringList> {
  const subject = credential['credentialSubject']
  if (
    !listOf(credential['type']).includes('BitstringStatusListCredential') ||
    !isObject(subject) ||
    !listOf(subject['type']).includes('BitstringStatusList')
  ) {
    return refuse('status.not-a-list', place, 'This is not a status list.')
  }
  const purposes = listOf(subject['statusPurpose'])
  const encoded = subject['encodedList']
  if (
    purposes.length === 0 ||
    !purposes.every((purpose) => typeof purpose === 'string') ||
    typeof encoded !== 'string'
  ) {
    return refuse('status.not-a-list', place, 'The status list is malformed.')
  }
  const ttl = subject['ttl']
  if (ttl !== undefined && (typeof ttl !== 'number' || !Number.isSafeInteger(ttl) || ttl < 0)) {
    return refuse('status.not-a-list', place, 'The status list is malformed.')
  }
  return {
    purposes: purposes as readonly string[],
    bits: await decodeBitstring(encoded, place),
    ...(ttl === undefined ? {} : { ttlSeconds: Math.floor(ttl / 1000) }),
  }
}

/** Without milliseconds, as credentials write times. */
function secondsText(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`
}
