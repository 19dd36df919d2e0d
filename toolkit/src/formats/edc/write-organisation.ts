// Organisations and quality assurance of the model, written as ELM nodes.

import type { JsonObject } from '../../canonical-json.ts'
import type { Organisation, OrganisationIdentifier } from '../../credential/organisation.ts'
import type { QualityAssurance } from '../../credential/quality.ts'
import type { Text } from '../../credential/text.ts'
import { refuse } from '../../refusal.ts'
import {
  accreditationDecisions,
  accreditationTypes,
  countries,
  nutsIri,
  nutsScheme,
} from '../../vocabulary/index.ts'
import { dateTime } from './pen.ts'
import type { Pen } from './pen.ts'

export interface OrganisationPen {
  /** The node of an organisation, in full, the same wherever it stands. */
  organisation(organisation: Organisation, place: string): JsonObject
  /** What assures the quality: nodes of class Accreditation, and notes for what lacks an agent. */
  qualities(
    list: readonly QualityAssurance[],
    own: Organisation | undefined,
  ): { readonly accreditation: readonly JsonObject[]; readonly notes: readonly JsonObject[] }
  country(code: string | undefined, place: string): JsonObject
  location(
    country: string | undefined,
    place: string,
    more?: { region?: string; address?: Text; name?: Text },
  ): JsonObject
}

/**
 * `issuer`, where it is an organisation met again, is written as the issuer file has it. `met` are the ids of
 * the organisations written in full elsewhere in the document, `bodies` the names of all bodies that assure
 * quality, so that one met with different names has all of them everywhere.
 */
export function organisationPen(
  write: Pen,
  issuer: Organisation,
  met: ReadonlySet<string>,
  bodies: ReadonlyMap<string, Text> = new Map(),
): OrganisationPen {
  const country = (code: string | undefined, place: string): JsonObject => {
    const known = code === undefined ? undefined : countries.byCode(code)
    if (known === undefined) {
      return refuse(
        'edc.no-country',
        place,
        'An EDC names the country of every organisation; this one has none.',
      )
    }
    return write.concept(countries, known)
  }

  const location: OrganisationPen['location'] = (code, place, more = {}) => {
    const region = more.region === undefined ? undefined : nutsIri(more.region)
    return write.node('Location', {
      address: write.node('Address', {
        countryCode: country(code, place),
        fullAddress: more.address === undefined ? undefined : write.note(more.address),
      }),
      geographicName: more.name,
      spatialCode:
        region === undefined
          ? undefined
          : write.freeConcept(region, { prefLabel: { en: more.region ?? '' } }, nutsScheme),
    })
  }

  const legal = (
    identifier: OrganisationIdentifier,
    home: string | undefined,
    place: string,
  ): JsonObject =>
    write.node('LegalIdentifier', {
      notation: identifier.value,
      spatial: country(identifier.country ?? home, place),
    })

  const other = (identifier: OrganisationIdentifier, place: string): JsonObject => {
    const schemeName = identifier.scheme === 'other' ? identifier.name : identifier.scheme
    if (identifier.country === undefined)
      return write.node('Identifier', { notation: identifier.value, schemeName })
    return write.node('LegalIdentifier', {
      notation: identifier.value,
      schemeName,
      spatial: country(identifier.country, place),
    })
  }

  const identifiers = (organisation: Organisation, place: string) => {
    const home = organisation.country
    const of = (scheme: OrganisationIdentifier['scheme']) =>
      organisation.identifiers.filter((identifier) => identifier.scheme === scheme)
    const [eidas, ...moreEidas] = of('eidas')
    const [registration, ...moreRegistrations] = of('registration')
    const rest = organisation.identifiers.filter(
      ({ scheme }) => !['eidas', 'vat', 'tax', 'registration'].includes(scheme),
    )
    return {
      eIDASIdentifier: eidas === undefined ? undefined : legal(eidas, home, place),
      registration: registration === undefined ? undefined : legal(registration, home, place),
      vatIdentifier: of('vat').map((one) => legal(one, home, place)),
      taxIdentifier: of('tax').map((one) => legal(one, home, place)),
      identifier: [...moreEidas, ...moreRegistrations, ...rest].map((one) => other(one, place)),
    }
  }

  const organisation = (named: Organisation, at: string): JsonObject => {
    const one = named.id === issuer.id ? issuer : named
    const place = one === issuer ? 'issuer' : at
    const { accreditation, notes } = qualities(one.qualityAssurance, one)
    const { alliance } = one
    return write.named(one.id, 'Organisation', {
      legalName: one.legalName,
      altLabel: one.shortName,
      ...identifiers(one, `${place}.country`),
      location: location(one.country, `${place}.country`, {
        ...(one.region === undefined ? {} : { region: one.region }),
        ...(one.address === undefined ? {} : { address: one.address }),
      }),
      homepage: one.homepage === undefined ? undefined : webResource(write, one.homepage),
      contactPoint:
        one.email === undefined
          ? undefined
          : write.node('ContactPoint', {
              emailAddress: { id: `mailto:${one.email}`, type: 'Mailbox' },
            }),
      groupMemberOf:
        alliance === undefined
          ? undefined
          : alliance.id === undefined
            ? write.node('Group', { prefLabel: alliance.name })
            : write.named(alliance.id, 'Group', { prefLabel: alliance.name }),
      accreditation,
      additionalNote: [
        ...notes,
        ...(one.fictitious === true ? [fictitiousNote(write, 'organisation')] : []),
      ],
    })
  }

  const qualities: OrganisationPen['qualities'] = (list, own) => {
    const accreditation: JsonObject[] = []
    const notes: JsonObject[] = []
    for (const quality of list) {
      const agent = agentOf(quality, own)
      const kind = qualityNote(write, quality)
      if (agent === undefined) notes.push(kind)
      else accreditation.push(accreditationNode(quality, agent, kind))
    }
    return { accreditation, notes }
  }

  /** Who assures. An EDC wants name and country; internal assurance without a body is the own organisation's. */
  const agentOf = (
    quality: QualityAssurance,
    own: Organisation | undefined,
  ): JsonObject | undefined => {
    const { body, bodyId, bodyCountry } = quality
    if (bodyId !== undefined && bodyId !== own?.id && (met.has(bodyId) || bodyId === issuer.id)) {
      return { id: bodyId, type: 'Organisation' }
    }
    if (body !== undefined && bodyCountry !== undefined) {
      const members = {
        legalName: body,
        location: location(bodyCountry, 'qualityAssurance.bodyCountry'),
      }
      return bodyId === undefined || bodyId === own?.id
        ? write.node('Organisation', members)
        : write.named(bodyId, 'Organisation', { ...members, legalName: bodies.get(bodyId) ?? body })
    }
    if (quality.type === 'internal' && body === undefined && own !== undefined)
      return { id: own.id, type: 'Organisation' }
    return undefined
  }

  const accreditationNode = (
    quality: QualityAssurance,
    agent: JsonObject,
    kind: JsonObject,
  ): JsonObject => {
    const code =
      quality.scope === 'institution'
        ? 'institutional-quality-assurance'
        : 'program-quality-assurance'
    const type = accreditationTypes.byCode(code)
    const positive = accreditationDecisions.byCode('positive')
    const { standard } = quality
    return write.node('Accreditation', {
      title: quality.title ?? type?.label,
      dcType: write.coded(accreditationTypes, code),
      accreditingAgent: agent,
      decision:
        positive === undefined ? undefined : write.concept(accreditationDecisions, positive),
      report: quality.report === undefined ? undefined : webResource(write, quality.report),
      dateIssued: dateTime(quality.decidedOn),
      expiryDate: dateTime(quality.validUntil),
      additionalNote: [
        kind,
        ...(standard === undefined ? [] : [write.ownNote('standard', { en: standard })]),
      ],
    })
  }

  return { organisation, qualities, country, location }
}

/** The names of the bodies that assure quality, over all that is said of them. */
export function bodiesOf(qualities: readonly QualityAssurance[]): ReadonlyMap<string, Text> {
  const names = new Map<string, Text>()
  for (const { bodyId, body } of qualities) {
    if (bodyId !== undefined && body !== undefined)
      names.set(bodyId, { ...body, ...names.get(bodyId) })
  }
  return names
}

const kinds = {
  internal: 'Internal quality assurance',
  external: 'External quality assurance',
  'internal-and-external': 'Internal and external quality assurance',
}
const scopes = {
  institution: ' of the institution',
  programme: ' of the programme',
  'micro-credential': ' of the micro-credential',
  none: '',
}

function qualityNote(write: Pen, quality: QualityAssurance): JsonObject {
  const scope = quality.scope ?? 'none'
  const sentence = `${kinds[quality.type]}${scopes[scope]}.`
  const said = Object.values(quality.title ?? quality.body ?? {})[0]
  const text =
    quality.bodyCountry === undefined && said !== undefined ? `${sentence} ${said}` : sentence
  return write.ownNote('quality-assurance', { en: text }, `${quality.type}:${scope}`)
}

export function webResource(write: Pen, url: string): JsonObject {
  return write.node('WebResource', { contentURL: url })
}

export function fictitiousNote(write: Pen, what: string): JsonObject {
  return write.ownNote('fictitious', { en: `This ${what} is invented for an example.` }, 'yes')
}
