import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Json, type JsonObject } from '../../read/json.ts'
import { attempt } from '../../refusal.ts'
import {
  bundledContexts,
  credentialsV2,
  knownContexts,
  openBadgesV303,
  requireUnchanged,
} from './contexts.ts'
import { toQuads } from './quads.ts'

const security = 'https://w3id.org/security'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

function badge(subject: JsonObject, more: JsonObject = {}): JsonObject {
  return {
    '@context': [credentialsV2, openBadgesV303],
    id: 'urn:d',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    credentialSubject: { type: ['AchievementSubject'], ...subject },
    ...more,
  }
}

async function codeOf(document: JsonObject): Promise<string | undefined> {
  const answer = await attempt(() => toQuads(document, '$'))
  return answer.ok ? undefined : answer.refusals[0]?.code
}

async function objectsOf(document: JsonObject, end: string): Promise<readonly string[]> {
  const quads = await toQuads(document, '$')
  return quads.filter(({ predicate }) => predicate.endsWith(`${end}>`)).map(({ object }) => object)
}

test('numbers keep their value: what jsonld.js writes as 0 is a number of its own', async () => {
  const float = '^^<https://www.w3.org/2001/XMLSchema#float>'
  for (const [value, text] of [
    [3, '3'],
    [-0, '0'],
    [3.5, '3.5E0'],
    [1e-7, '1.0E-7'],
    [1e21, '1.0E21'],
    [123_456.789, '1.23456789E5'],
  ] as const) {
    assert.deepEqual(await objectsOf(badge({ creditsEarned: value }), '#creditsEarned'), [
      `"${text}"${float}`,
    ])
  }
})

test('an address without meaning is refused, never dropped', async () => {
  for (const address of ['', '@odd', 'relative', './urn:x', 'a b']) {
    assert.equal(await codeOf(badge({}, { evidence: address })), 'json-ld.undefined', address)
    assert.equal(
      await codeOf(badge({ achievement: { id: address, type: ['Achievement'] } })),
      'json-ld.undefined',
      address,
    )
    const proof = { type: 'DataIntegrityProof', proofPurpose: address }
    assert.equal(await codeOf(badge({}, { proof })), 'json-ld.undefined', address)
  }
})

test('a term is no address, and a blank node is no property', async () => {
  assert.equal(await codeOf(badge({ type: ['id'] })), 'json-ld.undefined')
  assert.equal(await codeOf(badge({ '_:p': 'x' })), 'json-ld.undefined')
})

test('a direction and a broken language tag are refused: no statement would carry them', async () => {
  const text = (more: JsonObject) => badge({}, { name: { '@value': 'x', ...more } })
  assert.equal(await codeOf(text({ '@language': 'ar', '@direction': 'rtl' })), 'json-ld.undefined')
  assert.equal(await codeOf(text({ '@language': 'no tag' })), 'json-ld.undefined')
  assert.deepEqual(await objectsOf(text({ '@language': 'de-AT' }), '/name'), ['"x"@de-at'])
})

test('ids and types that are no texts are refused', async () => {
  assert.equal(await codeOf(badge({ id: 5 })), 'json-ld.invalid')
  assert.equal(await codeOf(badge({ type: ['AchievementSubject', {}] as Json })), 'json-ld.invalid')
})

test('an object that says nothing is refused where it would be dropped', async () => {
  const { '@context': context } = badge({})
  assert.equal(
    await codeOf({ '@context': context, id: 'urn:d' } as JsonObject),
    'json-ld.undefined',
  )
  const proofs: readonly Json[] = [{}, { id: 'urn:p' }, 'urn:p', { '@value': 'x' }]
  for (const proof of proofs) {
    assert.equal(await codeOf(badge({}, { proof })), 'json-ld.undefined')
  }
})

test('lists keep their order, lists in lists too, and an empty one is there', async () => {
  const described = (allowedValue: Json) =>
    badge({
      achievement: {
        id: 'urn:a',
        type: ['Achievement'],
        resultDescription: [{ id: 'urn:r', type: ['ResultDescription'], allowedValue }],
      },
    })
  assert.deepEqual(await objectsOf(described([]), '#allowedValue'), [`<${rdf}nil>`])
  assert.equal(
    (await toQuads(described('A'), '$')).length,
    (await toQuads(described(['A']), '$')).length,
  )
  const quads = await toQuads(described(['C', null, ['B', 'A']]), '$')
  const firsts = quads.filter(({ predicate }) => predicate === `<${rdf}first>`)
  assert.equal(firsts.length, 4)
  assert.ok(firsts.some(({ object }) => object.startsWith('_:')))
})

test('a list in a list without order is one, and null is nothing', async () => {
  const achievement = { id: 'urn:a', type: ['Achievement'], tag: ['a', null, ['b', ['a']]] }
  assert.deepEqual(await objectsOf(badge({ achievement, source: null }), '/keywords'), [
    '"a"',
    '"b"',
  ])
})

test('more statements than a credential has are refused', async () => {
  const tag = Array.from({ length: 20_001 }, (_, i) => `tag ${i}`)
  const achievement = { id: 'urn:a', type: ['Achievement'], tag }
  assert.equal(await codeOf(badge({ achievement })), 'json-ld.too-complex')
})

/** All orders of a few contexts: each is a table of its own. */
function ordersOf(urls: readonly string[]): readonly (readonly string[])[] {
  return urls.length === 0
    ? [[]]
    : urls.flatMap((url) =>
        ordersOf(urls.filter((other) => other !== url)).map((rest) => [url, ...rest]),
      )
}

test('a credential made of hundreds of combinations of contexts is refused', async () => {
  const orders = ordersOf([
    openBadgesV303,
    'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
    `${security}/data-integrity/v2`,
    `${security}/multikey/v1`,
    `${security}/suites/ed25519-2020/v1`,
  ])
  const evidence = orders.map((urls) => ({
    '@context': [credentialsV2, ...urls],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { type: ['Profile'] },
    credentialSubject: { type: ['AchievementSubject'] },
  }))
  const document = { '@context': [credentialsV2], type: ['VerifiableCredential'], evidence }
  const answer = await attempt(() => toQuads(document, '$'))
  assert.deepEqual(
    !answer.ok && answer.refusals.map(({ code, sentence }) => [code, /kinds/.test(sentence)]),
    [['json-ld.too-complex', true]],
  )
})

test('a context that was changed after Tessera was built is refused', async () => {
  for (const url of knownContexts) requireUnchanged(url, bundledContexts.get(url))
  for (const changed of [undefined, { '@context': {} }, bundledContexts.get(openBadgesV303)]) {
    const answer = await attempt(() => requireUnchanged(credentialsV2, changed))
    assert.equal(!answer.ok && answer.refusals[0]?.code, 'json-ld.context-changed')
  }
})
