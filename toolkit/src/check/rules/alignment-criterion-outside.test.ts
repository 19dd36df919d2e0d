import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { alignmentCriterionOutside } from './alignment-criterion-outside.ts'

test('a criterion about an outcome its assessment does not prove is found', () => {
  const outside = sample((design) => {
    const assessment = first(design.assessments)
    assessment.outcomes = ['LO1']
    first(assessment.criteria).outcomes = ['LO1', 'LO2']
  })
  assert.deepEqual(placesOf(alignmentCriterionOutside, outside), [
    'assessments[E1].criteria[E1-1].outcomes',
  ])
})

test('criteria within it are not', () =>
  assert.deepEqual(placesOf(alignmentCriterionOutside, sample()), []))
