import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JsonObject } from '../../read/json.ts'
import { attempt } from '../../refusal.ts'
import { bundledContexts, type Contexts, credentialsV2 } from './contexts.ts'
import { toCanonicalQuads, toQuads } from './quads.ts'

const own = 'https://example.org/context'

/** The closed set and one more, as a caller may supply it. */
function withContext(content: JsonObject): Contexts {
  return {
    has: (url) => url === own || bundledContexts.has(url),
    get: (url) => (url === own ? { '@context': content } : bundledContexts.get(url)),
  }
}

const document = (more: JsonObject): JsonObject => ({
  '@context': [credentialsV2, own],
  id: 'urn:d',
  type: ['VerifiableCredential'],
  ...more,
})

async function codeOf(more: JsonObject, contexts: Contexts): Promise<string | undefined> {
  const answer = await attempt(() => toCanonicalQuads(document(more), '$', contexts))
  return answer.ok ? undefined : answer.refusals[0]?.code
}

const vocabulary = withContext({
  '@vocab': 'https://example.org/v#',
  texts: { '@id': 'https://example.org/v#texts', '@container': '@language' },
  items: { '@id': 'https://example.org/v#items', '@container': '@list' },
})

test('a context of the caller may use all of JSON-LD 1.1', async () => {
  const quads = await toQuads(
    document({ texts: { en: 'a', de: 'b' }, unheard: 1.5, made: { of: 'parts' } }),
    '$',
    vocabulary,
  )
  const objects = quads.map(({ object }) => object)
  assert.ok(['"a"@en', '"b"@de'].every((object) => objects.includes(object)))
  assert.ok(objects.includes('"1.5E0"^^<http://www.w3.org/2001/XMLSchema#double>'))
  assert.ok(quads.some(({ subject, object }) => subject.startsWith('_:') && object === '"parts"'))
  assert.ok(quads.every(({ graph }) => graph === ''))
})

test('graphs inside keep their names', async () => {
  const proof = { type: 'DataIntegrityProof', created: '2026-01-01T00:00:00Z' }
  const quads = await toQuads(document({ proof }), '$', vocabulary)
  assert.ok(quads.some(({ graph }) => graph.startsWith('_:')))
})

test('what no context defines, what JSON-LD forbids and what is too much is refused', async () => {
  const empty = withContext({})
  assert.equal(await codeOf({ unheard: 1 }, empty), 'json-ld.undefined')
  assert.equal(await codeOf({ id: 5 }, empty), 'json-ld.invalid')
  assert.equal(await codeOf({ issuer: { id: '' } }, empty), 'json-ld.undefined')
  assert.equal(
    await codeOf({ items: Array.from({ length: 10_000 }, (_, i) => i) }, vocabulary),
    'json-ld.too-complex',
  )
})

test('a supplied context cannot bring in one that is not there, and a fault of the caller is seen', async () => {
  const further = withContext({ part: { '@id': 'urn:p', '@context': 'https://example.org/more' } })
  assert.equal(await codeOf({}, further), 'json-ld.invalid')
  const broken: Contexts = {
    has: () => true,
    get: () => {
      throw new RangeError('broken')
    },
  }
  await assert.rejects(toCanonicalQuads(document({}), '$', broken), RangeError)
})
