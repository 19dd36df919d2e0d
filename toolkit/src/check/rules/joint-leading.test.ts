import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ofAnEmployer, placesOf, sample } from '../sample.ts'
import { jointLeading } from './joint-leading.ts'

const all = (role: 'leading' | 'partner') =>
  sample((design) => {
    for (const body of design.awardingBodies) body.role = role
  })

test('two leading bodies are found, and none', () => {
  for (const role of ['leading', 'partner'] as const) {
    assert.deepEqual(placesOf(jointLeading, all(role)), ['awardingBodies'])
  }
})

test('one leading body is not, nor is a single one', () => {
  for (const design of [sample(), ofAnEmployer])
    assert.deepEqual(placesOf(jointLeading, design), [])
})
