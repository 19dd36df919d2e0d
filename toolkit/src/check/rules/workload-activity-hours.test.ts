import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { workloadActivityHours } from './workload-activity-hours.ts'

test('an activity without hours is found', () => {
  const open = sample((design) => void delete first(design.activities).workload)
  assert.deepEqual(placesOf(workloadActivityHours, open), ['activities[A1].workload'])
})

test('one with hours is not', () => assert.deepEqual(placesOf(workloadActivityHours, sample()), []))
