// The notation of the profile tables, and what it compiles to. One row: how often, what, which terms.
//
//   1..1 dateTime: issued                 a literal of that datatype
//   1..* text!: title                     texts with a language, one per language (text: several allowed)
//   0..* Identifier|LegalIdentifier: …    nodes of one of these classes; `!iri`: with an IRI of their own
//   0..1 Concept@eqf: eqfLevel            a concept, with an IRI, in that scheme
//   literal, iri, percentage, claim, issuer: see Range

import { propertyIri } from './terms.ts'

/** Rows of each class, one text per class. */
export type ClassTable = Readonly<Record<string, string>>

export type Range =
  | { readonly kind: 'datatype'; readonly type: string; readonly most?: number }
  | { readonly kind: 'text'; readonly unique: boolean }
  | { readonly kind: 'literal' }
  | { readonly kind: 'iri' }
  | { readonly kind: 'class'; readonly names: readonly string[]; readonly named: boolean }
  | { readonly kind: 'concept'; readonly scheme: string }
  /** Anything that is a claim (ClaimNodeShape). */
  | { readonly kind: 'claim' }
  /** An agent with exactly one eIDAS legal identifier (IssuerNodeShape). */
  | { readonly kind: 'issuer' }

export interface Row {
  readonly term: string
  readonly iri: string
  readonly min: number
  readonly max: number
  readonly range: Range
}

const snb = (list: string) => `http://data.europa.eu/snb/${list}/25831c2`
const authority = (list: string) => `http://publications.europa.eu/resource/authority/${list}`

/** The concept schemes the full profile holds its vocabularies to. */
const schemes: Readonly<Record<string, string>> = {
  'accreditation-type': snb('accreditation'),
  'isced-f': snb('isced-f'),
  eqf: snb('eqf'),
  atu: authority('atu'),
  country: authority('country'),
  currency: authority('currency'),
  'claim-type': snb('claim-type'),
  'evidence-type': snb('evidence-type'),
  credential: snb('credential'),
  'esco-occupations': 'http://data.europa.eu/esco/concept-scheme/occupations',
  'esco-skills': 'http://data.europa.eu/esco/concept-scheme/skills',
  language: authority('language'),
  'learning-setting': snb('learning-setting'),
  'entitlement-status': snb('entitlement-status'),
  qdr: snb('qdr'),
  'skill-type': snb('skill-type'),
  'skill-reuse-level': snb('skill-reuse-level'),
  'verification-status': snb('verification-status'),
  verification: snb('verification'),
}

function rangeOf(text: string): Range {
  if (text === 'text' || text === 'text!') return { kind: 'text', unique: text === 'text!' }
  if (text === 'literal' || text === 'iri' || text === 'claim' || text === 'issuer')
    return { kind: text }
  if (text === 'percentage') return { kind: 'datatype', type: 'positiveInteger', most: 100 }
  if (/^[a-z]/.test(text) || text === 'HTML') return { kind: 'datatype', type: text }
  const [names = '', scheme] = text.split('@')
  if (scheme !== undefined) return { kind: 'concept', scheme: schemes[scheme] ?? scheme }
  const named = names.endsWith('!iri')
  return { kind: 'class', names: names.replace('!iri', '').split('|'), named }
}

/** Compiles the rows of one class. */
export function rowsOf(text: string): readonly Row[] {
  const entries = text.trim().split(/\n\s*(?=\d\.\.)/)
  return entries.flatMap((entry): readonly Row[] => {
    const found = /^(\d)\.\.(\d|\*) (\S+): ([\s\S]*)$/.exec(entry.trim())
    if (found === null) return []
    const [, min = '0', max = '*', range = '', names = ''] = found
    return names
      .trim()
      .split(/\s+/)
      .map((term) => ({
        term,
        iri: propertyIri(term),
        min: Number(min),
        max: max === '*' ? Number.POSITIVE_INFINITY : Number(max),
        range: rangeOf(range),
      }))
  })
}

/** Compiles a table; rows of a later table for the same class are asked for in addition. */
export function compiled(...tables: readonly ClassTable[]): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, readonly Row[]>()
  for (const table of tables) {
    for (const [name, text] of Object.entries(table)) {
      found.set(name, [...(found.get(name) ?? []), ...rowsOf(text)])
    }
  }
  return found
}
