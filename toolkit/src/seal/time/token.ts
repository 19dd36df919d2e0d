// A time-stamp token: an authority's signed word that a hash existed at a time (RFC 3161, section 2.4.2;
// RFC 5816). Whether the authority is believed is another question.

import { limits } from '../../limits.ts'
import { attempt, refuse } from '../../refusal.ts'
import { utf8 } from '../../read/utf8.ts'
import { type Certificate, readCertificate } from '../../trust/x509/certificate.ts'
import {
  contextTag,
  type Der,
  expectTag,
  hexOf,
  readBoolean,
  readDer,
  readInteger,
  readOid,
  readSmallInteger,
  readTime,
  sameBytes,
  tags,
} from '../../trust/x509/der.ts'
import { readExtensionList } from '../../trust/x509/extensions.ts'
import { sameName } from '../../trust/x509/names.ts'
import { signedBy } from '../../trust/x509/signature.ts'
import { attributeOf, readSignedData, type SignedData } from './cms.ts'
import { hashOf, ids, readHashName } from './identifiers.ts'
import { partsOf } from './parts.ts'

export interface MessageImprint {
  /** Dotted identifier of the hash. */
  readonly hash: string
  readonly digest: Uint8Array
}

export interface TimeStampToken {
  readonly at: Date
  readonly imprint: MessageImprint
  readonly policy: string
  /** Hex. */
  readonly serial: string
  readonly nonce: string | undefined
  readonly data: SignedData
}

/** Reads one token, DER. Believes nothing of it. Refuses `time.*`, `x509.*`, `der.*`. */
export function readTimeStampToken(bytes: Uint8Array, place = 'time stamp'): TimeStampToken {
  if (bytes.length > limits.timeStamp.bytes)
    refuse('time.too-large', place, 'The time stamp is too large.')
  const data = readSignedData(bytes, place)
  if (data.contentType !== ids.timeStampInfo)
    refuse('time.structure', place, 'What was signed is no time stamp.')
  return { ...readInfo(readDer(data.content, place), place), data }
}

function readInfo(
  value: Der,
  place: string,
): Pick<TimeStampToken, 'at' | 'imprint' | 'policy' | 'serial' | 'nonce'> {
  const parts = partsOf(expectTag(value, tags.sequence))
  if (readSmallInteger(parts.take(tags.integer)) !== 1)
    refuse('time.structure', place, 'The time stamp is of another version.')
  const policy = readOid(parts.take(tags.oid))
  const imprint = readImprint(parts.take(tags.sequence))
  const serial = hexOf(readInteger(parts.take(tags.integer)))
  const at = readMoment(parts.take(tags.generalizedTime))
  const accuracy = parts.maybe(tags.sequence)
  if (accuracy !== undefined) checkAccuracy(accuracy)
  const ordering = parts.maybe(tags.boolean)
  // FALSE is the default, and DER leaves defaults out.
  if (ordering !== undefined && !readBoolean(ordering))
    refuse('time.structure', place, 'The time stamp is not in its one binary form.')
  const nonce = parts.maybe(tags.integer)
  parts.maybe(contextTag(0, true))
  const extensions = parts.maybe(contextTag(1, true))
  parts.end()
  if (
    extensions !== undefined &&
    readExtensionList({ ...extensions, tag: tags.sequence }).some(({ critical }) => critical)
  )
    refuse(
      'time.critical-extension',
      place,
      'The time stamp calls something critical that is not known here.',
    )
  return {
    at,
    imprint,
    policy,
    serial,
    nonce: nonce === undefined ? undefined : hexOf(readInteger(nonce)),
  }
}

export function readImprint(value: Der): MessageImprint {
  const parts = partsOf(value)
  const hash = readHashName(parts.take(tags.sequence), value.place)
  const digest = parts.take(tags.octetString).content
  parts.end()
  return { hash, digest }
}

/** GeneralizedTime in UTC, with fractions of a second as they may be here (2.4.2); cut to milliseconds. */
function readMoment(value: Der): Date {
  const text = String.fromCharCode(...value.content.subarray(0, 32))
  const found = /^(\d{14})(?:\.(\d{0,9}[1-9]))?Z$/.exec(text)
  if (found === null || text.length !== value.content.length)
    return refuse('time.moment', value.place, 'The time in the time stamp is malformed.')
  const [, seconds = '', fraction = ''] = found
  const whole = readTime({ ...value, content: utf8(`${seconds}Z`) })
  return new Date(whole.getTime() + Number(fraction.padEnd(3, '0').slice(0, 3)))
}

function checkAccuracy(value: Der): void {
  const parts = partsOf(value)
  parts.maybe(tags.integer)
  for (const number of [0, 1]) {
    const small = parts.maybe(contextTag(number, false))
    const size = small === undefined ? 1 : readSmallInteger({ ...small, tag: tags.integer })
    if (size < 1 || size > 999)
      refuse(
        'time.structure',
        value.place,
        'The time stamp states its accuracy in a malformed way.',
      )
  }
  parts.end()
}

/** Whether the token is about `data`. Refuses `time.hash`, `time.imprint`. */
export function requireImprint({ imprint }: TimeStampToken, data: Uint8Array, place = ''): void {
  if (!sameBytes(hashOf(imprint.hash, place).digest(data), imprint.digest))
    refuse('time.imprint', place, 'The time stamp was made for something else.')
}

/** Who signed a token, and the certificates beside theirs. */
export interface TokenSigner {
  readonly signer: Certificate
  readonly others: readonly Certificate[]
}

/**
 * Whether the token is what its signer signed (RFC 5652, 5.4 and 5.6; RFC 5816, 2.2.2). Refuses `time.no-certificate`
 * when the signer’s certificate is not there, `time.algorithm`, `time.changed`, `time.attribute`, `time.other-signer`.
 */
export async function requireIntact({ data }: TimeStampToken, place = ''): Promise<TokenSigner> {
  const others = await certificatesOf(data)
  const named = others.filter((certificate) => isNamed(certificate, data))
  if (named.length === 0)
    refuse('time.no-certificate', place, 'The time stamp does not bring its signer’s certificate.')
  if (readOid(attributeOf(data, ids.contentType, tags.oid, place)) !== data.contentType)
    refuse('time.changed', place, 'The time stamp was signed as something else.')
  const { content } = attributeOf(data, ids.messageDigest, tags.octetString, place)
  if (!sameBytes(content, data.hash.digest(data.content)))
    refuse('time.changed', place, 'The time stamp was changed after it was signed.')
  const own = ownCertificate(attributeOf(data, ids.signingCertificateV2, tags.sequence, place))
  const signer =
    named.find(own) ??
    refuse('time.other-signer', place, 'The time stamp names another certificate than it brings.')
  if (data.signed.algorithm === undefined)
    refuse('time.algorithm', place, 'The time stamp is signed in a way that is not known here.')
  if (!(await signedBy(data.signed, signer.publicKey)))
    refuse('time.changed', place, 'The time stamp was changed after it was signed.')
  return { signer, others }
}

/** A certificate nobody can read is of no use, and does no harm beside the one that counts. */
async function certificatesOf({ certificates }: SignedData): Promise<readonly Certificate[]> {
  const read = await Promise.all(certificates.map((bytes) => attempt(() => readCertificate(bytes))))
  return read.flatMap((answer) => (answer.ok ? [answer.value] : []))
}

function isNamed(certificate: Certificate, { signer }: SignedData): boolean {
  return 'keyId' in signer
    ? certificate.subjectKeyId === signer.keyId
    : certificate.serial === signer.serial && sameName(certificate.issuer, signer.issuer)
}

/** SigningCertificateV2: which certificate the first ESSCertIDv2, the signer's own, is about (RFC 5035, section 3). */
function ownCertificate(value: Der): (certificate: Certificate) => boolean {
  const list = partsOf(value).take(tags.sequence)
  const own = partsOf(partsOf(list).take(tags.sequence))
  const name = own.maybe(tags.sequence)
  const hash = hashOf(
    name === undefined ? ids.sha256 : readHashName(name, value.place),
    value.place,
  )
  const stated = own.take(tags.octetString).content
  return ({ der }) => sameBytes(stated, hash.digest(der))
}
