import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { canonize } from 'rdf-canonize'
import { reference, unlessPresent } from '../../reference.ts'
import { attempt } from '../../refusal.ts'
import { canonicalise } from './canonicalise.ts'
import { readNQuads } from './n-quads.ts'
import type { Quad } from './quad.ts'

const vectors = 'security/fetched/rdf-canon'
/** The one vector that asks for another hash. */
const longHash = (text: string) => createHash('sha384').update(text).digest('hex')

describe('the vectors of the W3C give the published text', { skip: unlessPresent(vectors) }, () => {
  const names = existsSync(reference(vectors))
    ? readdirSync(reference(vectors)).filter((name) => name.endsWith('-in.nq'))
    : []
  for (const name of names) {
    const expected = reference(`${vectors}/${name.replace('-in.nq', '-rdfc10.nq')}`)
    test(name.slice(0, 7), async () => {
      const quads = readNQuads(readFileSync(reference(`${vectors}/${name}`), 'utf8'))
      const hash = name.startsWith('test075') ? longHash : undefined
      const answer = await attempt(() => canonicalise(quads, '', hash))
      if (existsSync(expected)) {
        assert.equal(answer.ok && answer.value, readFileSync(expected, 'utf8'))
      } else {
        assert.equal(!answer.ok && answer.refusals[0]?.code, 'json-ld.too-complex')
      }
    })
  }
})

const poison = 'security/own/poison-graphs'
describe('graphs made to take forever are refused at once', { skip: unlessPresent(poison) }, () => {
  for (const name of [
    'bipartite7',
    'bipartite12',
    'clique8',
    'clique12',
    'cycles200',
    'cycles1000',
  ]) {
    test(name, async () => {
      const quads = readNQuads(readFileSync(reference(`${poison}/${name}.nq`), 'utf8'))
      const before = process.memoryUsage().heapUsed
      const started = process.cpuUsage()
      const answer = await attempt(() => canonicalise(quads, '$'))
      assert.ok(process.cpuUsage(started).user < 500_000)
      assert.ok(process.memoryUsage().heapUsed - before < 64 * 2 ** 20)
      assert.equal(!answer.ok && answer.refusals[0]?.code, 'json-ld.too-complex')
    })
  }
})

test('2,000 blank nodes that are all alike are no poison', () => {
  const quads = Array.from({ length: 2_000 }, (_, i): Quad => ({
    subject: `_:n${i}`,
    predicate: '<urn:p>',
    object: '"x"',
    graph: '',
  }))
  const started = process.cpuUsage()
  assert.equal(canonicalise(quads).split('\n').length, 2_001)
  assert.ok(process.cpuUsage(started).user < 500_000)
})

test('a clique whose members say much besides is refused at once too', async () => {
  const names = Array.from({ length: 9 }, (_, i) => `_:n${i}`)
  const quad = (subject: string, object: string): Quad => ({
    subject,
    predicate: '<urn:p>',
    object,
    graph: '',
  })
  const quads = names.flatMap((name) => [
    ...names.filter((other) => other !== name).map((other) => quad(name, other)),
    ...Array.from({ length: 2_000 }, (_, i) => quad(name, `"${i}"`)),
  ])
  const started = process.cpuUsage()
  const answer = await attempt(() => canonicalise(quads))
  assert.ok(process.cpuUsage(started).user < 500_000)
  assert.equal(!answer.ok && answer.refusals[0]?.code, 'json-ld.too-complex')
})

test('two graphs that say much the same of people without names are told apart in no time', async () => {
  // Two badges in a presentation, or two endorsements with their proofs, come so.
  const quads = ['_:g1', '_:g2'].flatMap((graph) => {
    const label = (name: string) => `${graph}${name}`
    const say = (subject: string, predicate: string, object: string): Quad => ({
      subject,
      predicate: `<urn:${predicate}>`,
      object,
      graph,
    })
    return Array.from({ length: 3 }, (_, i) => [
      say('<urn:badge>', 'has', label(`a${i}`)),
      ...['x', 'y', 'z', 'w', 'v'].map((fact) => say(label(`a${i}`), fact, `"${fact}${i}"`)),
      say(label(`a${i}`), 'next', label(`b${i}`)),
      ...['x', 'y', 'z', 'w', 'v'].map((fact) => say(label(`b${i}`), fact, '"the same"')),
    ]).flat()
  })
  const started = process.cpuUsage()
  const ours = canonicalise(quads)
  assert.ok(process.cpuUsage(started).user < 500_000)
  const theirs = await canonize(quads.map(written).join(''), {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    inputFormat: 'application/n-quads',
    maxWorkFactor: 3,
  })
  assert.equal(ours, theirs)
})

/** Small graphs with many ties: few nodes, two predicates, blank nodes as graphs too. */
const parts = fc.constantFrom('_:a', '_:b', '_:c', '_:d', '_:e', '<urn:x>')
const graphs: fc.Arbitrary<readonly Quad[]> = fc.array(
  fc.record({
    subject: parts,
    predicate: fc.constantFrom('<urn:p>', '<urn:q>'),
    object: fc.oneof(parts, fc.constantFrom('"x"', '"x"@en', '"1"^^<urn:d>')),
    graph: fc.constantFrom('', '', '', '_:a', '<urn:g>'),
  }),
  { maxLength: 12 },
)

const written = ({ subject, predicate, object, graph }: Quad) =>
  `${[subject, predicate, object, graph].filter((part) => part !== '').join(' ')} .\n`

test('generated graphs give the text that rdf-canonize gives', async () => {
  await fc.assert(
    fc.asyncProperty(graphs, async (quads) => {
      const theirs = await canonize(quads.map(written).join(''), {
        algorithm: 'RDFC-1.0',
        format: 'application/n-quads',
        inputFormat: 'application/n-quads',
        maxWorkFactor: 3,
      })
      assert.equal(canonicalise(quads), theirs)
    }),
    { numRuns: 300 },
  )
})

test('the labels of blank nodes and the order and number of statements do not matter', () => {
  const others: { readonly [label: string]: string } = {
    '_:a': '_:c14n0',
    '_:b': '_:x',
    '_:c': '_:c14n1',
    '_:d': '_:b0',
    '_:e': '_:a',
  }
  const renamed = (part: string) => others[part] ?? part
  fc.assert(
    fc.property(graphs, (quads) => {
      const turned = quads.toReversed().map(({ subject, predicate, object, graph }) => ({
        subject: renamed(subject),
        predicate,
        object: renamed(object),
        graph: renamed(graph),
      }))
      assert.equal(canonicalise([...turned, ...turned]), canonicalise(quads))
    }),
  )
})

test('statements stand in the order of code points, not of UTF-16', () => {
  const about = (object: string): Quad => ({
    subject: '<urn:s>',
    predicate: '<urn:p>',
    object,
    graph: '',
  })
  const [first, second, third] = ['"\uff01"', '"\u{1f600}"', '"\u{1f600}a"'].map(about) as [
    Quad,
    Quad,
    Quad,
  ]
  assert.equal(canonicalise([third, second, first]), [first, second, third].map(written).join(''))
})
