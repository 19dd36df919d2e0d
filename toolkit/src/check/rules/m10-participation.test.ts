import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { m10Participation } from './m10-participation.ts'

const unsaid = sample((design) => {
  design.modes = []
  first(design.activities).modes = []
  first(design.assessments).modes = []
})

test('a design that does not say how learners take part is found', () => {
  assert.deepEqual(placesOf(m10Participation, unsaid), ['modes'])
})

test('the form of one activity is an answer', () => {
  const answered = structuredClone(unsaid)
  first(answered.activities).modes = ['online']
  assert.deepEqual(placesOf(m10Participation, answered), [])
})
