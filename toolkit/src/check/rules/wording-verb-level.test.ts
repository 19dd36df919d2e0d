import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../check.ts'
import { placesOf, sampleOutcome } from '../sample.ts'
import { wordingVerbLevel } from './wording-verb-level.ts'

const at = (eqf: number, text: string) => {
  const design = sampleOutcome(text, 'skill')
  design.level = { eqf, standing: 'indicative' }
  return design
}

test('level 7 with listing and describing alone is found, and level 2 with designing', () => {
  assert.deepEqual(placesOf(wordingVerbLevel, at(7, 'List and describe methods of sampling.')), [
    'outcomes',
  ])
  assert.deepEqual(placesOf(wordingVerbLevel, at(2, 'Design a network of sampling points.')), [
    'outcomes',
  ])
})

test('it names a range, never one level', () => {
  const [finding] = check(at(7, 'List and describe methods.')).findings.filter(
    ({ rule }) => rule === wordingVerbLevel.id,
  )
  assert.match(finding?.message ?? '', /suggest remember–understand/)
})

test('one level away is nothing to speak of, and of a verb we do not know nothing is said', () => {
  for (const [eqf, text] of [
    [7, 'Analyse samples.'],
    [6, 'Apply a protocol.'],
    [8, 'Grok a river.'],
  ] as const) {
    assert.deepEqual(placesOf(wordingVerbLevel, at(eqf, text)), [], text)
  }
})
