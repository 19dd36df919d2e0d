import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { d4Need } from './d4-need.ts'

test('a design that names no need is found', () => {
  assert.deepEqual(
    placesOf(
      d4Need,
      sample((design) => void delete design.need),
    ),
    ['need'],
  )
})

test('any kind of need is well', () => assert.deepEqual(placesOf(d4Need, sample()), []))
