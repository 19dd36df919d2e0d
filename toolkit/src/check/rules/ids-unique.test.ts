import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { idsUnique } from './ids-unique.ts'

test('an id used twice is found', () => {
  const twice = sample((design) => void design.outcomes.push(first(design.outcomes)))
  assert.deepEqual(placesOf(idsUnique, twice), ['outcomes[LO1]'])
})

test('an outcome and an assessment may have the same', () => {
  const shared = sample((design) => void (first(design.assessments).id = 'LO1'))
  for (const design of [shared, sample()]) assert.deepEqual(placesOf(idsUnique, design), [])
})
