// From a language tag to the EU list of languages: `pt-BR` and `sr-Latn` are Portuguese and Serbian there.

import { languages } from './languages.ts'
import type { Concept } from './list.ts'

/** The concept of a BCP 47 tag, by its language alone; script and region are not part of the EU list. */
export function languageConcept(tag: string): Concept | undefined {
  const [primary = ''] = tag.toLowerCase().split('-')
  return (
    languages.byCode(primary) ?? languages.byIri(`${languages.scheme}/${primary.toUpperCase()}`)
  )
}

/** The shortest tag of a concept of the EU list: `…/language/POR` → `pt`. */
export function languageTagOf(iri: string): string | undefined {
  return languages.byIri(iri)?.code
}
