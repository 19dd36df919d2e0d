// Asking for a time stamp (RFC 3161, section 2.4.1).

import { limits } from '../../limits.ts'
import { refuse } from '../../refusal.ts'
import {
  expectTag,
  hexOf,
  readBoolean,
  readDer,
  readInteger,
  readOid,
  readSmallInteger,
  tags,
} from '../../trust/x509/der.ts'
import {
  boolean,
  nothing,
  octetString,
  oid,
  positive,
  sequence,
  smallInteger,
} from '../../trust/x509/write.ts'
import { hashOf, ids } from './identifiers.ts'
import { partsOf } from './parts.ts'
import { type MessageImprint, readImprint } from './token.ts'

export interface TimeStampRequest {
  readonly imprint: MessageImprint
  /** Hex; what ties the answer to this very request. */
  readonly nonce: string | undefined
  /** Whether the token is to bring its signer's certificate. */
  readonly wantsCertificate: boolean
}

/** A request for a SHA-256 imprint, with a nonce of at least 64 bits, asking for the certificate. DER. */
export function writeTimeStampRequest(imprint: Uint8Array, nonce: Uint8Array): Uint8Array {
  return sequence(smallInteger(1), writeImprint(imprint), positive(nonce), boolean(true))
}

/** MessageImprint over SHA-256. */
export function writeImprint(digest: Uint8Array): Uint8Array {
  return sequence(sequence(oid(ids.sha256), nothing()), octetString(digest))
}

/** Reads a request, as an authority does. Refuses `time.*`, `der.*`. */
export function readTimeStampRequest(bytes: Uint8Array): TimeStampRequest {
  const place = 'time-stamp request'
  if (bytes.length > limits.timeStamp.bytes)
    refuse('time.too-large', place, 'The request is too large.')
  const parts = partsOf(expectTag(readDer(bytes, place), tags.sequence))
  if (readSmallInteger(parts.take(tags.integer)) !== 1)
    refuse('time.structure', place, 'The request is of another version.')
  const imprint = readImprint(parts.take(tags.sequence))
  if (imprint.digest.length !== hashOf(imprint.hash, place).digest(new Uint8Array()).length)
    refuse('time.structure', place, 'The hash in the request is of the wrong length.')
  const policy = parts.maybe(tags.oid)
  if (policy !== undefined)
    refuse('time.policy', place, `The policy ${readOid(policy)} is not offered here.`)
  const nonce = parts.maybe(tags.integer)
  const certificate = parts.maybe(tags.boolean)
  parts.end()
  return {
    imprint,
    nonce: nonce === undefined ? undefined : hexOf(readInteger(nonce)),
    wantsCertificate: certificate !== undefined && readBoolean(certificate),
  }
}
