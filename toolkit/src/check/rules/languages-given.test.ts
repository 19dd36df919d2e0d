import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { languagesGiven } from './languages-given.ts'

test('a design without languages is found', () => {
  assert.deepEqual(
    placesOf(
      languagesGiven,
      sample((design) => void (design.languages = [])),
    ),
    ['languages'],
  )
})

test('one with languages is not', () => assert.deepEqual(placesOf(languagesGiven, sample()), []))
