import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { levelPrerequisite } from './level-prerequisite.ts'

const entry = (level: number) => sample((design) => void (design.prerequisites = { level }))

test('an entry above what is awarded is found, and so is a leap', () => {
  for (const level of [7, 3])
    assert.deepEqual(placesOf(levelPrerequisite, entry(level)), ['prerequisites.level'])
})

test('the same level or up to two below is not', () => {
  for (const level of [6, 5, 4]) assert.deepEqual(placesOf(levelPrerequisite, entry(level)), [])
})
