import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ofAnEmployer, placesOf, sample } from '../sample.ts'
import { jointApproval } from './joint-approval.ts'

test('a body that has not approved is found', () => {
  const waiting = sample((design) => void delete design.awardingBodies[1]?.approvedOn)
  assert.deepEqual(placesOf(jointApproval, waiting), ['awardingBodies[1].approvedOn'])
})

test('a single body needs no date of its own', () => {
  for (const design of [sample(), ofAnEmployer])
    assert.deepEqual(placesOf(jointApproval, design), [])
})
