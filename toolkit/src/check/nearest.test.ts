import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearest } from './nearest.ts'

test('a slip of the pen finds its word, another word finds none', () => {
  const words = ['online', 'blended', 'presential']
  assert.equal(nearest('Onlin', words), 'online')
  assert.equal(nearest('presencial', words), 'presential')
  assert.equal(nearest('telepathic', words), undefined)
})

test('of two that are near the nearer is offered', () => {
  assert.equal(nearest('LO12', ['LO2', 'LO12b', 'LO']), 'LO2')
})

test('in a very long list nothing is offered, so that nobody waits', () => {
  const words = Array.from({ length: 301 }, (_, i) => `LO${i}`)
  assert.equal(nearest('LO1x', words), undefined)
})
