// The extensions of a certificate that decide what it may be used for (RFC 5280, section 4.2).

import { refuse } from '../../refusal.ts'
import {
  childrenOf,
  contextTag,
  type Der,
  expectTag,
  hexOf,
  readAscii,
  readBoolean,
  readDer,
  readNamedBits,
  readOid,
  readSmallInteger,
  sequenceOf,
  tags,
} from './der.ts'
import {
  type GeneralName,
  type NameConstraints,
  readGeneralName,
  readNameConstraints,
} from './name-constraints.ts'

export type KeyUsage =
  | 'digitalSignature'
  | 'nonRepudiation'
  | 'keyEncipherment'
  | 'dataEncipherment'
  | 'keyAgreement'
  | 'keyCertSign'
  | 'cRLSign'
  | 'encipherOnly'
  | 'decipherOnly'

const usages: readonly KeyUsage[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
]

export const extensionIds = {
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  alternativeNames: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  crlNumber: '2.5.29.20',
  crlReason: '2.5.29.21',
  invalidityDate: '2.5.29.24',
  issuingDistributionPoint: '2.5.29.28',
  nameConstraints: '2.5.29.30',
  crlAddresses: '2.5.29.31',
  policies: '2.5.29.32',
  authorityKeyId: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  /** Of a revocation list: expiredCertsOnCRL (X.509, 9.5.2.8). */
  expiredCertificates: '2.5.29.60',
  qualifiedStatements: '1.3.6.1.5.5.7.1.3',
} as const

export interface Extensions {
  readonly basicConstraints: { readonly ca: boolean; readonly pathLength?: number } | undefined
  readonly keyUsage: ReadonlySet<KeyUsage> | undefined
  readonly extendedKeyUsage: readonly string[] | undefined
  /** Whether the purposes are marked critical, as a time-stamp certificate must have it (RFC 3161, 2.3). */
  readonly purposesCritical: boolean
  /** Subject alternative names of kind URI. */
  readonly uris: readonly string[]
  /** Subject alternative names of kind DNS. */
  readonly dnsNames: readonly string[]
  /** Subject alternative names of every kind. */
  readonly alternativeNames: readonly GeneralName[]
  /** The names an authority may certify; undefined where it is not bound. */
  readonly nameConstraints: NameConstraints | undefined
  /** Hex. */
  readonly subjectKeyId: string | undefined
  readonly authorityKeyId: string | undefined
  /** http(s) addresses of the revocation lists the certificate points to. */
  readonly crlAddresses: readonly string[]
  readonly policies: readonly string[]
  /** Statements of EN 319 412-5, such as qcCompliance 0.4.0.1862.1.1. A claim until a trusted list confirms it. */
  readonly qualifiedStatements: readonly string[]
  /** Critical extensions Tessera does not process: such a certificate must not be relied on. */
  readonly unknownCritical: readonly string[]
}

export interface Extension {
  readonly id: string
  readonly critical: boolean
  readonly value: Uint8Array
}

/** An Extensions value: each id once, `critical` in its one form. */
export function readExtensionList(value: Der): readonly Extension[] {
  const seen = new Set<string>()
  return sequenceOf(value).map((item) => {
    const [name, ...rest] = sequenceOf(item)
    const id = readOid(name, item.place)
    if (seen.has(id))
      refuse('x509.extension', item.place, 'An extension of the certificate stands twice.')
    seen.add(id)
    const [flag, body] = rest.length === 2 ? rest : [undefined, rest[0]]
    // FALSE is the default, and DER leaves defaults out.
    if (rest.length > 2 || (flag !== undefined && !readBoolean(flag)))
      refuse('x509.extension', item.place, 'An extension of the certificate is malformed.')
    return {
      id,
      critical: flag !== undefined,
      value: expectTag(body, tags.octetString, item.place).content,
    }
  })
}

/** The extensions of a certificate by what they say. */
export function readExtensions(list: readonly Extension[], place: string): Extensions {
  const found = new Map(list.map((extension) => [extension.id, extension]))
  const read = <T>(id: string, reader: (value: Der) => T): T | undefined => {
    const extension = found.get(id)
    return extension === undefined ? undefined : reader(readDer(extension.value, place))
  }
  const names = read(extensionIds.alternativeNames, (value) => sequenceOf(value)) ?? []
  const known: ReadonlySet<string> = new Set(Object.values(extensionIds))
  const unknownCritical = list.filter(({ id, critical }) => critical && !known.has(id))
  return {
    basicConstraints: read(extensionIds.basicConstraints, readBasicConstraints),
    keyUsage: read(extensionIds.keyUsage, readKeyUsage),
    extendedKeyUsage: read(extensionIds.extendedKeyUsage, (value) =>
      sequenceOf(value).map((id) => readOid(id)),
    ),
    purposesCritical: found.get(extensionIds.extendedKeyUsage)?.critical === true,
    uris: names.filter(({ tag }) => tag === uriTag).map(readAscii),
    dnsNames: names.filter(({ tag }) => tag === contextTag(2, false)).map(readAscii),
    alternativeNames: names.map(readGeneralName),
    nameConstraints: read(extensionIds.nameConstraints, readNameConstraints),
    subjectKeyId: read(extensionIds.subjectKeyId, (value) =>
      hexOf(expectTag(value, tags.octetString).content),
    ),
    authorityKeyId: read(extensionIds.authorityKeyId, readAuthorityKeyId),
    crlAddresses:
      read(extensionIds.crlAddresses, (value) =>
        sequenceOf(value).flatMap(readDistributionPoint),
      ) ?? [],
    policies:
      read(extensionIds.policies, (value) =>
        sequenceOf(value).map((policy) => readOid(sequenceOf(policy)[0], place)),
      ) ?? [],
    qualifiedStatements:
      read(extensionIds.qualifiedStatements, (value) =>
        sequenceOf(value).map((statement) => readOid(sequenceOf(statement)[0], place)),
      ) ?? [],
    unknownCritical: unknownCritical.map(({ id }) => id),
  }
}

const uriTag = contextTag(6, false)

function readBasicConstraints(value: Der): { readonly ca: boolean; readonly pathLength?: number } {
  const [first, second, ...rest] = sequenceOf(value)
  if (first === undefined) return { ca: false }
  if (rest.length > 0 || !readBoolean(first))
    refuse('x509.extension', value.place, 'An extension of the certificate is malformed.')
  return second === undefined ? { ca: true } : { ca: true, pathLength: readSmallInteger(second) }
}

function readKeyUsage(value: Der): ReadonlySet<KeyUsage> {
  const bits = readNamedBits(value)
  return new Set(usages.filter((_, bit) => bits.has(bit)))
}

function readAuthorityKeyId(value: Der): string | undefined {
  const id = sequenceOf(value).find(({ tag }) => tag === contextTag(0, false))
  return id === undefined ? undefined : hexOf(id.content)
}

/** URIs of a DistributionPoint's full name. */
export function readDistributionPoint(point: Der): readonly string[] {
  const name = sequenceOf(point).find(({ tag }) => tag === contextTag(0, true))
  return name === undefined ? [] : readDistributionPointName(name)
}

export function readDistributionPointName(name: Der): readonly string[] {
  return childrenOf(name)
    .filter(({ tag }) => tag === contextTag(0, true))
    .flatMap((full) => childrenOf(full))
    .filter(({ tag }) => tag === uriTag)
    .map(readAscii)
}
