import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { descriptionGiven } from './description-given.ts'

test('a design without description is found', () => {
  assert.deepEqual(
    placesOf(
      descriptionGiven,
      sample((design) => void delete design.description),
    ),
    ['description'],
  )
})

test('one with it is not', () => assert.deepEqual(placesOf(descriptionGiven, sample()), []))
