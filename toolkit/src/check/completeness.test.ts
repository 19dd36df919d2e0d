import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseAward } from '../credential/parse.ts'
import { completenessOf } from './completeness.ts'
import { ofAnEmployer, sample } from './sample.ts'

const award = parseAward({
  tessera: 'award/1',
  design: sample(),
  learner: { fullName: 'Ona Petrauskė' },
  issuedAt: '2026-07-01T10:00:00Z',
  grade: 'passed',
})

test('an award of a complete design holds all sixteen elements', () => {
  const { elements, complete, missing } = completenessOf(award)
  assert.equal(elements.length, 16)
  assert.deepEqual(
    elements.filter(({ state }) => state !== 'present'),
    [],
  )
  assert.ok(complete)
  assert.deepEqual(missing, [])
})

test('an award without learner and date misses exactly these', () => {
  const { complete, missing } = completenessOf(parseAward({ tessera: 'award/1', design: sample() }))
  assert.equal(complete, false)
  assert.deepEqual(missing, ['M1', 'M5'])
})

test('an award of a lawful employer design is complete without credits and level', () => {
  const { elements, complete } = completenessOf({ ...award, design: ofAnEmployer })
  assert.ok(complete)
  assert.equal(elements.find(({ id }) => id === 'M8')?.state, 'not-applicable')
})

test('an award with an empty design misses everything a design carries', () => {
  const empty = { tessera: 'design/1', id: 'https://mosaica.example/empty' }
  const { missing } = completenessOf(parseAward({ ...award, design: empty }))
  assert.deepEqual(missing, ['M2', 'M3', 'M4', 'M6', 'M7', 'M9', 'M10', 'M11'])
})
