import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { o4Stackability } from './o4-stackability.ts'

test('silence about stacking is found', () => {
  assert.deepEqual(
    placesOf(
      o4Stackability,
      sample((design) => void delete design.stackability),
    ),
    ['stackability'],
  )
})

test('standing alone is an answer', () => {
  const alone = sample(
    (design) => void (design.stackability = { kind: 'stand-alone', towards: [] }),
  )
  assert.deepEqual(placesOf(o4Stackability, alone), [])
})
