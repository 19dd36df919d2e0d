import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../check.ts'
import { placesOf, sample } from '../sample.ts'
import { languageCode } from './language-code.ts'

test('codes that are no language are found wherever they stand, and the right one is offered', () => {
  const design = sample((draft) => {
    draft.languages = ['en', 'gr']
    draft.teachingLanguages = ['qq', 'eng', 'de-XQ']
    draft.title = { en: 'Ethics', cz: 'Etika' }
  })
  assert.deepEqual(placesOf(languageCode, design), [
    'languages[1]',
    'teachingLanguages[0]',
    'teachingLanguages[1]',
    'teachingLanguages[2]',
    'title.cz',
  ])
  const mends = check(design)
    .findings.filter(({ rule }) => rule === languageCode.id)
    .map(({ mend }) => mend)
  assert.ok(mends.includes('Write el.'))
  assert.ok(mends.includes('Write en.'))
  assert.ok(mends.includes('Write cs.'))
})

test('languages of ISO 639 are not, with script, region or three letters of their own', () => {
  assert.deepEqual(placesOf(languageCode, sample()), [])
  const design = sample((draft) => {
    draft.teachingLanguages = ['se', 'sma', 'sr-Latn', 'pt-BR', 'zh-Hant-TW', 'und']
  })
  assert.deepEqual(placesOf(languageCode, design), [])
})
