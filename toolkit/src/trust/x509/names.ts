// Distinguished names (X.501; RFC 5280, 4.1.2.4; attributes of a legal person: ETSI EN 319 412-3, 4.2.1).

import {
  childrenOf,
  type Der,
  expectTag,
  hexOf,
  readOid,
  readText,
  sequenceOf,
  tags,
} from './der.ts'
import { refuse } from '../../refusal.ts'

export const attributes = {
  commonName: '2.5.4.3',
  country: '2.5.4.6',
  organisation: '2.5.4.10',
  organizationIdentifier: '2.5.4.97',
} as const

export interface NamePart {
  readonly type: string
  readonly value: string
}

/** A name as its ordered list of relative names, each of one part or more. */
export interface DistinguishedName {
  readonly parts: readonly (readonly NamePart[])[]
  readonly der: Uint8Array
}

export function readName(value: Der | undefined, place = ''): DistinguishedName {
  const name = expectTag(value, tags.sequence, place)
  const parts = childrenOf(name).map((relative) => {
    if (relative.tag !== tags.set || relative.content.length === 0)
      refuse('x509.name', relative.place, 'A name in the certificate is malformed.')
    return childrenOf(relative).map((pair) => {
      const [type, text, ...rest] = sequenceOf(pair)
      if (text === undefined || rest.length > 0)
        return refuse('x509.name', pair.place, 'A name in the certificate is malformed.')
      return { type: readOid(type, pair.place), value: readText(text) ?? `#${hexOf(text.bytes)}` }
    })
  })
  return { parts, der: name.bytes }
}

/** The value of an attribute if the name has it once; a name that says two things says neither. */
export function attributeOf(name: DistinguishedName, type: string): string | undefined {
  const found = name.parts.flat().filter((part) => part.type === type)
  return found.length === 1 ? found[0]?.value : undefined
}

const short: { readonly [type: string]: string } = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.97': 'organizationIdentifier',
}

/** The name on one line, first part first: `C=ES, O=Universidad …`. For people, not for comparison. */
export function nameText(name: DistinguishedName): string {
  return name.parts
    .map((parts) => parts.map(({ type, value }) => `${short[type] ?? type}=${value}`).join(' + '))
    .join(', ')
}

/** Whether two names are the same, spelling of case and spaces and string type aside (RFC 5280, 7.1). */
export function sameName(a: DistinguishedName, b: DistinguishedName): boolean {
  return comparable(a) === comparable(b)
}

function comparable(name: DistinguishedName): string {
  return JSON.stringify(
    name.parts.map((parts) =>
      parts
        .map(
          ({ type, value }) =>
            `${type}=${value.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')}`,
        )
        .toSorted(),
    ),
  )
}
