// A range of one's own is a range, and has a reason.

import type { Rule } from '../rule.ts'

export const hoursPerCreditOverride: Rule = {
  id: 'hours-per-credit-override',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'transparency',
  looksAt: 'hoursPerCredit',
  demand: 'A range of hours per credit of its own goes from less to more and has a reason.',
  run({ hoursPerCredit }) {
    if (hoursPerCredit === undefined) return []
    const { min, max, reason } = hoursPerCredit
    if (min > max) {
      const message = `The range of hours per credit begins at ${min} and ends at ${max}.`
      return [
        { place: 'hoursPerCredit', message, mend: 'Exchange the two numbers.', severity: 'error' },
      ]
    }
    if (reason !== undefined) return []
    return [
      {
        place: 'hoursPerCredit.reason',
        message: 'The national hours per credit are overridden without a reason.',
        mend: 'Name the law or rule the range comes from.',
      },
    ]
  },
}
