import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Opened } from '../../formats/opened.ts'
import { context, daysFromNow, now, proof } from '../example-world.ts'
import { checkDates } from './dates.ts'

const seconds = (count: number): Date => new Date(now.getTime() + count * 1000)

function said(file: Partial<Opened>): string {
  const { status, code } = checkDates(context(file))
  return `${status} ${code}`
}

const good = 'passed dates.in-force'

describe('the dates of a credential', () => {
  it('count to the second at its end, and with five minutes’ grace for clocks at its beginning', () => {
    assert.equal(said({}), good)
    assert.equal(said({ validFrom: seconds(300) }), good)
    assert.equal(said({ validFrom: seconds(301) }), 'failed dates.not-yet')
    assert.equal(said({ validUntil: seconds(1) }), good)
    assert.equal(said({ validUntil: now }), 'failed dates.expired')
    assert.equal(said({ proofs: [proof({ signedAt: seconds(300) })] }), good)
    assert.equal(
      said({ proofs: [proof({ signedAt: seconds(301) })] }),
      'failed dates.signed-in-future',
    )
    assert.equal(said({ proofs: [proof({ expiresAt: now })] }), 'failed dates.proof-expired')
    assert.equal(said({ proofs: [proof({ notBefore: seconds(300) })] }), good)
    assert.equal(said({ proofs: [proof({ notBefore: seconds(301) })] }), 'failed dates.not-yet')
  })

  it('count for every signature', () => {
    const late = proof({ signedAt: daysFromNow(1) })
    assert.equal(said({ proofs: [proof(), late] }), 'failed dates.signed-in-future')
  })

  it('that contradict one another or cannot be read are never “in force”', () => {
    assert.equal(
      said({ validFrom: daysFromNow(-1), validUntil: daysFromNow(-2) }),
      'failed dates.contradictory',
    )
    const none = new Date('some day')
    assert.equal(said({ validUntil: none }), 'undecided dates.unreadable')
    assert.equal(said({ validFrom: none }), 'undecided dates.unreadable')
  })
})
