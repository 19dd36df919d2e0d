import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { d5ExpiryReason } from './d5-expiry-reason.ts'

test('an expiry without a reason is found', () => {
  const lapsing = sample((design) => void (design.expiry = { afterMonths: 24 }))
  assert.deepEqual(placesOf(d5ExpiryReason, lapsing), ['expiry.reason'])
})

test('one with a reason is not, nor is none at all', () => {
  const licence = sample(
    (design) => void (design.expiry = { afterMonths: 24, reason: { en: 'First-aid licence.' } }),
  )
  for (const design of [licence, sample()]) assert.deepEqual(placesOf(d5ExpiryReason, design), [])
})
