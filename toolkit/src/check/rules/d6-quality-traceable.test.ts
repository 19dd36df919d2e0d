import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ofAnEmployer, placesOf, sample } from '../sample.ts'
import { d6QualityTraceable } from './d6-quality-traceable.ts'

test('quality assurance that names nobody is found', () => {
  assert.deepEqual(placesOf(d6QualityTraceable, ofAnEmployer), ['qualityAssurance[0]'])
})

test('a body or a standard is enough', () => {
  const byStandard = sample(
    (design) => void (design.qualityAssurance = [{ type: 'internal', standard: 'ISO 21001' }]),
  )
  for (const design of [byStandard, sample()])
    assert.deepEqual(placesOf(d6QualityTraceable, design), [])
})
