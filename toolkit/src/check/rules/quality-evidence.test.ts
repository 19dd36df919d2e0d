import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, ofAnEmployer, placesOf, sample } from '../sample.ts'
import { qualityEvidence } from './quality-evidence.ts'

test('external quality assurance without a report is found', () => {
  const claimed = sample((design) => void delete first(design.qualityAssurance).report)
  assert.deepEqual(placesOf(qualityEvidence, claimed), ['qualityAssurance[0].report'])
})

test('internal quality assurance needs no public report', () => {
  for (const design of [sample(), ofAnEmployer])
    assert.deepEqual(placesOf(qualityEvidence, design), [])
})
