// What an EDC document says, node by node, with the semantics of JSON-LD 1.1 as far as they matter here:
// nodes with the same id are one node, words the context does not know vanish, one value may stand for a
// list, a relative id names nothing. Only the two contexts of EDC, plus words of one's own, are read.

import type { Json, JsonObject } from '../../../read/json.ts'
import { isObject, listOf } from '../../../read/json.ts'
import { contexts, credentialTerms, classes, prefixes, proofIri, starts, terms } from './terms.ts'
import type { Term } from './terms.ts'

export interface Literal {
  readonly text: string
  /** Last part of the XSD datatype, `langString`, or a whole IRI. */
  readonly datatype: string
  readonly language?: string
}

export interface Value {
  readonly node?: EdcNode
  readonly literal?: Literal
  readonly place: string
}

export interface EdcNode {
  readonly id: string
  readonly blank: boolean
  readonly types: Set<string>
  readonly properties: Map<string, Value[]>
  /** Where the document tells of it first. */
  place: string
}

/** Why a document cannot be read this way: then there is no verdict about it. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly place: string

  constructor(sentence: string, place: string) {
    super(sentence)
    this.place = place
  }
}

// An absolute IRI or a blank node as JSON-LD processors see it.
const absolute = /^(?:[A-Za-z][A-Za-z0-9+\-.]*|_):[^\s]*$/
const keywordLike = /^@[A-Za-z]+$/

class Flattener {
  readonly nodes = new Map<string, EdcNode>()
  private blanks = 0
  private readonly own = new Map<string, Term>()
  private readonly ownPrefixes = new Map<string, string>()

  whole(root: JsonObject): ReadonlyMap<string, EdcNode> {
    this.context(root['@context'])
    this.node(root, '')
    return this.nodes
  }

  private context(value: Json | undefined): void {
    const list = listOf(value)
    for (const wanted of Object.values(contexts)) {
      if (!list.includes(wanted))
        throw new Unreadable(`The document does not name the context ${wanted}.`, '@context')
    }
    for (const item of list) {
      if (isObject(item)) this.ownContext(item)
      else if (item !== contexts.credentials && item !== contexts.edc) {
        throw new Unreadable('The document names a context that is not part of EDC.', '@context')
      }
    }
  }

  /** Words of one's own beside those of EDC: simple ones only, and none that changes a word of EDC. */
  private ownContext(context: JsonObject): void {
    for (const [word, meaning] of Object.entries(context)) {
      const isKnown =
        terms.has(word) ||
        classes.has(word) ||
        prefixes.has(word) ||
        word === 'id' ||
        word === 'type' ||
        word === 'proof'
      if (isKnown || word.startsWith('@'))
        throw new Unreadable(`The document gives "${word}" a meaning of its own.`, '@context')
      const said: JsonObject = isObject(meaning) ? meaning : { '@id': meaning }
      const { '@id': iri, '@type': reading = 'plain', ...more } = said
      const isPlain = Object.keys(more).length === 0
      if (typeof iri !== 'string' || typeof reading !== 'string' || !isPlain) {
        throw new Unreadable(
          `The meaning of "${word}" is too involved to be read here.`,
          '@context',
        )
      }
      if (/[/#?:[\]@]$/.test(iri) && !isObject(meaning)) this.ownPrefixes.set(word, iri)
      const expanded = this.expand(iri) ?? iri
      const datatype =
        reading === '@id'
          ? 'id'
          : reading === 'plain'
            ? reading
            : this.datatype(this.expand(reading) ?? reading)
      this.own.set(word, { iri: expanded, reading: datatype })
    }
  }

  private datatype(iri: string): string {
    return iri.startsWith(starts.xsd) ? iri.slice(starts.xsd.length) : iri
  }

  /** An IRI or compact IRI written out; undefined where it names nothing. */
  private expand(text: string): string | undefined {
    const colon = text.indexOf(':')
    if (colon > 0) {
      const prefix = text.slice(0, colon)
      const rest = text.slice(colon + 1)
      if (prefix !== '_' && !rest.startsWith('//')) {
        const start = prefixes.get(prefix) ?? this.ownPrefixes.get(prefix)
        if (start !== undefined) return `${start}${rest}`
      }
    }
    return absolute.test(text) ? text : undefined
  }

  private named(id: string, place: string): EdcNode {
    const known = this.nodes.get(id)
    if (known !== undefined) return known
    const node: EdcNode = {
      id,
      blank: id.startsWith('_:'),
      types: new Set(),
      properties: new Map(),
      place,
    }
    this.nodes.set(id, node)
    return node
  }

  private fresh(place: string): EdcNode {
    return this.named(`_:tessera ${this.blanks++}`, place)
  }

  /** Reads a node object; undefined where its id is relative, so that nothing can be said of it. */
  private node(value: JsonObject, place: string): EdcNode | undefined {
    let id: Json | undefined
    const types: Json[] = []
    for (const [key, member] of Object.entries(value)) {
      if (key === 'id' || key === '@id') id = member
      else if (key === 'type' || key === '@type')
        types.push(...(member === null ? [null] : listOf(member)))
      else if (key === '@context' ? place !== '' : keywordLike.test(key)) {
        throw new Unreadable(`"${key}" is not read here.`, join(place, key))
      }
    }
    if (id !== undefined && typeof id !== 'string')
      throw new Unreadable('An id is not a text.', join(place, 'id'))
    const iri = id === undefined ? undefined : this.expand(id)
    const isLost = id !== undefined && iri === undefined
    // What hangs below a node without a usable name is still said; the node itself is not.
    const node: EdcNode = isLost
      ? { id: '', blank: true, types: new Set(), properties: new Map(), place }
      : iri === undefined
        ? this.fresh(place)
        : this.named(iri, place)
    for (const type of types) {
      if (typeof type !== 'string')
        throw new Unreadable('A type is not a text.', join(place, 'type'))
      const known =
        classes.get(type)?.iri ??
        terms.get(type)?.iri ??
        this.own.get(type)?.iri ??
        this.expand(type)
      if (known !== undefined) node.types.add(known)
    }
    const isCredential = types.includes('VerifiableCredential')
    const isPresentation = types.includes('VerifiablePresentation')
    for (const [key, member] of Object.entries(value)) {
      if (member === null || key.startsWith('@') || key === 'id' || key === 'type') continue
      const term = this.term(key, isCredential, isPresentation)
      if (term !== undefined) this.members(node, term, member, join(place, key))
    }
    return isLost ? undefined : node
  }

  private term(key: string, isCredential: boolean, isPresentation: boolean): Term | undefined {
    if (key === 'proof') return { iri: proofIri, reading: 'graph' }
    if (isCredential) {
      const known = credentialTerms.get(key)
      if (known !== undefined) return known
    }
    if (isPresentation && key === 'holder') return credentialTerms.get(key)
    if (isPresentation && key === 'verifiableCredential') {
      return { iri: `${starts.cred}${key}`, reading: 'graph' }
    }
    const known = terms.get(key) ?? this.own.get(key)
    if (known !== undefined) return known
    const kind = classes.get(key)
    if (kind !== undefined) return { iri: kind.iri, reading: 'plain' }
    if (!key.includes(':')) return undefined
    const iri = this.expand(key)
    return iri === undefined || iri.startsWith('_:') ? undefined : { iri, reading: 'plain' }
  }

  private members(node: EdcNode, term: Term, member: Json, place: string): void {
    if (term.reading === 'language' && isObject(member)) {
      for (const [language, said] of Object.entries(member))
        this.texts(node, term.iri, language, said, place)
      return
    }
    if (Array.isArray(member)) {
      const list = member as readonly Json[]
      list.forEach((item, i) =>
        this.members(node, item === null ? term : plainList(term), item, `${place}[${i}]`),
      )
      return
    }
    if (member === null) return
    if (term.reading === 'graph') {
      this.add(node, term.iri, { node: this.fresh(place), place })
      return
    }
    const value = isObject(member)
      ? this.objectValue(member, place)
      : this.scalar(term, member as string | number | boolean, place)
    if (value !== undefined) this.add(node, term.iri, value)
  }

  private texts(node: EdcNode, iri: string, language: string, said: Json, place: string): void {
    for (const text of listOf(said)) {
      if (text === null) continue
      if (typeof text !== 'string')
        throw new Unreadable('A text in a language is not a text.', `${place}.${language}`)
      const literal: Literal =
        language === '@none'
          ? { text, datatype: 'string' }
          : { text, datatype: 'langString', language: language.toLowerCase() }
      this.add(node, iri, { literal, place: join(place, language) })
    }
  }

  private objectValue(member: JsonObject, place: string): Value | undefined {
    if (Object.hasOwn(member, '@value')) return this.valueObject(member, place)
    const node = this.node(member, place)
    return node === undefined ? undefined : { node, place }
  }

  private valueObject(member: JsonObject, place: string): Value | undefined {
    const { '@value': value, '@language': language, '@type': type, type: alias, ...others } = member
    const said = type ?? alias
    if (
      Object.keys(others).length > 0 ||
      isObject(value) ||
      Array.isArray(value) ||
      value === undefined
    ) {
      throw new Unreadable('A value is written in a way that is not read here.', place)
    }
    if (value === null) return undefined
    if (language !== undefined) {
      if (typeof language !== 'string' || typeof value !== 'string' || said !== undefined) {
        throw new Unreadable('A value is written in a way that is not read here.', place)
      }
      return {
        literal: { text: value, datatype: 'langString', language: language.toLowerCase() },
        place,
      }
    }
    if (said === undefined) return { literal: literalOf(value as string | number | boolean), place }
    const datatype =
      typeof said === 'string' ? (terms.get(said)?.iri ?? this.expand(said)) : undefined
    if (datatype === undefined) throw new Unreadable('A value names no readable datatype.', place)
    return {
      literal: literalOf(value as string | number | boolean, this.datatype(datatype)),
      place,
    }
  }

  private scalar(term: Term, member: string | number | boolean, place: string): Value | undefined {
    if (term.reading === 'id') {
      if (typeof member !== 'string') return { literal: literalOf(member), place }
      const iri = this.expand(member)
      return iri === undefined ? undefined : { node: this.named(iri, place), place }
    }
    const isTyped = term.reading !== 'plain' && term.reading !== 'language'
    return { literal: literalOf(member, isTyped ? term.reading : undefined), place }
  }

  private add(node: EdcNode, iri: string, value: Value): void {
    const values = node.properties.get(iri)
    if (values === undefined) node.properties.set(iri, [value])
    else if (!values.some((known) => sameValue(known, value))) values.push(value)
  }
}

/** In a list, texts per language are no language map any more (JSON-LD 1.1 API, 5.1.2, 13.7). */
function plainList(term: Term): Term {
  return term.reading === 'language' ? { iri: term.iri, reading: 'plain' } : term
}

function literalOf(value: string | number | boolean, datatype?: string): Literal {
  if (typeof value === 'string') return { text: value, datatype: datatype ?? 'string' }
  if (typeof value === 'boolean') return { text: String(value), datatype: datatype ?? 'boolean' }
  // JSON-LD 1.1 API, 8.6: whole numbers as integers, others as canonical doubles.
  if (Number.isInteger(value) && Math.abs(value) < 1e21 && datatype !== 'double') {
    return { text: value.toFixed(0), datatype: datatype ?? 'integer' }
  }
  return {
    text: value.toExponential(15).replace(/(\d)0*e\+?/, '$1E'),
    datatype: datatype ?? 'double',
  }
}

function sameValue(a: Value, b: Value): boolean {
  if (a.node !== undefined || b.node !== undefined) return a.node === b.node
  const [x, y] = [a.literal, b.literal]
  return x?.datatype === y?.datatype && x?.language === y?.language && x?.text === y?.text
}

function join(place: string, key: string): string {
  return place === '' ? key : `${place}.${key}`
}

/** The nodes of a document by id. Throws {@link Unreadable} where JSON-LD or this reader has no answer. */
export function nodesOf(root: JsonObject): ReadonlyMap<string, EdcNode> {
  return new Flattener().whole(root)
}
