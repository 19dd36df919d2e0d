// Which algorithm goes with which key: the key decides, never the token (RFC 8725, 3.1).

import { isEd25519Key } from './ed25519-key.ts'
import type { Algorithm, PublicJwk } from './port.ts'
import { isFactorable } from './rsa-key.ts'

const byCurve: { readonly [curve: string]: Algorithm } = {
  'P-256': 'ES256',
  'P-384': 'ES384',
  'P-521': 'ES512',
}
const rsa: readonly Algorithm[] = ['PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512']

/** The algorithms a key may be used with; a key that names its `alg` only with that one. */
export function algorithmsOf(key: PublicJwk): readonly Algorithm[] {
  const able = ableTo(key)
  if (key.alg === undefined) return able
  const named = key.alg === 'Ed25519' ? 'EdDSA' : key.alg
  return able.filter((algorithm) => algorithm === named)
}

function ableTo(key: PublicJwk): readonly Algorithm[] {
  if (key.kty === 'OKP') return key.crv === 'Ed25519' && isEd25519Key(key.x) ? ['EdDSA'] : []
  if (key.kty === 'RSA') return isSoundRsa(key) && !isFactorable(key) ? rsa : []
  const algorithm = byCurve[key.crv ?? '']
  return algorithm === undefined || !isSoundPoint(key) ? [] : [algorithm]
}

// Machines differ in what they take for a key: leading zeros, loose base64url, exponents of any size. What one of
// them would not take is no key here.

/** Last characters of 32, 48 and 66 bytes in base64url: the bits beyond the last byte are zero. */
const coordinates: { readonly [crv: string]: RegExp } = {
  'P-256': /^[\w-]{42}[AEIMQUYcgkosw048]$/,
  'P-384': /^[\w-]{64}$/,
  'P-521': /^[\w-]{88}$/,
}

function isSoundPoint({ crv, x, y }: PublicJwk): boolean {
  const form = coordinates[crv ?? '']
  return form !== undefined && form.test(x ?? '') && form.test(y ?? '')
}

/** An odd exponent from 3 to 2³² − 1, and a modulus of 2048 to 8192 bits without leading zeros. */
function isSoundRsa({ n = '', e = '' }: PublicJwk): boolean {
  const bits = Math.floor((n.length * 6) / 8) * 8
  if (bits < 2048 || bits > 8192 || !isNumber(n) || !isNumber(e) || e.length > 6) return false
  const exponent = numberOf(e)
  return exponent >= 3 && exponent % 2 === 1
}

const number = /^([\w-]{4})*([\w-]{2}|[\w-]{3})?$/

/** Strict base64url of a number whose first byte is not zero. */
function isNumber(text: string): boolean {
  const rest = text.length % 4
  const last = rest === 2 ? /[AQgw]$/ : rest === 3 ? /[AEIMQUYcgkosw048]$/ : /./
  return number.test(text) && last.test(text) && !/^A[A-P]/.test(text)
}

function numberOf(text: string): number {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return [...plain].reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0)
}

export function algorithmFits(algorithm: Algorithm, key: PublicJwk): boolean {
  return algorithmsOf(key).includes(algorithm)
}

/** The hash by its node:crypto name; undefined for Ed25519, which hashes by itself. */
export function hashOf(algorithm: Algorithm): string | undefined {
  return algorithm === 'EdDSA' ? undefined : `sha${algorithm.slice(2)}`
}
