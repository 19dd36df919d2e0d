import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { translationUndeclared } from './translation-undeclared.ts'

test('a language that is used but not named is found once', () => {
  const polish = sample((design) => {
    design.title = { ...design.title, pl: 'Obserwacja rzek' }
    design.description = { ...design.description, pl: 'Obserwujemy rzekę.' }
  })
  assert.deepEqual(placesOf(translationUndeclared, polish), ['languages'])
})

test('the languages that are named are not', () =>
  assert.deepEqual(placesOf(translationUndeclared, sample()), []))
