import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Json, JsonObject } from '../../../read/json.ts'
import { type EdcNode, nodesOf, Unreadable, type Value } from './nodes.ts'
import { contexts, starts } from './terms.ts'

const both = [contexts.credentials, contexts.edc]
const uni = 'urn:uni'

function documentOf(members: JsonObject, ...own: readonly Json[]): JsonObject {
  return { '@context': [...both, ...own], id: uni, ...members }
}

function shown({ node, literal }: Value): string {
  if (node !== undefined) return node.blank ? '_' : `<${node.id}>`
  const { text, datatype, language } = literal ?? assert.fail()
  return language === undefined ? `${text} ${datatype}` : `${text}@${language}`
}

/** What a document says of a node, property by property: `elm/eqfLevel: <…>`. */
function said(document: JsonObject, id = uni): readonly string[] {
  const node: EdcNode = nodesOf(document).get(id) ?? assert.fail(id)
  return [...node.properties].flatMap(([iri, values]) =>
    values.map((value) => `${iri.replace(/^.*[/#]/, '')}: ${shown(value)}`),
  )
}

function whyNot(document: JsonObject): string {
  try {
    nodesOf(document)
  } catch (error) {
    assert.ok(error instanceof Unreadable, String(error))
    return `${error.place}: ${error.message}`
  }
  return 'read'
}

describe('the words of an EDC document', () => {
  it('are those of its two contexts, named both and no others', () => {
    assert.equal(whyNot(documentOf({})), 'read')
    for (const left of both)
      assert.match(whyNot({ '@context': [left], id: uni }), /^@context: The document does not name/)
    assert.match(
      whyNot(documentOf({}, 'https://evil.example/context')),
      /^@context: The document names a context that is not part of EDC/,
    )
  })

  it('of one’s own are simple and change none of EDC', () => {
    for (const word of ['title', 'Qualification', 'elm', 'id', 'type', 'proof', '@vocab'])
      assert.equal(
        whyNot(documentOf({}, { [word]: 'https://uni.example/word' })),
        `@context: The document gives "${word}" a meaning of its own.`,
      )
    for (const meaning of [
      null,
      7,
      { '@id': 7 },
      { '@id': 'x:y', '@type': 7 },
      { '@reverse': 'x:y' },
    ])
      assert.equal(
        whyNot(documentOf({}, { word: meaning as Json })),
        '@context: The meaning of "word" is too involved to be read here.',
      )
    // Words that JavaScript gives every object are words like any other.
    assert.equal(whyNot(documentOf({}, { constructor: 'https://uni.example/word' })), 'read')
  })

  it('of one’s own are read as they say', () => {
    const own = {
      uni: 'https://uni.example/words#',
      motto: 'uni:motto',
      founded: { '@id': 'uni:founded', '@type': 'xsd:date' },
      weight: { '@id': 'uni:weight', '@type': 'urn:unit' },
      rector: { '@id': 'uni:rector', '@type': '@id' },
      lost: 'nowhere',
      odd: { '@id': 'uni:odd', '@type': 'nowhere' },
    }
    const members = {
      motto: 'Semper apertus',
      founded: '1386-10-18',
      weight: '7',
      rector: 'uni:jane',
      'uni:hall': 'A',
      lost: 'x',
      odd: 'x',
      unknown: 'x',
    }
    assert.deepEqual(said(documentOf(members, own)), [
      'motto: Semper apertus string',
      'founded: 1386-10-18 date',
      'weight: 7 urn:unit',
      'rector: <https://uni.example/words#jane>',
      'hall: A string',
      'nowhere: x string',
      'odd: x nowhere',
    ])
    assert.deepEqual(said(documentOf({ 'toString:x': 'y', '_:b': 'y', 'a b:c d': 'y' })), [
      'toString:x: y string',
    ])
  })
})

describe('the nodes of an EDC document', () => {
  it('of one id are one node, and what a relative id names is nobody', () => {
    const document = documentOf({
      awardedBy: { id: 'urn:body', location: { id: 'urn:place' } },
      hasPart: [
        { id: 'urn:body', homepage: 'urn:page' },
        { id: 'urn:body', homepage: 'urn:page' },
        { id: 'relative', homepage: { id: 'urn:below', topic: 'urn:topic' } },
      ],
      subject: 'relative',
    })
    assert.deepEqual(said(document, 'urn:body'), ['location: <urn:place>', 'homepage: <urn:page>'])
    // It is said all the same what hangs below it.
    assert.ok(nodesOf(document).has('urn:below'))
    assert.ok(!nodesOf(document).has('relative'))
  })

  it('are of the types that are known, and of those written out', () => {
    const own = { Hall: 'https://uni.example/Hall' }
    const type = ['Qualification', 'Hall', 'title', 'elm:Award', 'urn:x', 'nothing']
    const types = nodesOf(documentOf({ type }, own)).get(uni)?.types ?? new Set()
    assert.deepEqual(
      [...types].map((iri) => iri.replace(/^.*[/#]/, '')),
      ['Qualification', 'Hall', 'title', 'Award', 'urn:x'],
    )
    assert.equal(whyNot(documentOf({ type: [7] })), 'type: A type is not a text.')
    assert.equal(whyNot(documentOf({ type: null })), 'type: A type is not a text.')
    assert.equal(whyNot(documentOf({ '@type': 'Qualification' })), 'read')
  })

  it('are named by a text, and use no other words of JSON-LD', () => {
    assert.equal(whyNot(documentOf({ id: 7 })), 'id: An id is not a text.')
    assert.equal(whyNot(documentOf({ '@graph': [] })), '@graph: "@graph" is not read here.')
    const inner = { '@context': both, id: 'urn:x' }
    assert.match(whyNot(documentOf({ hasPart: [inner] })), /"@context" is not read here/)
    assert.equal(whyNot(documentOf({ '@7': 'x' })), 'read')
  })

  it('of a credential and of what presents it have words of their own', () => {
    const cred = (member: string) => `${starts.cred}${member}`
    const credential = documentOf({ type: ['VerifiableCredential'], issuer: 'urn:body' })
    assert.deepEqual(nodesOf(credential).get(uni)?.properties.has(cred('issuer')), true)
    const shownBy = documentOf({
      type: ['VerifiablePresentation'],
      holder: 'urn:holder',
      issuer: 'urn:body',
      verifiableCredential: [{ id: 'urn:inside', issuer: 'urn:body' }],
      proof: { type: 'DataIntegrityProof' },
      Qualification: 'x',
    })
    assert.deepEqual(said(shownBy), [
      'holder: <urn:holder>',
      'verifiableCredential: _',
      'proof: _',
      'Qualification: x string',
    ])
    // What stands in a graph of its own is no part of the document.
    assert.ok(!nodesOf(shownBy).has('urn:inside'))
  })
})

describe('the values of an EDC document', () => {
  it('in languages are texts, each once', () => {
    const title = { en: ['One', 'Two', 'One', null], DE: 'Eins', '@none': 'I' }
    assert.deepEqual(said(documentOf({ title })), [
      'title: One@en',
      'title: Two@en',
      'title: Eins@de',
      'title: I string',
    ])
    assert.equal(
      whyNot(documentOf({ title: { en: 7 } })),
      'title.en: A text in a language is not a text.',
    )
    // In a list they are no texts by language any more (JSON-LD 1.1 API, 5.1.2, 13.7).
    assert.deepEqual(said(documentOf({ title: ['One', null] })), ['title: One string'])
  })

  it('may be written out with their language or datatype', () => {
    const own = { Kilo: 'urn:kilo' }
    const values: readonly Json[] = [
      { '@value': 'Eins', '@language': 'DE' },
      { '@value': '2026', '@type': 'xsd:gYear' },
      { '@value': 7, type: 'urn:unit' },
      { '@value': 'title', '@type': 'title' },
      { '@value': true },
      { '@value': null },
    ]
    assert.deepEqual(said(documentOf({ 'elm:x': values }, own)), [
      'x: Eins@de',
      'x: 2026 gYear',
      'x: 7 urn:unit',
      'x: title http://purl.org/dc/terms/title',
      'x: true boolean',
    ])
    const involved: readonly JsonObject[] = [
      { '@value': {} },
      { '@value': [] },
      { '@value': 'x', other: 1 },
      { '@value': 'x', '@language': 7 },
      { '@value': 7, '@language': 'de' },
      { '@value': 'x', '@language': 'de', '@type': 'xsd:string' },
    ]
    for (const value of involved)
      assert.equal(
        whyNot(documentOf({ 'elm:x': value })),
        'elm:x: A value is written in a way that is not read here.',
        JSON.stringify(value),
      )
    for (const type of [7, 'relative'])
      assert.equal(
        whyNot(documentOf({ 'elm:x': { '@value': 'x', '@type': type } })),
        'elm:x: A value names no readable datatype.',
      )
  })

  it('that are numbers are whole or canonical doubles (JSON-LD 1.1 API, 8.6)', () => {
    assert.deepEqual(said(documentOf({ 'elm:x': [7, 7.5, 1e21, -0.25, 5.3e-7, true] })), [
      'x: 7 integer',
      'x: 7.5E0 double',
      'x: 1.0E21 double',
      'x: -2.5E-1 double',
      'x: 5.3E-7 double',
      'x: true boolean',
    ])
  })

  it('where a node is expected stand for it by its name', () => {
    assert.deepEqual(said(documentOf({ awardedBy: ['urn:body', 7, 'relative'] })), [
      'awardedBy: <urn:body>',
      'awardedBy: 7 integer',
    ])
  })
})
