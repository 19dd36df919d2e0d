import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { o3Grade } from './o3-grade.ts'

const ungraded = sample((design) => void delete design.gradingScheme)

test('a design without any grading scheme is found', () => {
  assert.deepEqual(placesOf(o3Grade, ungraded), ['gradingScheme'])
})

test('the scheme of an assessment is enough', () => {
  const graded = structuredClone(ungraded)
  first(graded.assessments).gradingScheme = { title: { en: '0 to 10' } }
  assert.deepEqual(placesOf(o3Grade, graded), [])
})
