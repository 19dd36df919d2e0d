// Lists of trusted entities (ETSI TS 119 602 V1.1.1, JSON): who is listed, with which service, certificates and
// status, from when until when. Only services that issue attestations, certify or stamp time become trust here: a
// list of wallet providers makes nobody an issuer.

import { base64Decode } from '../../read/base64.ts'
import type { Json, JsonObject } from '../../read/json.ts'
import { readPublicJwk } from '../../read/jwk.ts'
import { refuseShape } from '../../read/shape.ts'
import { refuse } from '../../refusal.ts'
import { webNames } from './key-list.ts'
import { readCertificate } from '../x509/certificate.ts'
import type { KnownIssuer, TrustAnchor, TrustList } from '../trust.ts'
import {
  loteSchema,
  type Lote,
  type ServiceIdentity,
  type TrustedEntity,
  type TrustedService,
} from './lote-schema.ts'

export function recogniseLote(value: JsonObject): boolean {
  return Object.hasOwn(value, 'LoTE')
}

/** Reads the list. Refuses `trust-list.shape`, and `trust-list.nobody` where it lists none of use here. */
export function readLote(value: JsonObject, place: string): TrustList {
  const answer = loteSchema.safeParse(value)
  if (!answer.success) return refuseShape('trust-list.shape', place, answer.error)
  const { ListAndSchemeInformation: scheme, TrustedEntitiesList: entities = [] } = answer.data.LoTE
  if (isCritical(scheme.SchemeExtensions)) return notUnderstood(place)
  const found = entities.map((entity, i) =>
    trustIn(entity, scheme, `${place} TrustedEntitiesList[${i}]`),
  )
  const anchors = found.flatMap((entry) => entry.anchors)
  const issuers = found.flatMap((entry) => entry.issuers)
  if (anchors.length + issuers.length === 0)
    return refuse('trust-list.nobody', place, 'The list names nobody who issues attestations.')
  return {
    name: `${textIn(scheme.SchemeName ?? scheme.SchemeOperatorName)} (${scheme.ListIssueDateTime.slice(0, 10)})`,
    issuedAt: new Date(scheme.ListIssueDateTime),
    nextUpdate: new Date(scheme.NextUpdate),
    anchors,
    issuers,
    revocationLists: [],
  }
}

type Scheme = Lote['ListAndSchemeInformation']
type Found = Pick<TrustList, 'anchors' | 'issuers'>
const nothing: Found = { anchors: [], issuers: [] }

/** What a service does, as far as it matters to who checks a micro-credential. */
type Trade = 'issues' | 'certifies' | 'stamps time'

const svc = 'http://uri.etsi.org/TrstSvc/Svctype/'
const trades: { readonly [type: string]: Trade } = {
  'http://uri.etsi.org/19602/SvcType/PubEAA/Issuance': 'issues',
  [`${svc}EAA`]: 'issues',
  [`${svc}EAA/Q`]: 'issues',
  [`${svc}EAA/Pub-EAA`]: 'issues',
  [`${svc}CA/QC`]: 'certifies',
  [`${svc}CA/PKC`]: 'certifies',
  [`${svc}TSA`]: 'stamps time',
  [`${svc}TSA/QTST`]: 'stamps time',
}

/** Services of lists that are not the EU's own: the standard leaves their names to the scheme. */
const ownIssuing =
  /^https?:\/\/(?!uri\.etsi\.org\/)[^\s]+\/(?:EAA|PubEAA|QEAA|LearningCredential|MicroCredential)\/Issuance$/

function tradeOf(type: string | undefined, scheme: Scheme): Trade | undefined {
  // Without a type the whole list is about one service; of the EU's lists only that of attestations matters.
  if (type === undefined) {
    const official = scheme.LoTEType?.startsWith('http://uri.etsi.org/') === true
    const attests = scheme.LoTEType?.endsWith('/EUPubEAAProvidersList') === true
    return official && !attests ? undefined : 'issues'
  }
  if (ownIssuing.test(type)) return 'issues'
  return Object.hasOwn(trades, type) ? trades[type] : undefined
}

/** Words a status may end in, of whichever scheme, that say that the service is approved. Any other does not. */
const approved = new Set(['notified', 'granted', 'recognisedatnationallevel'])

/** Approved where nothing is said (6.6.4). */
function isApproved(status: string | undefined): boolean {
  return (
    status === undefined || approved.has(status.slice(status.lastIndexOf('/') + 1).toLowerCase())
  )
}

function trustIn(entity: TrustedEntity, scheme: Scheme, place: string): Found {
  const { TrustedEntityInformation: about, TrustedEntityServices: services } = entity
  if (isCritical(about.TEInformationExtensions)) return nothing
  const found = services.map((service, i) =>
    ofService(service, about, scheme, `${place}.TrustedEntityServices[${i}]`),
  )
  return {
    anchors: found.flatMap(({ anchors }) => anchors),
    issuers: found.flatMap(({ issuers }) => issuers),
  }
}

interface Period {
  readonly trade: Trade
  readonly identity: ServiceIdentity
  readonly span: { readonly from?: Date; readonly until?: Date }
}

function ofService(
  service: TrustedService,
  about: TrustedEntity['TrustedEntityInformation'],
  scheme: Scheme,
  place: string,
): Found {
  const found = periodsOf(service, scheme, place).map(({ trade, identity, span }): Found => {
    const certificates = certificatesOf(identity, place)
    if (trade !== 'issues') {
      const purposes = [trade === 'certifies' ? 'seals' : 'time-stamps'] as const
      return { ...nothing, anchors: certificates.map((each) => ({ ...each, ...span, purposes })) }
    }
    const names = namesOf(identity, about, certificates)
    const [id, ...alsoKnownAs] = names
    const legalNames = about.TEName.map(({ value }) => value)
    const country = about.TEAddress.TEPostalAddress[0]?.Country
    const keys = (identity.PublicKeyValues ?? []).map((key) =>
      readPublicJwk(key as Json, `${place} PublicKeyValues`),
    )
    const issuer: KnownIssuer | undefined =
      id === undefined
        ? undefined
        : {
            id,
            name: textIn(about.TEName),
            alsoKnownAs,
            keys,
            ...(country !== undefined && /^[A-Z]{2}$/.test(country) ? { country } : {}),
            ...span,
          }
    return {
      // An organisation's own authority may certify that organisation, and no other in its name.
      anchors: certificates.map((each) => ({
        ...each,
        ...span,
        vouchesFor: [...names, ...legalNames],
      })),
      issuers: issuer === undefined ? [] : [issuer],
    }
  })
  return {
    anchors: found.flatMap(({ anchors }) => anchors),
    issuers: found.flatMap(({ issuers }) => issuers),
  }
}

/** The times in which a service was approved: now, and in its history, each until the next begins. */
function periodsOf(
  { ServiceInformation: now, ServiceHistory: past = [] }: TrustedService,
  scheme: Scheme,
  place: string,
): readonly Period[] {
  const since = dateOf(now.StatusStartingTime)
  const history = past
    .map((entry) => ({ entry, from: new Date(entry.StatusStartingTime) }))
    .toSorted((a, b) => b.from.getTime() - a.from.getTime())
  const [newest] = history
  if (newest !== undefined && since === undefined)
    return refuse(
      'trust-list.shape',
      place,
      'A service with a history says since when it is what it is.',
    )
  // What is said of now must be the newest.
  if (newest !== undefined && since !== undefined && newest.from > since)
    return refuse('trust-list.shape', place, 'The history of a service is newer than its present.')
  const all = [{ entry: now, from: since }, ...history]
  return all.flatMap(({ entry, from }, i) => {
    const until = all[i - 1]?.from
    const trade = tradeOf(entry.ServiceTypeIdentifier ?? now.ServiceTypeIdentifier, scheme)
    if (trade === undefined || !isApproved(entry.ServiceStatus)) return []
    if (isCritical(entry.ServiceInformationExtensions)) return []
    const span = {
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
    }
    return { trade, identity: entry.ServiceDigitalIdentity, span }
  })
}

function dateOf(time: string | undefined): Date | undefined {
  return time === undefined ? undefined : new Date(time)
}

function certificatesOf(
  { X509Certificates: certificates = [] }: ServiceIdentity,
  place: string,
): readonly Pick<TrustAnchor, 'name' | 'certificate'>[] {
  return certificates.map(({ val }, i) => {
    const certificate = base64Decode(val, `${place} X509Certificates[${i}]`)
    const { subjectName } = readCertificate(certificate, `${place} X509Certificates[${i}]`)
    return { name: subjectName, certificate }
  })
}

/** Names credentials may know the entity by: identifiers of the service, its registration, its own certificates. */
function namesOf(
  { OtherIds: others = [] }: ServiceIdentity,
  { TETradeName: trade }: TrustedEntity['TrustedEntityInformation'],
  certificates: readonly Pick<TrustAnchor, 'certificate'>[],
): readonly string[] {
  const registered = (trade ?? []).map(({ value }) => value)
  const certified = certificates.flatMap(({ certificate }) => {
    const { basicConstraints, organizationIdentifier } = readCertificate(certificate)
    return basicConstraints?.ca === true ? [] : (organizationIdentifier ?? [])
  })
  const names = [...others, ...registered, ...certified].filter((name) =>
    /^(?:did:[a-z0-9]+:\S+|https:\/\/\S+|[A-Z]{3}[A-Z]{2}-\S+)$/.test(name),
  )
  return [...new Set([...names, ...names.flatMap(webNames)])]
}

type Text = { readonly lang: string; readonly value: string }

function textIn(texts: readonly [Text, ...Text[]]): string {
  return (texts.find(({ lang }) => lang.toLowerCase() === 'en') ?? texts[0]).value
}

function isCritical(extensions: readonly unknown[] = []): boolean {
  return extensions.some(
    (extension) =>
      typeof extension === 'object' &&
      extension !== null &&
      Object.entries(extension).some(
        ([name, value]) => name.toLowerCase() === 'critical' && value !== false,
      ),
  )
}

function notUnderstood(place: string): never {
  return refuse(
    'trust-list.extension',
    place,
    'The list says something critical that is not known here.',
  )
}
