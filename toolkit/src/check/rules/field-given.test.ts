import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { fieldGiven } from './field-given.ts'

test('a design without a field is found', () => {
  assert.deepEqual(
    placesOf(
      fieldGiven,
      sample((design) => void (design.fields = [])),
    ),
    ['fields'],
  )
})

test('one field is enough', () => assert.deepEqual(placesOf(fieldGiven, sample()), []))
