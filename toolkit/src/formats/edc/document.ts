// An EDC document looked at the way its readers must: one value or many, one node told in several
// places under the same id, texts per language with one or several values (JSON-LD 1.1, ELM 3.2).
// Tolerant: what is odd is missing, nothing here refuses.

import { textOf as stringOf, isObject, listOf } from '../../read/json.ts'
import type { Json, JsonObject } from '../../read/json.ts'
import type { Text } from '../../credential/text.ts'
import type { Concept, ConceptList } from '../../vocabulary/index.ts'

export interface EdcDocument {
  readonly root: JsonObject
  /** The node a value means: the object itself together with what else the document says about its id. */
  node(value: Json | undefined): JsonObject | undefined
  nodes(parent: JsonObject | undefined, key: string): readonly JsonObject[]
  first(parent: JsonObject | undefined, key: string): JsonObject | undefined
}

/** Upload files of the official issuer wrap the credential. */
export function unwrapped(value: JsonObject): JsonObject {
  const inner = value['credential']
  return isObject(inner) && value['credentialSubject'] === undefined ? inner : value
}

export function edcDocument(root: JsonObject): EdcDocument {
  const known = new Map<string, { [name: string]: Json }>()
  collect(root, known)
  const node = (value: Json | undefined): JsonObject | undefined => {
    if (typeof value === 'string') return known.get(value) ?? { id: value }
    if (!isObject(value)) return undefined
    const id = stringOf(value['id'])
    return id === undefined ? value : { ...known.get(id), ...value }
  }
  const nodes = (parent: JsonObject | undefined, key: string): readonly JsonObject[] =>
    listOf(parent?.[key])
      .map(node)
      .filter((one) => one !== undefined)
  return { root, node, nodes, first: (parent, key) => nodes(parent, key)[0] }
}

function collect(value: Json, known: Map<string, { [name: string]: Json }>): void {
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) collect(item, known)
    return
  }
  if (!isObject(value)) return
  const id = stringOf(value['id'])
  if (id !== undefined) {
    const told = known.get(id) ?? {}
    for (const [name, member] of Object.entries(value)) told[name] ??= member
    known.set(id, told)
  }
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null) collect(member, known)
  }
}

export function isOfType(node: JsonObject | undefined, type: string): boolean {
  return listOf(node?.['type']).includes(type)
}

const longest = 20_000

/** A text per language; several values in one language become lines. `und` where no language is told. */
export function textsOf(value: Json | undefined): Text | undefined {
  const texts: Record<string, string> = {}
  if (typeof value === 'string') addText(texts, 'und', [value])
  else if (isObject(value))
    for (const [tag, said] of Object.entries(value)) addText(texts, tag, listOf(said))
  else for (const item of listOf(value)) Object.assign(texts, textsOf(item))
  return Object.keys(texts).length > 0 ? texts : undefined
}

function addText(texts: Record<string, string>, tag: string, values: readonly Json[]): void {
  const said = values.filter((value) => typeof value === 'string' && value !== '').join('\n')
  const language = languageTag(tag)
  if (said !== '' && said.length <= longest && texts[language] === undefined) texts[language] = said
}

/** `EN-gb` → `en-GB`; what is no language tag → `und`. */
function languageTag(tag: string): string {
  const [language = '', ...rest] = tag.split(/[-_]/)
  if (!/^[a-z]{2,3}$/i.test(language)) return 'und'
  const script = rest.find((part) => /^[a-z]{4}$/i.test(part))
  const region = rest.find((part) => /^[a-z]{2}$/i.test(part))
  return [
    language.toLowerCase(),
    ...(script === undefined
      ? []
      : [script.charAt(0).toUpperCase() + script.slice(1).toLowerCase()]),
    ...(region === undefined ? [] : [region.toUpperCase()]),
  ].join('-')
}

/** One of several texts, English if there is one. */
export function anyText(text: Text | undefined): string | undefined {
  return text?.['en'] ?? (text === undefined ? undefined : Object.values(text)[0])
}

/** A literal as text: EDC files write numbers either way. */
export function literalOf(value: Json | undefined): string | undefined {
  const [first] = listOf(value)
  if (typeof first === 'string') return first === '' ? undefined : first
  return typeof first === 'number' || typeof first === 'boolean' ? String(first) : undefined
}

export function idOf(node: JsonObject | undefined): string | undefined {
  return stringOf(node?.['id'])
}

/** The entry of an EU list a concept node means: by its IRI, else by its notation or its label. */
export function conceptIn(list: ConceptList, node: JsonObject | undefined): Concept | undefined {
  if (node === undefined) return undefined
  const names = [idOf(node), literalOf(node['notation']), anyText(textsOf(node['prefLabel']))]
  for (const name of names) {
    const found = name === undefined ? undefined : list.find(name)
    if (found !== undefined) return found
  }
  return undefined
}

const ownCode = 'urn:tessera:code:'

/** IRI of a concept of ours for a code no EU list has. */
export function iriOfCode(code: string): string {
  return `${ownCode}${encodeURIComponent(code)}`
}

/** The code a design would use for a concept node; for one no list knows, its own words. */
export function codeIn(list: ConceptList, node: JsonObject | undefined): string | undefined {
  const known = conceptIn(list, node)
  if (known !== undefined) return known.code
  const id = idOf(node) ?? ''
  if (id.startsWith(ownCode)) {
    const code = decoded(id.slice(ownCode.length))
    if (code !== undefined) return code
  }
  const words = anyText(textsOf(node?.['prefLabel'])) ?? literalOf(node?.['notation']) ?? id
  return words !== '' && words.length <= 100 ? words : undefined
}

export function codesIn(list: ConceptList, nodes: readonly JsonObject[]): string[] {
  return [...new Set(nodes.flatMap((node) => codeIn(list, node) ?? []))]
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** The text of a Note, and the note's subject. */
export function noteText(note: JsonObject | undefined): Text | undefined {
  return textsOf(note?.['noteLiteral'])
}

/** An address people can follow. */
export function urlOf(value: string | undefined): string | undefined {
  return value !== undefined && URL.canParse(value) ? value : undefined
}

/** The day a date and time says, as it is written. */
export function dayOf(value: Json | undefined): string | undefined {
  const day = literalOf(value)?.slice(0, 10) ?? ''
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined
}

/** A moment; one without time zone is taken as UTC, as the EU viewer does. */
export function momentOf(value: Json | undefined): string | undefined {
  const said = literalOf(value) ?? ''
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/.test(said))
    return undefined
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(said) && !Number.isNaN(Date.parse(said)))
    return said
  const at = Date.parse(
    /T.*(Z|[+-]\d\d:\d\d)$/.test(said) || !said.includes('T') ? said : `${said}Z`,
  )
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}
