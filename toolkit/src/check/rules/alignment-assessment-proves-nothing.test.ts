import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { alignmentAssessmentProvesNothing } from './alignment-assessment-proves-nothing.ts'

test('an assessment without outcomes is found', () => {
  const aimless = sample((design) => void (first(design.assessments).outcomes = []))
  assert.deepEqual(placesOf(alignmentAssessmentProvesNothing, aimless), [
    'assessments[E1].outcomes',
  ])
})

test('one with an outcome is not', () => {
  assert.deepEqual(placesOf(alignmentAssessmentProvesNothing, sample()), [])
})
