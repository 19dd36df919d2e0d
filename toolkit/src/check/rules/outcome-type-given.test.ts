import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ofAnEmployer, placesOf, sample } from '../sample.ts'
import { outcomeTypeGiven } from './outcome-type-given.ts'

test('an outcome of no kind is found', () => {
  assert.deepEqual(placesOf(outcomeTypeGiven, ofAnEmployer), ['outcomes[LO1].type'])
})

test('outcomes with a kind are not', () =>
  assert.deepEqual(placesOf(outcomeTypeGiven, sample()), []))
