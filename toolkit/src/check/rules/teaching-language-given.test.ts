import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { teachingLanguageGiven } from './teaching-language-given.ts'

const silent = sample((design) => void (design.teachingLanguages = []))

test('a design without a language of learning is found', () => {
  assert.deepEqual(placesOf(teachingLanguageGiven, silent), ['teachingLanguages'])
})

test('the language of an activity is enough', () => {
  const spoken = structuredClone(silent)
  first(spoken.activities).language = 'de'
  assert.deepEqual(placesOf(teachingLanguageGiven, spoken), [])
})
