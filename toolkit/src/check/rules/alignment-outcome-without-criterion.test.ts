import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { alignmentOutcomeWithoutCriterion } from './alignment-outcome-without-criterion.ts'

test('an outcome none of the criteria speaks about is found', () => {
  const half = sample(
    (design) => void (first(first(design.assessments).criteria).outcomes = ['LO1']),
  )
  assert.deepEqual(placesOf(alignmentOutcomeWithoutCriterion, half), ['assessments[E1].criteria'])
})

test('a criterion that names no outcome speaks about all', () => {
  assert.deepEqual(placesOf(alignmentOutcomeWithoutCriterion, sample()), [])
})
