import assert from 'node:assert/strict'
import { test } from 'node:test'
import { first, placesOf, sample } from '../sample.ts'
import { translationMissing } from './translation-missing.ts'

test('a text that is missing in one language is found, with its place', () => {
  const half = sample((design) => {
    const criterion = first(first(design.assessments).criteria)
    criterion.text = { en: 'Another person obtains the same result.' }
    Object.assign(design.outcomes[1] ?? {}, { text: { de: 'Wasserproben analysieren.' } })
  })
  assert.deepEqual(placesOf(translationMissing, half), [
    'outcomes[LO2].text.en',
    'assessments[E1].criteria[E1-1].text.de',
  ])
})

test('names of organisations and bodies need no translation', () => {
  assert.deepEqual(placesOf(translationMissing, sample()), [])
})

test('other languages may be asked for', () => {
  const places = placesOf(translationMissing, sample(), { languages: ['ga'] })
  assert.ok(places.includes('title.ga'))
  assert.ok(places.includes('stackability.towards[0].decidedBy.ga'))
})
