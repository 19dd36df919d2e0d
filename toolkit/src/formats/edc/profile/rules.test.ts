import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Json, JsonObject } from '../../../read/json.ts'
import { contexts } from './terms.ts'
import { edcFaults } from './validate.ts'

/** What is wrong with one node beside an EDC, by the place in it. */
function faultsOf(node: JsonObject): readonly string[] {
  const document = {
    '@context': [contexts.credentials, contexts.edc],
    id: 'urn:edc',
    type: ['EuropeanDigitalCredential'],
    attachment: { id: 'urn:node', ...node },
  }
  return edcFaults(document, 'generic-full')
    .filter(({ place }) => place.startsWith('attachment.'))
    .map(({ code, place }) => `${code} ${place.slice('attachment.'.length)}`)
}

function has(node: JsonObject, fault: string): boolean {
  return faultsOf(node).includes(fault)
}

describe('the profile of an EDC', () => {
  it('has no more than the whole: a level of completion up to 100', () => {
    const activity = (levelOfCompletion: Json) => ({
      type: 'LearningActivity',
      levelOfCompletion,
    })
    for (const good of [1, 100])
      assert.ok(!has(activity(good), 'edc.datatype levelOfCompletion'), String(good))
    for (const bad of [0, 101, 50.5, '50%'])
      assert.ok(has(activity(bad), 'edc.datatype levelOfCompletion'), String(bad))
  })

  it('has identifiers that are texts or numbers, made by somebody with an address', () => {
    const identifier = (members: JsonObject) => ({ type: 'Identifier', ...members })
    const good = identifier({ notation: 'A1', creator: 'https://uni.example' })
    assert.deepEqual(faultsOf(good), [])
    assert.ok(has(identifier({}), 'edc.missing notation'))
    assert.ok(has(identifier({ 'skos:notation': { id: 'urn:x' } }), 'edc.datatype skos:notation'))
    assert.ok(has(identifier({ notation: 'A1', creator: {} }), 'edc.no-iri creator'))
    assert.ok(has(identifier({ notation: 'A1', creator: 7 }), 'edc.no-iri creator'))
  })

  it('has one thing of each kind that there is one of, wherever the document tells of it', () => {
    const twice = { type: 'Identifier', notation: ['A1', 'B2'] }
    assert.ok(has(twice, 'edc.too-many notation[1]'), faultsOf(twice).join())
  })

  it('has words of lists as concepts of those lists, with an address of their own', () => {
    const scheme = {
      id: 'http://data.europa.eu/snb/claim-type/25831c2',
      type: 'ConceptScheme',
    }
    const claim = (dcType: JsonObject) => ({ type: 'Claim', dcType })
    const id = 'http://data.europa.eu/snb/claim-type/c_x'
    const good = { id, type: 'Concept', inScheme: scheme }
    const of = (concept: JsonObject) =>
      faultsOf(claim(concept)).filter((said) => said.endsWith(' dcType'))
    assert.deepEqual(of(good), [])
    assert.deepEqual(of({ ...good, type: 'Person', inScheme: scheme }), ['edc.class dcType'])
    assert.deepEqual(of({ type: 'Concept', inScheme: scheme }), ['edc.no-iri dcType'])
    assert.deepEqual(of({ id, type: 'Concept' }), ['edc.scheme dcType'])
    assert.deepEqual(of({ ...good, inScheme: { ...scheme, type: 'Concept' } }), [
      'edc.scheme dcType',
    ])
  })

  it('has claims of the four kinds, or of another that is complete', () => {
    const person = (hasClaim: Json) => ({ type: 'Person', hasClaim })
    const fault = 'edc.no-claim hasClaim'
    assert.ok(!has(person({ type: 'LearningAssessment' }), fault))
    assert.ok(has(person({ type: 'Person' }), fault))
    assert.ok(has(person('a claim'), 'edc.missing hasClaim'))
    const whole = {
      type: 'Claim',
      title: { en: 'Honour' },
      awardedBy: { type: 'AwardingProcess' },
      dcType: { id: 'urn:x', type: 'Concept' },
    }
    assert.ok(!has(person(whole), fault))
    assert.ok(has(person({ ...whole, title: 'Honour' }), fault))
  })
})
