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

const byCodeUnit: Order = (texts) => (texts.length < 2 ? texts : texts.toSorted())
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
  /** The statements a blank node stands in as object or graph. */
  private readonly mentions = new Map<string, Line[]>()

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
    if (isBlank(subject)) this.mentioned(subject)
    if (!group.add(line) || !isOpen) return
    if (isBlank(object)) this.mentioned(object).push(line)
    if (isBlank(graph) && graph !== object) this.mentioned(graph).push(line)
  }

  private mentioned(label: string): Line[] {
    const known = this.mentions.get(label) ?? []
    this.mentions.set(label, known)
    return known
  }

  text(): string {
    const issuer = this.issuer()
    const named: Named = (part) => (isBlank(part) ? issuer.issue(part) : part)
    const groups = new Map<string, Group>()
    // The space takes part in the order: `_:c14n1 ` comes before `_:c14n10 `.
    for (const [subject, group] of this.bySubject) groups.set(`${named(subject)} `, group)
    let text = ''
    for (const subject of this.order([...groups.keys()])) {
      for (const end of (groups.get(subject) as Group).ends(named, this.order))
        text += subject + end
    }
    return text
  }

  /** The canonical labels (RDFC-1.0, section 4.4.3, steps 3 to 5). */
  private issuer(): Issuer {
    const nodes = new Map<string, BlankNode>()
    const byHash = new Map<string, BlankNode[]>()
    for (const [label, mentions] of this.mentions) {
      const own = this.bySubject.get(label)
      const others = mentions.filter(({ subject }) => subject !== label)
      const hash = this.hash(this.firstDegree(label, own, others))
      const related = own?.lines.filter((line) => line.isOpen) ?? []
      const node = { label, about: [...related, ...others], hash }
      nodes.set(label, node)
      const alike = byHash.get(hash)
      if (alike === undefined) byHash.set(hash, [node])
      else alike.push(node)
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

  /**
   * The statements about a node in order, with `_:a` for itself and `_:z` for every other blank node (section 4.6):
   * those of subjects with an address come first, then its own.
   */
  private firstDegree(label: string, own: Group | undefined, others: readonly Line[]): string {
    const seen: Named = (part) => (isBlank(part) ? (part === label ? '_:a' : '_:z') : part)
    const known: string[] = []
    const blank: string[] = []
    for (const line of others) {
      const text = `${seen(line.subject)} ${endWith(line, seen)}`
      if (isBlank(line.subject)) blank.push(text)
      else known.push(text)
    }
    let text = ''
    for (const line of this.order(known)) text += line
    for (const end of own?.ends(seen, this.order) ?? []) text += `_:a ${end}`
    for (const line of this.order(blank)) text += line
    return text
  }
}

function asItIs(part: string): string {
  return part
}

function endWith(line: Line, named: Named): string {
  return line.isOpen ? endOf(line, named) : line.end
}

const few = 16

/** The statements about one subject, each once. */
class Group {
  readonly lines: Line[] = []
  private isOpen = false
  private known: Set<string> | undefined
  private inOrder: readonly string[] | undefined

  /** False for one that is there. Among a few, looking through them is faster than a set. */
  add(line: Line): boolean {
    if (this.lines.length >= few) this.known ??= new Set(this.lines.map(({ end }) => end))
    if (this.known?.has(line.end) ?? this.lines.some(({ end }) => end === line.end)) return false
    this.known?.add(line.end)
    this.lines.push(line)
    this.isOpen ||= line.isOpen
    return true
  }

  /** What follows the subject, in order; worked out once where no name in it changes. */
  ends(named: Named, order: Order): readonly string[] {
    if (this.isOpen) return order(this.lines.map((line) => endWith(line, named)))
    this.inOrder ??= order(this.lines.map(({ end }) => end))
    return this.inOrder
  }
}

function sha256Hex(text: string): string {
  return hashText('sha256', text, 'hex')
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
