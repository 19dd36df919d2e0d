// X.509 version 3 certificates (RFC 5280, section 4; seals of legal persons: ETSI EN 319 412-3).

import type { PublicJwk } from '#machine'
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
  readSmallInteger,
  readTime,
  sequenceOf,
  tags,
} from './der.ts'
import { type Extensions, readExtensionList, readExtensions } from './extensions.ts'
import { attributeOf, attributes, type DistinguishedName, nameText, readName } from './names.ts'
import { readPublicKey } from './public-key.ts'
import { readSigned, type Signed } from './signature.ts'

export interface Certificate extends Extensions {
  readonly der: Uint8Array
  /** Octets of the serial number, hex. */
  readonly serial: string
  readonly issuer: DistinguishedName
  readonly subject: DistinguishedName
  /** The subject on one line, for people. */
  readonly subjectName: string
  readonly notBefore: Date
  readonly notAfter: Date
  readonly publicKey: PublicJwk
  /** SubjectPublicKeyInfo, DER: what two certificates of one key share. */
  readonly keyInfo: Uint8Array
  readonly signed: Signed
  /** Legal name (O), legal identifier (2.5.4.97), common name and country of the subject. */
  readonly organisation: string | undefined
  readonly organizationIdentifier: string | undefined
  readonly commonName: string | undefined
  readonly country: string | undefined
}

/** Reads one certificate. Believes nothing of it: {@link validatePath} does. Refuses `x509.*`, `der.*`. */
export function readCertificate(bytes: Uint8Array, place = 'certificate'): Certificate {
  if (bytes.length > limits.certificates.bytes)
    refuse('x509.too-long', place, 'The certificate is too long.')
  const whole = readDer(bytes, place)
  const { parts, signed } = readSigned(whole, algorithmIn)
  const [version, serial, , issuer, validity, subject, keyInfo, ...rest] = parts
  if (version?.tag !== contextTag(0, true) || readVersion(version) !== 2) {
    return refuse('x509.version', place, 'The certificate is not of version 3.')
  }
  const [begin, end, ...more] = sequenceOf(validity, place)
  if (more.length > 0) refuse('x509.structure', place, 'The certificate is malformed.')
  const subjectName = readName(subject, place)
  const key = expectTag(keyInfo, tags.sequence, place)
  return {
    der: bytes,
    serial: hexOf(readInteger(serial, place)),
    issuer: readName(issuer, place),
    subject: subjectName,
    subjectName: nameText(subjectName),
    notBefore: readTime(begin, place),
    notAfter: readTime(end, place),
    publicKey: readPublicKey(key, place),
    keyInfo: key.bytes,
    signed,
    organisation: attributeOf(subjectName, attributes.organisation),
    organizationIdentifier: attributeOf(subjectName, attributes.organizationIdentifier),
    commonName: attributeOf(subjectName, attributes.commonName),
    country: attributeOf(subjectName, attributes.country),
    ...readExtensions(extensionsAmong(rest, place), place),
  }
}

/** The version is missing in certificates of version 1, which are refused for that, not for their algorithm. */
function algorithmIn(toBeSigned: readonly Der[]): Der | undefined {
  return toBeSigned[toBeSigned[0]?.tag === contextTag(0, true) ? 2 : 1]
}

function readVersion(version: Der): number {
  const [number, ...rest] = childrenOf(version)
  if (number === undefined || rest.length > 0) return -1
  return readSmallInteger(number)
}

/** After the key: two unique identifiers nobody uses any more ([1], [2]), then the extensions ([3]). */
function extensionsAmong(
  rest: readonly Der[],
  place: string,
): ReturnType<typeof readExtensionList> {
  let before = 0
  const fits = rest.every(({ tag }) => {
    const inOrder = tag >> 6 === 2 && (tag & 0x1f) > before
    before = tag & 0x1f
    return inOrder
  })
  const last = rest.at(-1)
  if (last === undefined) return []
  if (!fits || last.tag !== contextTag(3, true))
    return refuse('x509.structure', place, 'The certificate is malformed.')
  const [list, ...more] = childrenOf(last)
  if (list === undefined || more.length > 0)
    return refuse('x509.structure', place, 'The certificate is malformed.')
  return readExtensionList(list)
}
