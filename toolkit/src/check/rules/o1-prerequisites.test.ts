import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { o1Prerequisites } from './o1-prerequisites.ts'

test('silence about prerequisites is found', () => {
  const silent = sample((design) => void delete design.prerequisites)
  const empty = sample((design) => void (design.prerequisites = {}))
  for (const design of [silent, empty])
    assert.deepEqual(placesOf(o1Prerequisites, design), ['prerequisites'])
})

test('a level alone is an answer', () => {
  assert.deepEqual(
    placesOf(
      o1Prerequisites,
      sample((design) => void (design.prerequisites = { level: 4 })),
    ),
    [],
  )
})
