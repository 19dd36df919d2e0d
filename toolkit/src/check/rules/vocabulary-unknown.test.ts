import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../check.ts'
import { first, placesOf, sample } from '../sample.ts'
import { vocabularyUnknown } from './vocabulary-unknown.ts'

const invented = sample((design) => {
  design.modes = ['blended', 'telepathic']
  design.fields = ['0521', '9998']
  design.teachingLanguages = ['en', 'xx']
  design.opportunityType = 'curse'
  first(design.outcomes).reusability = 'everywhere'
  first(design.activities).types = ['workshopp']
  first(design.assessments).methods = ['writen-examination']
})

test('codes of one’s own are found wherever they are', () => {
  assert.deepEqual(placesOf(vocabularyUnknown, invented), [
    'fields[1]',
    'teachingLanguages[1]',
    'modes[1]',
    'opportunityType',
    'outcomes[LO1].reusability',
    'activities[A1].types[0]',
    'assessments[E1].methods[0]',
  ])
})

test('the nearest code is offered', () => {
  const mends = check(invented)
    .findings.filter(({ rule }) => rule === vocabularyUnknown.id)
    .map(({ mend }) => mend)
  assert.ok(mends.some((mend) => mend.startsWith('Did you mean written-examination?')))
  assert.ok(mends.some((mend) => mend.startsWith('Did you mean course?')))
})

test('labels and common other spellings are understood', () => {
  const spoken = sample((design) => {
    design.modes = ['on-site', 'Online']
    design.teachingLanguages = ['pt-BR']
    first(design.assessments).methods = ['written examination']
  })
  assert.deepEqual(placesOf(vocabularyUnknown, spoken), [])
})
