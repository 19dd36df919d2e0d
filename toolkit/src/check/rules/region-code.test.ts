import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { regionCode } from './region-code.ts'

const at = (country: string, region: string) =>
  sample(
    (design) => void Object.assign(first(design.awardingBodies).organisation, { country, region }),
  )

test('a region in another country is found, and what is no region', () => {
  for (const region of ['AT12', 'Sevilla']) {
    assert.deepEqual(placesOf(regionCode, at('ES', region)), [
      'awardingBodies[0].organisation.region',
    ])
  }
})

test('Greek regions begin with EL and lie in GR', () =>
  assert.deepEqual(placesOf(regionCode, at('GR', 'EL30')), []))
