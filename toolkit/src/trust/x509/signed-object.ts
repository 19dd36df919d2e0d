// The outer form all signed X.509 objects share: what is signed, by which algorithm, the signature
// (RFC 5280, 4.1.1).

import { type Algorithm, type PrivateJwk, sign } from '#machine'
import { refuse } from '../../refusal.ts'
import { derEcdsa } from './signature.ts'
import { bitString, nothing, oid, sequence } from './write.ts'

const identifiers: {
  readonly [algorithm in Algorithm]?: { readonly id: string; readonly parameters: boolean }
} = {
  ES256: { id: '1.2.840.10045.4.3.2', parameters: false },
  ES384: { id: '1.2.840.10045.4.3.3', parameters: false },
  RS256: { id: '1.2.840.113549.1.1.11', parameters: true },
  EdDSA: { id: '1.3.101.112', parameters: false },
}

export function signatureAlgorithm(algorithm: Algorithm): Uint8Array {
  const found =
    identifiers[algorithm] ??
    refuse('x509.algorithm', '', `Certificates are not signed with ${algorithm} here.`)
  return found.parameters ? sequence(oid(found.id), nothing()) : sequence(oid(found.id))
}

export async function signedObject(
  toBeSigned: Uint8Array,
  algorithm: Algorithm,
  key: PrivateJwk,
): Promise<Uint8Array> {
  const plain = await sign(algorithm, key, toBeSigned)
  const signature = key.kty === 'EC' ? derEcdsa(plain) : plain
  return sequence(toBeSigned, signatureAlgorithm(algorithm), bitString(signature))
}
