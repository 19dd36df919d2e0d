import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { d2Criteria } from './d2-criteria.ts'

test('an assessment without criteria is found', () => {
  const vague = sample((design) => void (first(design.assessments).criteria = []))
  assert.deepEqual(placesOf(d2Criteria, vague), ['assessments[E1].criteria'])
})

test('one criterion is enough', () => assert.deepEqual(placesOf(d2Criteria, sample()), []))
