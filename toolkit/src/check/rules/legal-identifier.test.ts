import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { legalIdentifier } from './legal-identifier.ts'

test('an awarding body with a domain alone is found', () => {
  const domain = sample(
    (design) =>
      void (first(design.awardingBodies).organisation.identifiers = [
        { scheme: 'schac', value: 'valdeserena.example' },
      ]),
  )
  assert.deepEqual(placesOf(legalIdentifier, domain), [
    'awardingBodies[0].organisation.identifiers',
  ])
})

test('a registration number is enough', () =>
  assert.deepEqual(placesOf(legalIdentifier, sample()), []))
