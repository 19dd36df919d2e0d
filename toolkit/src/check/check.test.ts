import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { z } from 'zod'
import { designSchema, type Design } from '../credential/design.ts'
import { check } from './check.ts'
import { rules } from './rules/index.ts'
import { first, ofAnEmployer, sample } from './sample.ts'

const now = new Date('2026-11-25T12:00:00Z')

/** How to take a mandatory element away from a design. */
const mandatory: Readonly<Record<string, (design: Design) => void>> = {
  'M2-title': (design) => void delete design.title,
  'M4-awarding-body': (design) => void (design.awardingBodies = []),
  'M6-outcomes': (design) => void (design.outcomes = []),
  'M7-workload': (design) => {
    delete design.workload
    delete design.credits
  },
  'M9-assessment-type': (design) => void (design.assessments = []),
  'M10-participation': (design) => {
    design.modes = []
    first(design.activities).modes = []
    for (const assessment of design.assessments) assessment.modes = []
  },
  'M11-quality-assurance': (design) => void (design.qualityAssurance = []),
  'M3-country': (design) => {
    for (const { organisation } of design.awardingBodies) {
      delete organisation.country
      delete organisation.region
    }
  },
}

describe('the check of a design', () => {
  test('nothing is said against the complete one', () => {
    assert.deepEqual(check(sample(), { now }), { errors: 0, warnings: 0, advice: 0, findings: [] })
  })

  test('a lawful micro-credential of an employer meets Annex I', () => {
    const { findings } = check(ofAnEmployer, { now })
    const annexI = findings.filter((finding) => finding.class === 'annex-i')
    assert.deepEqual(
      annexI.filter(({ severity }) => severity !== 'advice'),
      [],
    )
    assert.ok(annexI.some(({ rule }) => rule === 'M7-credits'))
    assert.ok(findings.some((finding) => finding.class === 'tessera-quality'))
  })

  test('counts are those of the findings, and errors come first', () => {
    const { errors, warnings, advice, findings } = check(ofAnEmployer, { now })
    assert.equal(errors + warnings + advice, findings.length)
    const order = findings.map(({ severity }) => ['error', 'warning', 'advice'].indexOf(severity))
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    )
  })

  test('whatever mandatory elements are taken away, exactly these are missed', () => {
    fc.assert(
      fc.property(fc.subarray(Object.keys(mandatory)), (taken) => {
        const spoiled = sample((design) => {
          for (const rule of taken) mandatory[rule]?.(design)
        })
        const missed = check(spoiled, { now })
          .findings.filter((found) => found.class === 'annex-i' && found.severity === 'error')
          .map(({ rule }) => rule)
          .filter((rule) => rule in mandatory)
        // A design without awarding bodies has no country that could be missed.
        const expected = taken.filter(
          (rule) => rule !== 'M3-country' || !taken.includes('M4-awarding-body'),
        )
        assert.deepEqual(missed.toSorted(), expected.toSorted())
      }),
    )
  })

  test('it has an answer for every design the model accepts', () => {
    fc.assert(
      fc.property(anyOf(designSchema), (input) => {
        const design = designSchema.safeParse(input)
        fc.pre(design.success)
        if (!design.success) return
        for (const finding of check(design.data, { now }).findings) {
          for (const words of [finding.place, finding.message, finding.mend]) {
            assert.ok(words.length > 0)
            assert.doesNotMatch(words, /undefined|NaN|\[object/)
          }
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('the rules', () => {
  test('each has an id of its own, named after its file, and a test beside it', () => {
    const folder = fileURLToPath(new URL('../../src/check/rules/', import.meta.url))
    const files = readdirSync(folder).filter((name) => name !== 'index.ts')
    const sources = files.filter((name) => !name.endsWith('.test.ts'))
    assert.deepEqual(rules.map(({ id }) => `${id.toLowerCase()}.ts`).toSorted(), sources.toSorted())
    for (const name of sources) assert.ok(files.includes(name.replace('.ts', '.test.ts')), name)
  })

  test('a demand is one sentence, and every principle is served by a rule', () => {
    for (const { demand } of rules) assert.match(demand, /^[A-Z].*\.$/)
    assert.equal(new Set(rules.map(({ principle }) => principle)).size, 11)
  })

  test('Annex I errors are what the Recommendation itself asks, and no more', () => {
    assert.deepEqual(
      rules
        .filter((rule) => rule.class === 'annex-i' && rule.severity === 'error')
        .map(({ id }) => id)
        .toSorted(),
      [...Object.keys(mandatory), 'D1-assessed'].toSorted(),
    )
  })
})

/** Any value a schema of the model accepts (or nearly: what it refines is left to the parser). */
function anyOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return fc.option(anyOf(schema.unwrap()), { nil: undefined, freq: 3 })
  }
  if (schema instanceof z.ZodObject) {
    const members = Object.entries<z.core.$ZodType>(schema.shape)
    return fc.record(Object.fromEntries(members.map(([name, member]) => [name, anyOf(member)])))
  }
  if (schema instanceof z.ZodArray) return fc.array(anyOf(schema.element), { maxLength: 3 })
  if (schema instanceof z.ZodRecord) {
    return fc.dictionary(fc.constantFrom('en', 'de', 'pt', 'sr-Latn'), words, { minKeys: 1 })
  }
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values)
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options)
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodNumberFormat) return fc.integer({ min: 1, max: 8 })
  if (schema instanceof z.ZodNumber) return fc.double({ min: 0.1, max: 100, noNaN: true })
  return strings.filter((text) => z.safeParse(schema, text).success)
}

const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60 }),
  fc.constantFrom('Understand', 'AI', 'Plan, test and judge a river.'),
)

const strings = fc.constantFrom(
  ...'LO1 E1 A1 ES EL en de-AT 1 1.2 06 0613 9998 online quiz P60M PT60H sixty ECTS Δ'.split(' '),
  ...'2026-01-01 2026-01-01T00:00:00Z https://mosaica.example/ a@mosaica.example'.split(' '),
  `sha256-${'0'.repeat(64)}`,
)
