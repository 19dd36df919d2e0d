import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sampleOutcome } from '../sample.ts'
import { wordingVagueVerb } from './wording-vague-verb.ts'

test('a skill that is only understood is found, whoever is named first', () => {
  for (const text of [
    'Understand the water cycle.',
    'Learners will be able to be aware of floods.',
    'Be familiar with maps.',
  ]) {
    assert.deepEqual(
      placesOf(wordingVagueVerb, sampleOutcome(text, 'skill')),
      ['outcomes[LO1].text.en'],
      text,
    )
  }
})

test('knowledge may be understood, and a verb that can be seen is well', () => {
  assert.deepEqual(
    placesOf(wordingVagueVerb, sampleOutcome('Understand the water cycle.', 'knowledge')),
    [],
  )
  assert.deepEqual(placesOf(wordingVagueVerb, sampleOutcome('Measure a river.', 'skill')), [])
})
