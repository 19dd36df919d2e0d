import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { m1Learner } from './m1-learner.ts'

test('a design that says nothing about identity is told that awards need a learner', () => {
  const silent = sample((design) => void delete first(design.assessments).supervision)
  assert.deepEqual(placesOf(m1Learner, silent), ['assessments'])
})

test('saying that identity is not checked is an answer too', () => {
  const open = sample(
    (design) =>
      void (first(design.assessments).supervision = { supervised: false, identityChecked: false }),
  )
  for (const design of [open, sample()]) assert.deepEqual(placesOf(m1Learner, design), [])
})
