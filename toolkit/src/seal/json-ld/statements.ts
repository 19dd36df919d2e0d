// From a document to its statements in one walk (JSON-LD API 1.1, sections 5.1 and 8), without the expanded form
// between them. Nothing is dropped: what has no meaning is refused, because what is dropped is not signed
// (W3C Data Integrity EdDSA 1.0, section 3.2.3).

import { canonicalJson, type Json, type JsonObject } from '../../canonical-json.ts'
import { limits } from '../../limits.ts'
import { isObject, listOf } from '../../read/json.ts'
import { refuse } from '../../refusal.ts'
import { isBlank, type Quad, writtenDatatype, writtenIri, writtenText } from './quad.ts'
import { emptyTable, type Term, type TermTable } from './term-table.ts'

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const xsd = 'http://www.w3.org/2001/XMLSchema#'
const rdfType = writtenIri(`${rdf}type`)
const rdfFirst = writtenIri(`${rdf}first`)
const rdfRest = writtenIri(`${rdf}rest`)
const rdfNil = writtenIri(`${rdf}nil`)
const jsonEnding = writtenDatatype(`${rdf}JSON`)
const booleanEnding = writtenDatatype(`${xsd}boolean`)
const integerEnding = writtenDatatype(`${xsd}integer`)
const doubleEnding = writtenDatatype(`${xsd}double`)
const absoluteForm = /^(?:[A-Za-z][A-Za-z0-9+\-.]*|_):\S*$/
const languageForm = /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/

/**
 * The statements of a document that `requireClosed` let through, in the bundled contexts; a statement may stand
 * twice. Refuses `json-ld.undefined` for what has no meaning, `json-ld.invalid` for what JSON-LD forbids, and
 * `json-ld.too-complex` beyond the budgets of limits.ts.
 */
export function statementsOf(document: JsonObject, place: string): readonly Quad[] {
  const walk = new Walk(place)
  walk.whole(document)
  return walk.quads
}

/** Where a value stands: the property it belongs to, the terms that hold there, the graph it speaks in. */
interface Position {
  readonly table: TermTable
  readonly term: Term | undefined
  readonly graph: string
}

class Walk {
  readonly quads: Quad[] = []
  private readonly place: string
  private readonly tables = new Set<TermTable>()
  private readonly labels = new Map<string, string>()
  private blanks = 0

  constructor(place: string) {
    this.place = place
  }

  whole(document: JsonObject): void {
    this.node(document, { table: emptyTable(), term: undefined, graph: '' }, true)
  }

  /** The subject of an object's statements. `mustSay`: where an object that says nothing would be dropped. */
  private node(element: JsonObject, position: Position, mustSay: boolean): string {
    const outer = this.tableFor(element, position)
    const types = this.typesOf(element, outer)
    let table = outer
    for (const type of types.length > 1 ? types.toSorted() : types) {
      const scope = outer.find(type)?.scope
      if (isObject(scope)) table = this.used(table.inType(scope, this.place))
    }
    const { graph } = position
    const subject = this.subjectOf(element, table)
    let says = types.length > 0
    for (const type of types) this.add(subject, rdfType, this.resource(type, outer, true), graph)
    for (const name of Object.keys(element)) {
      if (name === '@context') continue
      const term = table.find(name)
      if (term?.iri === '@id' || term?.iri === '@type') continue
      const value = element[name] as Json
      if (this.property(subject, name, value, { table, term, graph })) says = true
    }
    if (mustSay && !says) this.undefined('an object that says nothing')
    return subject
  }

  /** The terms for an object: those of the outermost type are left behind, those of the property and its own contexts come in. */
  private tableFor(element: JsonObject, { table: around, term }: Position): TermTable {
    let table = around
    if (around.previous !== undefined && !isReference(element, around)) table = around.previous
    if (term?.scope !== undefined) table = this.used(table.inProperty(term.scope, this.place))
    for (const address of listOf(element['@context'])) {
      table = this.used(table.inContext(address as string, this.place))
    }
    return table
  }

  private used(table: TermTable): TermTable {
    if (this.tables.add(table).size > limits.rdf.termTables) {
      refuse('json-ld.too-complex', this.place, 'The document mixes too many kinds of objects.')
    }
    return table
  }

  private typesOf(element: JsonObject, table: TermTable): readonly string[] {
    const value = element['type']
    if (value === undefined || table.find('type')?.iri !== '@type') return []
    return (Array.isArray(value) ? value : [value]).map((type) =>
      typeof type === 'string' ? type : this.invalid('A type of an object is not a text.'),
    )
  }

  private subjectOf(element: JsonObject, table: TermTable): string {
    const { id } = element
    if (id === undefined || table.find('id')?.iri !== '@id') return this.fresh()
    return typeof id === 'string'
      ? this.resource(id, table, false)
      : this.invalid('The id of an object is not a text.')
  }

  /** Says what a member says; false where it is null, which is as good as absent. */
  private property(subject: string, name: string, value: Json, position: Position): boolean {
    const { table, term, graph } = position
    const predicate = term?.written ?? this.resource(name, table, true)
    if (isBlank(predicate)) this.undefined(name)
    if (term?.type === '@json') {
      this.add(subject, predicate, writtenText(canonicalJson(value)) + jsonEnding, graph)
      return true
    }
    if (value === null) return false
    const inner = this.inside(name, position)
    if (term?.container === '@list') {
      this.add(subject, predicate, this.list(value, inner), graph)
      return true
    }
    const items = Array.isArray(value) ? flat(value) : [value]
    for (const item of items) {
      if (item === null) continue
      const object =
        term?.container === '@graph' ? this.named(item, inner, name) : this.object(item, inner)
      this.add(subject, predicate, object, graph)
    }
    return true
  }

  /** A property with a context of its own: it holds for the value, and decides what the property means there. */
  private inside(name: string, position: Position): Position {
    const { table, term, graph } = position
    if (term?.scope === undefined) return position
    const inner = this.used(table.inProperty(term.scope, this.place))
    return { table: inner, term: inner.find(name), graph }
  }

  /** An object that speaks in a graph of its own: proofs, and the credentials of a presentation. */
  private named(item: Json, position: Position, name: string): string {
    if (!isObject(item) || Object.hasOwn(item, '@value')) return this.undefined(name)
    const graph = this.fresh()
    this.node(item, { ...position, graph }, true)
    return graph
  }

  private object(item: Json, position: Position): string {
    if (typeof item === 'string') return this.text(item, position)
    if (typeof item === 'boolean') {
      return writtenText(String(item)) + (position.term?.ending ?? booleanEnding)
    }
    if (typeof item === 'number') return this.number(item, position)
    const object = item as JsonObject
    return Object.hasOwn(object, '@value')
      ? this.tagged(object)
      : this.node(object, position, false)
  }

  private text(text: string, { table, term }: Position): string {
    if (term?.type === '@id') return this.resource(text, table, false)
    if (term?.type === '@vocab') return this.resource(text, table, true)
    return writtenText(text) + (term?.ending ?? '')
  }

  /** JSON-LD API 1.1, section 8.6: whole numbers without a point, others with 15 places behind it. */
  private number(value: number, { term }: Position): string {
    const isWhole = Number.isInteger(value) && Math.abs(value) < 1e21
    const text = isWhole ? value.toFixed(0) : value.toExponential(15).replace(/(\d)0*e\+?/, '$1E')
    return `"${text}"${term?.ending ?? (isWhole ? integerEnding : doubleEnding)}`
  }

  /** A text with its language. A direction has no place in the statements, so that no signature would cover it. */
  private tagged(item: JsonObject): string {
    const { '@value': text, '@language': language, '@direction': direction } = item
    if (direction !== undefined) return this.undefined('@direction')
    const written = writtenText(text as string)
    if (language === undefined) return written
    if (!languageForm.test(language as string)) return this.undefined(language as string)
    return `${written}@${(language as string).toLowerCase()}`
  }

  private list(value: Json, position: Position): string {
    const items = (Array.isArray(value) ? value : [value]).filter((item) => item !== null)
    const cells = items.map(() => this.fresh())
    items.forEach((item, i) => {
      const cell = cells[i] as string
      const object = Array.isArray(item) ? this.list(item, position) : this.object(item, position)
      this.add(cell, rdfFirst, object, position.graph)
      this.add(cell, rdfRest, cells[i + 1] ?? rdfNil, position.graph)
    })
    return cells[0] ?? rdfNil
  }

  /** An address, a compact one or, where the vocabulary counts, a term. Relative ones have no meaning here. */
  private resource(text: string, table: TermTable, isTerm: boolean): string {
    const term = isTerm ? table.find(text) : undefined
    if (term !== undefined) return term.isKeyword ? this.undefined(text) : term.written
    const iri = uncompacted(text, table)
    if (!absoluteForm.test(iri)) return this.undefined(text)
    return iri.startsWith('_:') ? this.label(iri) : writtenIri(iri)
  }

  private label(own: string): string {
    const label = this.labels.get(own) ?? this.fresh()
    this.labels.set(own, label)
    return label
  }

  private fresh(): string {
    return `_:b${this.blanks++}`
  }

  private add(subject: string, predicate: string, object: string, graph: string): void {
    if (this.quads.length >= limits.rdf.quads) {
      refuse(
        'json-ld.too-complex',
        this.place,
        `The document makes more than ${limits.rdf.quads} statements.`,
      )
    }
    this.quads.push({ subject, predicate, object, graph })
  }

  private undefined(what: string): never {
    return refuse(
      'json-ld.undefined',
      this.place,
      `The document uses something without a defined meaning “${what.slice(0, 80)}”, which no signature covers.`,
    )
  }

  private invalid(sentence: string): never {
    return refuse('json-ld.invalid', this.place, sentence)
  }
}

/** An object that is nothing but an id stays with the terms around it. */
function isReference(element: JsonObject, table: TermTable): boolean {
  const [name, ...more] = Object.keys(element)
  return name !== undefined && more.length === 0 && table.find(name)?.iri === '@id'
}

function uncompacted(text: string, table: TermTable): string {
  const colon = text.indexOf(':')
  if (colon < 1 || text.startsWith('//', colon + 1)) return text
  const prefix = table.find(text.slice(0, colon))
  return prefix?.isPrefix === true ? prefix.iri + text.slice(colon + 1) : text
}

function flat(items: readonly Json[]): readonly Json[] {
  return items.some(Array.isArray)
    ? items.flatMap((item) => (Array.isArray(item) ? flat(item) : [item]))
    : items
}
