// Hours and credits say the same: 25 to 30 hours for an ECTS credit, otherwise in some countries.

import { possibleHoursPerCredit } from '../../vocabulary/hours-per-credit.ts'
import { ectsOf, plain, rangeOf, totalHours } from '../hours.ts'
import type { Found, Rule } from '../rule.ts'

export const workloadHoursPerCredit: Rule = {
  id: 'workload-hours-per-credit',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'transparency',
  looksAt: 'workload, credits, hoursPerCredit',
  demand:
    'Hours and ECTS credits agree with what the country of the leading body counts; below 20 or above 35 hours per credit is an error.',
  run(design): readonly Found[] {
    const hours = totalHours(design)
    const credits = ectsOf(design)
    if (hours === undefined || credits === undefined) return []
    const { min, max, source } = rangeOf(design)
    // A credit is rounded to a half and the hours to a whole one, so that the borders are not sharp.
    if (hours >= min * credits - 0.5 && hours <= max * credits + 0.5) return []
    const ratio = hours / credits
    const possible = ratio >= possibleHoursPerCredit.min && ratio <= possibleHoursPerCredit.max
    const expected = min === max ? plain(min) : `${plain(min)} to ${plain(max)}`
    return [
      {
        place: 'workload',
        severity: possible ? 'warning' : 'error',
        message: `${plain(hours)} hours for ${plain(credits)} ECTS credits are ${plain(ratio)} hours per credit; ${expected} are expected (${source}).`,
        mend: `Give ${plain(min * credits)} to ${plain(max * credits)} hours, or correct the credits; if your rule differs, say so in hoursPerCredit.`,
      },
    ]
  },
}
