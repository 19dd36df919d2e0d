// Blank nodes whose own statements are alike, told apart by the way through their neighbours (RDFC-1.0, sections
// 4.7 and 4.8). The ways can be as many as there are orders of the neighbours: graphs are built to exploit that,
// so every step is counted and the count is bounded.

import { limits } from '../../limits.ts'
import { refuse } from '../../refusal.ts'
import { isBlank, type Quad } from './quad.ts'

/** A blank node and the statements it may share with another one. */
export interface BlankNode {
  readonly label: string
  readonly about: readonly Quad[]
  /** Hash of all its statements (RDFC-1.0, section 4.6). */
  readonly hash: string
}

/** Gives out new labels in order, the same one for the same node. */
export class Issuer {
  private readonly prefix: string
  private readonly issued: Map<string, string>

  constructor(prefix: string, issued: ReadonlyMap<string, string> = new Map()) {
    this.prefix = prefix
    this.issued = new Map(issued)
  }

  get size(): number {
    return this.issued.size
  }

  known(label: string): string | undefined {
    return this.issued.get(label)
  }

  issue(label: string): string {
    const known = this.issued.get(label)
    if (known !== undefined) return known
    const next = `${this.prefix}${this.issued.size}`
    this.issued.set(label, next)
    return next
  }

  /** The nodes in the order of their labels. */
  order(): Iterable<string> {
    return this.issued.keys()
  }

  copy(): Issuer {
    return new Issuer(this.prefix, this.issued)
  }
}

interface Found {
  readonly hash: string
  readonly issuer: Issuer
}

interface Path {
  readonly text: string
  readonly issuer: Issuer
}

export class NDegree {
  private readonly nodes: ReadonlyMap<string, BlankNode>
  private readonly canonical: Issuer
  private readonly place: string
  private readonly hash: (text: string) => string
  private work = 0

  constructor(
    nodes: ReadonlyMap<string, BlankNode>,
    canonical: Issuer,
    place: string,
    hash: (text: string) => string,
  ) {
    this.nodes = nodes
    this.canonical = canonical
    this.place = place
    this.hash = hash
  }

  /** Canonical labels for groups of nodes that are alike, group by group. */
  issueAll(groups: readonly (readonly BlankNode[])[]): void {
    for (const group of groups) {
      const found: Found[] = []
      for (const { label } of group) {
        if (this.canonical.known(label) !== undefined) continue
        const issuer = new Issuer('_:b')
        issuer.issue(label)
        found.push(this.hashOf(label, issuer))
      }
      found.sort((one, other) => (one.hash < other.hash ? -1 : one.hash > other.hash ? 1 : 0))
      for (const { issuer } of found) {
        for (const label of issuer.order()) this.canonical.issue(label)
      }
    }
  }

  /** Hash of a node by the way through its neighbours, and the labels given on that way. */
  private hashOf(label: string, given: Issuer): Found {
    let issuer = given
    let data = ''
    const related = this.relatedTo(label, issuer)
    for (const key of [...related.keys()].toSorted()) {
      const chosen = this.chosenPath(related.get(key) as string[], issuer)
      data += key + chosen.text
      issuer = chosen.issuer
    }
    return { hash: this.hash(data), issuer }
  }

  /** The blank nodes of the same statements, by the hash of how they stand to the node. */
  private relatedTo(label: string, issuer: Issuer): ReadonlyMap<string, string[]> {
    const related = new Map<string, string[]>()
    for (const quad of (this.nodes.get(label) as BlankNode).about) {
      for (const [position, part] of partsOf(quad)) {
        if (!isBlank(part) || part === label) continue
        const key = this.hashOfRelated(part, quad, issuer, position)
        const known = related.get(key)
        if (known === undefined) related.set(key, [part])
        else known.push(part)
      }
    }
    return related
  }

  private hashOfRelated(label: string, quad: Quad, issuer: Issuer, position: string): string {
    this.spend(1)
    const name =
      this.canonical.known(label) ??
      issuer.known(label) ??
      (this.nodes.get(label) as BlankNode).hash
    return this.hash(`${position}${position === 'g' ? '' : quad.predicate}${name}`)
  }

  /** Of all orders of the neighbours the one whose path comes first. */
  private chosenPath(labels: readonly string[], issuer: Issuer): Path {
    let chosen: Path | undefined
    for (const order of ordersOf(labels)) {
      const path = this.pathThrough(order, issuer, chosen?.text)
      if (path !== undefined && (chosen === undefined || path.text < chosen.text)) chosen = path
    }
    return chosen as Path
  }

  /** Undefined as soon as the path cannot come before the best one. */
  private pathThrough(
    order: readonly string[],
    given: Issuer,
    best: string | undefined,
  ): Path | undefined {
    this.spend(order.length + given.size)
    let issuer = given.copy()
    let text = ''
    const unvisited: string[] = []
    for (const label of order) {
      const canonical = this.canonical.known(label)
      if (canonical === undefined && issuer.known(label) === undefined) unvisited.push(label)
      text += canonical ?? issuer.issue(label)
      if (best !== undefined && isBehind(text, best)) return undefined
    }
    for (const label of unvisited) {
      const found = this.hashOf(label, issuer)
      text += `${issuer.issue(label)}<${found.hash}>`
      issuer = found.issuer
      if (best !== undefined && isBehind(text, best)) return undefined
    }
    return { text, issuer }
  }

  private spend(steps: number): void {
    this.work += steps
    if (this.work > limits.rdf.work) {
      refuse(
        'json-ld.too-complex',
        this.place,
        'The document is built so that it cannot be compared in reasonable time.',
      )
    }
  }
}

function partsOf({ subject, object, graph }: Quad): readonly (readonly [string, string])[] {
  return [
    ['s', subject],
    ['o', object],
    ['g', graph],
  ]
}

function isBehind(text: string, best: string): boolean {
  return text.length >= best.length && text > best
}

/**
 * All orders of the labels, from the first to the last. A label that stands twice, as a graph does for each statement in
 * it, makes no order another one: going through such twins again would cost as many times over as there are orders.
 */
function* ordersOf(labels: readonly string[]): Generator<readonly string[]> {
  const order = labels.toSorted()
  const at = (i: number) => order[i] as string
  for (;;) {
    yield order
    let from = order.length - 2
    while (from >= 0 && at(from) >= at(from + 1)) from--
    if (from < 0) return
    let to = order.length - 1
    while (at(to) <= at(from)) to--
    const moved = at(from)
    order[from] = at(to)
    order[to] = moved
    order.splice(from + 1, order.length, ...order.slice(from + 1).toReversed())
  }
}
