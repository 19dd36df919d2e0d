import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, ofAnEmployer, placesOf, sample } from '../sample.ts'
import { identityCheckStackable } from './identity-check-stackable.ts'

test('stackable without any identity check is found', () => {
  const anybody = sample(
    (design) =>
      void (first(design.assessments).supervision = { supervised: true, identityChecked: false }),
  )
  assert.deepEqual(placesOf(identityCheckStackable, anybody), ['assessments'])
})

test('standing alone it may do without', () => {
  for (const design of [sample(), ofAnEmployer])
    assert.deepEqual(placesOf(identityCheckStackable, design), [])
})
