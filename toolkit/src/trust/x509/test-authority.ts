// A certificate authority for development: it makes seal certificates of the real form, and says in
// every name that it is not a real one.

import { sha256, type Algorithm, type PrivateJwk, type PublicJwk, type Random } from '#machine'
import { refuse } from '../../refusal.ts'
import { utf8 } from '../../read/utf8.ts'
import type { TrustAnchor } from '../trust.ts'
import { readCertificate } from './certificate.ts'
import { writeRevocationList } from './crl.ts'
import { extensionIds } from './extensions.ts'
import { attributes } from './names.ts'
import { writePublicKey } from './public-key.ts'
import { signatureAlgorithm, signedObject } from './signed-object.ts'
import {
  boolean,
  context,
  contextPrimitive,
  namedBits,
  octetString,
  oid,
  positive,
  printableString,
  sequence,
  set,
  smallInteger,
  time,
  utf8String,
} from './write.ts'

/** A root certificate and its key: P-256. */
export interface AuthorityKey {
  readonly certificate: Uint8Array
  readonly key: PrivateJwk
}

export interface SealOrder {
  /** Becomes O; must be the legal name the credentials carry (EDC compares them). */
  readonly organisation: string
  /** ETSI EN 319 412-1: `VATES-A00000000`. */
  readonly organizationIdentifier: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** The issuer's identifiers, such as `did:web:uni.example`. */
  readonly uris: readonly string[]
  readonly dnsNames: readonly string[]
  readonly publicKey: PublicJwk
  /** Where the authority's revocation list is served. */
  readonly crlAddress?: string
  readonly now: Date
  readonly years: number
  readonly random: Random
}

export interface TimeStampOrder {
  /** Whose time stamps they are; the name gets a TEST mark. */
  readonly organisation: string
  readonly publicKey: PublicJwk
  readonly now: Date
  readonly years: number
  readonly random: Random
}

export interface TestAuthority extends AuthorityKey {
  readonly anchor: TrustAnchor
  /** The same authority, believed for time stamps. */
  readonly timeStampAnchor: TrustAnchor
  /** A seal certificate, DER. */
  issueSealCertificate(order: SealOrder): Promise<Uint8Array>
  /** A certificate for time stamps and nothing else (RFC 3161, 2.3), DER. */
  issueTimeStampCertificate(order: TimeStampOrder): Promise<Uint8Array>
  /** The authority's revocation list, DER. Serials are hex, as `readCertificate` gives them. */
  revocationList(plan: {
    readonly revoked: readonly { readonly serial: string; readonly at: Date }[]
    readonly number: number
    readonly now: Date
    readonly days: number
  }): Promise<Uint8Array>
}

const rootAlgorithm: Algorithm = 'ES256'
const year = 365.25 * 24 * 3600 * 1000

/** Makes a new authority with the P-256 key given. Its names say TEST and “not a real authority”. */
export async function createTestAuthority(plan: {
  readonly name: string
  readonly now: Date
  readonly random: Random
  readonly key: PrivateJwk
  readonly years?: number
}): Promise<TestAuthority> {
  if (plan.key.crv !== 'P-256') refuse('x509.key', '', 'A test authority needs a P-256 key.')
  const subject = name([
    [attributes.organisation, `${plan.name} (TEST, not a real authority)`],
    [attributes.commonName, `${plan.name} TEST seal authority, not a real authority`],
  ])
  const id = keyId(plan.key)
  const certificate = await certify({
    key: plan.key,
    issuer: subject,
    subject,
    publicKey: plan.key,
    random: plan.random,
    from: plan.now,
    years: plan.years ?? 20,
    extensions: [
      extension(extensionIds.basicConstraints, true, sequence(boolean(true), smallInteger(0))),
      extension(extensionIds.keyUsage, true, namedBits(5, 6)),
      extension(extensionIds.subjectKeyId, false, octetString(id)),
    ],
  })
  return openTestAuthority({ certificate, key: plan.key })
}

/** An authority made earlier. */
export function openTestAuthority({ certificate, key }: AuthorityKey): TestAuthority {
  const root = readCertificate(certificate)
  if (root.publicKey.x !== key.x || root.publicKey.y !== key.y)
    refuse('x509.key', '', 'The key does not belong to the authority’s certificate.')
  const issuer = root.subject.der
  const anchor: TrustAnchor = {
    name: root.commonName ?? root.subjectName,
    certificate,
    from: root.notBefore,
    until: root.notAfter,
  }
  return {
    certificate,
    key,
    anchor,
    timeStampAnchor: { ...anchor, purposes: ['time-stamps'] },
    issueSealCertificate: (order) => issueSeal(order, key, issuer),
    issueTimeStampCertificate: (order) => issueTimeStamp(order, key, issuer),
    revocationList: ({ revoked, number, now, days }) =>
      writeRevocationList({
        issuer,
        key,
        algorithm: rootAlgorithm,
        authorityKeyId: keyId(key),
        number,
        thisUpdate: now,
        nextUpdate: new Date(now.getTime() + days * 24 * 3600 * 1000),
        revoked,
      }),
  }
}

async function issueSeal(
  order: SealOrder,
  key: PrivateJwk,
  issuer: Uint8Array,
): Promise<Uint8Array> {
  const alternatives = [
    ...order.uris.map((uri) => contextPrimitive(6, utf8(uri))),
    ...order.dnsNames.map((host) => contextPrimitive(2, utf8(host))),
  ]
  const address = order.crlAddress
  return certify({
    key,
    issuer,
    subject: name([
      [attributes.country, order.country],
      [attributes.organisation, order.organisation],
      [attributes.organizationIdentifier, order.organizationIdentifier],
      [attributes.commonName, `${order.organisation} (TEST seal)`],
    ]),
    publicKey: order.publicKey,
    random: order.random,
    from: order.now,
    years: order.years,
    extensions: [
      extension(extensionIds.basicConstraints, true, sequence()),
      extension(extensionIds.keyUsage, true, namedBits(0, 1)),
      extension(extensionIds.subjectKeyId, false, octetString(keyId(order.publicKey))),
      extension(extensionIds.authorityKeyId, false, sequence(contextPrimitive(0, keyId(key)))),
      ...(alternatives.length === 0
        ? []
        : [extension(extensionIds.alternativeNames, false, sequence(...alternatives))]),
      ...(address === undefined
        ? []
        : [
            extension(
              extensionIds.crlAddresses,
              false,
              sequence(sequence(context(0, context(0, contextPrimitive(6, utf8(address)))))),
            ),
          ]),
    ],
  })
}

function issueTimeStamp(
  order: TimeStampOrder,
  key: PrivateJwk,
  issuer: Uint8Array,
): Promise<Uint8Array> {
  return certify({
    key,
    issuer,
    subject: name([
      [attributes.organisation, `${order.organisation} (TEST, not a real authority)`],
      [attributes.commonName, `${order.organisation} TEST time stamps`],
    ]),
    publicKey: order.publicKey,
    random: order.random,
    from: order.now,
    years: order.years,
    extensions: [
      extension(extensionIds.basicConstraints, true, sequence()),
      extension(extensionIds.keyUsage, true, namedBits(0)),
      extension(extensionIds.extendedKeyUsage, true, sequence(oid('1.3.6.1.5.5.7.3.8'))),
      extension(extensionIds.subjectKeyId, false, octetString(keyId(order.publicKey))),
      extension(extensionIds.authorityKeyId, false, sequence(contextPrimitive(0, keyId(key)))),
    ],
  })
}

interface CertificatePlan {
  readonly key: PrivateJwk
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  readonly publicKey: PublicJwk
  readonly random: Random
  readonly from: Date
  readonly years: number
  readonly extensions: readonly Uint8Array[]
}

async function certify(plan: CertificatePlan): Promise<Uint8Array> {
  const until = new Date(plan.from.getTime() + plan.years * year)
  const toBeSigned = sequence(
    context(0, smallInteger(2)),
    positive(serialNumber(plan.random)),
    signatureAlgorithm(rootAlgorithm),
    plan.issuer,
    sequence(time(plan.from), time(until)),
    plan.subject,
    writePublicKey(plan.publicKey),
    context(3, sequence(...plan.extensions)),
  )
  return signedObject(toBeSigned, rootAlgorithm, plan.key)
}

/** 127 random bits, never beginning with a zero octet (RFC 5280, 4.1.2.2). */
function serialNumber(random: Random): Uint8Array {
  const octets = Uint8Array.from(random(16))
  octets[0] = ((octets[0] ?? 0) & 0x3f) | 0x40
  return octets
}

/** SHA-1 is out; any 160 bits of the key do (RFC 7093, method 1). */
function keyId(key: PublicJwk): Uint8Array {
  return sha256(writePublicKey(key)).subarray(0, 20)
}

function extension(id: string, critical: boolean, value: Uint8Array): Uint8Array {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value))
}

function name(parts: readonly (readonly [string, string])[]): Uint8Array {
  return sequence(
    ...parts.map(([type, value]) =>
      set(
        sequence(
          oid(type),
          type === attributes.country ? printableString(value) : utf8String(value),
        ),
      ),
    ),
  )
}
