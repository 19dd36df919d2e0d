import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { workloadContactHours } from './workload-contact-hours.ts'

test('more contact hours than hours are found, in an activity and in the whole', () => {
  const activity = sample((design) => void (first(design.activities).contactHours = 71))
  assert.deepEqual(placesOf(workloadContactHours, activity), ['activities[A1].contactHours'])
  const whole = sample((design) => {
    delete first(design.activities).workload
    design.workload = { hours: 20 }
  })
  assert.deepEqual(placesOf(workloadContactHours, whole), ['workload'])
})

test('contact all the time is possible', () => {
  const intense = sample((design) => void (first(design.activities).contactHours = 70))
  assert.deepEqual(placesOf(workloadContactHours, intense), [])
})
