import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { workloadHours } from './workload-hours.ts'

const creditsAlone = sample((design) => {
  delete design.workload
  delete first(design.activities).workload
})

test('credits without hours are found', () => {
  assert.deepEqual(placesOf(workloadHours, creditsAlone), ['workload'])
})

test('hours of all activities are hours', () => {
  assert.deepEqual(
    placesOf(
      workloadHours,
      sample((design) => void delete design.workload),
    ),
    [],
  )
})
