import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freeze } from '../../credential/freeze.ts'
import { placesOf, sample } from '../sample.ts'
import { frozenUnchanged } from './frozen-unchanged.ts'

const frozen = freeze(sample(), new Date('2026-09-01T09:00:00Z'))

test('a frozen version that was changed is found', () => {
  assert.deepEqual(placesOf(frozenUnchanged, { ...frozen, title: { en: 'Lakes' } }), [
    'frozen.digest',
  ])
})

test('an untouched one is not, nor one not frozen yet', () => {
  for (const design of [frozen, sample()]) assert.deepEqual(placesOf(frozenUnchanged, design), [])
})
