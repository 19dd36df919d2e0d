// Writes the nodes of one EDC document. Ids are given by content: what is the same has one id wherever it
// stands, what differs never shares one (same id and different content merge in RDF and break the shapes).

import { canonicalJson } from '../../canonical-json.ts'
import type { Json, JsonObject } from '../../canonical-json.ts'
import type { Text } from '../../credential/text.ts'
import type { Concept, ConceptList } from '../../vocabulary/index.ts'
import { iriOfCode } from './document.ts'
import { headings, subjectIri } from './own-words.ts'
import type { Heading } from './own-words.ts'

export type Members = Readonly<Record<string, Json | undefined>>

export interface Pen {
  /** A node with an id of its own kind and content: `urn:epass:<kind>:<n>`. */
  node(type: string, members: Members): JsonObject
  /** A node with a given id. The first one written under an id is the one that counts. */
  named(id: string, type: string, members: Members): JsonObject
  /** A concept of an EU list, written the same way everywhere. */
  concept(list: ConceptList, concept: Concept): JsonObject
  /** The concept of a code; one of our own where the list has none. */
  coded(list: ConceptList, code: string): JsonObject
  /** A concept outside the lists; with `scheme` where the profile asks for one. */
  freeConcept(id: string, members: Members, scheme?: string): JsonObject
  note(text: Text): JsonObject
  /** A note that says which part of the model it is. */
  ownNote(heading: Heading, text: Text, value?: string): JsonObject
}

/** What is undefined or an empty list is not written; a list of one is the one, as the official issuer does. */
export function compact(members: Members): JsonObject {
  const entries = Object.entries(members).flatMap(([name, value]): [string, Json][] => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return []
    return [[name, Array.isArray(value) && value.length === 1 ? (value[0] as Json) : value]]
  })
  return Object.fromEntries(entries)
}

export function pen(): Pen {
  const numbers = new Map<string, Map<string, string>>()
  const written = new Map<string, JsonObject>()

  const named = (id: string, type: string, members: Members): JsonObject => {
    const known = written.get(`${type} ${id}`)
    if (known !== undefined) return known
    const node = { id, type, ...compact(members) }
    written.set(`${type} ${id}`, node)
    return node
  }
  const node = (type: string, members: Members): JsonObject => {
    const content = compact(members)
    const kind = type.charAt(0).toLowerCase() + type.slice(1)
    const ids = numbers.get(kind) ?? new Map<string, string>()
    numbers.set(kind, ids)
    const key = canonicalJson(content)
    const id = ids.get(key) ?? `urn:epass:${kind}:${ids.size + 1}`
    ids.set(key, id)
    return { id, type, ...content }
  }
  const freeConcept = (id: string, members: Members, scheme?: string): JsonObject =>
    named(id, 'Concept', {
      ...(scheme === undefined ? {} : { inScheme: { id: scheme, type: 'ConceptScheme' } }),
      ...members,
    })
  const concept = (list: ConceptList, { iri, label }: Concept): JsonObject =>
    freeConcept(iri, { prefLabel: label }, list.scheme)
  return {
    node,
    named,
    freeConcept,
    concept,
    coded: (list, code) => {
      const known = list.find(code)
      return known === undefined
        ? freeConcept(iriOfCode(code), { prefLabel: { en: code } })
        : concept(list, known)
    },
    note: (text) => node('Note', { noteLiteral: text }),
    ownNote: (heading, text, value) =>
      node('Note', {
        noteLiteral: text,
        subject: freeConcept(subjectIri(heading, value), { prefLabel: { en: headings[heading] } }),
      }),
  }
}

/** A day as the date and time ELM wants. */
export function dateTime(day: string | undefined): string | undefined {
  return day === undefined ? undefined : `${day}T00:00:00Z`
}
