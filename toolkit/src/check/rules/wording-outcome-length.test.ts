import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample, sampleOutcome } from '../sample.ts'
import { wordingOutcomeLength } from './wording-outcome-length.ts'

test('a heading and a paragraph are found', () => {
  for (const text of ['Water sampling', `Explain ${'very '.repeat(40)}much.`]) {
    assert.deepEqual(placesOf(wordingOutcomeLength, sampleOutcome(text)), ['outcomes[LO1].text.en'])
  }
})

test('a sentence is not', () => assert.deepEqual(placesOf(wordingOutcomeLength, sample()), []))
