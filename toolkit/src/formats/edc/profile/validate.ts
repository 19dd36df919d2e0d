// The project's own check of an EDC document against the application profiles of ELM 3.2 (SHACL shapes of
// 2023-07-06, version 1.2.0): the same answers as the official shapes, in a thousandth of a second.

import type { JsonObject } from '../../../read/json.ts'
import type { Refusal } from '../../../refusal.ts'
import { agents } from './agents.ts'
import { claims } from './claims.ts'
import { fitsDatatype, nameOfDatatype } from './datatypes.ts'
import { documents } from './documents.ts'
import { nodesOf, Unreadable } from './nodes.ts'
import type { EdcNode, Value } from './nodes.ts'
import { compiled, rowsOf } from './rows.ts'
import type { ClassTable, Row } from './rows.ts'
import { specifications } from './specifications.ts'
import { classes, classNameOf, propertyIri } from './terms.ts'

export const edcProfiles = {
  'generic-full': 'EDC generic-full 1.2.0 (ELM 3.2)',
  accredited: 'EDC accredited 1.2.0 (ELM 3.2)',
  converted: 'EDC converted 1.2.0 (ELM 3.2)',
  'issued-by-mandate': 'EDC issued by mandate 1.2.0 (ELM 3.2)',
} as const

export type EdcProfile = keyof typeof edcProfiles

/** What the accredited profile asks for in addition. */
const accredited: ClassTable = {
  EuropeanDigitalCredential: '1..* Evidence: evidence',
  Evidence: '1..1 Accreditation: accreditation',
  Person: '1..1 LearningAchievement: hasClaim',
}

/** What the converted profile asks for in addition: what it was converted from. */
const converted: ClassTable = {
  EuropeanDigitalCredential: '1..* Evidence: evidence',
  Evidence: '1..* MediaObject: embeddedEvidence',
}

/** What the profile of mandated issuing asks for in addition. */
const mandated: ClassTable = {
  EuropeanDigitalCredential: '1..* Evidence: evidence',
  Evidence: '1..1 string: evidenceStatement',
}

const generic = [documents, agents, claims, specifications] as const
const profiles: Readonly<Record<EdcProfile, ReadonlyMap<string, readonly Row[]>>> = {
  'generic-full': byIri(compiled(...generic)),
  accredited: byIri(compiled(...generic, accredited)),
  converted: byIri(compiled(...generic, converted)),
  'issued-by-mandate': byIri(compiled(...generic, mandated)),
}

/** A node that is none of the four kinds of claim must at least look like one (ClaimTypeNodeShape). */
const claimRows = rowsOf(`
  1..* text!: title
  0..* text!: description
  0..* Identifier|LegalIdentifier: identifier
  0..* Note: additionalNote
  0..* WebResource: supplementaryDocument
  1..1 AwardingProcess: awardedBy
  1..* Concept: dcType
`)
const issuerRows = rowsOf('1..1 LegalIdentifier: eIDASIdentifier')
const claimClasses = [
  'LearningAchievement',
  'LearningActivity',
  'LearningAssessment',
  'LearningEntitlement',
].map(classIri)
const agentClasses = ['Agent', 'Person', 'Organisation'].map(classIri)
const conceptClass = classIri('Concept')
const schemeClass = classIri('ConceptScheme')
const inScheme = propertyIri('inScheme')

function classIri(name: string): string {
  return classes.get(name)?.iri ?? name
}

function byIri(table: ReadonlyMap<string, readonly Row[]>): ReadonlyMap<string, readonly Row[]> {
  return new Map([...table].map(([name, rows]) => [classIri(name), rows]))
}

/**
 * What is wrong with a document by that profile; empty when it conforms. A document that is no EDC, or
 * cannot be read as JSON-LD with the two contexts of EDC, has the one fault `edc.not-an-edc-document`.
 */
export function edcFaults(document: JsonObject, profile: EdcProfile): readonly Refusal[] {
  let nodes: ReadonlyMap<string, EdcNode>
  try {
    nodes = nodesOf(document)
  } catch (error) {
    if (error instanceof Unreadable) return [notAnEdc(error.place, error.message)]
    throw error
  }
  const edc = classIri('EuropeanDigitalCredential')
  if (![...nodes.values()].some((node) => node.types.has(edc))) {
    return [notAnEdc('type', 'Nothing in the document is of type EuropeanDigitalCredential.')]
  }
  const rows = profiles[profile]
  const faults: Refusal[] = []
  for (const node of nodes.values()) {
    for (const type of node.types) {
      const wanted = rows.get(type)
      if (wanted !== undefined) checkRows(node, wanted, faults, classNameOf(type) ?? type)
    }
  }
  return faults
}

function notAnEdc(place: string, sentence: string): Refusal {
  return {
    code: 'edc.not-an-edc-document',
    place,
    sentence: `This is not an EDC document: ${sentence}`,
  }
}

const nothing: readonly Value[] = []

function checkRows(node: EdcNode, rows: readonly Row[], faults: Refusal[], name: string): void {
  for (const row of rows) {
    const values = node.properties.get(row.iri) ?? nothing
    if (values.length < row.min) {
      faults.push(fault('edc.missing', at(node, row), `${withArticle(name)} needs "${row.term}".`))
    }
    if (values.length > row.max) {
      const place = values[row.max]?.place ?? at(node, row)
      const merged =
        new Set(values.map((value) => value.place.split('.').slice(0, -1).join('.'))).size > 1
      const why = merged
        ? ` Different parts of the document use the id ${node.id} for different things.`
        : ''
      faults.push(
        fault(
          'edc.too-many',
          place,
          `${withArticle(name)} has at most ${row.max} "${row.term}", here are ${values.length}.${why}`,
        ),
      )
    }
    for (const value of values) checkValue(row, value, faults)
    if (row.range.kind === 'text' && row.range.unique) checkLanguages(row, values, node, faults)
  }
}

function at(node: EdcNode, row: Row): string {
  return node.place === '' ? row.term : `${node.place}.${row.term}`
}

function withArticle(name: string): string {
  return `${/^[AEIO]/.test(name) ? 'An' : 'A'} ${name}`
}

function fault(code: string, place: string, sentence: string): Refusal {
  return { code, place, sentence }
}

function checkLanguages(
  row: Row,
  values: readonly Value[],
  node: EdcNode,
  faults: Refusal[],
): void {
  const seen = new Set<string>()
  for (const { literal, place } of values) {
    if (literal?.language === undefined) continue
    if (seen.has(literal.language)) {
      faults.push(
        fault(
          'edc.language-twice',
          place,
          `"${row.term}" says two things in the language ${literal.language} (id ${node.id}).`,
        ),
      )
    }
    seen.add(literal.language)
  }
}

function checkValue(row: Row, value: Value, faults: Refusal[]): void {
  const { range } = row
  const { node, literal, place } = value
  const say = (code: string, sentence: string) => faults.push(fault(code, place, sentence))
  switch (range.kind) {
    case 'datatype':
      if (literal?.datatype !== range.type || !fitsDatatype(range.type, literal.text)) {
        say('edc.datatype', `"${row.term}" must be ${nameOfDatatype(range.type)}.`)
      } else if (range.most !== undefined && !(Number(literal.text) <= range.most)) {
        say('edc.datatype', `"${row.term}" is at most ${range.most}.`)
      }
      break
    case 'text':
      if (literal?.datatype !== 'langString') {
        say('edc.no-language', `"${row.term}" must say its language, as in { "en": "…" }.`)
      }
      break
    case 'literal':
      if (literal === undefined) say('edc.datatype', `"${row.term}" must be a text or a number.`)
      break
    case 'iri':
      if (node === undefined || node.blank) say('edc.no-iri', `"${row.term}" must be an IRI.`)
      break
    case 'class':
      if (!isOneOf(node, range.names.map(classIri))) {
        say('edc.class', `"${row.term}" must be of type ${range.names.join(' or ')}.`)
      }
      if (range.named && (node === undefined || node.blank))
        say('edc.no-iri', `"${row.term}" needs an id.`)
      break
    case 'concept':
      checkConcept(row, range.scheme, node, say)
      break
    case 'claim':
      if (!isClaim(node)) {
        say(
          'edc.no-claim',
          `"${row.term}" must be a LearningAchievement, LearningActivity, LearningAssessment, LearningEntitlement or a complete Claim.`,
        )
      }
      break
    case 'issuer':
      if (!isOneOf(node, agentClasses)) say('edc.class', 'The issuer must be an Organisation.')
      if (node === undefined || !conforms(node, issuerRows)) {
        say(
          'edc.issuer-identifier',
          'The issuer needs exactly one eIDAS legal identifier ("eIDASIdentifier").',
        )
      }
      break
  }
}

function isOneOf(node: EdcNode | undefined, types: readonly string[]): boolean {
  return node !== undefined && types.some((type) => node.types.has(type))
}

function checkConcept(
  row: Row,
  scheme: string,
  node: EdcNode | undefined,
  say: (code: string, sentence: string) => unknown,
): void {
  if (!isOneOf(node, [conceptClass])) say('edc.class', `"${row.term}" must be of type Concept.`)
  if (node === undefined || node.blank) {
    say('edc.no-iri', `"${row.term}" must be a concept with an IRI of its own.`)
  }
  const stated = node?.properties.get(inScheme) ?? nothing
  const isRight = stated.some((value) => value.node?.id === scheme)
  const areSchemes = stated.every(
    (value) => value.node !== undefined && !value.node.blank && value.node.types.has(schemeClass),
  )
  if (!isRight || !areSchemes) {
    say(
      'edc.scheme',
      `"${row.term}" must be a concept of the list ${scheme}, which it names as "inScheme" of type ConceptScheme.`,
    )
  }
}

function isClaim(node: EdcNode | undefined): boolean {
  return isOneOf(node, claimClasses) || (node !== undefined && conforms(node, claimRows))
}

function conforms(node: EdcNode, rows: readonly Row[]): boolean {
  const faults: Refusal[] = []
  checkRows(node, rows, faults, '')
  return faults.length === 0
}
