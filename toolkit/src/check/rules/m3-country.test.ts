import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { m3Country } from './m3-country.ts'

const nowhere = sample((design) => {
  for (const { organisation } of design.awardingBodies) {
    delete organisation.country
    delete organisation.region
  }
})

test('awarding bodies without any country are found', () => {
  assert.deepEqual(placesOf(m3Country, nowhere), ['awardingBodies[0].organisation.country'])
})

test('a region is enough', () => {
  const region = structuredClone(nowhere)
  first(region.awardingBodies).organisation.region = 'ES43'
  assert.deepEqual(placesOf(m3Country, region), [])
})

test('without awarding bodies there is no country to miss', () => {
  assert.deepEqual(
    placesOf(
      m3Country,
      sample((design) => void (design.awardingBodies = [])),
    ),
    [],
  )
})
