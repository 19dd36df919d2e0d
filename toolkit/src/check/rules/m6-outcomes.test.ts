import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ofAnEmployer, placesOf, sample } from '../sample.ts'
import { m6Outcomes } from './m6-outcomes.ts'

test('a design without outcomes is found', () => {
  assert.deepEqual(
    placesOf(
      m6Outcomes,
      sample((design) => void (design.outcomes = [])),
    ),
    ['outcomes'],
  )
})

test('one outcome is enough', () => assert.deepEqual(placesOf(m6Outcomes, ofAnEmployer), []))
