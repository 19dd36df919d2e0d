// RDF Dataset Canonicalization (W3C RDFC-1.0): the same statements always give the same text, whatever the labels
// of their blank nodes were. Most nodes are told apart by the statements they stand in; only where these are
// alike is the way through their neighbours needed (n-degree.ts), and that is on a budget.

import { distinct, isBlank, lineOf, type Quad } from './quad.ts'
import { type BlankNode, Issuer, NDegree } from './n-degree.ts'
import { textHash } from './text-hash.ts'

/**
 * The canonical N-Quads of a set of statements. `hash` gives hex; SHA-256 unless said otherwise. Refuses
 * `json-ld.too-complex` where the blank nodes are so alike that telling them apart would cost more than
 * `limits.rdf.work`.
 */
export function canonicalise(
  quads: readonly Quad[],
  place = '',
  hash: (text: string) => string = textHash,
): string {
  const lines: string[] = []
  const open: Quad[] = []
  for (const quad of distinct(quads)) {
    const { subject, predicate, object, graph } = quad
    if (isBlank(subject) || isBlank(object) || isBlank(graph)) open.push(quad)
    else lines.push(lineOf(subject, predicate, object, graph))
  }
  const issuer = canonicalIssuer(nodesOf(open, hash), place, hash)
  const named = (part: string): string => (isBlank(part) ? issuer.issue(part) : part)
  for (const { subject, predicate, object, graph } of open) {
    lines.push(lineOf(named(subject), predicate, named(object), named(graph)))
  }
  return sorted(lines).join('')
}

function nodesOf(
  quads: readonly Quad[],
  hash: (text: string) => string,
): ReadonlyMap<string, BlankNode> {
  const about = new Map<string, Set<Quad>>()
  for (const quad of quads) {
    for (const part of [quad.subject, quad.object, quad.graph]) {
      if (!isBlank(part)) continue
      const known = about.get(part)
      if (known === undefined) about.set(part, new Set([quad]))
      else known.add(quad)
    }
  }
  const nodes = new Map<string, BlankNode>()
  for (const [label, set] of about) {
    const own = [...set]
    nodes.set(label, { label, about: own, hash: hash(firstDegree(label, own)) })
  }
  return nodes
}

/** The statements about a node, with `_:a` for itself and `_:z` for every other blank node. */
function firstDegree(label: string, about: readonly Quad[]): string {
  const seen = (part: string) => (isBlank(part) ? (part === label ? '_:a' : '_:z') : part)
  return sorted(
    about.map(({ subject, predicate, object, graph }) =>
      lineOf(seen(subject), predicate, seen(object), seen(graph)),
    ),
  ).join('')
}

/** RDFC-1.0, section 4.4.3, steps 3 to 5. */
function canonicalIssuer(
  nodes: ReadonlyMap<string, BlankNode>,
  place: string,
  hash: (text: string) => string,
): Issuer {
  const byHash = new Map<string, BlankNode[]>()
  for (const node of nodes.values()) {
    const alike = byHash.get(node.hash)
    if (alike === undefined) byHash.set(node.hash, [node])
    else alike.push(node)
  }
  const groups = [...byHash.keys()].toSorted().map((key) => byHash.get(key) as BlankNode[])
  const issuer = new Issuer('_:c14n')
  for (const [node, twin] of groups) {
    if (node !== undefined && twin === undefined) issuer.issue(node.label)
  }
  const alike = groups.filter((group) => group.length > 1)
  if (alike.length > 0) new NDegree(nodes, issuer, place, hash).issueAll(alike)
  return issuer
}

const beyondPlane = /[\ud800-\udfff]/

/** In the order of code points, which is JavaScript's own order unless a text leaves the first plane of Unicode. */
export function sorted(texts: readonly string[]): string[] {
  return texts.some((text) => beyondPlane.test(text))
    ? texts.toSorted(byCodePoint)
    : texts.toSorted()
}

function byCodePoint(one: string, other: string): number {
  const length = Math.min(one.length, other.length)
  for (let i = 0; i < length; i++) {
    const a = one.charCodeAt(i)
    const b = other.charCodeAt(i)
    if (a !== b) return rank(a) - rank(b)
  }
  return one.length - other.length
}

/** Halves of a surrogate pair stand for characters behind all others. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
