import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { first, placesOf, sample } from '../sample.ts'
import { assessmentWeights } from './assessment-weights.ts'

const weighted = (weights: readonly number[]) =>
  sample((design) => {
    const assessment = first(design.assessments)
    design.assessments = weights.map((weight, i) => ({ ...assessment, id: `E${i}`, weight }))
  })

test('weights below and above a hundred are found', () => {
  for (const weights of [
    [50, 40],
    [60, 60],
  ]) {
    assert.deepEqual(placesOf(assessmentWeights, weighted(weights)), ['assessments'])
  }
})

test('three thirds are a whole, and no weights at all are well', () => {
  assert.deepEqual(placesOf(assessmentWeights, weighted([33, 33, 33])), [])
  assert.deepEqual(
    placesOf(
      assessmentWeights,
      sample((design) => void delete first(design.assessments).weight),
    ),
    [],
  )
})

test('a hundred cut into any pieces is never found', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 8 }), (cuts) => {
      const edges = [0, ...cuts.toSorted((a, b) => a - b), 100]
      const pieces = edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0))
      assert.deepEqual(placesOf(assessmentWeights, weighted(pieces)), [])
    }),
  )
})
