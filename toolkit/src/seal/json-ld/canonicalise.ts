// RDF Dataset Canonicalization (W3C RDFC-1.0): the same statements always give the same text, whatever the labels
// of their blank nodes were. Most nodes are told apart by the statements they stand in; only where these are
// alike is the way through their neighbours needed (n-degree.ts), and that is on a budget.

import { hashText } from '#machine'
import { type BlankNode, Issuer, NDegree } from './n-degree.ts'
import { endOf, isBlank, type Quad } from './quad.ts'

type Order = (texts: readonly string[]) => readonly string[]
type Named = (part: string) => string

/** A statement and what follows its subject; `isOpen`: with blank nodes in it, whose names change. */
interface Line extends Quad {
  readonly end: string
  readonly isOpen: boolean
}

const byCodeUnit: Order = (texts) => texts.toSorted()
const beyondPlane = /[\ud800-\udfff]/

/**
 * The canonical N-Quads of a set of statements. `hash` gives hex; SHA-256 unless said otherwise. Refuses
 * `json-ld.too-complex` where the blank nodes are so alike that telling them apart would cost more than
 * `limits.rdf.work`.
 */
export function canonicalise(
  quads: readonly Quad[],
  place = '',
  hash: (text: string) => string = sha256Hex,
): string {
  const text = new Dataset(quads, byCodeUnit, place, hash).text()
  // Characters beyond the first plane of Unicode are rare, and the slower order is only for them.
  return beyondPlane.test(text) ? new Dataset(quads, byCodePoint, place, hash).text() : text
}

class Dataset {
  private readonly order: Order
  private readonly place: string
  private readonly hash: (text: string) => string
  private readonly bySubject = new Map<string, Group>()
  private readonly byBlank = new Map<string, Line[]>()

  constructor(quads: readonly Quad[], order: Order, place: string, hash: (text: string) => string) {
    this.order = order
    this.place = place
    this.hash = hash
    for (const quad of quads) this.take(quad)
  }

  /** Notes a statement; one that stands twice is one. */
  private take(quad: Quad): void {
    const { subject, predicate, object, graph } = quad
    const isOpen = isBlank(object) || isBlank(graph)
    const line = { subject, predicate, object, graph, end: endOf(quad, asItIs), isOpen }
    const group = this.bySubject.get(subject) ?? new Group()
    this.bySubject.set(subject, group)
    if (!group.add(line)) return
    if (isBlank(subject)) note(this.byBlank, subject, line)
    if (!isOpen) return
    if (isBlank(object)) note(this.byBlank, object, line)
    if (isBlank(graph)) note(this.byBlank, graph, line)
  }

  text(): string {
    const issuer = this.issuer()
    const named: Named = (part) => (isBlank(part) ? issuer.issue(part) : part)
    const groups = new Map<string, Group>()
    // The space takes part in the order: `_:c14n1 ` comes before `_:c14n10 `.
    for (const [subject, group] of this.bySubject) groups.set(`${named(subject)} `, group)
    let text = ''
    for (const subject of this.order([...groups.keys()])) {
      const { lines } = groups.get(subject) as Group
      for (const end of this.order(lines.map((line) => endWith(line, named)))) text += subject + end
    }
    return text
  }

  /** The canonical labels (RDFC-1.0, section 4.4.3, steps 3 to 5). */
  private issuer(): Issuer {
    const nodes = new Map<string, BlankNode>()
    const byHash = new Map<string, BlankNode[]>()
    for (const [label, about] of this.byBlank) {
      const node = { label, about, hash: this.hash(this.firstDegree(label, about)) }
      nodes.set(label, node)
      note(byHash, node.hash, node)
    }
    const groups = [...byHash.keys()].toSorted().map((key) => byHash.get(key) as BlankNode[])
    const issuer = new Issuer('_:c14n')
    for (const [node, twin] of groups) {
      if (node !== undefined && twin === undefined) issuer.issue(node.label)
    }
    const alike = groups.filter((group) => group.length > 1)
    if (alike.length > 0) new NDegree(nodes, issuer, this.place, this.hash).issueAll(alike)
    return issuer
  }

  /** The statements about a node, with `_:a` for itself and `_:z` for every other blank node (section 4.6). */
  private firstDegree(label: string, about: readonly Line[]): string {
    const seen: Named = (part) => (isBlank(part) ? (part === label ? '_:a' : '_:z') : part)
    const lines = about.map((line) => `${seen(line.subject)} ${endWith(line, seen)}`)
    return this.order(lines).join('')
  }
}

const few = 16

/** The statements about one subject, each once. */
class Group {
  readonly lines: Line[] = []
  private ends: Set<string> | undefined

  /** False for one that is there. For a few, looking through them is faster than a set. */
  add(line: Line): boolean {
    if (this.lines.length >= few) this.ends ??= new Set(this.lines.map(({ end }) => end))
    const isKnown = this.ends?.has(line.end) ?? this.lines.some(({ end }) => end === line.end)
    if (isKnown) return false
    this.ends?.add(line.end)
    this.lines.push(line)
    return true
  }
}

function sha256Hex(text: string): string {
  return hashText('sha256', text, 'hex')
}

function asItIs(part: string): string {
  return part
}

function endWith(line: Line, named: Named): string {
  return line.isOpen ? endOf(line, named) : line.end
}

/** A value once more under its key, unless it was the last one there. */
function note<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else if (known.at(-1) !== value) known.push(value)
}

/** Texts in the order of code points. */
export function inOrder(texts: readonly string[]): readonly string[] {
  return texts.some((text) => beyondPlane.test(text)) ? byCodePoint(texts) : byCodeUnit(texts)
}

/** The order of code points: JavaScript's own one puts what lies beyond the first plane before U+E000. */
function byCodePoint(texts: readonly string[]): readonly string[] {
  return texts.toSorted((one, other) => {
    const length = Math.min(one.length, other.length)
    for (let i = 0; i < length; i++) {
      const a = one.charCodeAt(i)
      const b = other.charCodeAt(i)
      if (a !== b) return rank(a) - rank(b)
    }
    return one.length - other.length
  })
}

/** Halves of a surrogate pair stand for characters behind all others. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
