// Dates and numbers as each language writes them; the digits are always those of the certificate.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  countryInWords,
  dateInWords,
  languageInWords,
  listInWords,
  numberInWords,
  shareInWords,
  sizeInWords,
  timeInWords,
} from './in-words.ts'
import { languages } from './messages.ts'

describe('in words', () => {
  it('a day is the same day everywhere', () => {
    assert.equal(dateInWords('en', '2026-05-12'), '12 May 2026')
    assert.equal(dateInWords('es', '2026-05-12'), '12 de mayo de 2026')
    assert.equal(dateInWords('lt', '2026-05-12'), '2026 m. gegužės 12 d.')
    assert.match(dateInWords('ar', '2026-05-12'), /12 مايو 2026/)
  })

  it('a time names its zone', () => {
    assert.match(timeInWords('en', new Date('2026-05-12T14:05:00Z')), /12 May 2026.*14:05 UTC/)
  })

  it('numbers have the digits of the certificate', () => {
    for (const language of languages)
      assert.match(numberInWords(language, 1_234_567), /^1\D?234\D?567$/)
    for (const language of languages) assert.match(shareInWords(language, 0.37), /37/)
  })

  it('sizes, lists, languages and countries', () => {
    assert.equal(sizeInWords('en', 12), '12 bytes')
    assert.equal(sizeInWords('en', 34_567), '35 kB')
    assert.match(sizeInWords('fr', 1_260_000), /1,3\sMo/)
    assert.equal(listInWords('en', ['A', 'B', 'C']), 'A, B and C')
    assert.equal(languageInWords('en', 'lt'), 'Lithuanian')
    assert.equal(countryInWords('es', 'DE'), 'Alemania')
    assert.equal(countryInWords('es', '…'), '…')
  })
})
