import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { outcomesCount } from './outcomes-count.ts'

const count = (length: number) =>
  sample((design) => {
    const outcome = first(design.outcomes)
    design.outcomes = Array.from({ length }, (_, i) => ({ ...outcome, id: `LO${i}` }))
  })

test('one outcome is few, and ten are many for three credits', () => {
  for (const length of [1, 10])
    assert.deepEqual(placesOf(outcomesCount, count(length)), ['outcomes'])
})

test('two to nine are well for three credits; none is asked by Annex I', () => {
  for (const length of [0, 2, 9]) assert.deepEqual(placesOf(outcomesCount, count(length)), [])
})
