import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { titleAcronym } from './title-acronym.ts'

const titled = (en: string) => sample((design) => void (design.title = { en }))

test('abbreviations and course numbers are found', () => {
  for (const title of ['GDPR', 'AI', 'CS101', 'GDPR-ISO 27001']) {
    assert.deepEqual(placesOf(titleAcronym, titled(title)), ['title.en'], title)
  }
})

test('words are not, even with an abbreviation or in capitals', () => {
  for (const title of ['AI for Nurses', 'Python', 'DATA LITERACY FOR EVERYBODY IN CHEMISTRY']) {
    assert.deepEqual(placesOf(titleAcronym, titled(title)), [], title)
  }
})
