// What the terms mean at one place of a document: JSON-LD 1.1 context processing (JSON-LD API 1.1, sections 4.1
// and 4.2) for the contexts Tessera knows. Each table is worked out once and shared; nothing of a document can
// change one. Features these contexts do not use are left out; term-table.test.ts holds the contexts to that.

import { canonicalJson } from '../../canonical-json.ts'
import { refuse } from '../../refusal.ts'
import { bundledContexts } from './contexts.ts'
import { writtenDatatype, writtenIri } from './quad.ts'

/** The content of a context of the closed set: believed, because its hash is known. */
export interface LocalContext {
  readonly '@protected'?: boolean
  readonly [name: string]: string | number | boolean | Definition | undefined
}
interface Definition {
  readonly '@id': string
  readonly '@type'?: string
  readonly '@container'?: '@list' | '@set' | '@graph'
  readonly '@context'?: LocalContext | null
}

export interface Term {
  /** The IRI, or the keyword the term stands for. */
  readonly iri: string
  /** The IRI as N-Quads writes it. */
  readonly written: string
  readonly isKeyword: boolean
  /** `@id`, `@vocab`, `@json` or the IRI of a datatype. */
  readonly type: string | undefined
  /** What ends a literal of the datatype, e.g. `^^<…#dateTime>`; undefined where a value has its own. */
  readonly ending: string | undefined
  readonly container: '@list' | '@set' | '@graph' | undefined
  /** The context that holds inside a value of the property, or inside an object of the type. */
  readonly scope: LocalContext | null | undefined
  /** Whether compact IRIs may begin with it. */
  readonly isPrefix: boolean
  readonly isProtected: boolean
}

const separators = /[:/?#[\]@]$/

export class TermTable {
  private readonly own: ReadonlyMap<string, Term>
  private readonly base: TermTable | undefined
  /** What holds again in the objects inside an object whose type brought its own context. */
  readonly previous: TermTable | undefined
  private readonly byAddress = new Map<string, TermTable>()
  private readonly byProperty = new Map<LocalContext | null, TermTable>()
  private readonly byType = new Map<LocalContext, TermTable>()

  constructor(own: ReadonlyMap<string, Term>, base?: TermTable, previous?: TermTable) {
    made++
    this.own = own
    this.base = base
    this.previous = previous
  }

  find(name: string): Term | undefined {
    return this.own.get(name) ?? this.base?.find(name)
  }

  /** Where a document names a context of the closed set. Refuses `json-ld.invalid` for a clash with another one. */
  inContext(address: string, place: string): TermTable {
    return derived(this.byAddress, address, () => {
      const { '@context': local } = bundledContexts.get(address) as { '@context': LocalContext }
      return extended(this, local, 'document', place)
    })
  }

  /** Inside a value of a property that has a context of its own. */
  inProperty(scope: LocalContext | null, place: string): TermTable {
    return derived(this.byProperty, scope, () =>
      scope === null ? new TermTable(new Map()) : extended(this, scope, 'property', place),
    )
  }

  /** Inside an object whose type has a context of its own; it does not reach further in. */
  inType(scope: LocalContext, place: string): TermTable {
    return derived(this.byType, scope, () => extended(this, scope, 'type', place))
  }
}

function derived<Key>(known: Map<Key, TermTable>, key: Key, make: () => TermTable): TermTable {
  const table = known.get(key) ?? make()
  known.set(key, table)
  return table
}

/** The table with the definitions of a context on top; the same one where they change nothing. */
function extended(
  table: TermTable,
  local: LocalContext,
  by: 'document' | 'property' | 'type',
  place: string,
): TermTable {
  const changed = new Map<string, Term>()
  const seen = new Set<string>()
  const find = (name: string) => changed.get(name) ?? table.find(name)
  const expand = (text: string): string => {
    if (text.startsWith('@')) return text
    define(text)
    const whole = find(text)?.iri
    if (whole !== undefined) return whole
    const colon = text.indexOf(':')
    if (text.startsWith('//', colon + 1)) return text
    const prefix = text.slice(0, Math.max(colon, 0))
    define(prefix)
    const start = find(prefix)
    return start?.isPrefix === true ? start.iri + text.slice(colon + 1) : text
  }
  const define = (name: string): void => {
    const definition = Object.hasOwn(local, name) ? local[name] : undefined
    if (seen.has(name) || !isDefinition(definition)) return
    seen.add(name)
    const term = termOf(name, definition, local['@protected'] === true, expand)
    const before = table.find(name)
    const isFixed = before?.isProtected === true && by !== 'property'
    if (before !== undefined && isSame(before, term)) {
      if (isFixed || before.isProtected === term.isProtected) return
    } else if (isFixed) {
      refuse('json-ld.invalid', place, `Two contexts give the term ${name} different meanings.`)
    }
    changed.set(name, term)
  }
  for (const name of Object.keys(local)) if (!name.startsWith('@')) define(name)
  const previous = by === 'type' ? (table.previous ?? table) : table.previous
  return changed.size === 0 && previous === table.previous
    ? table
    : new TermTable(changed, table, previous)
}

function isDefinition(value: LocalContext[string]): value is string | Definition {
  return typeof value === 'string' || typeof value === 'object'
}

function termOf(
  name: string,
  definition: string | Definition,
  isProtected: boolean,
  expand: (text: string) => string,
): Term {
  const isSimple = typeof definition === 'string'
  const full: Definition = isSimple ? { '@id': definition } : definition
  const iri = expand(full['@id'])
  const type = full['@type'] === undefined ? undefined : expand(full['@type'])
  return Object.freeze({
    iri,
    written: writtenIri(iri),
    isKeyword: iri.startsWith('@'),
    type,
    ending: type === undefined || type.startsWith('@') ? undefined : writtenDatatype(type),
    container: full['@container'],
    scope: full['@context'],
    isPrefix: isSimple && !name.includes(':') && separators.test(iri),
    isProtected,
  })
}

function isSame(one: Term, other: Term): boolean {
  return (
    one.iri === other.iri &&
    one.type === other.type &&
    one.container === other.container &&
    one.isPrefix === other.isPrefix &&
    isSameScope(one.scope, other.scope)
  )
}

function isSameScope(one: Term['scope'], other: Term['scope']): boolean {
  if (one === other) return true
  return one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other)
}

const tablesKept = 1_000
let made = 0
let empty = new TermTable(new Map())

/** The table before any context. Forgets all others once a flood of combinations has been made. */
export function emptyTable(): TermTable {
  if (made > tablesKept) {
    made = 0
    empty = new TermTable(new Map())
  }
  return empty
}
