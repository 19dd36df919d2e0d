// A public key as JSON (RFC 7517, RFC 7518 section 6, RFC 8037), read strictly: known kinds and exact
// lengths only, and never a private or symmetric member.

import { type PublicJwk, sha256 } from '#machine'
import { canonicalJson, type Json } from '../canonical-json.ts'
import { limits } from '../limits.ts'
import { refuse } from '../refusal.ts'
import { base64url, base64urlDecode } from './base64.ts'
import { isObject } from './json.ts'
import { utf8 } from './utf8.ts'

const widths: { readonly [crv: string]: number } = { 'P-256': 32, 'P-384': 48, 'P-521': 66 }
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

/** Reads a public JWK. Refuses `jwk.private`, `jwk.kind`, `jwk.member`. Members Tessera has no use for are left out. */
export function readPublicJwk(value: Json | undefined, place = ''): PublicJwk {
  if (!isObject(value)) return refuse('jwk.kind', place, 'A key is expected here.')
  if (privateMembers.some((name) => Object.hasOwn(value, name))) {
    refuse('jwk.private', place, 'A public key must not carry private members.')
  }
  if (!isForSignatures(value['use'], value['key_ops'])) {
    return refuse('jwk.kind', place, 'The key is meant for something else than signatures.')
  }
  const named = { ...optional('kid', value['kid'], place), ...optional('alg', value['alg'], place) }
  const crv = value['crv']
  if (value['kty'] === 'OKP' && crv === 'Ed25519') {
    return { kty: 'OKP', crv, x: number(value['x'], place, 32), ...named }
  }
  const width = typeof crv === 'string' && Object.hasOwn(widths, crv) ? widths[crv] : undefined
  if (value['kty'] === 'EC' && typeof crv === 'string' && width !== undefined) {
    return {
      kty: 'EC',
      crv,
      x: number(value['x'], place, width),
      y: number(value['y'], place, width),
      ...named,
    }
  }
  if (value['kty'] === 'RSA') {
    return { kty: 'RSA', n: number(value['n'], place), e: number(value['e'], place), ...named }
  }
  return refuse('jwk.kind', place, 'This kind of key is not known here.')
}

/** What a key says of its use (RFC 7517, 4.2 and 4.3), if anything. */
function isForSignatures(use: Json | undefined, operations: Json | undefined): boolean {
  return (
    (use === undefined || use === 'sig') &&
    (operations === undefined || (Array.isArray(operations) && operations.includes('verify')))
  )
}

function optional<N extends 'kid' | 'alg'>(
  name: N,
  value: Json | undefined,
  place: string,
): { readonly [M in N]?: string } {
  if (value === undefined) return {}
  if (typeof value !== 'string')
    return refuse('jwk.member', place, `The key's member "${name}" is not a text.`)
  return { [name]: value } as { readonly [M in N]?: string }
}

/** One number of a key in base64url: of exactly `width` bytes, or (RSA) without a leading zero byte. */
function number(value: Json | undefined, place: string, width?: number): string {
  if (typeof value !== 'string' || value.length > limits.keyNumber) {
    return refuse('jwk.member', place, 'A number of the key is missing or too long.')
  }
  const bytes = base64urlDecode(value, place)
  const fits = width === undefined ? bytes.length > 0 && bytes[0] !== 0 : bytes.length === width
  return fits ? value : refuse('jwk.member', place, 'A number of the key has the wrong length.')
}

/** The name of a key made of the key itself (RFC 7638), SHA-256 in base64url. */
export function thumbprintOf({ kty, crv, x, y, n, e }: PublicJwk): string {
  return base64url(sha256(utf8(canonicalJson({ kty, crv, x, y, n, e }))))
}
