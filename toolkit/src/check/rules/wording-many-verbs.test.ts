import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sampleOutcome } from '../sample.ts'
import { wordingManyVerbs } from './wording-many-verbs.ts'

test('an outcome of four verbs is found', () => {
  const crowded = sampleOutcome('Plan, implement, test and document a network of sensors.')
  assert.deepEqual(placesOf(wordingManyVerbs, crowded), ['outcomes[LO1].text.en'])
})

test('three are one too many for nobody, and nouns are no verbs', () => {
  for (const text of [
    'Plan, build and test a sensor.',
    'Compare the design, plan, model and test of a bridge.',
  ]) {
    assert.deepEqual(placesOf(wordingManyVerbs, sampleOutcome(text)), [], text)
  }
})
