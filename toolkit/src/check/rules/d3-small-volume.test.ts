import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ofAnEmployer, placesOf, sample } from '../sample.ts'
import { d3SmallVolume } from './d3-small-volume.ts'

const credits = (points: number) =>
  sample((design) => void (design.credits = { system: 'ECTS', points }))

test('60 credits are a year, not a small volume', () => {
  assert.deepEqual(placesOf(d3SmallVolume, credits(60)), ['credits.points'])
  const year = sample((design) => {
    delete design.credits
    design.workload = { hours: 1600 }
  })
  assert.deepEqual(placesOf(d3SmallVolume, year), ['workload'])
})

test('the range is a setting', () => {
  assert.deepEqual(placesOf(d3SmallVolume, credits(2), { volume: { min: 3, max: 30 } }), [
    'credits.points',
  ])
  assert.deepEqual(placesOf(d3SmallVolume, credits(2)), [])
})

test('a day of training without credits is small, never too small', () => {
  assert.deepEqual(placesOf(d3SmallVolume, ofAnEmployer), [])
})
