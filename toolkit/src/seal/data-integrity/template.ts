// Bulk sealing: the credentials of a cohort differ in a few texts. The first one is taken through JSON-LD
// with marks in place of these texts; for all others the marks are filled in and only the labels of blank
// nodes are worked out again (RDFC-1.0, section 4.4). What is not plain enough goes the whole way.

import type { Quad, Term } from 'jsonld'
import { sha256 } from '#machine'
import { isObject, type Json, type JsonObject } from '../../read/json.ts'
import { utf8 } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'
import { toCanonicalQuads, toQuads } from '../json-ld/quads.ts'

/** Path of a text in the document: member names and list positions. Never of `@context`, `type` or a key. */
export type Slot = readonly (string | number)[]

/** One position of a statement: fixed text, a blank node, or the text of a slot, as an address or as a value. */
type Part =
  | { readonly kind: 'fixed'; readonly text: string }
  | { readonly kind: 'blank'; readonly node: number }
  | { readonly kind: 'iri'; readonly slot: number }
  | { readonly kind: 'value'; readonly slot: number; readonly datatype: string }

interface Statement {
  readonly subject: Part
  readonly predicate: string
  readonly object: Part
}

interface Template {
  readonly statements: readonly Statement[]
  readonly nodes: number
  filled: number
}

const mark = 'urn:tessera:slot:'
const plainIri = /^(?:urn|did|https?):[^\s<>"{}|\\^`\p{Cc}]+$/u
const templatesKept = 16
/** Every so many fillings are compared with the whole way, and the first one always. */
const comparedEvery = 500
const templates = new Map<string, Template | 'none'>()

/** The canonical N-Quads of a document. Refuses `seal.template` if a template ever gave another answer. */
export async function canonicalByTemplate(
  document: JsonObject,
  slots: readonly Slot[],
): Promise<string> {
  const places = slots.filter(
    (slot) => typeof valueAt(document, slot) === 'string' && isPlainSlot(slot),
  )
  const values = places.map((slot) => String(valueAt(document, slot)))
  if (values.some((value) => value.includes(mark))) return toCanonicalQuads(document, '$')
  const marked = places.reduce(
    (held, slot, i) => replaced(held, slot, `${mark}${i}`),
    document as Json,
  ) as JsonObject
  const key = JSON.stringify(marked)
  const template = templates.get(key) ?? (await templateOf(marked))
  keep(key, template)
  const filled = template === 'none' ? undefined : fill(template, values)
  if (template === 'none' || filled === undefined) return toCanonicalQuads(document, '$')
  if (
    template.filled++ % comparedEvery === 0 &&
    filled !== (await toCanonicalQuads(document, '$'))
  ) {
    refuse(
      'seal.template',
      '$',
      'The shortened way of sealing gave another result than the whole way.',
    )
  }
  return filled
}

function isPlainSlot(slot: Slot): boolean {
  return !slot.some((step) => typeof step === 'string' && (step.startsWith('@') || step === 'type'))
}

function valueAt(value: Json | undefined, slot: Slot): Json | undefined {
  return slot.reduce<Json | undefined>((held, step) => {
    if (Array.isArray(held))
      return typeof step === 'number' ? (held[step] as Json | undefined) : undefined
    return isObject(held) && typeof step === 'string' && Object.hasOwn(held, step)
      ? held[step]
      : undefined
  }, value)
}

function replaced(value: Json, slot: Slot, text: string): Json {
  const [step, ...rest] = slot
  if (step === undefined) return text
  if (Array.isArray(value))
    return value.map((item: Json, i) => (i === step ? replaced(item, rest, text) : item))
  return isObject(value) ? { ...value, [step]: replaced(value[step] ?? null, rest, text) } : value
}

function keep(key: string, template: Template | 'none'): void {
  templates.delete(key)
  templates.set(key, template)
  const [oldest] = templates.keys()
  if (templates.size > templatesKept && oldest !== undefined) templates.delete(oldest)
}

async function templateOf(marked: JsonObject): Promise<Template | 'none'> {
  const nodes = new Map<string, number>()
  const part = (term: Term): Part | undefined => {
    if (term.termType === 'BlankNode') {
      const node = nodes.get(term.value) ?? nodes.size
      nodes.set(term.value, node)
      return { kind: 'blank', node }
    }
    const isSlot = term.value.includes(mark)
    const slot = Number(term.value.slice(mark.length))
    if (isSlot && (!term.value.startsWith(mark) || !Number.isSafeInteger(slot))) return undefined
    if (term.termType === 'NamedNode')
      return isSlot ? { kind: 'iri', slot } : { kind: 'fixed', text: `<${term.value}>` }
    if (term.termType !== 'Literal') return undefined
    const datatype = suffixOf(term)
    return isSlot
      ? { kind: 'value', slot, datatype }
      : { kind: 'fixed', text: `"${escaped(term.value)}"${datatype}` }
  }
  const statements: Statement[] = []
  for (const { subject, predicate, object, graph } of await toQuads(marked, '$')) {
    const [from, to] = [part(subject), part(object)]
    const isPlain =
      graph.termType === 'DefaultGraph' &&
      predicate.termType === 'NamedNode' &&
      !predicate.value.includes(mark)
    if (from === undefined || to === undefined || !isPlain) return 'none'
    statements.push({ subject: from, predicate: `<${predicate.value}>`, object: to })
  }
  return { statements, nodes: nodes.size, filled: 0 }
}

function suffixOf({ language, datatype }: Quad['object']): string {
  if (language !== undefined && language !== '') return `@${language}`
  const type = datatype?.value ?? ''
  return type === '' || type === 'http://www.w3.org/2001/XMLSchema#string' ? '' : `^^<${type}>`
}

/** Undefined where the blank nodes cannot be told apart by their own statements, or an address is not plain. */
function fill({ statements, nodes }: Template, values: readonly string[]): string | undefined {
  const texts = values.map((value) => ({
    iri: plainIri.test(value) ? `<${value}>` : undefined,
    value: `"${escaped(value)}"`,
  }))
  const wants = ({ subject, object }: Statement) =>
    [subject, object].some((part) => part.kind === 'iri' && texts[part.slot]?.iri === undefined)
  if (statements.some(wants)) return undefined
  const write = (part: Part, label: (node: number) => string): string => {
    if (part.kind === 'fixed') return part.text
    if (part.kind === 'blank') return label(part.node)
    const text = texts[part.slot]
    return part.kind === 'iri' ? (text?.iri ?? '') : `${text?.value ?? ''}${part.datatype}`
  }
  const line = ({ subject, predicate, object }: Statement, label: (node: number) => string) =>
    `${write(subject, label)} ${predicate} ${write(object, label)} .\n`
  const labels = labelsOf(statements, nodes, line)
  if (labels === undefined) return undefined
  const lines = statements.map((statement) => line(statement, (node) => labels[node] ?? ''))
  // Two statements became one by what was filled in: rare, and not for this way.
  return new Set(lines).size === lines.length ? lines.toSorted(byCodeUnit).join('') : undefined
}

function labelsOf(
  statements: readonly Statement[],
  nodes: number,
  line: (statement: Statement, label: (node: number) => string) => string,
): readonly string[] | undefined {
  const about: string[][] = Array.from({ length: nodes }, () => [])
  for (const statement of statements) {
    const { subject, object } = statement
    const touched = [subject, object].flatMap((part) => (part.kind === 'blank' ? [part.node] : []))
    for (const own of new Set(touched))
      about[own]?.push(line(statement, (node) => (node === own ? '_:a' : '_:z')))
  }
  const hashes = about.map((lines) => hex(sha256(utf8(lines.toSorted(byCodeUnit).join('')))))
  if (new Set(hashes).size !== hashes.length) return undefined
  const order = hashes.toSorted(byCodeUnit)
  const rank = new Map(order.map((hash, i) => [hash, i]))
  return hashes.map((hash) => `_:c14n${rank.get(hash)}`)
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += digits[byte] ?? ''
  return text
}

const escapes: { readonly [letter: string]: string } = {
  '\b': String.raw`\b`,
  '\t': String.raw`\t`,
  '\n': String.raw`\n`,
  '\f': String.raw`\f`,
  '\r': String.raw`\r`,
  '"': String.raw`\"`,
  '\\': '\\\\',
}

// oxlint-disable-next-line no-control-regex
const toEscape = /[\u0000-\u001f"\\\u007f]/g

/** The canonical escapes of a literal (RDF 1.1 N-Quads canonical form, RDFC-1.0 section 5). */
function escaped(value: string): string {
  return value.replaceAll(
    toEscape,
    (letter) =>
      escapes[letter] ?? `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
}
