// Certificate revocation lists (RFC 5280, section 5).

import type { Algorithm, PrivateJwk } from '#machine'
import { limits } from '../../limits.ts'
import { refuse } from '../../refusal.ts'
import {
  contextTag,
  type Der,
  eachOf,
  hexOf,
  readBoolean,
  readDer,
  readInteger,
  readSmallInteger,
  readTime,
  sequenceOf,
  tags,
} from './der.ts'
import {
  type Extension,
  extensionIds,
  readDistributionPointName,
  readExtensionList,
} from './extensions.ts'
import type { Certificate } from './certificate.ts'
import { type DistinguishedName, readName, sameName } from './names.ts'
import { readSigned, type Signed, signedBy } from './signature.ts'
import { signedObject, signatureAlgorithm } from './signed-object.ts'
import { context, der, octetString, oid, positive, sequence, smallInteger, time } from './write.ts'

export interface RevocationList {
  readonly issuer: DistinguishedName
  readonly thisUpdate: Date
  readonly nextUpdate: Date | undefined
  /** When each certificate was revoked, by the hex of its serial number. */
  readonly revoked: ReadonlyMap<string, Date>
  /** The part of the authority's certificates the list is about; undefined for all of them. */
  readonly scope:
    | { readonly addresses: readonly string[]; readonly ca: boolean; readonly endEntity: boolean }
    | undefined
  /** Critical extensions not processed here, or a list of other authorities' certificates: it says nothing to us. */
  readonly unusable: boolean
  /** Certificates that ended since then stay on the list if they were revoked; undefined where it promises nothing. */
  readonly keepsEndedSince: Date | undefined
  readonly signed: Signed
}

/** Reads one revocation list, DER. Believes nothing of it. Refuses `crl.*`, `der.*`. */
export function readRevocationList(bytes: Uint8Array, place = 'revocation list'): RevocationList {
  if (bytes.length > limits.revocationList)
    refuse('crl.too-long', place, 'The revocation list is too long.')
  const { parts, signed } = readSigned(readDer(bytes, place), (toBeSigned) => toBeSigned[1])
  const [version, , issuer, thisUpdate, ...rest] = parts
  if (version === undefined || version.tag !== tags.integer || readSmallInteger(version) !== 1) {
    return refuse('crl.version', place, 'The revocation list is not of version 2.')
  }
  const nextUpdate = isTime(rest[0]) ? rest.shift() : undefined
  const entries = rest[0]?.tag === tags.sequence ? rest.shift() : undefined
  const tail = rest[0]?.tag === contextTag(0, true) ? rest.shift() : undefined
  if (rest.length > 0) refuse('crl.structure', place, 'The revocation list is malformed.')
  let unusable = false
  const revoked = new Map<string, Date>()
  for (const entry of entries === undefined ? [] : eachOf(entries)) {
    const [serial, at, extensions] = sequenceOf(entry)
    const more = extensions === undefined ? [] : readExtensionList(extensions)
    revoked.set(hexOf(readInteger(serial, place)), revokedSince(readTime(at, place), more, place))
    if (more.some(({ critical, id }) => critical && id !== extensionIds.crlReason)) unusable = true
  }
  const scope = readScope(tail, place)
  return {
    issuer: readName(issuer, place),
    thisUpdate: readTime(thisUpdate, place),
    nextUpdate: nextUpdate === undefined ? undefined : readTime(nextUpdate, place),
    revoked,
    scope: scope.scope,
    unusable: unusable || scope.unusable,
    keepsEndedSince: scope.keepsEndedSince,
    signed,
  }
}

/** The authority may know that the key was stolen before it revoked the certificate (RFC 5280, 5.3.2). */
function revokedSince(at: Date, extensions: readonly Extension[], place: string): Date {
  const invalid = extensions.find(({ id }) => id === extensionIds.invalidityDate)
  const since = invalid === undefined ? at : readTime(readDer(invalid.value, place), place)
  return since < at ? since : at
}

function isTime(value: Der | undefined): boolean {
  return value?.tag === tags.utcTime || value?.tag === tags.generalizedTime
}

function readScope(
  tail: Der | undefined,
  place: string,
): Pick<RevocationList, 'scope' | 'unusable' | 'keepsEndedSince'> {
  if (tail === undefined) return { scope: undefined, unusable: false, keepsEndedSince: undefined }
  const extensions = readExtensionList(readDer(tail.content, place))
  const point = extensions.find(({ id }) => id === extensionIds.issuingDistributionPoint)
  const other = extensions.some(
    ({ critical, id }) =>
      critical &&
      id !== extensionIds.issuingDistributionPoint &&
      id !== extensionIds.expiredCertificates,
  )
  const kept = extensions.find(({ id }) => id === extensionIds.expiredCertificates)
  const keepsEndedSince =
    kept === undefined ? undefined : readTime(readDer(kept.value, place), place)
  if (point === undefined) return { scope: undefined, unusable: other, keepsEndedSince }
  const fields = new Map(
    sequenceOf(readDer(point.value, place)).map((field) => [field.tag & 0x1f, field]),
  )
  const flag = (number: number): boolean => {
    const field = fields.get(number)
    return field !== undefined && readBoolean({ ...field, tag: tags.boolean })
  }
  const name = fields.get(0)
  return {
    keepsEndedSince,
    scope: {
      addresses: name === undefined ? [] : readDistributionPointName(name),
      endEntity: !flag(2),
      ca: !flag(1),
    },
    // Only some reasons, other authorities' certificates, attribute certificates.
    unusable:
      other ||
      fields.has(3) ||
      flag(4) ||
      flag(5) ||
      (name !== undefined && readDistributionPointName(name).length === 0),
  }
}

export type RevocationAnswer =
  | { readonly status: 'revoked'; readonly at: Date }
  | { readonly status: 'not-revoked'; readonly asOf: Date }
  | { readonly status: 'not-known' }

/**
 * What the lists say about a certificate at a time. A list counts when the certificate's own authority signed it.
 * A revocation is final, so an old list still shows one; that a certificate is not revoked, only a current list shows.
 * `existedAskedAt`: what was signed is proven to have existed at that time, and it is asked now. What was revoked later
 * does not touch it, and a later list shows as well that it was not revoked then. Of a certificate that ended meanwhile
 * only such a later list shows it: one from before its end, or one that keeps what ended (RFC 5280, 3.3; X.509,
 * expiredCertsOnCRL; EN 319 102-1, 5.6.2.2).
 */
export async function revocationOf(
  certificate: Certificate,
  authority: Certificate,
  lists: readonly RevocationList[],
  at: Date,
  existedAskedAt?: Date,
): Promise<RevocationAnswer> {
  let answer: RevocationAnswer = { status: 'not-known' }
  const existed = existedAskedAt !== undefined
  const ended = hasEnded(certificate, existedAskedAt)
  const speaksOfThen = (list: RevocationList): boolean =>
    (existed && list.thisUpdate >= at && keeps(list, certificate)) ||
    (!ended && isCurrent(list, at))
  for (const list of lists) {
    if (list.unusable || !sameName(list.issuer, certificate.issuer)) continue
    if (
      authority.keyUsage?.has('cRLSign') === false ||
      !(await signedBy(list.signed, authority.publicKey))
    )
      continue
    const revokedAt = list.revoked.get(certificate.serial)
    const since = existed && revokedAt !== undefined && revokedAt > at
    if (revokedAt !== undefined && !since) return { status: 'revoked', at: revokedAt }
    if (since || (covers(list, certificate) && speaksOfThen(list)))
      answer = { status: 'not-revoked', asOf: list.thisUpdate }
  }
  return answer
}

/** Whether it ran out before a time; `notAfter` is inclusive, and to the second. */
export function hasEnded({ notAfter }: Certificate, at: Date | undefined): boolean {
  return at !== undefined && at.getTime() >= notAfter.getTime() + 1000
}

/** What was revoked may be left out of lists once it has ended, unless a list says that it leaves nothing out. */
function keeps(
  { thisUpdate, keepsEndedSince }: RevocationList,
  { notAfter }: Certificate,
): boolean {
  return thisUpdate <= notAfter || (keepsEndedSince !== undefined && keepsEndedSince <= notAfter)
}

function covers({ scope }: RevocationList, certificate: Certificate): boolean {
  if (scope === undefined) return true
  const kind = certificate.basicConstraints?.ca === true ? scope.ca : scope.endEntity
  return (
    kind &&
    (scope.addresses.length === 0 ||
      scope.addresses.some((address) => certificate.crlAddresses.includes(address)))
  )
}

function isCurrent(list: RevocationList, at: Date): boolean {
  const skew = limits.clockSkewSeconds * 1000
  return (
    list.thisUpdate.getTime() <= at.getTime() + skew &&
    list.nextUpdate !== undefined &&
    at <= list.nextUpdate
  )
}

export interface RevocationListPlan {
  /** DER of the authority's name. */
  readonly issuer: Uint8Array
  readonly key: PrivateJwk
  readonly algorithm: Algorithm
  readonly authorityKeyId: Uint8Array
  readonly number: number
  readonly thisUpdate: Date
  readonly nextUpdate: Date
  /** Serial numbers, hex as {@link Certificate} has them. */
  readonly revoked: readonly { readonly serial: string; readonly at: Date }[]
}

/** Writes and signs a revocation list, DER. */
export async function writeRevocationList(plan: RevocationListPlan): Promise<Uint8Array> {
  const entries = plan.revoked.map(({ serial, at }) =>
    sequence(
      positive(
        Uint8Array.from({ length: serial.length / 2 }, (_, i) =>
          Number.parseInt(serial.slice(2 * i, 2 * i + 2), 16),
        ),
      ),
      time(at),
    ),
  )
  const extensions = sequence(
    sequence(
      oid(extensionIds.authorityKeyId),
      octetString(sequence(der(contextTag(0, false), plan.authorityKeyId))),
    ),
    sequence(oid(extensionIds.crlNumber), octetString(smallInteger(plan.number))),
  )
  const toBeSigned = sequence(
    smallInteger(1),
    signatureAlgorithm(plan.algorithm),
    plan.issuer,
    time(plan.thisUpdate),
    time(plan.nextUpdate),
    ...(entries.length === 0 ? [] : [sequence(...entries)]),
    context(0, extensions),
  )
  return signedObject(toBeSigned, plan.algorithm, plan.key)
}
