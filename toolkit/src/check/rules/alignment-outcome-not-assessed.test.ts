import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { alignmentOutcomeNotAssessed } from './alignment-outcome-not-assessed.ts'

test('an outcome no assessment proves is found', () => {
  const untested = sample((design) => void (first(design.assessments).outcomes = ['LO1']))
  assert.deepEqual(placesOf(alignmentOutcomeNotAssessed, untested), ['outcomes[LO2]'])
})

test('one assessment may prove them all', () => {
  assert.deepEqual(placesOf(alignmentOutcomeNotAssessed, sample()), [])
})
