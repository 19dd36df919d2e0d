import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { hoursPerCreditOverride } from './hours-per-credit-override.ts'

const range = (min: number, max: number, reason?: string) =>
  sample((design) => {
    design.hoursPerCredit = {
      min,
      max,
      ...(reason === undefined ? {} : { reason: { en: reason } }),
    }
  })

test('a range without a reason is found, and one that runs backwards', () => {
  assert.deepEqual(placesOf(hoursPerCreditOverride, range(26, 28)), ['hoursPerCredit.reason'])
  assert.deepEqual(placesOf(hoursPerCreditOverride, range(30, 25, 'By law.')), ['hoursPerCredit'])
})

test('one with a reason is not', () => {
  for (const design of [range(26, 28, 'By law.'), sample()])
    assert.deepEqual(placesOf(hoursPerCreditOverride, design), [])
})
