// From a seal certificate to an authority we believe (RFC 5280, section 6). Shell model: every
// certificate must have been valid at the time asked about.

import { limits } from '../../limits.ts'
import { Refused, type Refusal } from '../../refusal.ts'
import type { AnchorPurpose, TrustAnchor } from '../trust.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import {
  hasEnded,
  readRevocationList,
  type RevocationAnswer,
  type RevocationList,
  revocationOf,
} from './crl.ts'
import { sameBytes } from './der.ts'
import { isOutOfBounds } from './name-constraints.ts'
import { sameName } from './names.ts'
import { rsaBits } from './public-key.ts'
import { signedBy } from './signature.ts'

export type PathAnswer =
  | {
      readonly holds: true
      /** The anchor, the very object that was passed in. */
      readonly anchor: TrustAnchor
      /** Leaf first, the anchor's own certificate last. */
      readonly path: readonly Certificate[]
      /** What revocation lists said about the leaf. */
      readonly revocation: RevocationAnswer
    }
  | {
      readonly holds: false
      /** True when it could not be told, such as an authority not known here; never a fault of the chain. */
      readonly undecided?: boolean
      /** `x509.expired`, `x509.not-yet-valid`, `x509.no-anchor`, `x509.not-signed-by-issuer`, `x509.revoked`, … */
      readonly code: string
      readonly sentence: string
    }

export interface PathQuestion {
  /** What the first certificate must be meant for: sealing documents, where it is not said. */
  readonly purpose?: AnchorPurpose
  /**
   * When it is asked, where a trusted time stamp shows that what was signed existed at the time asked about: what was
   * revoked since does no harm (EN 319 102-1, 5.6: proof of existence), and what has ended since may have been dropped
   * from lists, revoked or not.
   */
  readonly existedAskedAt?: Date
}

interface No extends Omit<Refusal, 'place'> {
  readonly undecided?: boolean
}

function no(code: string, sentence: string, undecided = false): No {
  return undecided ? { code, sentence, undecided } : { code, sentence }
}

/**
 * Whether the certificates of a file, leaf first, lead to one of the anchors at that time. The file's own order is
 * kept: the first certificate is the signer's, each next one certifies the one before it. Never throws for bad input.
 *
 * Without a revocation list that covers the first certificate the path still holds while that is in force, and the
 * answer's `revocation` says that it is not known: an offline check cannot have one, and EN 319 102-1 leaves the choice
 * to the policy. Whoever asks must say so beside the answer.
 */
export async function validatePath(
  chain: readonly Uint8Array[],
  anchors: readonly TrustAnchor[],
  at: Date,
  crls: readonly Uint8Array[],
  question: PathQuestion = {},
): Promise<PathAnswer> {
  try {
    const answer = await walk(chain, anchors, at, crls, question)
    return 'holds' in answer ? answer : { holds: false, ...answer }
  } catch (error) {
    const refusal = error instanceof Refused ? error.refusals[0] : undefined
    if (refusal === undefined) throw error
    return { holds: false, code: refusal.code, sentence: refusal.sentence }
  }
}

async function walk(
  chain: readonly Uint8Array[],
  known: readonly TrustAnchor[],
  at: Date,
  crls: readonly Uint8Array[],
  { purpose = 'seals', existedAskedAt }: PathQuestion,
): Promise<PathAnswer | No> {
  if (chain.length === 0) return no('x509.no-certificate', 'There is no certificate.')
  if (chain.length > limits.certificates.chain)
    return no('x509.chain-too-long', 'There are too many certificates.')
  const read = chain.map((bytes, i) => readCertificate(bytes, `certificate ${i + 1}`))
  const [first] = read
  // One authority may be listed for several times; the entry that covers the time asked about counts.
  const anchors = known
    .filter((anchor) => first !== undefined && speaksOf(anchor, first))
    .toSorted(
      (a, b) =>
        Number(faultOfAnchor(a, at) !== undefined) - Number(faultOfAnchor(b, at) !== undefined),
    )
  const certificates = withoutAnchor(read, anchors)
  const [leaf] = certificates
  if (leaf === undefined) return no('x509.no-certificate', 'There is no certificate.')
  const own = namedItself(leaf, anchors)
  if (own !== undefined) return ownAnchor(leaf, own, at, purpose)
  const fault = faultOfLeaf(leaf, purpose) ?? (await faultOfLinks(certificates))
  if (fault !== undefined) return fault

  const top = await findAnchor(certificates, anchors)
  if (!('anchor' in top)) return top
  const path = [...certificates.slice(0, top.length), top.certificate]
  for (const certificate of path) {
    const wrong = faultAt(certificate, at)
    if (wrong !== undefined) return wrong
  }
  if (isOutOfBounds(path))
    return no('x509.name-constraints', 'An authority certified a name it is not allowed to.')
  const bounds = faultOfAuthorities(path) ?? faultOfAnchor(top.anchor, at)
  if (bounds !== undefined) return bounds
  return withRevocation(top.anchor, path, readLists(crls), at, existedAskedAt)
}

/** Whether an anchor is believed about this certificate: one listed for a single organisation is about no other. */
function speaksOf({ vouchesFor }: TrustAnchor, leaf: Certificate): boolean {
  const { organisation, organizationIdentifier, uris, dnsNames } = leaf
  const names = [organisation, organizationIdentifier, ...uris, ...dnsNames.map(httpsOf)]
  return vouchesFor?.some((name) => names.includes(name)) ?? true
}

function httpsOf(host: string): string {
  return `https://${host}`
}

/**
 * Trusted lists name the very certificate of a time-stamp unit or an issuer as often as its authority (ETSI TS
 * 119 612, 5.5.3; TS 119 602, 6.6.3). That of an authority certifies and does not seal, listed or not.
 */
function namedItself(leaf: Certificate, anchors: readonly TrustAnchor[]): TrustAnchor | undefined {
  if (leaf.basicConstraints?.ca === true) return undefined
  return anchors.find(({ certificate }) => sameBytes(certificate, leaf.der))
}

function ownAnchor(
  leaf: Certificate,
  anchor: TrustAnchor,
  at: Date,
  purpose: AnchorPurpose,
): PathAnswer | No {
  const fault =
    faultOfPurpose(leaf, purpose) ??
    weaknessOfKey(leaf) ??
    faultOfExtensions(leaf) ??
    faultAt(leaf, at) ??
    faultOfAnchor(anchor, at)
  return fault ?? { holds: true, anchor, path: [leaf], revocation: { status: 'not-known' } }
}

/** An anchor that comes along at the end adds nothing, if it is the one the file's chain leads to. */
function withoutAnchor(
  chain: readonly Certificate[],
  anchors: readonly TrustAnchor[],
): readonly Certificate[] {
  const [below, last] = chain.slice(-2)
  if (below === undefined || last === undefined || !sameName(below.issuer, last.subject))
    return chain
  return anchors.some(({ certificate }) => sameBytes(certificate, last.der))
    ? chain.slice(0, -1)
    : chain
}

function faultOfLeaf(leaf: Certificate, purpose: AnchorPurpose): No | undefined {
  if (sameName(leaf.issuer, leaf.subject))
    return no('x509.self-signed', 'The certificate certifies itself.')
  if (leaf.basicConstraints?.ca === true)
    return no('x509.leaf-is-authority', 'The certificate of an authority was used to seal.')
  return faultOfPurpose(leaf, purpose)
}

function faultOfPurpose(leaf: Certificate, purpose: AnchorPurpose): No | undefined {
  const { keyUsage, extendedKeyUsage } = leaf
  if (
    keyUsage !== undefined &&
    !keyUsage.has('digitalSignature') &&
    !keyUsage.has('nonRepudiation')
  ) {
    return no('x509.key-usage', 'The certificate does not allow its key to sign documents.')
  }
  if (purpose === 'time-stamps') {
    // For nothing else, and critical (RFC 3161, 2.3).
    const alone = extendedKeyUsage?.length === 1 && extendedKeyUsage[0] === timeStamping
    return alone && leaf.purposesCritical
      ? undefined
      : no('x509.purpose', 'The certificate was not issued for time stamps alone.')
  }
  // Servers, code, time stamps and revocation answers; other purposes belong to ecosystems (RFC 5280, 4.2.1.12).
  if (extendedKeyUsage !== undefined && extendedKeyUsage.every((trade) => otherTrades.has(trade))) {
    return no(
      'x509.purpose',
      'The certificate was issued for another purpose than sealing documents.',
    )
  }
  return undefined
}

const timeStamping = '1.3.6.1.5.5.7.3.8'
const otherTrades = new Set(['1', '3', '8', '9'].map((last) => `1.3.6.1.5.5.7.3.${last}`))

/** Each certificate of the file must certify the one before it. */
async function faultOfLinks(certificates: readonly Certificate[]): Promise<No | undefined> {
  for (const [i, certificate] of certificates.entries()) {
    const weak = weaknessOf(certificate)
    if (weak !== undefined) return weak
    const unknown = faultOfExtensions(certificate)
    if (unknown !== undefined) return unknown
    const issuer = certificates[i + 1]
    // A root that comes along must at least be a whole one.
    const authority =
      issuer ?? (sameName(certificate.issuer, certificate.subject) ? certificate : undefined)
    if (authority === undefined) continue
    if (!sameName(certificate.issuer, authority.subject))
      return no('x509.chain-broken', 'The certificates do not follow one another.')
    const unlinked = await faultOfSignature(certificate, authority)
    if (unlinked !== undefined) return unlinked
  }
  return undefined
}

function faultOfExtensions({ unknownCritical }: Certificate): No | undefined {
  return unknownCritical.length === 0
    ? undefined
    : no(
        'x509.critical-extension',
        'A certificate has a critical extension that is not known here.',
      )
}

async function faultOfSignature(
  certificate: Certificate,
  authority: Certificate,
): Promise<No | undefined> {
  if (certificate.signed.algorithm === undefined) {
    return no('x509.algorithm', 'A certificate is signed in a way that is not known here.', true)
  }
  return (await signedBy(certificate.signed, authority.publicKey))
    ? undefined
    : no('x509.not-signed-by-issuer', 'A certificate was not signed by the authority it names.')
}

/** MD5 and SHA-1 with RSA, DSA and ECDSA. */
const brokenAlgorithms = new Set([
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
  '1.2.840.10045.4.1',
  '1.2.840.10040.4.3',
  '1.3.14.3.2.29',
])

function weaknessOf(certificate: Certificate): No | undefined {
  return brokenAlgorithms.has(certificate.signed.algorithmOid)
    ? no('x509.weak', 'A certificate is signed with an algorithm that is broken.')
    : weaknessOfKey(certificate)
}

function weaknessOfKey({ publicKey }: Certificate): No | undefined {
  return publicKey.kty === 'RSA' && rsaBits(publicKey) < 2048
    ? no('x509.weak', 'The key of a certificate is too short.')
    : undefined
}

interface Top {
  readonly anchor: TrustAnchor
  readonly certificate: Certificate
  /** Certificates of the file below the anchor. */
  readonly length: number
}

/** The anchor is found by name and key together: a name alone can be anybody's. */
async function findAnchor(
  certificates: readonly Certificate[],
  anchors: readonly TrustAnchor[],
): Promise<Top | No> {
  const known = anchors.flatMap((anchor) => {
    const certificate = readAnchor(anchor)
    return certificate === undefined ? [] : [{ anchor, certificate }]
  })
  for (const [i, certificate] of certificates.entries()) {
    const match = known.find((entry) => sameAuthority(entry.certificate, certificate))
    if (
      i > 0 &&
      match !== undefined &&
      isWhole(certificate, match.certificate, i === certificates.length - 1)
    ) {
      return { ...match, length: i }
    }
  }
  const last = certificates.at(-1)
  const named = known.filter(
    (entry) => last !== undefined && sameName(entry.certificate.subject, last.issuer),
  )
  let fault: No | undefined
  for (const entry of named) {
    fault = last === undefined ? undefined : await faultOfSignature(last, entry.certificate)
    if (fault === undefined) return { ...entry, length: certificates.length }
  }
  if (fault?.code === 'x509.not-signed-by-issuer') {
    return no(
      'x509.not-anchored',
      'The certificate names a known authority, but that authority did not sign it.',
    )
  }
  return (
    fault ??
    no('x509.no-anchor', 'The authority that issued the certificate is not known here.', true)
  )
}

/** Nobody vouches for the last certificate of a file unless it signed itself or is the anchor to the byte. */
function isWhole(certificate: Certificate, anchor: Certificate, last: boolean): boolean {
  return (
    !last ||
    sameName(certificate.issuer, certificate.subject) ||
    sameBytes(certificate.der, anchor.der)
  )
}

function sameAuthority(a: Certificate, b: Certificate): boolean {
  return sameBytes(a.keyInfo, b.keyInfo) && sameName(a.subject, b.subject)
}

const anchorCertificates = new WeakMap<Uint8Array, Certificate | null>()

/** An anchor that cannot be read is no anchor; the others still count. */
function readAnchor({ certificate }: TrustAnchor): Certificate | undefined {
  const known = anchorCertificates.get(certificate)
  if (known !== undefined) return known ?? undefined
  let read: Certificate | null = null
  try {
    read = readCertificate(certificate)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
  anchorCertificates.set(certificate, read)
  return read ?? undefined
}

function faultAt(certificate: Certificate, at: Date): No | undefined {
  if (at < certificate.notBefore)
    return no('x509.not-yet-valid', 'A certificate was not valid yet.')
  return hasEnded(certificate, at) ? no('x509.expired', 'A certificate had ended.') : undefined
}

/** Everything above the leaf must be an authority, allowed to certify, with room for what is below it. */
function faultOfAuthorities(path: readonly Certificate[]): No | undefined {
  let below = 0
  for (const authority of path.slice(1)) {
    if (authority.basicConstraints?.ca !== true)
      return no(
        'x509.not-an-authority',
        'A certificate was issued by somebody who is not an authority.',
      )
    if (authority.keyUsage?.has('keyCertSign') === false)
      return no('x509.not-an-authority', 'An authority is not allowed to sign certificates.')
    const unknown = faultOfExtensions(authority)
    if (unknown !== undefined) return unknown
    const room = authority.basicConstraints.pathLength
    if (room !== undefined && below > room)
      return no('x509.path-length', 'There are more authorities in between than are allowed.')
    if (!sameName(authority.issuer, authority.subject)) below++
  }
  // An anchor is believed for being on the list, not for its own signature, which may be as old as SHA-1.
  const anchor = path.at(-1)
  return anchor === undefined ? undefined : weaknessOfKey(anchor)
}

function faultOfAnchor(anchor: TrustAnchor, at: Date): No | undefined {
  if (anchor.from !== undefined && at < anchor.from)
    return no('x509.anchor-not-yet', 'The authority was not trusted yet.')
  if (anchor.until !== undefined && at > anchor.until)
    return no('x509.anchor-no-longer', 'The authority was not trusted any more.')
  return undefined
}

function readLists(crls: readonly Uint8Array[]): readonly RevocationList[] {
  return crls.flatMap((bytes) => readList(bytes) ?? [])
}

/** Long ones take their time, and come with a trust list that many files are checked by. */
const revocationLists = new WeakMap<Uint8Array, RevocationList | null>()

/** A list that cannot be read says nothing; the answer then is that revocation is not known. */
function readList(bytes: Uint8Array): RevocationList | undefined {
  const known = revocationLists.get(bytes)
  if (known !== undefined) return known ?? undefined
  let read: RevocationList | null = null
  try {
    read = readRevocationList(bytes)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
  revocationLists.set(bytes, read)
  return read ?? undefined
}

async function withRevocation(
  anchor: TrustAnchor,
  path: readonly Certificate[],
  lists: readonly RevocationList[],
  at: Date,
  existedAskedAt: Date | undefined,
): Promise<PathAnswer | No> {
  let revocation: RevocationAnswer = { status: 'not-known' }
  for (const [i, certificate] of path.entries()) {
    const authority = path[i + 1]
    if (authority === undefined) break
    const answer = await revocationOf(certificate, authority, lists, at, existedAskedAt)
    if (answer.status === 'revoked') {
      return no(
        'x509.revoked',
        `A certificate was revoked on ${answer.at.toISOString().slice(0, 10)}.`,
      )
    }
    // Silence about one in force is left to whoever asks; one that ended can no longer be asked about.
    if (answer.status === 'not-known' && hasEnded(certificate, existedAskedAt)) {
      return no(
        'x509.revocation-lost',
        'Nothing shows that a certificate which has ended since was not revoked before.',
        true,
      )
    }
    if (i === 0) revocation = answer
  }
  return { holds: true, anchor, path, revocation }
}
