import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freeze } from '../../credential/freeze.ts'
import { placesOf, sample } from '../sample.ts'
import { m5ApprovedBeforeUse } from './m5-approved-before-use.ts'

test('a version used before all bodies approved it is found', () => {
  const early = freeze(sample(), new Date('2026-02-20T09:00:00Z'))
  assert.deepEqual(placesOf(m5ApprovedBeforeUse, early), ['awardingBodies[1].approvedOn'])
})

test('one used afterwards is not, nor is one that is not used yet', () => {
  const later = freeze(sample(), new Date('2026-09-01T09:00:00Z'))
  for (const design of [later, sample()])
    assert.deepEqual(placesOf(m5ApprovedBeforeUse, design), [])
})
