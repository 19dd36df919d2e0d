import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { qualityExpired } from './quality-expired.ts'

const old = sample((design) => {
  first(design.qualityAssurance).validUntil = '2026-01-31'
  first(design.awardingBodies).organisation.qualityAssurance = [
    { type: 'external', validUntil: '2025-12-31' },
  ]
})

test('decisions that ran out are found', () => {
  assert.deepEqual(placesOf(qualityExpired, old, { now: new Date('2026-02-01T00:00:00Z') }), [
    'qualityAssurance[0].validUntil',
    'awardingBodies[0].organisation.qualityAssurance[0].validUntil',
  ])
})

test('on its last day it still holds, and without a date nothing is said', () => {
  const lastDay = sample(
    (design) => void (first(design.qualityAssurance).validUntil = '2026-02-01'),
  )
  assert.deepEqual(placesOf(qualityExpired, lastDay, { now: new Date('2026-02-01T23:00:00Z') }), [])
  assert.deepEqual(placesOf(qualityExpired, old), [])
})
