import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sampleOutcome } from '../sample.ts'
import { wordingTeacherCentred } from './wording-teacher-centred.ts'

test('outcomes about the course are found', () => {
  for (const text of [
    'This course introduces hydrology.',
    'Provide learners with tools.',
    'Learners will be taught to sample.',
  ]) {
    assert.deepEqual(
      placesOf(wordingTeacherCentred, sampleOutcome(text)),
      ['outcomes[LO1].text.en'],
      text,
    )
  }
})

test('outcomes about learners are not, even if they teach others', () => {
  for (const text of [
    'Learners will be able to sample a river.',
    'Teach a colleague how to sample.',
  ]) {
    assert.deepEqual(placesOf(wordingTeacherCentred, sampleOutcome(text)), [], text)
  }
})
