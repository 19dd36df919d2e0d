import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../check.ts'
import { first, placesOf, sample } from '../sample.ts'
import { countryCode } from './country-code.ts'

test('EL and UK are found, and the right code is offered', () => {
  const greek = sample((design) => {
    first(design.awardingBodies).organisation.country = 'EL'
    first(design.qualityAssurance).bodyCountry = 'UK'
  })
  assert.deepEqual(placesOf(countryCode, greek), [
    'awardingBodies[0].organisation.country',
    'qualityAssurance[0].bodyCountry',
  ])
  const [finding] = check(greek).findings.filter(({ rule }) => rule === countryCode.id)
  assert.equal(finding?.mend, 'Write GR.')
})

test('countries of ISO 3166-1 are not', () => assert.deepEqual(placesOf(countryCode, sample()), []))
