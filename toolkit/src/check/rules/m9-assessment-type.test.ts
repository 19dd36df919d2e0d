import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, ofAnEmployer, placesOf, sample } from '../sample.ts'
import { m9AssessmentType } from './m9-assessment-type.ts'

test('assessments of no stated type are found, and so are none', () => {
  const untyped = sample((design) => void (first(design.assessments).methods = []))
  assert.deepEqual(placesOf(m9AssessmentType, untyped), ['assessments[E1]'])
  const none = sample((design) => void (design.assessments = []))
  assert.deepEqual(placesOf(m9AssessmentType, none), ['assessments'])
})

test('one typed assessment is enough', () => {
  assert.deepEqual(placesOf(m9AssessmentType, ofAnEmployer), [])
})
