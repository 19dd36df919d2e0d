import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { jointCountry } from './joint-country.ts'

test('a partner without a country is found', () => {
  const nowhere = sample((design) => void delete design.awardingBodies[1]?.organisation.country)
  assert.deepEqual(placesOf(jointCountry, nowhere), ['awardingBodies[1].organisation.country'])
})

test('a single body is asked by Annex I alone', () => {
  const single = sample((design) => {
    design.awardingBodies.length = 1
    delete design.awardingBodies[0]?.organisation.country
  })
  for (const design of [single, sample()]) assert.deepEqual(placesOf(jointCountry, design), [])
})
