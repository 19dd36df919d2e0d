import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../check.ts'
import { first, placesOf, sample } from '../sample.ts'
import { jointCredits } from './joint-credits.ts'

test('shares that are not the whole are found', () => {
  const more = sample((design) => void (first(design.awardingBodies).credits = 3))
  assert.deepEqual(placesOf(jointCredits, more), ['awardingBodies'])
})

test('a missing share is a warning', () => {
  const open = sample((design) => void delete first(design.awardingBodies).credits)
  const [finding] = check(open).findings.filter(({ rule }) => rule === jointCredits.id)
  assert.equal(finding?.place, 'awardingBodies[0].credits')
  assert.equal(finding?.severity, 'warning')
})

test('shares of a half add up', () => {
  const halves = sample((design) => {
    design.awardingBodies.push({ ...first(design.awardingBodies), role: 'partner' })
    for (const [i, credits] of [1.1, 1.7, 0.2].entries())
      Object.assign(design.awardingBodies[i] ?? {}, { credits })
  })
  for (const design of [halves, sample()]) assert.deepEqual(placesOf(jointCredits, design), [])
})
