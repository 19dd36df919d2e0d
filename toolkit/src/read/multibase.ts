// Keys and values as one self-describing text: Multibase `z` and `u`, and Multikey
// (W3C Controlled Identifiers 1.0, sections 2.4, 2.2.2 and B).

import { p256, p384 } from '@noble/curves/nist.js'
import type { PublicJwk } from '#machine'
import { limits } from '../limits.ts'
import { refuse } from '../refusal.ts'
import { base58, base58Decode } from './base58.ts'
import { base64url, base64urlDecode } from './base64.ts'

/** Bytes of a Multibase text: `z` base58-btc, `u` base64url without padding. Refuses every other base. */
export function multibaseDecode(text: string, place = ''): Uint8Array {
  if (text.startsWith('z')) return base58Decode(text.slice(1), place)
  if (text.startsWith('u')) return base64urlDecode(text.slice(1), place)
  return refuse(
    'multibase.base',
    place,
    'The value does not begin with a base known here (z or u).',
  )
}

/** Multibase base58-btc, the form of Data Integrity signatures and of keys. */
export function multibase58(bytes: Uint8Array): string {
  return `z${base58(bytes)}`
}

/** Multibase base64url, the form of status lists. */
export function multibaseUrl(bytes: Uint8Array): string {
  return `u${base64url(bytes)}`
}

interface Coordinates {
  readonly x: bigint
  readonly y: bigint
}

interface KeyKind {
  readonly prefix: readonly [number, number]
  readonly length: number
  readonly crv: 'Ed25519' | 'P-256' | 'P-384'
  /** The point of a compressed EC key; Ed25519 keys are their own form. */
  readonly point?: (bytes: Uint8Array) => Coordinates
}

const kinds: readonly KeyKind[] = [
  { prefix: [0xed, 0x01], length: 32, crv: 'Ed25519' },
  {
    prefix: [0x80, 0x24],
    length: 33,
    crv: 'P-256',
    point: (bytes) => p256.Point.fromBytes(bytes).toAffine(),
  },
  {
    prefix: [0x81, 0x24],
    length: 49,
    crv: 'P-384',
    point: (bytes) => p384.Point.fromBytes(bytes).toAffine(),
  },
]

/** The key of a Multikey text in base58-btc (`z6Mk…`, `zDn…`, `z82…`). Refuses `multikey.*`. */
export function multikeyToJwk(text: string, place = ''): PublicJwk {
  // Multikey has one base only; a second text for the same key would be a second name for it.
  if (!text.startsWith('z')) refuse('multikey.base', place, 'The key is not a Multikey.')
  if (text.length > limits.base58) refuse('multikey.length', place, 'The key is too long.')
  const bytes = multibaseDecode(text, place)
  const kind = kinds.find(({ prefix }) => bytes[0] === prefix[0] && bytes[1] === prefix[1])
  if (kind === undefined)
    return refuse('multikey.kind', place, 'This kind of key is not known here.')
  const key = bytes.subarray(2)
  if (key.length !== kind.length)
    return refuse('multikey.length', place, 'The key has the wrong length.')
  if (kind.point === undefined) return { kty: 'OKP', crv: kind.crv, x: base64url(key) }
  const { x, y } = pointOf(kind.point, key, place)
  const width = kind.length - 1
  return {
    kty: 'EC',
    crv: kind.crv,
    x: base64url(bigEndian(x, width)),
    y: base64url(bigEndian(y, width)),
  }
}

function pointOf(
  point: (bytes: Uint8Array) => Coordinates,
  bytes: Uint8Array,
  place: string,
): Coordinates {
  try {
    return point(bytes)
  } catch (error) {
    return refuse('multikey.point', place, 'The key is not a point of its curve.', error)
  }
}

function bigEndian(value: bigint, width: number): Uint8Array {
  const bytes = new Uint8Array(width)
  for (let i = width - 1, rest = value; i >= 0; i--, rest >>= 8n) bytes[i] = Number(rest & 0xffn)
  return bytes
}

/** The Multikey text of an Ed25519, P-256 or P-384 key. Refuses `multikey.kind` for others. */
export function jwkToMultikey(key: PublicJwk, place = ''): string {
  const kind = kinds.find(({ crv }) => crv === key.crv)
  if (kind === undefined)
    return refuse('multikey.kind', place, 'This kind of key has no Multikey form here.')
  const x = base64urlDecode(key.x ?? '', place)
  const odd =
    kind.point === undefined ? undefined : (base64urlDecode(key.y ?? '', place).at(-1) ?? 0) & 1
  const body = odd === undefined ? [...x] : [2 + odd, ...x]
  if (body.length !== kind.length)
    return refuse('multikey.length', place, 'The key has the wrong length.')
  return multibase58(Uint8Array.of(...kind.prefix, ...body))
}
