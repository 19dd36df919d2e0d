import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Refused } from '../refusal.ts'
import { readDateTime } from './date-time.ts'

describe('a time with a zone', () => {
  it('is read in UTC, whatever its zone', () => {
    assert.equal(
      readDateTime('2026-06-01T14:30:00.25+02:30').toISOString(),
      '2026-06-01T12:00:00.250Z',
    )
    assert.equal(
      readDateTime('2024-02-29T00:00:00-14:00').toISOString(),
      '2024-02-29T14:00:00.000Z',
    )
    assert.equal(readDateTime('0099-01-01T00:00:00Z').toISOString(), '0099-01-01T00:00:00.000Z')
  })

  it('is what was written, for every time', () => {
    const years = { min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z') }
    fc.assert(
      fc.property(fc.date({ ...years, noInvalidDate: true }), (date) => {
        assert.deepEqual(readDateTime(date.toISOString()), date)
      }),
    )
  })

  const bad = [
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-06-01T24:00:00Z',
    '2026-06-01T23:59:60Z',
    '2026-06-01',
    '2026-06-01T00:00:00',
    '2026-06-01T00:00:00z',
    '2026-06-01 00:00:00Z',
    '0000-01-01T00:00:00Z',
    '2026-06-01T00:00:00+25:00',
    '2026-06-01T00:00:00+14:01',
    '99999-01-01T00:00:00Z',
    '٢026-06-01T00:00:00Z',
    '2026-06-01T00:00:00.Z',
    '2026-06-01T00:00:00Z\n',
    '',
    1780315200,
    null,
    ['2026-06-01T00:00:00Z'],
  ]
  for (const value of bad) {
    it(`is not ${JSON.stringify(value)}`, () => {
      assert.throws(
        () => readDateTime(value),
        (error) => error instanceof Refused && error.refusals[0]?.code === 'time.form',
      )
    })
  }
})
