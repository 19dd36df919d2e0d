import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { idsUnique } from './ids-unique.ts'

test('an id used twice is found', () => {
  const twice = sample((design) => void (first(design.assessments).id = 'LO1'))
  assert.deepEqual(placesOf(idsUnique, twice), ['assessments[LO1]'])
})

test('ids of their own are not', () => assert.deepEqual(placesOf(idsUnique, sample()), []))
