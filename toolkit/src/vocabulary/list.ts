// One closed list of codes: the code a design is written with, the IRI of the European list, its labels.

import type { Text } from '../credential/text.ts'

export interface Concept {
  /** What people write in a design: `online`, `written-examination`, `0613`. */
  readonly code: string
  /** Identifier in the European list. */
  readonly iri: string
  /** Labels as the European list gives them; always English, others where they are public. */
  readonly label: Text
  readonly notation?: string
}

/** `[code, last part of the IRI, English label, labels in other languages?]` */
export type Row = readonly [code: string, id: string, en: string, others?: Text]

export interface ConceptList {
  /** What the list is about, for a sentence: `assessment type`. */
  readonly name: string
  /** IRI of the concept scheme. */
  readonly scheme: string
  readonly concepts: readonly Concept[]
  byCode(code: string): Concept | undefined
  byIri(iri: string): Concept | undefined
  /** By the English label, upper and lower case alike. */
  byLabel(label: string): Concept | undefined
  /** By code, IRI, English label or an accepted other spelling. */
  find(text: string): Concept | undefined
}

const version = /\/25831c2$/

/**
 * A list from its rows. IRIs are made of the scheme (without the version `25831c2` that schemes of
 * data.europa.eu/snb end in) and the last part of each row.
 */
export function conceptList(
  name: string,
  scheme: string,
  rows: readonly Row[],
  aliases: Readonly<Record<string, string>> = {},
): ConceptList {
  const base = `${scheme.replace(version, '')}/`
  const concepts = rows.map(([code, id, en, others]): Concept => ({
    code,
    iri: `${base}${id}`,
    label: { en, ...others },
  }))
  const codes = new Map(concepts.map((concept) => [concept.code, concept]))
  const iris = new Map(concepts.map((concept) => [concept.iri, concept]))
  const labels = new Map(
    concepts.map((concept) => [concept.label['en']?.toLowerCase() ?? '', concept]),
  )
  const others = new Map(
    Object.entries(aliases).map(([alias, code]) => [alias.toLowerCase(), code]),
  )

  const byCode = (code: string) => codes.get(code)
  const byIri = (iri: string) => iris.get(iri)
  const byLabel = (label: string) => labels.get(label.toLowerCase())
  return {
    name,
    scheme,
    concepts,
    byCode,
    byIri,
    byLabel,
    find: (text) =>
      byCode(text) ?? byIri(text) ?? byLabel(text) ?? byCode(others.get(text.toLowerCase()) ?? ''),
  }
}
