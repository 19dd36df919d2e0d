// Writing with the words of the European Learning Model 3.2: a text, a note, a concept of a European list.

import type { Text } from '../../../credential/text.ts'
import type { Json, JsonObject } from '../../../read/json.ts'
import type { ConceptList } from '../../../vocabulary/index.ts'

export type Members = { readonly [name: string]: Json | undefined }

/** An object without the members that are absent, empty lists and empty objects. */
export function node(members: Members): JsonObject {
  const kept: { [name: string]: Json } = {}
  for (const [name, value] of Object.entries(members)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue
    kept[name] = value
  }
  return kept
}

export function note(words: Text | undefined): JsonObject | undefined {
  return words === undefined ? undefined : { type: 'Note', noteLiteral: words }
}

export function webResource(url: string | undefined): JsonObject | undefined {
  return url === undefined ? undefined : { type: 'WebResource', contentURL: url }
}

/** A code as a concept of its European list; as its own word where the list does not have it. */
export function concept(list: ConceptList, code: string | undefined): JsonObject | undefined {
  if (code === undefined) return undefined
  const found = list.find(code)
  if (found === undefined) return { type: 'Concept', prefLabel: { en: code } }
  return {
    id: found.iri,
    type: 'Concept',
    inScheme: { id: list.scheme, type: 'ConceptScheme' },
    prefLabel: { en: found.label['en'] ?? code },
  }
}

export function concepts(list: ConceptList, codes: readonly string[]): readonly JsonObject[] {
  return codes.map((code) => concept(list, code)).filter((found) => found !== undefined)
}

/** The local names of a design's parts as identifiers of the world: `…/heat#LO1`. */
export function partId(designId: string, local: string): string {
  return `${designId}#${local}`
}
