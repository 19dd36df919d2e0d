import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../check.ts'
import { first, placesOf, sample } from '../sample.ts'
import { alignmentUnknownOutcome } from './alignment-unknown-outcome.ts'

const lost = sample((design) => {
  first(design.activities).outcomes.push('LO3')
  first(design.assessments).outcomes.push('Z')
  first(first(design.assessments).criteria).outcomes = ['LO9']
})

test('ids of outcomes that do not exist are found wherever they are', () => {
  assert.deepEqual(placesOf(alignmentUnknownOutcome, lost), [
    'activities[A1].outcomes',
    'assessments[E1].outcomes',
    'assessments[E1].criteria[E1-1].outcomes',
  ])
})

test('a near one is offered', () => {
  const [finding] = check(lost).findings.filter(({ rule }) => rule === 'alignment-unknown-outcome')
  assert.equal(finding?.mend, 'Did you mean LO1?')
})

test('ids that exist are not found', () =>
  assert.deepEqual(placesOf(alignmentUnknownOutcome, sample()), []))
