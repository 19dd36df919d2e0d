import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, ofAnEmployer, placesOf, sample } from '../sample.ts'
import { d1Assessed } from './d1-assessed.ts'

test('a design that assesses nothing is no micro-credential', () => {
  assert.deepEqual(
    placesOf(
      d1Assessed,
      sample((design) => void (design.assessments = [])),
    ),
    ['assessments'],
  )
})

test('nor is one that assesses attendance alone', () => {
  const attended = sample(
    (design) => void (first(design.assessments).methods = ['level-of-attendance']),
  )
  assert.deepEqual(placesOf(d1Assessed, attended), ['assessments'])
})

test('attendance beside a portfolio is well, and so is an assessment whose type is not said', () => {
  const both = sample(
    (design) => void first(design.assessments).methods.push('level-of-attendance'),
  )
  const unsaid = sample((design) => void (first(design.assessments).methods = []))
  for (const design of [both, unsaid, ofAnEmployer])
    assert.deepEqual(placesOf(d1Assessed, design), [])
})
