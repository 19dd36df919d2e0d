import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { durationUnreadable } from './duration-unreadable.ts'

test('what is no duration is found', () => {
  for (const stated of ['75', '75 hours', 'P', 'PT', '']) {
    const wrong = sample((design) => void (design.workload = { stated }))
    assert.deepEqual(placesOf(durationUnreadable, wrong), ['workload.stated'], stated)
  }
})

test('a duration is not, even a strange one', () => {
  assert.deepEqual(
    placesOf(
      durationUnreadable,
      sample((design) => void (design.workload = { stated: 'P60M' })),
    ),
    [],
  )
})
