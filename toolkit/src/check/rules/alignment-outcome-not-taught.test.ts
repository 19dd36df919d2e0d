import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, ofAnEmployer, placesOf, sample } from '../sample.ts'
import { alignmentOutcomeNotTaught } from './alignment-outcome-not-taught.ts'

test('an outcome no activity leads to is found', () => {
  const untaught = sample((design) => void (first(design.activities).outcomes = ['LO1']))
  assert.deepEqual(placesOf(alignmentOutcomeNotTaught, untaught), ['outcomes[LO2]'])
})

test('a design that describes no activities, such as one for validation, is not', () => {
  for (const design of [ofAnEmployer, sample()])
    assert.deepEqual(placesOf(alignmentOutcomeNotTaught, design), [])
})
