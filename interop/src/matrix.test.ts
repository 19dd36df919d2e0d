// The matrix itself: a judge that says other than it must is told, one that is absent is not asked.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noResolver } from 'tessera/trust/resolver'
import { whoSees, type Exhibit, type Judge, type Outcome } from './matrix/judge.ts'
import { complaints, count, drawTable, examine } from './matrix/table.ts'

const world = {
  now: new Date('2026-06-01T12:00:00Z'),
  anchors: [],
  revocationLists: [],
  trust: [],
  resolver: noResolver,
}
const good: Exhibit = { name: 'good', kind: 'edc', bytes: new Uint8Array(), world }
const changed: Exhibit = { ...good, name: 'changed', fault: 'content' }
const withdrawn: Exhibit = { ...good, name: 'withdrawn', fault: 'revoked' }

function judgeThatSays(outcome: Outcome, name: string): Judge {
  return {
    name,
    available: () => undefined,
    expects: (exhibit) => whoSees(exhibit, ['content']),
    judge: async () => ({ outcome, said: 'so be it' }),
  }
}

test('who accepts everything is told about what it must refuse, who refuses everything about the good', async () => {
  const judges = [judgeThatSays('accepted', 'Mild'), judgeThatSays('refused', 'Harsh')]
  const rows = await examine([good, changed, withdrawn], judges, new Map())
  assert.deepEqual(complaints(judges, rows), [
    'good: Harsh must have it accepted, but: so be it',
    'changed: Mild must have it refused, but: so be it',
  ])
  assert.equal(count(rows, 'as-expected'), 2)
  assert.deepEqual(drawTable('files', judges, rows), [
    'files      Mild        Harsh',
    '----------------------------',
    'good       accepted    REFUSED ✗',
    'changed    ACCEPTED ✗  refused',
    'withdrawn  ·           ·',
    '',
  ])
})

test('an absent judge is not asked, and its cells are skipped', async () => {
  const never = { ...judgeThatSays('accepted', 'Absent'), judge: () => assert.fail() }
  const rows = await examine([good, withdrawn], [never], new Map([[never, 'on leave']]))
  assert.equal(count(rows, 'skipped'), 1)
  assert.deepEqual(complaints([never], rows), [])
})
