import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { canonicalJson } from '../../canonical-json.ts'
import type { Json, JsonObject } from '../../canonical-json.ts'
import { awardSchema } from '../../credential/award.ts'
import type { Award } from '../../credential/award.ts'
import { readCertificate } from '../../trust/x509/certificate.ts'
import { exampleAward, exampleSettings as settings } from './example-award.ts'
import { codesOf, documentOf, keysFor, plain, sameHours, sealed } from './example-keys.ts'
import type { order } from './example-keys.ts'
import { edc } from './index.ts'

describe('an award written as EDC', () => {
  test('with all of Annex I conforms, is sealed, holds and is read back as it was', async () => {
    const opened = await edc.open(await sealed(exampleAward))
    assert.deepEqual(plain(sameHours(opened.award)), plain(exampleAward))
    assert.equal(opened.variant, 'sealed')
    assert.deepEqual(opened.issuer, {
      id: 'did:web:uni.example',
      name: 'University of Example',
      identifiers: ['VATES-A00000000'],
      country: 'ES',
    })
    assert.deepEqual(opened.status, [
      {
        kind: 'bitstring',
        list: 'https://uni.example/status/revocation',
        index: 94_567,
        purpose: 'revocation',
        size: 1,
      },
    ])
    assert.deepEqual(opened.conformance, [
      { profile: 'EDC generic-full 1.2.0 (ELM 3.2)', conforms: true, faults: [] },
    ])
    assert.equal(opened.validUntil?.toISOString(), '2032-04-01T09:00:00.000Z')
    const [proof] = opened.proofs
    assert.equal(proof?.level, 'B-B')
    const leaf = proof?.key.kind === 'certificates' ? proof.key.chain[0] : undefined
    const key = readCertificate(leaf ?? new Uint8Array()).publicKey
    assert.deepEqual(await proof?.verify(key), { holds: true })
    assert.ok(awardSchema.safeParse(opened.award).success)
  })

  test('names every picture language, both awarding bodies and one kind of each concept', async () => {
    const document = await documentOf(exampleAward)
    const text = JSON.stringify(document)
    const display = document['displayParameter'] as JsonObject
    assert.equal((display['individualDisplay'] as readonly Json[]).length, 2)
    assert.ok(text.includes('did:web:hochschule.example'))
    const byId = new Map<string, Set<string>>()
    JSON.stringify(document, (_key, value: unknown) => {
      const node = value as JsonObject | null
      if (typeof node === 'object' && node !== null && node['type'] === 'Concept') {
        const id = String(node['id'])
        byId.set(id, (byId.get(id) ?? new Set()).add(canonicalJson(node)))
      }
      return value
    })
    assert.ok(byId.size > 20)
    for (const [id, ways] of byId) assert.equal(ways.size, 1, id)
  })

  test('without a level or quality assurance is specified by a LearningAchievementSpecification', async () => {
    const { level: _level, ...design } = exampleAward.design
    const award = { ...exampleAward, design: { ...design, qualityAssurance: [] } }
    const subject = (await documentOf(award))['credentialSubject'] as JsonObject
    const claim = subject['hasClaim'] as JsonObject
    assert.equal((claim['specifiedBy'] as JsonObject)['type'], 'LearningAchievementSpecification')
    const opened = await edc.open(await sealed(award))
    assert.deepEqual(plain(sameHours(opened.award)), plain(award))
  })

  test('without grades keeps assessments and their supervision', async () => {
    const { grade: _grade, ...rest } = exampleAward
    const award = { ...rest, results: [] }
    const opened = await edc.open(await sealed(award))
    assert.deepEqual(plain(opened.award.design.assessments), plain(award.design.assessments))
    assert.deepEqual(opened.award.results, [])
  })
})

describe('what an EDC cannot do without is refused with its place', () => {
  const { issuer } = exampleAward
  assert.ok(issuer !== undefined)
  const cases: readonly [string, string, Award][] = [
    ['no issuer', 'edc.no-issuer', { ...exampleAward, issuer: undefined }],
    [
      'no eIDAS identifier',
      'edc.no-eidas-identifier',
      { ...exampleAward, issuer: { ...issuer, identifiers: [] } },
    ],
    [
      'no country',
      'edc.no-country',
      { ...exampleAward, issuer: { ...issuer, country: undefined } },
    ],
    [
      'no awarding body',
      'edc.no-awarding-body',
      { ...exampleAward, design: { ...exampleAward.design, awardingBodies: [] } },
    ],
    [
      'no title',
      'edc.no-title',
      { ...exampleAward, design: { ...exampleAward.design, title: undefined } },
    ],
    [
      'unknown field',
      'edc.unknown-code',
      { ...exampleAward, design: { ...exampleAward.design, fields: ['9876'] } },
    ],
    [
      'unknown language',
      'edc.unknown-language',
      { ...exampleAward, design: { ...exampleAward.design, teachingLanguages: ['qx'] } },
    ],
    ['not reserved', 'edc.not-reserved', { ...exampleAward, id: undefined }],
  ]
  for (const [name, code, award] of cases) {
    test(name, async () =>
      assert.deepEqual(await codesOf(() => edc.build(award, settings)), [code]),
    )
  }

  test('no picture', async () => {
    const pictures = { ...settings.pictures, certificate: async () => [] }
    assert.deepEqual(await codesOf(() => edc.build(exampleAward, { ...settings, pictures })), [
      'edc.no-picture',
    ])
  })

  const others: readonly [string, Partial<typeof order>][] = [
    ['another name', { organisation: 'Universität Anders' }],
    ['another legal identifier', { organizationIdentifier: 'VATES-B00000000' }],
    ['another country', { country: 'PT' }],
  ]
  for (const [name, change] of others) {
    test(`a seal certificate with ${name} than the issuer`, async () => {
      const unsigned = await edc.build(exampleAward, settings)
      const other = await keysFor(change)
      assert.deepEqual(await codesOf(() => edc.seal(unsigned, other, settings)), [
        'edc.issuer-not-the-seal',
      ])
    })
  }

  test('a misspelt key in what we write is a fault', async () => {
    const document = await documentOf(exampleAward)
    const faults = await edc.validate({
      id: 'x',
      document: { ...document, validForm: '2027-01-01T00:00:00Z' },
    })
    assert.deepEqual(
      faults.map(({ code, place }) => [code, place]),
      [['edc.unknown-key', 'validForm']],
    )
  })
})
