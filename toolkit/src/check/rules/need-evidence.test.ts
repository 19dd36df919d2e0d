import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { needEvidence } from './need-evidence.ts'

test('a need that nothing shows is found', () => {
  const claimed = sample(
    (design) => void (design.need = { statement: { en: 'Many need it.' }, evidence: [] }),
  )
  assert.deepEqual(placesOf(needEvidence, claimed), ['need.evidence'])
})

test('evidence of any kind is enough; a missing need is another rule', () => {
  for (const design of [sample(), sample((d) => void delete d.need)]) {
    assert.deepEqual(placesOf(needEvidence, design), [])
  }
})
