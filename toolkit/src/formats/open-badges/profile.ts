// Organisations as Open Badges 3.0 profiles (section B.1.15).

import {
  type Organisation,
  type OrganisationIdentifier,
  organisationSchemes,
} from '../../credential/organisation.ts'
import { isObject, type Json, type JsonObject, textOf } from '../../read/json.ts'
import { say } from './language.ts'
import { objectOf, objectsOf, plainText } from './terms.ts'

/** Said of everything that is made up. */
export const invented = 'Invented for an example: this does not exist.'

export function profileOf(organisation: Organisation, language: string): JsonObject {
  const { id, legalName, homepage, email, country, region, address, identifiers } = organisation
  return objectOf({
    id,
    type: ['Profile'],
    name: say(legalName, language),
    url: homepage,
    email,
    description: organisation.fictitious === true ? invented : undefined,
    address:
      country === undefined && region === undefined && address === undefined
        ? undefined
        : objectOf({
            type: ['Address'],
            addressCountryCode: country,
            addressRegion: region,
            streetAddress: say(address, language),
          }),
    otherIdentifier: identifiers.map(({ scheme, value, name }) => ({
      type: 'IdentifierEntry',
      identifier: value,
      identifierType: `ext:${scheme === 'other' ? slug(name ?? 'other') : scheme}`,
    })),
  })
}

/** The extension term may hold letters, digits, dot and underscore only. */
export function slug(text: string): string {
  const word = text
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
  return word === '' ? 'other' : word
}

/** An organisation from a profile, or from its bare identifier; undefined where it has none. */
export function organisationOf(
  value: Json | undefined,
  language: string,
): Organisation | undefined {
  if (typeof value === 'string') return isUrl(value) ? bare(value, value, language) : undefined
  if (!isObject(value)) return undefined
  const id = textOf(value['id'])
  if (id === undefined || !isUrl(id)) return undefined
  const address = isObject(value['address']) ? value['address'] : {}
  const country = textOf(address['addressCountryCode'])
  const region = textOf(address['addressRegion'])
  const street = plainText(address['streetAddress'])
  const url = textOf(value['url'])
  const email = textOf(value['email'])
  return {
    ...bare(id, plainText(value['name']) ?? id, language),
    identifiers: objectsOf(value['otherIdentifier']).flatMap(identifierOf),
    ...(country !== undefined && /^[A-Z]{2}$/.test(country) ? { country } : {}),
    ...(region !== undefined && /^[A-Z]{2}[A-Z0-9]{0,3}$/.test(region) ? { region } : {}),
    ...(street === undefined ? {} : { address: { [language]: street } }),
    ...(url !== undefined && isUrl(url) ? { homepage: url } : {}),
    ...(email !== undefined && /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(email) ? { email } : {}),
    ...(plainText(value['description']) === invented ? { fictitious: true } : {}),
  }
}

function bare(id: string, name: string, language: string): Organisation {
  return { id, legalName: { [language]: name }, identifiers: [], qualityAssurance: [] }
}

function identifierOf(entry: JsonObject): readonly OrganisationIdentifier[] {
  const value = textOf(entry['identifier'])
  if (value === undefined || value === '') return []
  const type = textOf(entry['identifierType']) ?? 'other'
  const word = type.replace(/^ext:/, '')
  const scheme = organisationSchemes.find((known) => known === word)
  return [scheme === undefined ? { scheme: 'other', value, name: word } : { scheme, value }]
}

export function isUrl(text: string): boolean {
  return URL.canParse(text)
}
