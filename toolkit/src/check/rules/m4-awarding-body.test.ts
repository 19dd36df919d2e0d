import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ofAnEmployer, placesOf, sample } from '../sample.ts'
import { m4AwardingBody } from './m4-awarding-body.ts'

test('a design nobody awards is found', () => {
  assert.deepEqual(
    placesOf(
      m4AwardingBody,
      sample((design) => void (design.awardingBodies = [])),
    ),
    ['awardingBodies'],
  )
})

test('any organisation may award, a company too', () => {
  assert.deepEqual(placesOf(m4AwardingBody, ofAnEmployer), [])
})
