// Hours given twice are the same hours.

import { hoursOf } from '../../credential/workload.ts'
import { statedDurations } from '../durations.ts'
import { plain, rounding } from '../hours.ts'
import type { Rule } from '../rule.ts'

export const durationDisagrees: Rule = {
  id: 'duration-disagrees',
  class: 'tessera-quality',
  severity: 'error',
  principle: 'transparency',
  looksAt: 'workload.hours and workload.stated of the whole and of its parts',
  demand: 'Hours and a stated duration of the same part agree.',
  run: (design) =>
    statedDurations(design).flatMap(({ stated, hours, place }) => {
      const read = hoursOf({ stated })
      if (hours === undefined || read === undefined || Math.abs(read - hours) <= rounding) return []
      return [
        {
          place,
          message: `The duration ${stated} is ${plain(read)} hours, but ${plain(hours)} hours are given beside it.`,
          mend: 'Correct one of the two, or remove the stated duration.',
        },
      ]
    }),
}
