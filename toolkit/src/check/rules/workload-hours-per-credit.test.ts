import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../check.ts'
import { first, placesOf, sample } from '../sample.ts'
import { workloadHoursPerCredit } from './workload-hours-per-credit.ts'

const of = (hours: number, points: number, country = 'ES') =>
  sample((design) => {
    design.workload = { hours }
    design.credits = { system: 'ECTS', points }
    first(design.awardingBodies).organisation.country = country
  })

const severityOf = (design: ReturnType<typeof of>) =>
  check(design).findings.find(({ rule }) => rule === workloadHoursPerCredit.id)?.severity

test('9 hours for a credit are an error, 60 too', () => {
  assert.equal(severityOf(of(45, 5)), 'error')
  assert.equal(severityOf(of(60, 1)), 'error')
})

test('outside the national range, but possible, is a warning', () => {
  assert.equal(severityOf(of(22, 1)), 'warning')
  assert.equal(severityOf(of(33, 1)), 'warning')
  assert.equal(severityOf(of(140, 5, 'NL')), undefined)
  assert.equal(severityOf(of(130, 5, 'NL')), 'warning')
})

test('Ireland counts 20 to 25 hours', () => {
  assert.equal(severityOf(of(22, 1, 'IE')), undefined)
  assert.equal(severityOf(of(29, 1, 'IE')), 'warning')
})

test('a design may give a range of its own', () => {
  const own = of(40, 1)
  own.hoursPerCredit = { min: 38, max: 42 }
  assert.equal(severityOf(own), undefined)
})

test('credits of another system have no hours we know', () => {
  const other = of(45, 5)
  other.credits = { system: 'ECVET', points: 5 }
  assert.deepEqual(placesOf(workloadHoursPerCredit, other), [])
})
