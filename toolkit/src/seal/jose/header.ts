// What a JOSE header may say (RFC 7515 section 4, RFC 8725): one known asymmetric algorithm, critical
// extensions only where the reader knows them, and hints about the key, which are never trusted.

import { type Algorithm, sha256 } from '#machine'
import { limits } from '../../limits.ts'
import { base64Decode, base64urlDecode } from '../../read/base64.ts'
import type { Json, JsonObject } from '../../read/json.ts'
import { readPublicJwk } from '../../read/jwk.ts'
import { refuse } from '../../refusal.ts'
import type { KeyReference } from '../proof.ts'

const algorithms: { readonly [name: string]: Algorithm } = {
  EdDSA: 'EdDSA',
  Ed25519: 'EdDSA',
  ES256: 'ES256',
  ES384: 'ES384',
  ES512: 'ES512',
  RS256: 'RS256',
  RS384: 'RS384',
  RS512: 'RS512',
  PS256: 'PS256',
  PS384: 'PS384',
  PS512: 'PS512',
}

/** The algorithm of that JOSE name (RFC 7518, RFC 9864); undefined for `none`, symmetric and unknown ones. */
export function algorithmNamed(name: string): Algorithm | undefined {
  return Object.hasOwn(algorithms, name) ? algorithms[name] : undefined
}

/** The algorithm a header names. Refuses `jose.algorithm` for one that is none of ours, `jose.header` for none. */
export function algorithmOf(header: JsonObject, place = ''): Algorithm {
  const name = header['alg']
  if (typeof name !== 'string') {
    return refuse('jose.header', place, 'The header does not name its signature algorithm.')
  }
  return (
    algorithmNamed(name) ??
    refuse(
      'jose.algorithm',
      place,
      `The signature algorithm "${name.slice(0, 40)}" is not accepted here.`,
    )
  )
}

/** Header parameters of RFC 7515 and RFC 7518, which `crit` must not list (RFC 7515, 4.1.11). */
export const registered: ReadonlySet<string> = new Set(
  'alg jku jwk kid x5u x5c x5t x5t#S256 typ cty crit enc zip epk apu apv iv tag p2s p2c'.split(' '),
)

/**
 * Checks `crit` (RFC 7515, 4.1.11): a list of distinct names, each present, none registered, all of them
 * understood by the caller. Refuses with `jose.critical`.
 */
export function requireUnderstood(
  header: JsonObject,
  understood: readonly string[],
  place = '',
): void {
  if (!Object.hasOwn(header, 'crit')) return
  const names = header['crit']
  if (!Array.isArray(names) || names.length === 0 || new Set(names).size !== names.length) {
    return refuse('jose.critical', place, 'The list of critical header parameters is malformed.')
  }
  for (const name of names) {
    if (typeof name !== 'string' || registered.has(name) || !Object.hasOwn(header, name)) {
      refuse('jose.critical', place, 'The list of critical header parameters is malformed.')
    } else if (!understood.includes(name)) {
      refuse(
        'jose.critical',
        place,
        `The header parameter "${name.slice(0, 40)}" is critical and not known here.`,
      )
    }
  }
}

/**
 * Whether the payload is signed in base64url: it is unless `b64` says otherwise (RFC 7797, section 3). Refuses
 * `jose.b64` where `b64` is no truth value, or is not marked critical, so that readers who skip it read the same.
 */
export function isEncoded(header: JsonObject, place = ''): boolean {
  if (!Object.hasOwn(header, 'b64')) return true
  const { b64, crit } = header
  if (typeof b64 !== 'boolean' || !Array.isArray(crit) || !crit.includes('b64')) {
    return refuse(
      'jose.b64',
      place,
      'How the content is encoded must be said by true or false and be marked critical.',
    )
  }
  return b64
}

/** A media type of `typ` or `cty` in its short form: lower case, without `application/` (RFC 7515, 4.1.9). */
export function mediaTypeOf(
  header: JsonObject,
  name: 'typ' | 'cty',
  place = '',
): string | undefined {
  const value = header[name]
  if (value === undefined) return undefined
  if (typeof value !== 'string' || value.length > 200)
    return refuse('jose.typ', place, `The header parameter "${name}" is not the name of a type.`)
  return value.toLowerCase().replace(/^application\/(?=[^/;]*$)/, '')
}

/** The certificates of `x5c`, DER, leaf first (RFC 7515, 4.1.6). Refuses with `jose.x5c`. */
export function certificatesOf(value: Json, place = ''): readonly Uint8Array[] {
  if (!Array.isArray(value) || value.length === 0) {
    return refuse('jose.x5c', place, 'The certificates in the header are not a list.')
  }
  if (value.length > limits.certificates.chain) {
    return refuse('jose.x5c', place, 'The header carries too many certificates.')
  }
  return value.map((item: Json) => {
    if (typeof item !== 'string' || item.length > (limits.certificates.bytes * 4) / 3) {
      return refuse('jose.x5c', place, 'A certificate in the header is malformed or too long.')
    }
    const bytes = base64Decode(item, place)
    // DER certificates are a SEQUENCE; a PEM text in base64 is not.
    if (bytes[0] !== 0x30)
      refuse('jose.x5c', place, 'A certificate in the header is not in DER form.')
    return bytes
  })
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

/**
 * How the header names its key. `x5c` goes before `kid`, `kid` before `jwk`. A `kid` that is a URL with a
 * fragment names a verification method; any other `kid` says no more than "a key of the issuer".
 * Keys behind addresses (`jku`, `x5u`) are refused with `jose.remote-key`.
 */
export function keyReferenceOf(header: JsonObject, place = ''): KeyReference {
  for (const name of ['jku', 'x5u']) {
    if (Object.hasOwn(header, name)) {
      refuse(
        'jose.remote-key',
        place,
        `The header points to a key elsewhere (${name}); such keys are not used.`,
      )
    }
  }
  const kid = header['kid']
  if (Object.hasOwn(header, 'kid')) {
    if (typeof kid !== 'string' || !/^\P{Cc}{1,1000}$/u.test(kid)) {
      refuse('jose.kid', place, 'The key identifier in the header is malformed.')
    }
  }
  const chain = header['x5c'] === undefined ? undefined : certificatesOf(header['x5c'], place)
  requireThumbprint(header['x5t#S256'], chain?.[0], place)
  if (chain !== undefined) return { kind: 'certificates', chain }
  if (typeof kid === 'string') {
    return /^(did:[a-z0-9]+:|https:\/\/)[^#\s]+#[^#\s]+$/.test(kid)
      ? { kind: 'method', url: kid }
      : { kind: 'issuer' }
  }
  if (header['jwk'] !== undefined)
    return { kind: 'embedded', key: readPublicJwk(header['jwk'], place) }
  return { kind: 'issuer' }
}

function requireThumbprint(
  value: Json | undefined,
  leaf: Uint8Array | undefined,
  place: string,
): void {
  if (value === undefined) return
  if (typeof value !== 'string' || value.length !== 43) {
    return refuse('jose.x5t', place, 'The certificate thumbprint in the header is malformed.')
  }
  const thumbprint = base64urlDecode(value, place)
  if (leaf !== undefined && !sameBytes(thumbprint, sha256(leaf))) {
    refuse(
      'jose.x5t',
      place,
      'The certificate thumbprint in the header is not that of the certificate.',
    )
  }
}
