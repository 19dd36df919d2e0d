import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { assessmentMethodMissing } from './assessment-method-missing.ts'

test('an untyped assessment beside a typed one is found', () => {
  const mixed = sample((design) => {
    design.assessments.push({ ...first(design.assessments), id: 'E2', methods: [] })
  })
  assert.deepEqual(placesOf(assessmentMethodMissing, mixed), ['assessments[E2].methods'])
})

test('where no assessment is typed, Annex I says so alone', () => {
  const untyped = sample((design) => void (first(design.assessments).methods = []))
  for (const design of [untyped, sample()])
    assert.deepEqual(placesOf(assessmentMethodMissing, design), [])
})
