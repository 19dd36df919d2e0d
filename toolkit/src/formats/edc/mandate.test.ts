import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { JsonObject } from '../../canonical-json.ts'
import { exampleAward, exampleSettings as settings } from './example-award.ts'
import { utf8 } from '../../read/utf8.ts'
import { declaredProfiles, edc, edcProfiles } from './index.ts'

const statement = 'Every claim is that of the awarding body; the seal stands for its origin.'
const mandated = { ...exampleAward, mandate: { statement } }

async function documentOf(award: typeof exampleAward): Promise<JsonObject> {
  return (await edc.build(award, settings)).document as JsonObject
}

async function conformanceOf(document: JsonObject) {
  const opened = await edc.open(utf8(JSON.stringify(document)))
  return opened.conformance.map(({ profile, conforms }) => [profile, conforms])
}

describe('an EDC issued by mandate', () => {
  test('says so in evidence, kind and schema, and holds to both profiles', async () => {
    const document = await documentOf(mandated)
    assert.deepEqual(declaredProfiles(document), ['generic-full', 'issued-by-mandate'])
    assert.deepEqual(await edc.validate({ id: '', document }), [])
    assert.deepEqual(await conformanceOf(document), [
      [edcProfiles['generic-full'], true],
      [edcProfiles['issued-by-mandate'], true],
    ])
  })

  test('is read back as one', async () => {
    const { award } = await edc.open(utf8(JSON.stringify(await documentOf(mandated))))
    assert.deepEqual(award.mandate, { statement })
    const plain = await edc.open(utf8(JSON.stringify(await documentOf(exampleAward))))
    assert.equal(plain.award.mandate, undefined)
  })

  test('is not issued without its statement', async () => {
    const document = await documentOf(mandated)
    const { evidenceStatement: _, ...evidence } = document['evidence'] as JsonObject
    const faults = await edc.validate({ id: '', document: { ...document, evidence } })
    assert.deepEqual(
      faults.map(({ code, place }) => [code, place]),
      [['edc.missing', 'evidence.evidenceStatement']],
    )
  })
})

describe('the profiles a foreign EDC says it follows', async () => {
  const document = await documentOf(exampleAward)
  const schema = (name: string): JsonObject => ({
    id: `http://data.europa.eu/snb/model/ap/${name}`,
    type: 'ShaclValidator2017',
  })

  test('are named and judged, by schema or by kind of credential', async () => {
    for (const [name, profile] of [
      ['edc-converted', 'converted'],
      ['edc-issued-by-mandate', 'issued-by-mandate'],
      ['edc-accredited', 'accredited'],
    ] as const) {
      const declared = { ...document, credentialSchema: [schema('edc-generic-full'), schema(name)] }
      assert.deepEqual(await conformanceOf(declared), [
        [edcProfiles['generic-full'], true],
        [edcProfiles[profile], false],
      ])
    }
    const { evidence: _, ...converted } = await documentOf(mandated)
    const [, kind] = converted['credentialProfiles'] as readonly JsonObject[]
    const concept = { ...kind, id: 'http://data.europa.eu/snb/credential/c_7e400154' }
    const only = { ...document, credentialProfiles: concept }
    assert.deepEqual(declaredProfiles(only as JsonObject), ['generic-full', 'converted'])
  })

  test('are met by a converted one that brings what it was converted from', async () => {
    const { evidence, ...mandate } = await documentOf(mandated)
    const dcType = {
      ...((evidence as JsonObject)['dcType'] as JsonObject),
      id: 'http://data.europa.eu/snb/evidence-type/c_c4f849d7',
      prefLabel: { en: 'Conversion' },
    }
    const display = (mandate['displayParameter'] as JsonObject)['individualDisplay']
    const page = ((Array.isArray(display) ? display[0] : display) as JsonObject)['displayDetail']
    const image = ((Array.isArray(page) ? page[0] : page) as JsonObject)['image']
    const converted = {
      ...document,
      credentialSchema: [schema('edc-generic-full'), schema('edc-converted')],
      evidence: { id: 'urn:epass:evidence:1', type: 'Evidence', dcType, embeddedEvidence: image },
    } as JsonObject
    assert.deepEqual(await conformanceOf(converted), [
      [edcProfiles['generic-full'], true],
      [edcProfiles.converted, true],
    ])
  })
})
