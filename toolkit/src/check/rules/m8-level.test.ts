import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { m8Level } from './m8-level.ts'

test('a level is advised, and never demanded', () => {
  assert.deepEqual(
    placesOf(
      m8Level,
      sample((design) => void delete design.level),
    ),
    ['level'],
  )
  assert.equal(m8Level.severity, 'advice')
})

test('a national level is a level', () => {
  const national = sample(
    (design) =>
      void (design.level = { standing: 'confirmed', nqf: { framework: 'NFQ', level: '8' } }),
  )
  assert.deepEqual(placesOf(m8Level, national), [])
})
