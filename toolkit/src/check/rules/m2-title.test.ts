import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { m2Title } from './m2-title.ts'

test('a design without a title is found', () => {
  assert.deepEqual(
    placesOf(
      m2Title,
      sample((design) => void delete design.title),
    ),
    ['title'],
  )
})

test('a title in one language is a title', () => {
  assert.deepEqual(
    placesOf(
      m2Title,
      sample((design) => void (design.title = { lt: 'Upės' })),
    ),
    [],
  )
})
