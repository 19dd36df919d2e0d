// Signed data with one signer, read strictly (Cryptographic Message Syntax, RFC 5652, section 5).

import type { Algorithm } from '#machine'
import { limits } from '../../limits.ts'
import { refuse } from '../../refusal.ts'
import {
  childrenOf,
  contextTag,
  type Der,
  expectTag,
  hexOf,
  readDer,
  readInteger,
  readOid,
  readSmallInteger,
  sequenceOf,
  tags,
} from '../../trust/x509/der.ts'
import { type DistinguishedName, readName } from '../../trust/x509/names.ts'
import { readAlgorithm, type Signed } from '../../trust/x509/signature.ts'
import { set } from '../../trust/x509/write.ts'
import { type Hash, hashOf, ids, readHashName } from './identifiers.ts'
import { onlyPartOf, type Parts, partsOf } from './parts.ts'

/** Which certificate is the signer's: by issuer and serial number (hex), or by the identifier of its key (hex). */
export type SignerName =
  | { readonly issuer: DistinguishedName; readonly serial: string }
  | { readonly keyId: string }

export interface SignedData {
  readonly contentType: string
  readonly content: Uint8Array
  /** X.509 certificates that came along, in no order that means anything. */
  readonly certificates: readonly Uint8Array[]
  readonly signer: SignerName
  /** Hash of the content, named by the signer. */
  readonly hash: Hash
  /** The signed attributes by their type. */
  readonly attributes: ReadonlyMap<string, readonly Der[]>
  /** The signature over the attributes. */
  readonly signed: Signed
}

/** Reads a ContentInfo that holds SignedData. Believes nothing of it. Refuses `time.*`, `der.*`. */
export function readSignedData(bytes: Uint8Array, place: string): SignedData {
  const info = partsOf(expectTag(readDer(bytes, place), tags.sequence))
  if (readOid(info.take(tags.oid)) !== ids.signedData)
    refuse('time.structure', place, 'This is no signed data, so it is no time stamp.')
  const inner = info.take(contextTag(0, true))
  info.end()
  const data = partsOf(onlyPartOf(inner, tags.sequence))
  if (readSmallInteger(data.take(tags.integer)) !== 3)
    refuse('time.structure', place, 'The signed data is of another version.')
  data.take(tags.set)
  const { contentType, content } = readContent(data.take(tags.sequence))
  const certificates = childrenWith(tags.sequence, data.maybe(contextTag(0, true)))
  // Revocation lists that come along in the token are not the verifier's.
  data.maybe(contextTag(1, true))
  const signer = partsOf(onlyPartOf(data.take(tags.set), tags.sequence))
  data.end()
  if (certificates.length > limits.timeStamp.certificates)
    refuse('time.too-large', place, 'The time stamp brings too many certificates.')
  return { contentType, content, certificates, ...readSigner(signer, place) }
}

function childrenWith(tag: number, parent: Der | undefined): readonly Uint8Array[] {
  const children = parent === undefined ? [] : childrenOf(parent)
  return children.filter((child) => child.tag === tag).map(({ bytes }) => bytes)
}

function readContent(value: Der): Pick<SignedData, 'contentType' | 'content'> {
  const parts = partsOf(value)
  const contentType = readOid(parts.take(tags.oid))
  const content = onlyPartOf(parts.take(contextTag(0, true)), tags.octetString).content
  parts.end()
  return { contentType, content }
}

function readSigner(
  parts: Parts,
  place: string,
): Pick<SignedData, 'signer' | 'hash' | 'attributes' | 'signed'> {
  const version = readSmallInteger(parts.take(tags.integer))
  const keyId = parts.maybe(contextTag(0, false))
  const signer =
    keyId === undefined
      ? readIssuerAndSerial(parts.take(tags.sequence))
      : { keyId: hexOf(keyId.content) }
  // Version 3 goes with the identifier of a key, version 1 with issuer and serial number (5.3).
  if (version !== (keyId === undefined ? 1 : 3))
    refuse('time.structure', place, 'The signer of the time stamp is named in a malformed way.')
  const hash = hashOf(readHashName(parts.take(tags.sequence), place), place)
  const attributes = childrenOf(parts.take(contextTag(0, true)))
  const algorithm = readAlgorithm(parts.take(tags.sequence))
  const signature = parts.take(tags.octetString).content
  parts.maybe(contextTag(1, true))
  parts.end()
  return {
    signer,
    hash,
    attributes: readAttributes(attributes, place),
    signed: {
      // What is signed is the SET OF in its one form, whatever form it came in (5.4).
      bytes: set(...attributes.map(({ bytes }) => bytes)),
      algorithm: algorithm.named ?? plainRsa(algorithm.oid, hash),
      algorithmOid: algorithm.oid,
      signature,
    },
  }
}

/** rsaEncryption names no hash; the signer's is meant (RFC 3370, 3.2). */
function plainRsa(oid: string, { bits }: Hash): Algorithm | undefined {
  return oid === ids.rsaEncryption ? `RS${bits}` : undefined
}

function readIssuerAndSerial(value: Der): SignerName {
  const [issuer, serial, ...rest] = sequenceOf(value)
  if (rest.length > 0)
    refuse(
      'time.structure',
      value.place,
      'The signer of the time stamp is named in a malformed way.',
    )
  return {
    issuer: readName(issuer, value.place),
    serial: hexOf(readInteger(serial, value.place)),
  }
}

function readAttributes(
  attributes: readonly Der[],
  place: string,
): ReadonlyMap<string, readonly Der[]> {
  const found = new Map<string, readonly Der[]>()
  for (const attribute of attributes) {
    const parts = partsOf(expectTag(attribute, tags.sequence))
    const type = readOid(parts.take(tags.oid))
    if (found.has(type))
      refuse('time.structure', place, 'An attribute of the time stamp stands twice.')
    found.set(type, childrenOf(parts.take(tags.set)))
    parts.end()
  }
  return found
}

/** The one value of a signed attribute that must be there. Refuses `time.attribute`. */
export function attributeOf(data: SignedData, type: string, tag: number, place: string): Der {
  const [value, ...more] = data.attributes.get(type) ?? []
  return value === undefined || more.length > 0
    ? refuse('time.attribute', place, 'The time stamp lacks something it must have signed.')
    : expectTag(value, tag)
}
