import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from '../../canonical-json.ts'
import { awardSchema } from '../../credential/award.ts'
import type { Award } from '../../credential/award.ts'
import { utf8 } from '../../read/utf8.ts'
import { attempt, Refused } from '../../refusal.ts'
import { exampleAward, exampleSettings as settings } from './example-award.ts'
import { documentOf, keys, plain, sameHours, sealed } from './example-keys.ts'
import { edc } from './index.ts'

// Texts as people write them: any script, never empty.
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((said) => said.isWellFormed())
const texts = fc
  .record({ en: words, es: words, 'pt-BR': words }, { requiredKeys: ['en'] })
  .map((said) => ({ ...said }))
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined })
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))
const example = exampleAward.design

const designs = fc.record({
  title: texts,
  description: maybe(texts),
  targetGroup: maybe(texts),
  fields: fc.uniqueArray(fc.constantFrom('0688', '0613', '01'), { maxLength: 3 }),
  level: maybe(
    fc.record({
      eqf: fc.integer({ min: 1, max: 8 }),
      nqf: maybe(fc.record({ framework: words, level: words })),
      cycle: maybe(fc.constantFrom('short', 'first', 'second', 'third')),
      standing: fc.constantFrom('indicative', 'confirmed'),
    }),
  ),
  teachingLanguages: fc.uniqueArray(fc.constantFrom('en', 'de', 'lt', 'ga'), { maxLength: 3 }),
  outcomes: fc
    .array(
      fc.record({
        text: texts,
        type: maybe(fc.constantFrom('knowledge', 'skill', 'responsibility-and-autonomy')),
        skills: fc.constantFrom([], ...example.outcomes.map(({ skills }) => skills)),
      }),
      { maxLength: 4 },
    )
    .map((list) => list.map((outcome, i) => ({ id: `LO${i + 1}`, ...outcome }))),
  activities: fc
    .array(
      fc.record({
        title: texts,
        description: maybe(texts),
        types: fc.constantFrom([], ['e-learning-coursework'], ['fieldwork in a bog']),
        modes: fc.constantFrom([], ['online'], ['presential', 'online'], ['by carrier pigeon']),
        outcomes: fc.constant([]),
        workload: maybe(
          fc.integer({ min: 1, max: 4000 }).map((quarters) => ({ hours: quarters / 4 })),
        ),
        contactHours: maybe(fc.integer({ min: 0, max: 500 })),
        language: maybe(fc.constantFrom('en', 'pl')),
      }),
      { maxLength: 3 },
    )
    .map((list) => list.map((activity, i) => ({ id: `A${i + 1}`, ...activity }))),
  assessments: fc.constantFrom([], example.assessments, example.assessments.slice(0, 1)),
  workload: maybe(fc.integer({ min: 1, max: 9000 }).map((quarters) => ({ hours: quarters / 4 }))),
  credits: fc.record({
    system: fc.constantFrom('ECTS', 'ECVET', 'Own points'),
    points: fc.integer({ min: 1, max: 60 }).map((halves) => halves / 2),
  }),
  modes: fc.uniqueArray(fc.constantFrom('online', 'blended', 'presential', 'in a tree'), {
    maxLength: 3,
  }),
  setting: maybe(fc.constantFrom('formal', 'non-formal')),
  qualityAssurance: fc.subarray([...example.qualityAssurance]),
  prerequisites: maybe(fc.record({ text: texts, level: maybe(fc.integer({ min: 1, max: 8 })) })),
  stackability: maybe(
    fc.record({
      kind: fc.constantFrom('stand-alone', 'integrated', 'stand-alone-and-stackable'),
      towards: fc.subarray([...(example.stackability?.towards ?? [])]),
      note: maybe(texts),
    }),
  ),
  validationRoute: maybe(fc.record({ possible: fc.boolean(), how: maybe(texts) })),
  gradingScheme: maybe(fc.record({ title: texts, description: maybe(texts) })),
  furtherInformation: maybe(texts),
  homepage: maybe(fc.webUrl()),
})

const awards: fc.Arbitrary<Award> = fc
  .record({
    design: designs,
    learner: fc.record({
      givenName: maybe(words),
      familyName: maybe(words),
      dateOfBirth: maybe(day),
      identifiers: fc.array(fc.record({ scheme: words, value: words }), { maxLength: 2 }),
    }),
    awardedOn: maybe(day),
    expiresAt: maybe(day.map((at) => `${at}T00:00:00Z`)),
    grade: maybe(words),
    furtherInformation: maybe(texts),
  })
  .map((award): Award => {
    const results = exampleAward.results.filter(({ assessment }) =>
      award.design.assessments.some(({ id }) => id === assessment),
    )
    // A grading scheme of the whole is written with its grade; the example's fixed parts stay.
    return {
      ...exampleAward,
      ...award,
      results,
      design: {
        ...example,
        ...award.design,
        languages: ['en', ...Object.keys(award.design.title).filter((tag) => tag !== 'en')],
      },
      learner: award.learner,
      creditsEarned: award.design.credits,
    } as unknown as Award
  })

describe('properties', () => {
  test('an award is read back as it was, but for what losses.ts names', async () => {
    await fc.assert(
      fc.asyncProperty(awards, async (award) => {
        assert.ok(awardSchema.safeParse(award).success)
        const unsigned = await edc.build(award, settings)
        assert.deepEqual(await edc.validate(unsigned), [])
        const opened = await edc.open(utf8(JSON.stringify(unsigned.document)))
        assert.deepEqual(plain(sameHours(opened.award)), plain(award))
        assert.ok(awardSchema.safeParse(opened.award).success)
      }),
      { numRuns: 60 },
    )
  })

  test('after any single-byte change of a sealed file the seal does not hold, or the award is the same', async () => {
    const bytes = await sealed(exampleAward)
    const meant = canonicalJson((await edc.open(bytes)).award)
    const key = keys.seal.publicKey
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const changed = bytes.slice()
          changed[at] = (changed[at] ?? 0) ^ flip
          const answer = await attempt(() => edc.open(changed))
          if (!answer.ok || answer.value.proofs.length === 0) return
          const holds = await Promise.all(answer.value.proofs.map((proof) => proof.verify(key)))
          if (holds.every((one) => one.holds))
            assert.equal(canonicalJson(answer.value.award), meant)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('no JSON, however odd, makes the reader throw anything but a refusal', async () => {
    const odd = fc.jsonValue({ maxDepth: 3 })
    const paths = [
      'credentialSubject',
      'issuer',
      'displayParameter',
      'evidence',
      '@context',
      'credentialStatus',
      'credentialSchema',
    ]
    const document = await documentOf(exampleAward)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), odd, async (path, value) => {
        const bytes = utf8(JSON.stringify({ ...document, [path]: value }))
        try {
          await edc.open(bytes)
        } catch (error) {
          assert.ok(error instanceof Refused, String(error))
        }
      }),
      { numRuns: 150 },
    )
  })
})
