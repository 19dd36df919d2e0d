import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { titleLength } from './title-length.ts'

const titled = (de: string) => sample((design) => void (design.title = { en: 'Rivers', de }))

test('a title of 81 characters is found in its language', () => {
  assert.deepEqual(placesOf(titleLength, titled('ä'.repeat(81))), ['title.de'])
})

test('one of 80 is not', () => assert.deepEqual(placesOf(titleLength, titled('ä'.repeat(80))), []))
