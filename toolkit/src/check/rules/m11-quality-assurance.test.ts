import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, ofAnEmployer, placesOf, sample } from '../sample.ts'
import { m11QualityAssurance } from './m11-quality-assurance.ts'

const unassured = sample((design) => void (design.qualityAssurance = []))

test('a design without quality assurance is found', () => {
  assert.deepEqual(placesOf(m11QualityAssurance, unassured), ['qualityAssurance'])
})

test('internal quality assurance is lawful, and so is that of the awarding body', () => {
  const byBody = structuredClone(unassured)
  first(byBody.awardingBodies).organisation.qualityAssurance = [{ type: 'external' }]
  for (const design of [ofAnEmployer, byBody])
    assert.deepEqual(placesOf(m11QualityAssurance, design), [])
})
