import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { m7Credits } from './m7-credits.ts'

test('ECTS credits are advised, and never demanded', () => {
  const other = sample((design) => void (design.credits = { system: 'CFU', points: 3 }))
  const none = sample((design) => void delete design.credits)
  for (const design of [other, none]) assert.deepEqual(placesOf(m7Credits, design), ['credits'])
  assert.equal(m7Credits.severity, 'advice')
})

test('a design with ECTS credits needs no such advice', () => {
  assert.deepEqual(placesOf(m7Credits, sample()), [])
})
