import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../check.ts'
import { first, placesOf, sample } from '../sample.ts'
import { durationCalendarUnit } from './duration-calendar-unit.ts'

const stated = (text: string) =>
  sample((design) => void (first(design.activities).workload = { stated: text }))

test('months, years, weeks and days are found', () => {
  for (const text of ['P60M', 'P1Y', 'P6W', 'P42D', 'P1MT10H']) {
    assert.deepEqual(
      placesOf(durationCalendarUnit, stated(text)),
      ['activities[A1].workload.stated'],
      text,
    )
  }
})

test('of sixty months the sixty hours that were meant are offered', () => {
  const [finding] = check(stated('P60M')).findings.filter(
    ({ rule }) => rule === durationCalendarUnit.id,
  )
  assert.match(finding?.message ?? '', /60 months/)
  assert.match(finding?.mend ?? '', /PT60H/)
})

test('hours and minutes are not found, whatever else is wrong with them', () => {
  for (const text of ['PT60H', 'PT90M', 'sixty']) {
    assert.deepEqual(placesOf(durationCalendarUnit, stated(text)), [], text)
  }
})

test('days of 24 hours, as tidying software writes them, are a warning with the hours they make', () => {
  const [finding] = check(stated('P2DT12H')).findings.filter(
    ({ rule }) => rule === durationCalendarUnit.id,
  )
  assert.equal(finding?.severity, 'warning')
  assert.match(finding?.mend ?? '', /PT60H/)
})
