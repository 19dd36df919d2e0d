import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { m7Workload } from './m7-workload.ts'

test('a design with neither hours nor credits is found', () => {
  const endless = sample((design) => {
    delete design.workload
    delete design.credits
  })
  assert.deepEqual(placesOf(m7Workload, endless), ['workload'])
})

test('either of them is enough', () => {
  const hours = sample((design) => void delete design.credits)
  const credits = sample((design) => void delete design.workload)
  for (const design of [hours, credits]) assert.deepEqual(placesOf(m7Workload, design), [])
})
