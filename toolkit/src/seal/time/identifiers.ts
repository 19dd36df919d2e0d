// Names of CMS and of time stamps, and the hashes they may be made with (RFC 5652, RFC 3161, RFC 5816, RFC 5754).

import { sha256, sha384, sha512 } from '#machine'
import { refuse } from '../../refusal.ts'
import { type Der, readOid, sequenceOf, tags } from '../../trust/x509/der.ts'

export const ids = {
  signedData: '1.2.840.113549.1.7.2',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  rsaEncryption: '1.2.840.113549.1.1.1',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const

export interface Hash {
  readonly id: string
  /** The end of JOSE's algorithm names. */
  readonly bits: '256' | '384' | '512'
  readonly digest: (bytes: Uint8Array) => Uint8Array
}

export const hashes: readonly [Hash, ...Hash[]] = [
  { id: ids.sha256, bits: '256', digest: sha256 },
  { id: '2.16.840.1.101.3.4.2.2', bits: '384', digest: sha384 },
  { id: '2.16.840.1.101.3.4.2.3', bits: '512', digest: sha512 },
]

/** The identifier in an AlgorithmIdentifier of a hash: no parameters, or NULL (RFC 5754, section 2). */
export function readHashName(value: Der, place: string): string {
  const [name, parameters, ...rest] = sequenceOf(value, place)
  const plain =
    parameters === undefined || (parameters.tag === tags.null && parameters.content.length === 0)
  if (!plain || rest.length > 0)
    refuse('time.structure', place, 'A hash in the time stamp is named in a malformed way.')
  return readOid(name, place)
}

/** The hash of that name. Refuses `time.hash` for one that is too weak or not known. */
export function hashOf(id: string, place: string): Hash {
  return (
    hashes.find((hash) => hash.id === id) ??
    refuse('time.hash', place, 'The time stamp is made with a hash that is not accepted here.')
  )
}
