import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ofAnEmployer, placesOf, sample } from '../sample.ts'
import { o5FurtherInformation } from './o5-further-information.ts'

test('a design that leads nowhere is found', () => {
  assert.deepEqual(placesOf(o5FurtherInformation, ofAnEmployer), ['homepage'])
})

test('a page is enough', () => assert.deepEqual(placesOf(o5FurtherInformation, sample()), []))
