import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { first, ofAnEmployer, placesOf, sample } from '../sample.ts'
import { workloadSplit } from './workload-split.ts'

const activity = first(sample().activities)

test('parts that do not add up to the whole are found', () => {
  for (const hours of [60, 90]) {
    const wrong = sample((design) => void (design.workload = { hours }))
    assert.deepEqual(placesOf(workloadSplit, wrong), ['workload'])
  }
})

test('an activity without hours may hold what is missing, never what is too much', () => {
  const open = (hours: number) =>
    sample((design) => {
      const { workload: _, ...silent } = activity
      design.activities.push({ ...silent, id: 'A2' })
      design.workload = { hours }
    })
  assert.deepEqual(placesOf(workloadSplit, open(90)), [])
  assert.deepEqual(placesOf(workloadSplit, open(60)), ['workload'])
})

test('a design without parts has nothing to add up', () => {
  assert.deepEqual(placesOf(workloadSplit, ofAnEmployer), [])
})

test('hours added to a part and to the whole alike never disagree', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 4000 }), { maxLength: 20 }), (quarters) => {
      const grown = sample((design) => {
        for (const [index, quarter] of quarters.entries()) {
          design.activities.push({ ...activity, id: `B${index}`, workload: { hours: quarter / 4 } })
        }
        design.workload = { hours: 78 + quarters.reduce((sum, quarter) => sum + quarter, 0) / 4 }
      })
      assert.deepEqual(placesOf(workloadSplit, grown), [])
    }),
  )
})
