import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { durationDisagrees } from './duration-disagrees.ts'

const both = (hours: number, stated: string) =>
  sample((design) => void (design.workload = { hours, stated }))

test('minutes written for hours are found', () => {
  assert.deepEqual(placesOf(durationDisagrees, both(60, 'PT60M')), ['workload.stated'])
})

test('the same twice is not, nor what another rule finds', () => {
  for (const stated of ['PT60H', 'PT3600M', 'P60M'])
    assert.deepEqual(placesOf(durationDisagrees, both(60, stated)), [])
})
