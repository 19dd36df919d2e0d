import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { stackabilityDecided } from './stackability-decided.ts'

test('a promise nobody decides on is found', () => {
  const promised = sample(
    (design) =>
      void (design.stackability = {
        kind: 'stand-alone-and-stackable',
        towards: [{ title: { en: 'A degree' } }],
      }),
  )
  assert.deepEqual(placesOf(stackabilityDecided, promised), ['stackability.towards[0].decidedBy'])
})

test('part of something unnamed is found', () => {
  const part = sample((design) => void (design.stackability = { kind: 'integrated', towards: [] }))
  assert.deepEqual(placesOf(stackabilityDecided, part), ['stackability.towards'])
})

test('a decision with a name is not', () =>
  assert.deepEqual(placesOf(stackabilityDecided, sample()), []))
