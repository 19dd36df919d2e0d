// The test suite of JSON-LD 1.1 (W3C), its negative, protected-term, @import and remote-document tests. A credential's
// terms mean what known contexts say: whatever brings a meaning of its own is refused. And where a caller makes one of
// these contexts known, a bad one is still refused, and a good one gives the statements of the suite, or nothing.

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { canonize } from 'rdf-canonize'
import type { Json, JsonObject } from 'tessera/read/json'
import { isObject } from 'tessera/read/json'
import { reference, unlessPresent } from 'tessera/reference'
import { attempt } from 'tessera/refusal'
import { type Contexts, credentialsV2 } from 'tessera/seal/json-ld/contexts'
import { toCanonicalQuads } from 'tessera/seal/json-ld/quads'
import { type Answer, requireExpected } from './answers.ts'

const home = 'security/fetched/json-ld'
const manifests = ['expand', 'toRdf', 'compact', 'remote-doc'] as const

interface Case {
  readonly '@id': string
  readonly '@type': readonly string[]
  readonly input: string
  readonly expect?: string
  readonly option?: { readonly specVersion?: string; readonly processingMode?: string }
}

function casesOf(manifest: string): readonly Case[] {
  const text = readFileSync(reference(`${home}/${manifest}-manifest.jsonld`), 'utf8')
  const { sequence } = JSON.parse(text) as { readonly sequence: readonly Case[] }
  // Those of JSON-LD 1.0 are for its processors alone.
  return sequence.filter(
    ({ option }) =>
      option?.specVersion !== 'json-ld-1.0' && option?.processingMode !== 'json-ld-1.0',
  )
}

function textOf(path: string): string {
  return readFileSync(reference(`${home}/${path}`), 'utf8')
}

/** A document of the suite; some are HTML, and those are none here. */
function documentOf(path: string): JsonObject | undefined {
  if (path.endsWith('.html') || !existsSync(reference(`${home}/${path}`))) return undefined
  const value = JSON.parse(textOf(path)) as Json
  return isObject(value) ? value : undefined
}

function isNegative(test: Case): boolean {
  return test['@type'].includes('jld:NegativeEvaluationTest')
}

/** The context of a document under an address of its own, as if it were known; that of credentials is empty here. */
function known(address: string, context: Json): Contexts {
  return {
    has: (url) => url === credentialsV2 || url === address,
    get: (url) => ({ '@context': url === address ? context : {} }),
  }
}

describe('the JSON-LD test suite', { skip: unlessPresent(home) }, () => {
  it('never gives a credential a meaning: its contexts are not known', async (context) => {
    const answers: Answer[] = []
    for (const manifest of manifests) {
      for (const test of casesOf(manifest)) {
        const document = documentOf(test.input)
        if (document === undefined) continue
        const alone = await attempt(() => toCanonicalQuads(document, '$'))
        const vector = `${manifest}${test['@id']}`
        answers.push({ vector, expected: ['refused'], came: alone.ok ? 'read' : 'refused' })
        // Beside the known context of credentials it adds or redefines terms, which is no better.
        const inner = document['@context'] ?? null
        const both = { ...document, '@context': [credentialsV2, ...[inner].flat()] as Json }
        const beside = await attempt(() => toCanonicalQuads(both, '$'))
        answers.push({
          vector: `${vector} beside the context of credentials`,
          expected: ['refused'],
          came: beside.ok ? 'read' : 'refused',
        })
      }
    }
    assert.ok(answers.length > 250)
    requireExpected(context, answers)
  })

  it('is refused in its bad parts, and read as it should be in its good ones, by a caller who knows the context', async (context) => {
    const answers: Answer[] = []
    for (const manifest of ['expand', 'toRdf'] as const) {
      for (const test of casesOf(manifest)) {
        const document = documentOf(test.input)
        if (document === undefined) continue
        const address = `https://example.com/${manifest}/${test.input}`
        const made = { ...document, '@context': [credentialsV2, address] }
        const answer = await attempt(() =>
          toCanonicalQuads(made, '$', known(address, document['@context'] ?? {})),
        )
        const vector = `${manifest}${test['@id']}`
        if (!answer.ok) {
          answers.push({ vector, expected: ['refused'], came: 'refused' })
          continue
        }
        if (isNegative(test) || manifest !== 'toRdf') {
          answers.push({ vector, expected: [isNegative(test) ? 'refused' : 'read'], came: 'read' })
          continue
        }
        const expected = await canonize(textOf(test.expect ?? ''), {
          algorithm: 'RDFC-1.0',
          inputFormat: 'application/n-quads',
          format: 'application/n-quads',
        })
        answers.push({
          vector,
          expected: ['read as it should be'],
          came: answer.value === expected ? 'read as it should be' : answer.value,
        })
      }
    }
    requireExpected(context, answers)
  })
})
