// Organisations and their quality assurance as ELM 3.2 nodes, there and back.

import type { z } from 'zod'
import type { Organisation, organisationSchema } from '../../../credential/organisation.ts'
import type { QualityAssurance } from '../../../credential/quality.ts'
import type { Json, JsonObject } from '../../../read/json.ts'
import {
  accreditationDecisions,
  accreditationTypes,
  countries,
  isNutsCode,
  nutsScheme,
} from '../../../vocabulary/index.ts'
import { anyText, code, day, noteText, object, objects, text, url, webAddress } from './find.ts'
import { concept, node, note, webResource } from './make.ts'

export type OrganisationInput = z.input<typeof organisationSchema>
type Identifier = Organisation['identifiers'][number]

/** Schemes with a property of their own in ELM. */
const properties: Partial<Record<Identifier['scheme'], string>> = {
  eidas: 'eIDASIdentifier',
  vat: 'vatIdentifier',
  tax: 'taxIdentifier',
  registration: 'registration',
}

const schemes = ['ror', 'schac', 'pic', 'erasmus', 'eter', 'deqar', 'lei'] as const

function identifierNode(identifier: Identifier): JsonObject {
  const legal = properties[identifier.scheme] !== undefined
  return node({
    type: legal ? 'LegalIdentifier' : 'Identifier',
    notation: identifier.value,
    schemeName: legal ? undefined : (identifier.name ?? identifier.scheme),
    spatial: concept(countries, identifier.country),
  })
}

export function organisationNode(organisation: Organisation): JsonObject {
  const legal = Object.entries(properties).map(([scheme, property]) => [
    property,
    organisation.identifiers
      .filter((identifier) => identifier.scheme === scheme)
      .map(identifierNode),
  ])
  const { country, region, address, email, alliance } = organisation
  return node({
    id: organisation.id,
    type: 'Organisation',
    legalName: organisation.legalName,
    altLabel: organisation.shortName,
    ...(Object.fromEntries(legal) as JsonObject),
    identifier: organisation.identifiers
      .filter(({ scheme }) => properties[scheme] === undefined)
      .map(identifierNode),
    location:
      country === undefined && region === undefined && address === undefined
        ? undefined
        : node({
            type: 'Location',
            spatialCode:
              region === undefined
                ? undefined
                : { id: `${nutsScheme}/code/${region}`, type: 'Concept', notation: region },
            address: node({
              type: 'Address',
              countryCode: concept(countries, country),
              fullAddress: note(address),
            }),
          }),
    homepage: webResource(organisation.homepage),
    contactPoint:
      email === undefined
        ? undefined
        : { type: 'ContactPoint', emailAddress: { id: `mailto:${email}`, type: 'Mailbox' } },
    groupMemberOf:
      alliance === undefined
        ? undefined
        : node({ id: alliance.id, type: 'Group', prefLabel: alliance.name }),
    accreditation: organisation.qualityAssurance.map(accreditationNode),
  })
}

export function readOrganisation(value: JsonObject): OrganisationInput | undefined {
  const id = url(value['id'])
  const legalName = text(value['legalName'])
  if (id === undefined || legalName === undefined) return undefined
  const location = object(value['location'])
  const address = object(location['address'])
  const country = countryCode(address['countryCode'])
  const region = object(location['spatialCode'])['notation']
  const group = object(value['groupMemberOf'])
  const alliance = text(group['prefLabel'])
  const mail = object(object(value['contactPoint'])['emailAddress'])['id']
  return {
    id,
    legalName,
    shortName: text(value['altLabel']),
    identifiers: readIdentifiers(value),
    country,
    region: typeof region === 'string' && isNutsCode(region) ? region : undefined,
    address: noteText(address['fullAddress']),
    homepage: webAddress(value['homepage']),
    email:
      typeof mail === 'string' && /^mailto:[^@\s]+@[^@\s]+\.[^@\s]+$/.test(mail)
        ? mail.slice('mailto:'.length)
        : undefined,
    alliance: alliance === undefined ? undefined : { id: url(group['id']), name: alliance },
    qualityAssurance: objects(value['accreditation']).map(readAccreditation),
  }
}

function readIdentifiers(value: JsonObject): Identifier[] {
  const legal = Object.entries(properties).flatMap(([scheme, property]) =>
    objects(value[property]).flatMap((found) =>
      readIdentifier(found, scheme as Identifier['scheme']),
    ),
  )
  const others = objects(value['identifier']).flatMap((found) => {
    const name = found['schemeName']
    const scheme = schemes.find((known) => known === name)
    if (scheme !== undefined) return readIdentifier(found, scheme)
    return readIdentifier(found, 'other', typeof name === 'string' ? name.slice(0, 200) : undefined)
  })
  return [...legal, ...others]
}

function readIdentifier(
  found: JsonObject,
  scheme: Identifier['scheme'],
  name?: string,
): Identifier[] {
  const { notation } = found
  if (typeof notation !== 'string' || notation === '' || notation.length > 200) return []
  return [
    {
      scheme,
      value: notation,
      country: countryCode(found['spatial']),
      name: name === 'other' ? undefined : name,
    },
  ]
}

export function countryCode(value: Json | undefined): string | undefined {
  const found = code(countries, value)
  return found !== undefined && /^[A-Z]{2}$/.test(found) ? found : undefined
}

const scopes = {
  institution: 'institutional-quality-assurance',
  programme: 'program-quality-assurance',
  'micro-credential': 'program-quality-assurance',
} as const

/** Annex I asks for internal or external; ELM has no place for that, so it stands in the category. */
const categories = {
  internal: 'Internal quality assurance',
  external: 'External quality assurance',
  'internal-and-external': 'Internal and external quality assurance',
} as const

export function accreditationNode(quality: QualityAssurance): JsonObject {
  return node({
    type: 'Accreditation',
    title: quality.title ?? { en: categories[quality.type] },
    category: { en: categories[quality.type] },
    dcType: concept(
      accreditationTypes,
      quality.scope === undefined ? undefined : scopes[quality.scope],
    ),
    accreditingAgent:
      quality.body === undefined
        ? undefined
        : node({
            id: quality.bodyId,
            type: 'Organisation',
            legalName: quality.body,
            location:
              quality.bodyCountry === undefined
                ? undefined
                : {
                    type: 'Location',
                    address: node({
                      type: 'Address',
                      countryCode: concept(countries, quality.bodyCountry),
                    }),
                  },
          }),
    decision:
      quality.decidedOn === undefined ? undefined : concept(accreditationDecisions, 'positive'),
    dateIssued: quality.decidedOn === undefined ? undefined : `${quality.decidedOn}T00:00:00Z`,
    expiryDate: quality.validUntil === undefined ? undefined : `${quality.validUntil}T00:00:00Z`,
    report: webResource(quality.report),
    additionalNote: quality.standard === undefined ? undefined : note({ en: quality.standard }),
  })
}

export function readAccreditation(value: JsonObject): QualityAssurance {
  const agent = object(value['accreditingAgent'])
  const category = anyText(value['category'])
  const kinds = ['internal', 'external', 'internal-and-external'] as const
  // An accreditation that does not say so was given by somebody else.
  const type = kinds.find((kind) => categories[kind] === category) ?? 'external'
  const list = code(accreditationTypes, value['dcType'])
  const title = text(value['title'])
  const standard = noteText(value['additionalNote'])?.['en']
  return {
    type,
    scope: list?.startsWith('institutional')
      ? 'institution'
      : list?.startsWith('program')
        ? 'programme'
        : undefined,
    title: title?.['en'] === categories[type] ? undefined : title,
    body: text(agent['legalName']),
    bodyId: url(agent['id']),
    bodyCountry: countryCode(object(object(agent['location'])['address'])['countryCode']),
    standard: standard !== undefined && standard.length <= 200 ? standard : undefined,
    report: webAddress(value['report']),
    decidedOn: day(value['dateIssued']),
    validUntil: day(value['expiryDate']),
  }
}
