// Organisations as EDC documents name them, in the model's words.

import {
  type Organisation,
  type OrganisationIdentifier,
  organisationSchemes,
} from '../../credential/organisation.ts'
import type { QualityAssurance } from '../../credential/quality.ts'
import { listOf } from '../../read/json.ts'
import type { JsonObject } from '../../read/json.ts'
import { accreditationTypes, countries, nutsCodeOf } from '../../vocabulary/index.ts'
import type { EdcDocument } from './document.ts'
import { anyText, conceptIn, dayOf, idOf, literalOf, noteText, textsOf, urlOf } from './document.ts'
import { ownText, ownValue, ownValues } from './own-words.ts'

/** ISO 3166-1 alpha-2 of a country concept. */
export function countryOf(node: JsonObject | undefined): string | undefined {
  const code = conceptIn(countries, node)?.code
  return code !== undefined && /^[A-Z]{2}$/.test(code) ? code : undefined
}

const legal: readonly [key: string, scheme: OrganisationIdentifier['scheme']][] = [
  ['eIDASIdentifier', 'eidas'],
  ['vatIdentifier', 'vat'],
  ['taxIdentifier', 'tax'],
  ['registration', 'registration'],
]

function identifiersOf(
  document: EdcDocument,
  node: JsonObject,
  home: string | undefined,
): OrganisationIdentifier[] {
  const one = (
    item: JsonObject,
    scheme: OrganisationIdentifier['scheme'],
    name?: string,
  ): OrganisationIdentifier[] => {
    const value = literalOf(item['notation'])
    if (value === undefined || value.length > 200) return []
    const country = countryOf(document.first(item, 'spatial'))
    return [
      {
        scheme,
        value,
        ...(country === undefined || country === home ? {} : { country }),
        ...(name === undefined || name.length > 200 ? {} : { name }),
      },
    ]
  }
  return [
    ...legal.flatMap(([key, scheme]) =>
      document.nodes(node, key).flatMap((item) => one(item, scheme)),
    ),
    ...document.nodes(node, 'identifier').flatMap((item) => {
      const name = literalOf(item['schemeName'])
      const scheme = organisationSchemes.find((known) => known === name)
      return scheme === undefined ? one(item, 'other', name) : one(item, scheme)
    }),
  ]
}

/** A node of class Organisation; a name and an id are found for every one. */
export function organisationFrom(document: EdcDocument, node: JsonObject): Organisation {
  const location = document.first(node, 'location')
  const address = document.first(location, 'address')
  const country =
    countryOf(document.first(address, 'countryCode')) ??
    countryOf(document.first(location, 'spatial'))
  const identifiers = identifiersOf(document, node, country)
  const legalName =
    textsOf(node['legalName']) ?? textsOf(node['prefLabel']) ?? textsOf(node['altLabel'])
  const id =
    urlOf(idOf(node)) ??
    `urn:tessera:organisation:${encodeURIComponent(identifiers[0]?.value ?? anyText(legalName) ?? 'unnamed')}`
  const region = document
    .nodes(location, 'spatialCode')
    .flatMap((area) => nutsCodeOf(idOf(area) ?? '') ?? [])[0]
  const shortName = textsOf(node['altLabel'])
  const street = noteText(document.first(address, 'fullAddress'))
  const homepage = urlOf(literalOf(document.first(node, 'homepage')?.['contentURL']))
  const email = emailOf(document, node)
  const alliance = allianceOf(document, node)
  return {
    id,
    legalName: legalName ?? { und: identifiers[0]?.value ?? id },
    ...(shortName === undefined || textsOf(node['legalName']) === undefined ? {} : { shortName }),
    identifiers,
    ...(country === undefined ? {} : { country }),
    ...(region === undefined ? {} : { region }),
    ...(street === undefined ? {} : { address: street }),
    ...(homepage === undefined ? {} : { homepage }),
    ...(email === undefined ? {} : { email }),
    ...(alliance === undefined ? {} : { alliance }),
    qualityAssurance: qualitiesFrom(document, node, [id]),
    ...(ownValue(document, node, 'fictitious') === 'yes' ? { fictitious: true } : {}),
  }
}

function emailOf(document: EdcDocument, node: JsonObject): string | undefined {
  for (const contact of document.nodes(node, 'contactPoint')) {
    for (const mailbox of document.nodes(contact, 'emailAddress')) {
      const email = /^mailto:([A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,})$/.exec(
        idOf(mailbox) ?? '',
      )?.[1]
      if (email !== undefined) return email
    }
  }
  return undefined
}

function allianceOf(document: EdcDocument, node: JsonObject): Organisation['alliance'] | undefined {
  const group = document.first(node, 'groupMemberOf')
  const name = textsOf(group?.['prefLabel'])
  if (name === undefined) return undefined
  const id = idOf(group)
  return id === undefined || id.startsWith('urn:epass:') || !URL.canParse(id)
    ? { name }
    : { id, name }
}

const types = ['internal', 'external', 'internal-and-external'] as const
const scopes = ['institution', 'programme', 'micro-credential'] as const

/**
 * A node of class Accreditation. Whether it is internal or external is said by our own note; else it is
 * external unless the agent is one of `own`, the awarding bodies themselves.
 */
export function qualityFrom(
  document: EdcDocument,
  node: JsonObject,
  own: readonly string[],
): QualityAssurance {
  const agent = document.first(node, 'accreditingAgent')
  const agentId = idOf(agent)
  const isOwn = agentId !== undefined && own.includes(agentId)
  const [statedType, statedScope] = (ownValue(document, node, 'quality-assurance') ?? '').split(':')
  const type = types.find((word) => word === statedType) ?? (isOwn ? 'internal' : 'external')
  const kind = conceptIn(accreditationTypes, document.first(node, 'dcType'))
  const scope =
    scopes.find((word) => word === statedScope) ??
    (kind === undefined || statedScope === 'none'
      ? undefined
      : kind.code.startsWith('institution')
        ? 'institution'
        : 'programme')
  const body = isOwn ? undefined : textsOf(agent?.['legalName'])
  const bodyId = isOwn || agentId?.startsWith('urn:epass:') === true ? undefined : urlOf(agentId)
  const bodyCountry = isOwn
    ? undefined
    : countryOf(
        document.first(document.first(document.first(agent, 'location'), 'address'), 'countryCode'),
      )
  const standard = anyText(ownText(document, node, 'standard'))
  const title = textsOf(node['title'])
  const ownTitle = title !== undefined && anyText(title) !== kind?.label['en'] ? title : undefined
  const report = urlOf(literalOf(document.first(node, 'report')?.['contentURL']))
  const decidedOn = dayOf(node['dateIssued'])
  const validUntil = dayOf(node['expiryDate'])
  return {
    type,
    ...(scope === undefined ? {} : { scope }),
    ...(body === undefined ? {} : { body }),
    ...(bodyId === undefined ? {} : { bodyId }),
    ...(bodyCountry === undefined ? {} : { bodyCountry }),
    ...(standard === undefined || standard.length > 200 ? {} : { standard }),
    ...(ownTitle === undefined ? {} : { title: ownTitle }),
    ...(report === undefined ? {} : { report }),
    ...(decidedOn === undefined ? {} : { decidedOn }),
    ...(validUntil === undefined ? {} : { validUntil }),
  }
}

/** What is said of quality assurance: accreditations, and our notes where a document could name no agent. */
export function qualitiesFrom(
  document: EdcDocument,
  node: JsonObject | undefined,
  own: readonly string[],
): QualityAssurance[] {
  return [
    ...document.nodes(node, 'accreditation').map((item) => qualityFrom(document, item, own)),
    ...ownValues(document, node, 'quality-assurance').flatMap((value): QualityAssurance[] => {
      const [statedType, statedScope] = value.split(':')
      const type = types.find((word) => word === statedType)
      const scope = scopes.find((word) => word === statedScope)
      return type === undefined ? [] : [{ type, ...(scope === undefined ? {} : { scope }) }]
    }),
  ]
}

/** Every organisation that awards, once each, in the order the document names them. */
export function awardingBodiesOf(
  document: EdcDocument,
  claim: JsonObject | undefined,
): readonly Organisation[] {
  const bodies = document
    .nodes(claim, 'awardedBy')
    .flatMap((process) => document.nodes(process, 'awardingBody'))
    .map((node) => organisationFrom(document, node))
  return bodies.filter((body, i) => bodies.findIndex((other) => other.id === body.id) === i)
}

/** Types of a node as plain texts. */
export function typesOf(node: JsonObject): readonly string[] {
  return listOf(node['type']).filter((type) => typeof type === 'string')
}
