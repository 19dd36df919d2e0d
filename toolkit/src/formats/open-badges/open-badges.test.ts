import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { sampleAward, sampleKeys, sampleSettings } from './sample.ts'
import { importDesign, openBadges } from './index.ts'
import type { Opened } from '../opened.ts'
import { isObject, type JsonObject, listOf, readJsonObject } from '../../read/json.ts'
import { utf8, utf8Decode } from '../../read/utf8.ts'
import { attempt } from '../../refusal.ts'
import { sealDocument } from '../../seal/data-integrity/index.ts'
import { identityHash } from './learner.ts'
import { faultsOf } from './rules.ts'

const keys = sampleKeys()

async function issued() {
  const unsigned = await openBadges.build(sampleAward(), sampleSettings())
  return { unsigned, artefacts: await openBadges.seal(unsigned, keys, sampleSettings()) }
}

/** Whether every proof holds with the issuer's key. */
async function accepted(opened: Opened): Promise<boolean> {
  const key = opened.variant === 'jwt' ? keys.seal.publicKey : keys.proof.publicKey
  const answers = await Promise.all(opened.proofs.map((proof) => proof.verify(key)))
  return answers.length > 0 && answers.every(({ holds }) => holds)
}

describe('a badge of ours', () => {
  test('conforms, and is sealed as JSON, token, PNG and SVG that all hold and say the same', async () => {
    const { unsigned, artefacts } = await issued()
    assert.deepEqual(await openBadges.validate(unsigned), [])
    assert.deepEqual(
      artefacts.map(({ extension }) => extension),
      ['json', 'jwt', 'png', 'svg'],
    )
    const all = await Promise.all(artefacts.map(({ bytes }) => openBadges.open(bytes)))
    for (const [i, opened] of all.entries()) {
      assert.ok(openBadges.recognise(artefacts[i]?.bytes ?? new Uint8Array()))
      assert.equal(opened.variant, artefacts[i]?.extension)
      assert.ok(await accepted(opened), opened.variant)
      assert.deepEqual(opened.award, all[0]?.award)
      assert.deepEqual(opened.conformance, [
        { profile: 'Open Badges 3.0', conforms: true, faults: [] },
      ])
    }
  })

  test('is not accepted with another key', async () => {
    const { artefacts } = await issued()
    for (const { bytes } of artefacts) {
      const opened = await openBadges.open(bytes)
      const answers = await Promise.all(
        opened.proofs.map((proof) =>
          proof.verify(opened.variant === 'jwt' ? keys.proof.publicKey : keys.seal.publicKey),
        ),
      )
      assert.ok(answers.every(({ holds }) => !holds))
    }
  })

  test('gives the award back, but for what the table of losses says', async () => {
    const { unsigned } = await issued()
    const meant = sampleAward()
    const { award } = await openBadges.open(utf8(JSON.stringify(unsigned.document)))
    const { design } = award
    const english = {
      title: { en: 'Coastal Data Stories' },
      description: { en: meant.design.description?.['en'] },
    }
    assert.deepEqual({ title: design.title, description: design.description }, english)
    assert.deepEqual(
      design.outcomes.map(({ text }) => text),
      [
        { en: 'Explain how tide gauges and buoys measure.' },
        { en: 'Clean a year of sensor data.' },
        { pt: 'Contar uma história com dados.' },
      ],
    )
    assert.deepEqual(
      design.outcomes.map(({ id, type, skills }) => [id, type, skills]),
      meant.design.outcomes.map(({ id, type, skills }) => [id, type, skills]),
    )
    const same = [
      'id',
      'version',
      'level',
      'workload',
      'credits',
      'modes',
      'setting',
      'fields',
      'teachingLanguages',
      'assessments',
      'qualityAssurance',
      'prerequisites',
      'stackability',
      'validationRoute',
      'gradingScheme',
      'homepage',
      'targetGroup',
      'furtherInformation',
      'fictitious',
    ] as const
    for (const name of same) assert.deepEqual(design[name], meant.design[name], name)
    assert.deepEqual(
      design.awardingBodies.map(({ role, credits }) => [role, credits]),
      [
        ['leading', 2],
        ['partner', 1],
      ],
    )
    const facts = [
      'id',
      'issuedAt',
      'awardedOn',
      'expiresAt',
      'grade',
      'creditsEarned',
      'results',
      'place',
      'route',
      'furtherInformation',
    ] as const
    for (const name of facts) assert.deepEqual(award[name], meant[name], name)
    assert.equal(award.learner.fullName, meant.learner.fullName)
    assert.equal(award.learner.identity, 'checked')
  })

  test('carries a student number only as a salted hash', async () => {
    const { unsigned } = await issued()
    assert.ok(!JSON.stringify(unsigned.document).includes('"S-1"'))
    const subject = (unsigned.document as JsonObject)['credentialSubject'] as JsonObject
    const [, number] = listOf(subject['identifier'])
    assert.ok(isObject(number))
    assert.equal(number['identityHash'], identityHash('S-1', String(number['salt'])))
  })

  test('names both places of its status, the second one under its full name', async () => {
    const { artefacts } = await issued()
    const opened = await openBadges.open(artefacts[0]?.bytes ?? new Uint8Array())
    assert.deepEqual(
      opened.status.map(
        (status) => status.kind === 'bitstring' && [status.purpose, status.index, status.size],
      ),
      [
        ['revocation', 1001, 1],
        ['suspension', 1001, 1],
      ],
    )
  })

  test('after any change of one byte is not accepted, or says the same', async () => {
    const { artefacts } = await issued()
    for (const { bytes, extension } of artefacts) {
      const before = (await openBadges.open(bytes)).award
      await fc.assert(
        fc.asyncProperty(
          fc.nat(bytes.length - 1),
          fc.integer({ min: 1, max: 255 }),
          async (at, flip) => {
            const changed = Uint8Array.from(bytes)
            changed[at] = (changed[at] ?? 0) ^ flip
            if (!openBadges.recognise(changed)) return
            const answer = await attempt(() => openBadges.open(changed))
            if (!answer.ok || !(await accepted(answer.value))) return
            assert.deepEqual(answer.value.award, before, `${extension}, byte ${at}`)
          },
        ),
        { numRuns: 60 },
      )
    }
  })

  test('is presented by its holder with a proof of its own', async () => {
    const { artefacts } = await issued()
    const credential = readJsonObject(artefacts[0]?.bytes ?? new Uint8Array())
    const presentation = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      holder: 'did:web:credentials.arrabida.example',
      verifiableCredential: [credential],
    }
    const created = new Date('2026-07-02T00:00:00Z')
    const shown = await sealDocument(presentation, keys.proof, {
      created,
      purpose: 'authentication',
      challenge: 'c',
      domain: 'd.example',
    })
    const opened = await openBadges.open(utf8(JSON.stringify(shown)))
    const { presentation: holding } = opened.holding
    assert.deepEqual(
      [holding?.holder, holding?.challenge, holding?.domain, holding?.presentedAt],
      ['did:web:credentials.arrabida.example', 'c', 'd.example', created],
    )
    assert.ok(await accepted(opened))
    const answers = await Promise.all(
      (holding?.proofs ?? []).map((proof) => proof.verify(keys.proof.publicKey)),
    )
    assert.deepEqual(answers, [{ holds: true }])
    const wrong = await sealDocument(presentation, keys.proof, { created, challenge: 'c' })
    const answer = await attempt(() => openBadges.open(utf8(JSON.stringify(wrong))))
    assert.equal(!answer.ok && answer.refusals[0]?.code, 'ob3.proof-purpose')
    const nameless = { ...presentation, holder: { name: 'Arrábida' } }
    const unnamed = await attempt(() => openBadges.open(utf8(JSON.stringify(nameless))))
    assert.equal(!unnamed.ok && unnamed.refusals[0]?.code, 'ob3.presentation')
  })
})

test('a token whose claims and credential differ is refused', async () => {
  const { artefacts } = await issued()
  const [head, body, seal] = utf8Decode(artefacts[1]?.bytes ?? new Uint8Array()).split('.')
  const payload = readJsonObject(Buffer.from(body ?? '', 'base64url'))
  for (const change of [
    { iss: 'did:web:evil.example' },
    { jti: 'urn:uuid:2' },
    { nbf: 1 },
    { exp: 4_000_000_000 },
  ]) {
    const other = Buffer.from(JSON.stringify({ ...payload, ...change })).toString('base64url')
    const answer = await attempt(() => openBadges.open(utf8(`${head}.${other}.${seal}`)))
    assert.equal(!answer.ok && answer.refusals[0]?.code, 'ob3.jwt-claims', JSON.stringify(change))
  }
})

test('the rules find what is wrong, at its place', async () => {
  const { unsigned } = await issued()
  const document = unsigned.document as JsonObject
  const subject = document['credentialSubject'] as JsonObject
  const achievement = subject['achievement'] as JsonObject
  const inSubject = (change: JsonObject) => ({
    ...document,
    credentialSubject: { ...subject, ...change },
  })
  const inAchievement = (change: JsonObject) =>
    inSubject({ achievement: { ...achievement, ...change } })
  const cases: readonly (readonly [JsonObject, string])[] = [
    [{ ...document, validUntil: '2020-01-01T00:00:00Z' }, '$.validUntil'],
    [{ ...document, validFrom: '2026-07-01' }, '$.validFrom'],
    [{ ...document, id: 'badge' }, '$.id'],
    [{ ...document, type: ['VerifiableCredential'] }, '$.type'],
    [{ ...document, credentialStatus: [], issuer: { id: 'did:web:x.example' } }, '$.issuer.type'],
    [inSubject({ identifier: [] }), '$.credentialSubject'],
    [
      inSubject({ result: [{ type: ['Result'], resultDescription: 'urn:x' }] }),
      '$.credentialSubject.result[0].resultDescription',
    ],
    [inAchievement({ name: { en: 'X' } }), '$.credentialSubject.achievement.name'],
    [
      inAchievement({ achievementType: 'Course of something' }),
      '$.credentialSubject.achievement.achievementType',
    ],
    [inAchievement({ criteria: {} }), '$.credentialSubject.achievement.criteria'],
    [
      inAchievement({ alignment: [{ type: ['Alignment'], targetName: 'X' }] }),
      '$.credentialSubject.achievement.alignment[0].targetUrl',
    ],
  ]
  for (const [changed, place] of cases)
    assert.ok(
      faultsOf(changed).some((fault) => fault.place === place),
      place,
    )
})

test('an achievement of others becomes a design to go on with', () => {
  const design = importDesign({
    type: 'Achievement',
    id: 'https://other.example/badges/1',
    name: 'Teamwork',
    description: 'Works with others.',
    inLanguage: 'en-US',
    criteria: { narrative: 'Be **nominated** by peers.' },
    creditsAvailable: 2,
    alignment: [
      {
        type: ['Alignment'],
        targetUrl: 'http://data.europa.eu/esco/skill/x',
        targetName: 'work in teams',
        targetFramework: 'ESCO',
      },
      { type: ['Alignment'], targetUrl: 'http://data.europa.eu/snb/eqf/4', targetName: 'EQF 4' },
    ],
    resultDescription: [
      {
        id: 'urn:uuid:1',
        type: ['ResultDescription'],
        name: 'Final Grade',
        resultType: 'LetterGrade',
      },
    ],
  })
  assert.deepEqual(design.title, { 'en-US': 'Teamwork' })
  assert.deepEqual(
    design.outcomes.map(({ text, skills }) => [text['en-US'], skills[0]?.framework]),
    [['work in teams', 'ESCO']],
  )
  assert.equal(design.level?.eqf, 4)
  assert.deepEqual(design.credits, { system: 'unspecified', points: 2 })
  assert.deepEqual(
    design.assessments.map(({ title, criteria }) => [title?.['en-US'], criteria[0]?.text['en-US']]),
    [
      ['Final Grade', undefined],
      [undefined, 'Be **nominated** by peers.'],
    ],
  )
})

test('bytes of any kind are recognised or not, opened or refused, never worse', async () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '{"type":["OpenBadgeCredential"]}',
      '{"type":"OpenBadgeCredential","@context":["https://www.w3.org/ns/credentials/v2"],"issuer":"x","credentialSubject":{}}',
    ),
    fc.json(),
  )
  await fc.assert(
    fc.asyncProperty(piece, async (text) => {
      const bytes = utf8(text)
      openBadges.recognise(bytes)
      await attempt(() => openBadges.open(bytes))
    }),
    { numRuns: 200 },
  )
})
