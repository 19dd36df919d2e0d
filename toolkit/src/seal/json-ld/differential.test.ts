// Our own way through JSON-LD held against jsonld.js and rdf-canonize: the same statements, or both refuse.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import jsonld from 'jsonld'
import { canonize } from 'rdf-canonize'
import { isObject, type Json, type JsonObject, readJson } from '../../read/json.ts'
import { reference, unlessPresent } from '../../reference.ts'
import { attempt, Refused } from '../../refusal.ts'
import { requireClosed } from './closed.ts'
import {
  bundledContexts,
  credentialsV1,
  credentialsV2,
  knownContexts,
  openBadgesV303,
} from './contexts.ts'
import { toCanonicalQuads } from './quads.ts'
import { emptyTable, type LocalContext, type TermTable } from './term-table.ts'

async function theirs(document: JsonObject): Promise<string | undefined> {
  try {
    const quads = await jsonld.toRDF(document, {
      safe: true,
      documentLoader: async (url) => ({
        contextUrl: null,
        document: bundledContexts.get(url),
        documentUrl: url,
        tag: 'static',
      }),
    })
    // A set of statements holds each once; rdf-canonize takes that for done.
    const set = new Map(quads.map((quad) => [JSON.stringify(quad), quad]))
    return await canonize([...set.values()], {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      maxWorkFactor: 3,
    })
  } catch {
    return undefined
  }
}

async function ours(document: JsonObject): Promise<string | undefined> {
  try {
    return await toCanonicalQuads(document, '$')
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}

interface Names {
  readonly properties: readonly string[]
  readonly types: readonly string[]
}

/** Every term of every known context, whatever its scope. */
function namesOf(
  local: unknown,
  found = { properties: new Set<string>(), types: new Set<string>() },
): Names {
  if (isObject(local)) {
    for (const [name, definition] of Object.entries(local)) {
      if (name.startsWith('@')) continue
      ;(/^[A-Z]/.test(name) ? found.types : found.properties).add(name)
      if (isObject(definition)) namesOf(definition['@context'], found)
    }
  }
  return { properties: [...found.properties], types: [...found.types] }
}

const all = knownContexts.map((url) =>
  namesOf((bundledContexts.get(url) as JsonObject)['@context']),
)
const properties = [...new Set(all.flatMap((names) => names.properties))].filter(
  (name) => name !== 'id' && name !== 'type' && name !== 'proof',
)
const types = [...new Set(all.flatMap((names) => names.types))]

const texts = [
  'a text',
  'https://example.org/a',
  'https://example.org/b',
  'urn:x:1',
  'did:web:a',
  'xsd:date',
  'sec:proof',
  'cred:x',
  '_:a',
  '_:b',
  'assertionMethod',
  'Profile',
  '"\\\n\t\u0001\u007f',
  'Grüße, 証明',
  '2026-01-01T00:00:00Z',
  'urn:y:2',
  'http://a/<{}>',
]
const oddTexts = ['relative', '/path', '@type', 'a b:c', 'id', '#x', 'x:y z']
const numbers = [0, -0, 1, -7, 0.5, -1.25, 3.7e30, 1e21, 5.3, 9_007_199_254_740_991, 123_456.789]
const languages = ['en', 'de-AT', 'EN', 'not a tag']
const addresses = [
  'urn:x:1',
  'https://example.org/a',
  'did:web:a',
  '_:a',
  '_:b',
  'sec:x',
  'relative',
]
const badges = 'https://purl.imsglobal.org/spec/ob/v3p0'
const security = 'https://w3id.org/security'
const sequences = [
  [credentialsV2],
  [credentialsV2, openBadgesV303],
  [credentialsV2, openBadgesV303, `${badges}/extensions.json`],
  [credentialsV2, `${security}/data-integrity/v2`, `${badges}/context-3.0.2.json`],
  [credentialsV2, `${security}/multikey/v1`],
  [credentialsV1, `${badges}/context.json`],
  [credentialsV1, `${badges}/context-3.0.1.json`, `${security}/suites/ed25519-2020/v1`],
  [credentialsV1, openBadgesV303, `${security}/data-integrity/v1`],
  [credentialsV1],
  [credentialsV1, credentialsV2],
  [credentialsV2, `${badges}/context.json`, openBadgesV303],
]

/** Contexts may clash: the document is refused then, and what follows does not matter. */
function orAsBefore(table: TermTable, step: (table: TermTable) => TermTable): TermTable {
  try {
    return step(table)
  } catch {
    return table
  }
}

/** Builds documents out of a row of numbers; our own tables only help to find names that hold at a place. */
class Builder {
  private readonly row: readonly number[]
  private at = 0
  private left = 60

  constructor(row: readonly number[]) {
    this.row = row
  }

  private number(below: number): number {
    return (this.row[this.at++ % this.row.length] ?? 0) % below
  }

  private one<T>(list: readonly T[]): T {
    return list[this.number(list.length)] as T
  }

  document(): JsonObject {
    const { table, context } = this.contexts(emptyTable())
    const kind = this.one([
      'VerifiableCredential',
      'VerifiableCredential',
      'VerifiablePresentation',
    ])
    return { '@context': context, ...this.node(table, 0, [kind]) }
  }

  private contexts(from: TermTable): { readonly table: TermTable; readonly context: string[] } {
    const context = this.one(sequences)
    return {
      context,
      table: context.reduce((held, url) => orAsBefore(held, (one) => one.inContext(url, '')), from),
    }
  }

  private node(from: TermTable, depth: number, given: readonly string[] = []): JsonObject {
    const known = types.filter((type) => from.find(type) !== undefined)
    const chosen = this.number(4) === 0 || known.length === 0 ? [] : [this.one(known)]
    if (this.number(12) === 0) chosen.push(this.one(types))
    const own = [...given, ...chosen]
    const table = own.toSorted().reduce((held, type) => {
      const scope = from.find(type)?.scope
      return isObject(scope)
        ? orAsBefore(held, (one) => one.inType(scope as LocalContext, ''))
        : held
    }, from)
    const names = properties.filter((name) => table.find(name) !== undefined)
    const node: { [name: string]: Json } = {}
    if (this.number(3) > 0) node['id'] = this.one(addresses)
    if (own.length > 0)
      node['type'] = own.length === 1 && this.number(2) === 0 ? (own[0] ?? '') : own
    const members = depth === 0 ? 5 : this.number(4)
    for (let i = 0; i < members && names.length > 0; i++) {
      const name = this.number(40) === 0 ? this.one([...properties, ...oddTexts]) : this.one(names)
      if (name.startsWith('@')) continue
      const scope = table.find(name)?.scope
      const outer = table.previous ?? table
      node[name] = this.value(scope === undefined ? outer : outer.inProperty(scope, ''), depth)
    }
    return node
  }

  private value(table: TermTable, depth: number): Json {
    if (this.left-- <= 0) return 'https://example.org/end'
    switch (this.number(12)) {
      case 0:
        return this.one(numbers)
      case 1:
        return this.number(2) === 0
      case 2:
        return this.number(4) === 0 ? this.one(oddTexts) : this.one(texts)
      case 3:
        return { '@value': this.one(texts), '@language': this.one(languages) }
      case 4:
        return Array.from({ length: this.number(4) }, () => this.value(table, depth))
      case 5:
        return { id: this.one(addresses) }
      case 6:
        return this.one<Json>([null, {}, { '@value': 'x' }])
      case 7: {
        const { table: inner, context } = this.contexts(table)
        return { '@context': context, ...this.node(inner, depth + 1, ['VerifiableCredential']) }
      }
      case 8:
      case 9:
        return depth > 4 ? this.one(texts) : this.node(table, depth + 1)
      default:
        return this.one(texts)
    }
  }
}

test('generated documents have the same statements, or are refused by both', async () => {
  let kept = 0
  let refused = 0
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { minLength: 40, maxLength: 90 }), async (row) => {
      const document = new Builder(row).document()
      const closed = await attempt(() => requireClosed(document, '$'))
      if (!closed.ok) return
      const own = await ours(document)
      assert.equal(own, await theirs(document), JSON.stringify(document))
      if (own === undefined) refused++
      else kept++
    }),
    { numRuns: Number(process.env['RUNS'] ?? 150), endOnFailure: true },
  )
  assert.ok(kept > refused / 10 && refused > 10, `${kept} kept, ${refused} refused`)
})

describe('where jsonld.js lets content be changed under a signature, we do not', () => {
  const plain = {
    '@context': [credentialsV2, openBadgesV303],
    id: 'urn:d',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
  }
  const earning = (creditsEarned: number) => ({
    ...plain,
    credentialSubject: { type: ['AchievementSubject'], creditsEarned },
  })

  test('a word in the form of a keyword is dropped in silence', async () => {
    const proof = { type: 'DataIntegrityProof', cryptosuite: 'x' }
    const more = { ...plain, proof: { ...proof, proofPurpose: '@none' } }
    const other = { ...plain, proof: { ...proof, proofPurpose: '@odd' } }
    assert.equal(await theirs(other), await theirs({ ...plain, proof }))
    assert.equal(await ours(more), undefined)
    assert.equal(await ours(other), undefined)
  })

  test('a small number is written as 0', async () => {
    assert.equal(await theirs(earning(1e-7)), await theirs(earning(0)))
    assert.notEqual(await ours(earning(1e-7)), await ours(earning(0)))
  })
})

function* documentsIn(value: unknown): Generator<JsonObject> {
  if (Array.isArray(value)) for (const item of value) yield* documentsIn(item)
  else if (isObject(value)) {
    if ('@context' in value) yield value
    for (const member of Object.values(value)) yield* documentsIn(member)
  }
}

describe(
  'published credentials have the same statements, or are refused by both',
  { skip: unlessPresent('vc') },
  () => {
    for (const folder of ['vc', 'security/fetched/vcdm2-inputs']) {
      test(folder, async () => {
        let compared = 0
        const names = readdirSync(reference(folder), { recursive: true, encoding: 'utf8' })
        for (const name of names.filter((path) => path.endsWith('.json'))) {
          const read = await attempt(() => readJson(readFileSync(reference(`${folder}/${name}`))))
          for (const document of read.ok ? documentsIn(read.value) : []) {
            const closed = await attempt(() => requireClosed(document, '$'))
            if (!closed.ok) continue
            assert.equal(await ours(document), await theirs(document), name)
            compared++
          }
        }
        assert.ok(compared >= 40, `${compared} compared`)
      })
    }
  },
)
