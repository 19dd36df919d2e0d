// Whoever splits the workload splits all of it.

import { splitOf } from '../hours.ts'
import type { Rule } from '../rule.ts'

export const workloadActivityHours: Rule = {
  id: 'workload-activity-hours',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'transparency',
  looksAt: 'activities[].workload',
  demand: 'Every activity says how many hours it takes.',
  run: (design) =>
    splitOf(design).activitiesWithout.map((id) => ({
      place: `activities[${id}].workload`,
      message: `Activity ${id} does not say how many hours it takes.`,
      mend: 'Give its hours, contact and own study together.',
    })),
}
