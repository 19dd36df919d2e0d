import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { levelCycle } from './level-cycle.ts'

test('a second cycle at EQF level 6 is found', () => {
  const odd = sample(
    (design) => void (design.level = { standing: 'indicative', eqf: 6, cycle: 'second' }),
  )
  assert.deepEqual(placesOf(levelCycle, odd), ['level.cycle'])
})

test('a level without a cycle is not', () => {
  const vocational = sample((design) => void (design.level = { standing: 'indicative', eqf: 4 }))
  for (const design of [vocational, sample()]) assert.deepEqual(placesOf(levelCycle, design), [])
})
