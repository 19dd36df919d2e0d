// Which algorithm goes with which key: the key decides, never the token (RFC 8725, 3.1).

import { isEd25519Key } from './ed25519-key.ts'
import type { Algorithm, PublicJwk } from './port.ts'

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
  if (key.kty === 'RSA') return rsaBits(key) >= 2048 && rsaBits(key) <= 8192 ? rsa : []
  const algorithm = byCurve[key.crv ?? '']
  return algorithm === undefined ? [] : [algorithm]
}

function rsaBits(key: PublicJwk): number {
  return Math.floor(((key.n ?? '').length * 6) / 8) * 8
}

export function algorithmFits(algorithm: Algorithm, key: PublicJwk): boolean {
  return algorithmsOf(key).includes(algorithm)
}

/** The hash by its node:crypto name; undefined for Ed25519, which hashes by itself. */
export function hashOf(algorithm: Algorithm): string | undefined {
  return algorithm === 'EdDSA' ? undefined : `sha${algorithm.slice(2)}`
}
