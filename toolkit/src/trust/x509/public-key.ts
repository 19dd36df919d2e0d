// SubjectPublicKeyInfo to JWK and back (RFC 5480, RFC 8017 appendix A.1, RFC 8410).

import { p256, p384, p521 } from '@noble/curves/nist.js'
import type { PublicJwk } from '#machine'
import { base64url, base64urlDecode } from '../../read/base64.ts'
import { refuse } from '../../refusal.ts'
import { type Der, readDer, readOctets, readOid, readPositive, sequenceOf, tags } from './der.ts'
import { bitString, nothing, oid, positive, sequence } from './write.ts'

const ec = '1.2.840.10045.2.1'
const rsa = '1.2.840.113549.1.1.1'
const ed25519 = '1.3.101.112'

const curves = [
  { oid: '1.2.840.10045.3.1.7', crv: 'P-256', width: 32, curve: p256 },
  { oid: '1.3.132.0.34', crv: 'P-384', width: 48, curve: p384 },
  { oid: '1.3.132.0.35', crv: 'P-521', width: 66, curve: p521 },
] as const

/** The key of a SubjectPublicKeyInfo. Refuses `x509.key` for kinds Tessera does not know. */
export function readPublicKey(info: Der | undefined, place = ''): PublicJwk {
  const [algorithm, bits, ...rest] = sequenceOf(info, place)
  const [kind, parameters, ...more] = sequenceOf(algorithm, place)
  if (rest.length > 0 || more.length > 0)
    refuse('x509.key', place, 'The key of the certificate is malformed.')
  const bytes = readOctets(bits, place)
  switch (readOid(kind, place)) {
    case ec:
      return readPoint(readOid(parameters, place), bytes, place)
    case rsa:
      if (parameters?.tag !== tags.null || parameters.content.length > 0) break
      return readRsa(bytes, place)
    case ed25519:
      if (parameters !== undefined || bytes.length !== 32) break
      return { kty: 'OKP', crv: 'Ed25519', x: base64url(bytes) }
  }
  return refuse('x509.key', place, 'The certificate has a kind of key not known here.')
}

function readPoint(name: string, bytes: Uint8Array, place: string): PublicJwk {
  const found = curves.find((curve) => curve.oid === name)
  if (found === undefined)
    return refuse('x509.key', place, 'The certificate has a kind of key not known here.')
  const { crv, width, curve } = found
  if (bytes[0] === 4 && bytes.length === 1 + 2 * width) {
    return {
      kty: 'EC',
      crv,
      x: base64url(bytes.subarray(1, 1 + width)),
      y: base64url(bytes.subarray(1 + width)),
    }
  }
  if (bytes.length !== 1 + width)
    return refuse('x509.key', place, 'The key of the certificate is malformed.')
  try {
    return readPoint(name, curve.Point.fromBytes(bytes).toBytes(false), place)
  } catch (error) {
    return refuse(
      'x509.key',
      place,
      'The key of the certificate is not a point of its curve.',
      error,
    )
  }
}

function readRsa(bytes: Uint8Array, place: string): PublicJwk {
  const [n, e, ...rest] = sequenceOf(readDer(bytes, place), place)
  if (rest.length > 0) refuse('x509.key', place, 'The key of the certificate is malformed.')
  return { kty: 'RSA', n: base64url(readPositive(n, place)), e: base64url(readPositive(e, place)) }
}

function part(text: string | undefined): Uint8Array {
  return base64urlDecode(text ?? '')
}

/** The SubjectPublicKeyInfo of a key, DER. */
export function writePublicKey(key: PublicJwk): Uint8Array {
  if (key.kty === 'OKP') return sequence(sequence(oid(ed25519)), bitString(part(key.x)))
  if (key.kty === 'RSA') {
    return sequence(
      sequence(oid(rsa), nothing()),
      bitString(sequence(positive(part(key.n)), positive(part(key.e)))),
    )
  }
  const found =
    curves.find((curve) => curve.crv === key.crv) ??
    refuse('x509.key', '', 'This kind of key cannot be certified here.')
  return sequence(
    sequence(oid(ec), oid(found.oid)),
    bitString(Uint8Array.of(4, ...part(key.x), ...part(key.y))),
  )
}

/** Length in bits of an RSA modulus; 0 for other keys. */
export function rsaBits(key: PublicJwk): number {
  if (key.kty !== 'RSA') return 0
  const bytes = part(key.n)
  const [first = 0] = bytes
  return Math.max(bytes.length - 1, 0) * 8 + (32 - Math.clz32(first))
}
