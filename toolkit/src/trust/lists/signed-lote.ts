// A list of trusted entities as it is published: sealed by its operator in compact JAdES (ETSI TS 119 602, 6.8;
// TS 119 182-1). The seal shows that nothing was changed; whose key it is, the caller must know.

import type { PublicJwk } from '#machine'
import { readJsonObject } from '../../read/json.ts'
import { thumbprintOf } from '../../read/jwk.ts'
import { utf8Decode } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'
import { jadesHeader, understood } from '../../seal/jades/header.ts'
import { readCompact } from '../../seal/jose/compact.ts'
import { checkSignature } from '../../seal/jose/jws.ts'
import { readCertificate } from '../x509/certificate.ts'
import type { TrustList } from '../trust.ts'
import { readLote, recogniseLote } from './lote.ts'

export function looksSigned(bytes: Uint8Array): boolean {
  // A compact token is base64url and dots from its first letter; no JSON text begins so.
  return /^[A-Za-z0-9_-]/.test(String.fromCharCode(...bytes.subarray(0, 1)))
}

/**
 * Reads and checks a sealed list. Refuses `trust-list.signature` for a changed one, `trust-list.signer` where
 * its certificate did not hold when it was sealed, and what {@link readLote} refuses.
 */
export async function readSignedLote(bytes: Uint8Array, place: string): Promise<TrustList> {
  const token = readCompact(utf8Decode(bytes, place).trim(), place, understood)
  const { chain } = jadesHeader(token.header, place)
  const [leaf = new Uint8Array()] = chain
  const signer = readCertificate(leaf, place)
  const answer = await checkSignature(token, signer.publicKey)
  if (!answer.holds)
    return refuse('trust-list.signature', place, 'The trust list was changed after it was signed.')
  const value = readJsonObject(token.payload, place)
  if (!recogniseLote(value))
    return refuse('trust-list.not-known', place, 'This is not a trust list Tessera knows.')
  const list = readLote(value, place)
  const { issuedAt } = list
  if (issuedAt !== undefined && (issuedAt < signer.notBefore || issuedAt > signer.notAfter))
    return refuse(
      'trust-list.signer',
      place,
      'The certificate of the list’s signer did not hold on the day of the list.',
    )
  return { ...list, signedBy: thumbprintOf(signer.publicKey) }
}

/** Refuses `trust-list.signer` for a list that none of these keys signed; without keys any is taken as it is. */
export function requireSigner(list: TrustList, signers: readonly PublicJwk[], place: string): void {
  if (signers.length === 0) return
  if (list.signedBy === undefined)
    return refuse('trust-list.signer', place, 'The trust list is not signed.')
  if (!signers.some((key) => thumbprintOf(key) === list.signedBy))
    refuse('trust-list.signer', place, 'The trust list is signed by somebody else.')
}
