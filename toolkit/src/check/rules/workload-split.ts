// The hours of the parts are the hours of the whole.

import { hoursOf } from '../../credential/workload.ts'
import { plain, rounding, splitOf } from '../hours.ts'
import type { Rule } from '../rule.ts'

export const workloadSplit: Rule = {
  id: 'workload-split',
  class: 'tessera-quality',
  severity: 'error',
  principle: 'transparency',
  looksAt: 'workload, activities[].workload, assessments[].workload',
  demand: 'The hours of activities and assessments add up to the workload.',
  run(design) {
    const total = hoursOf(design.workload)
    const { sum, activitiesWithout } = splitOf(design)
    if (total === undefined || sum === 0 || Math.abs(total - sum) <= rounding) return []
    // Parts without hours may hold what is missing, but not what is too much.
    if (sum < total && (activitiesWithout.length > 0 || design.activities.length === 0)) return []
    return [
      {
        place: 'workload',
        message: `The workload is ${plain(total)} hours, but activities and assessments add up to ${plain(sum)}.`,
        mend: 'Correct the hours of the whole or of its parts; preparing for an assessment counts too.',
      },
    ]
  },
}
