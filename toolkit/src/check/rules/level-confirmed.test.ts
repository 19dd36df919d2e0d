import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { levelConfirmed } from './level-confirmed.ts'

test('a confirmed level without a national framework is found', () => {
  const confirmed = sample((design) => void (design.level = { standing: 'confirmed', eqf: 6 }))
  assert.deepEqual(placesOf(levelConfirmed, confirmed), ['level.nqf'])
})

test('an indicative one is not', () => assert.deepEqual(placesOf(levelConfirmed, sample()), []))
