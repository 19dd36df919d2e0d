// Bulk sealing: the credentials of a cohort differ in a few texts. The first one is taken through JSON-LD
// with marks in place of these texts; for all others the marks are filled in and only the labels of blank
// nodes are worked out again (RDFC-1.0, section 4.4). What is not plain enough goes the whole way.

import { hashText } from '#machine'
import { isObject, type Json, type JsonObject } from '../../read/json.ts'
import { refuse } from '../../refusal.ts'
import { inOrder } from '../json-ld/canonicalise.ts'
import { isBlank, writtenText } from '../json-ld/quad.ts'
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

/** The statements about one subject: canonical order is by subject first. */
interface Group {
  readonly subject: Part
  readonly statements: readonly Statement[]
  /** What follows the subject in each line, in order, where nothing in it changes. */
  readonly ends?: readonly string[]
}

interface BlankNode {
  readonly about: readonly Statement[]
  /** Hash of its statements, where nothing in them changes. */
  readonly hash?: string
}

interface Template {
  readonly groups: readonly Group[]
  /** Slots whose text is an address and must be a plain one. */
  readonly addresses: readonly number[]
  readonly nodes: readonly BlankNode[]
  filled: number
}

const mark = 'urn:tessera:slot:'
const plainIri = /^(?:urn|did|https?):[^\s<>"{}|\\^`\p{Cc}]+$/u
const slotForm = new RegExp(`^(<|")${mark}([0-9]+)[>"](.*)$`)
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
  if (template.filled++ % comparedEvery === 0) {
    requireSame(filled, await toCanonicalQuads(document, '$'))
  }
  return filled
}

/** Refuses `seal.template` for two different results. */
export function requireSame(short: string, whole: string): void {
  if (short !== whole) {
    refuse(
      'seal.template',
      '$',
      'The shortened way of sealing gave another result than the whole way.',
    )
  }
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
  const owner = value as JsonObject
  return { ...owner, [step]: replaced(owner[step] as Json, rest, text) }
}

function keep(key: string, template: Template | 'none'): void {
  templates.delete(key)
  templates.set(key, template)
  if (templates.size > templatesKept) templates.delete([...templates.keys()][0] as string)
}

async function templateOf(marked: JsonObject): Promise<Template | 'none'> {
  const nodes = new Map<string, number>()
  const statements: Statement[] = []
  for (const { subject, predicate, object, graph } of await toQuads(marked, '$')) {
    const from = partOf(subject, nodes)
    const to = partOf(object, nodes)
    const isPlain = graph === '' && !predicate.includes(mark)
    if (from === undefined || to === undefined || !isPlain) return 'none'
    statements.push({ subject: from, predicate, object: to })
  }
  const bySubject = new Map<string, Statement[]>()
  for (const statement of statements) {
    const key = JSON.stringify(statement.subject)
    const group = bySubject.get(key) ?? []
    group.push(statement)
    bySubject.set(key, group)
  }
  return {
    groups: [...bySubject.values()].map(groupOf),
    addresses: statements.flatMap(({ subject, object }) =>
      [subject, object].flatMap((part) => (part.kind === 'iri' ? [part.slot] : [])),
    ),
    nodes: [...nodes.values()].map((node) => nodeOf(node, statements)),
    filled: 0,
  }
}

function groupOf(statements: readonly Statement[]): Group {
  const { subject } = statements[0] as Statement
  const isFixed = statements.every(({ object }) => object.kind === 'fixed')
  return { subject, statements, ...(isFixed ? { ends: endsOf(statements, fixedOnly) } : {}) }
}

/** ` predicate object .` of each statement, in order. */
function endsOf(statements: readonly Statement[], writer: Writer): readonly string[] {
  return inOrder(statements.map((statement) => endOf(statement, writer)))
}

function partOf(text: string, nodes: Map<string, number>): Part | undefined {
  if (isBlank(text)) {
    const node = nodes.get(text) ?? nodes.size
    nodes.set(text, node)
    return { kind: 'blank', node }
  }
  if (!text.includes(mark)) return { kind: 'fixed', text }
  const found = slotForm.exec(text)
  if (found === null) return undefined
  const [opening, number, datatype] = found.slice(1) as [string, string, string]
  const slot = Number(number)
  return opening === '<' ? { kind: 'iri', slot } : { kind: 'value', slot, datatype }
}

function nodeOf(node: number, statements: readonly Statement[]): BlankNode {
  const isOwn = (part: Part) => part.kind === 'blank' && part.node === node
  const isOpen = (part: Part) => part.kind === 'iri' || part.kind === 'value'
  const about = statements.filter(({ subject, object }) => isOwn(subject) || isOwn(object))
  const changes = about.some(({ subject, object }) => isOpen(subject) || isOpen(object))
  return changes ? { about } : { about, hash: hashOf(node, about, fixedOnly) }
}

/** How the changing parts of a statement are written. */
interface Writer {
  iri(slot: number): string
  value(slot: number): string
  label(node: number): string
}

const fixedOnly: Writer = { iri: () => '', value: () => '', label: () => '' }

function endOf({ predicate, object }: Statement, writer: Writer): string {
  return ` ${predicate} ${written(object, writer)} .\n`
}

function written(part: Part, writer: Writer): string {
  switch (part.kind) {
    case 'fixed':
      return part.text
    case 'blank':
      return writer.label(part.node)
    case 'iri':
      return writer.iri(part.slot)
    case 'value':
      return writer.value(part.slot) + part.datatype
  }
}

/** Hash of the statements about a blank node (RDFC-1.0, section 4.6). */
function hashOf(node: number, about: readonly Statement[], writer: Writer): string {
  const own = { ...writer, label: (other: number) => (other === node ? '_:a' : '_:z') }
  const lines = about.map((statement) => written(statement.subject, own) + endOf(statement, own))
  return hashText('sha256', inOrder(lines).join(''), 'hex')
}

/** Undefined where the blank nodes cannot be told apart by their own statements, or an address is not plain. */
function fill(template: Template, values: readonly string[]): string | undefined {
  const { groups, nodes, addresses } = template
  if (addresses.some((slot) => !plainIri.test(values[slot] as string))) return undefined
  const texts = values.map(writtenText)
  const filler: Writer = {
    iri: (slot) => `<${values[slot]}>`,
    value: (slot) => texts[slot] as string,
    label: () => '',
  }
  const hashes = nodes.map(({ about, hash }, node) => hash ?? hashOf(node, about, filler))
  const rank = new Map(hashes.toSorted().map((hash, i) => [hash, i]))
  if (rank.size !== hashes.length) return undefined
  const labels = hashes.map((hash) => `_:c14n${rank.get(hash)}`)
  return assembled(groups, { ...filler, label: (node) => labels[node] as string })
}

/** All lines in canonical order; undefined where two became one by what was filled in: rare, and not for this way. */
function assembled(groups: readonly Group[], writer: Writer): string | undefined {
  const blocks = new Map<string, readonly string[]>()
  for (const { subject, statements, ends } of groups) {
    // The space behind the subject takes part in the order: `_:c14n1 ` comes before `_:c14n10 `.
    blocks.set(`${written(subject, writer)} `, ends ?? endsOf(statements, writer))
  }
  if (blocks.size !== groups.length) return undefined
  let text = ''
  for (const key of inOrder([...blocks.keys()])) {
    let before = ''
    for (const end of blocks.get(key) as readonly string[]) {
      if (end === before) return undefined
      text += key.slice(0, -1) + end
      before = end
    }
  }
  return text
}
