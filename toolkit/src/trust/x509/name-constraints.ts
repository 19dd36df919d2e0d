// The names an authority may certify, and no others (RFC 5280, sections 4.2.1.10 and 6.1.3).

import { refuse } from '../../refusal.ts'
import type { Certificate } from './certificate.ts'
import { childrenOf, contextTag, type Der, readAscii, sequenceOf } from './der.ts'
import { type DistinguishedName, readName, sameName } from './names.ts'

/** An alternative name, or the base of a subtree. Forms that are not compared here keep their tag alone. */
export type GeneralName =
  | { readonly form: 'email' | 'dns' | 'uri'; readonly text: string }
  | { readonly form: 'directory'; readonly name: DistinguishedName }
  | { readonly form: number }

export interface NameConstraints {
  readonly permitted: readonly GeneralName[]
  readonly excluded: readonly GeneralName[]
}

export function readGeneralName(value: Der): GeneralName {
  switch (value.tag) {
    case contextTag(1, false):
      return { form: 'email', text: String.fromCharCode(...value.content).toLowerCase() }
    case contextTag(2, false):
      return { form: 'dns', text: readAscii(value).toLowerCase() }
    case contextTag(6, false):
      return { form: 'uri', text: readAscii(value).toLowerCase() }
    case contextTag(4, true):
      return { form: 'directory', name: readName(childrenOf(value)[0], value.place) }
    default:
      return { form: value.tag & 0x1f }
  }
}

/** At least one list, none of them empty, no distances: nothing else has a meaning (4.2.1.10). */
export function readNameConstraints(value: Der): NameConstraints {
  const parts = sequenceOf(value)
  const [permitted = [], excluded = []] = [0, 1].map((number) =>
    parts.filter(({ tag }) => tag === contextTag(number, true)).flatMap(subtreesOf),
  )
  if (parts.length === 0 || parts.some(({ tag }) => tag >> 1 !== contextTag(0, true) >> 1))
    return malformed(value)
  return { permitted, excluded }
}

function subtreesOf(list: Der): readonly GeneralName[] {
  const subtrees = childrenOf(list)
  if (subtrees.length === 0) return malformed(list)
  return subtrees.map((subtree) => {
    const [base, ...distances] = sequenceOf(subtree)
    return base === undefined || distances.length > 0 ? malformed(subtree) : readGeneralName(base)
  })
}

function malformed({ place }: Der): never {
  return refuse('x509.name-constraints', place, 'The bounds of an authority are malformed.')
}

/**
 * Whether an authority of the path (leaf first) certified names beyond its bounds. The anchor's own bounds count too
 * (RFC 5937). A certificate an authority gave itself for a new key is not bound by them, unless it is the leaf.
 */
export function isOutOfBounds(path: readonly Certificate[]): boolean {
  return path.some((authority, i) => {
    const bounds = authority.nameConstraints
    return (
      bounds !== undefined &&
      path
        .slice(0, i)
        .filter((below, at) => at === 0 || !sameName(below.issuer, below.subject))
        .some((below) => !namesOf(below).every((name) => isAllowed(name, bounds)))
    )
  })
}

const emailAddress = '1.2.840.113549.1.9.1'

/** The subject, all alternative names, and the e-mail addresses old certificates have in the subject. */
function namesOf({ subject, alternativeNames }: Certificate): readonly GeneralName[] {
  const subjects: readonly GeneralName[] =
    subject.parts.length === 0 ? [] : [{ form: 'directory', name: subject }]
  const emails = subject.parts
    .flat()
    .filter(({ type }) => type === emailAddress)
    .map(({ value }): GeneralName => ({ form: 'email', text: value.toLowerCase() }))
  return [...subjects, ...alternativeNames, ...emails]
}

function isAllowed(name: GeneralName, { permitted, excluded }: NameConstraints): boolean {
  const same = ({ form }: GeneralName) => form === name.form
  const bases = permitted.filter(same)
  const closed = excluded.filter(same)
  if (bases.length + closed.length === 0) return true
  // Bounds of a form that cannot be compared, or a name they cannot be laid against, allow nothing.
  const whole = comparable(name)
  if (whole === undefined) return false
  if (closed.some((base) => isWithin(whole, base))) return false
  return bases.length === 0 || bases.some((base) => isWithin(whole, base))
}

/** What is laid against a base: of a URI its host, which must be a name. */
function comparable(name: GeneralName): GeneralName | undefined {
  if (typeof name.form === 'number') return undefined
  if (name.form !== 'uri') return name
  const host = /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:@]+)(?::\d*)?(?:[/?#]|$)/.exec(
    name.text,
  )?.[1]
  return host === undefined || /^[\d.]+$|^\[/.test(host) ? undefined : { form: 'uri', text: host }
}

function isWithin(name: GeneralName, base: GeneralName): boolean {
  if (name.form === 'directory' && base.form === 'directory') {
    const { parts } = base.name
    return sameName({ ...name.name, parts: name.name.parts.slice(0, parts.length) }, base.name)
  }
  if (!('text' in name) || !('text' in base)) return false
  return textIsWithin(name.form, name.text, base.text)
}

function textIsWithin(form: 'email' | 'dns' | 'uri', text: string, base: string): boolean {
  // “.example” is every host below it; without the dot an address has that very host, a DNS name may be below it.
  if (form === 'dns')
    return base === '' || text === base || text.endsWith(`.${base.replace(/^\./, '')}`)
  const host = form === 'email' ? text.slice(text.lastIndexOf('@') + 1) : text
  if (base.startsWith('.')) return host.endsWith(base)
  return base.includes('@') ? text === base : host === base
}
