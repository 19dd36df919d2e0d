import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ofAnEmployer, placesOf, sample } from '../sample.ts'
import { targetGroupGiven } from './target-group-given.ts'

test('a design for nobody in particular is found', () => {
  assert.deepEqual(placesOf(targetGroupGiven, ofAnEmployer), ['targetGroup'])
})

test('a code of the European list is enough', () => {
  assert.deepEqual(
    placesOf(
      targetGroupGiven,
      sample((design) => void delete design.targetGroup),
    ),
    [],
  )
})
