import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ofAnEmployer, placesOf, sample } from '../sample.ts'
import { o2Supervision } from './o2-supervision.ts'

test('an assessment silent about supervision is found', () => {
  assert.deepEqual(placesOf(o2Supervision, ofAnEmployer), ['assessments[E1].supervision'])
})

test('one that says it is not', () => assert.deepEqual(placesOf(o2Supervision, sample()), []))
