// Credits alone do not tell a learner how long it takes.

import { totalHours } from '../hours.ts'
import type { Rule } from '../rule.ts'

export const workloadHours: Rule = {
  id: 'workload-hours',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'transparency',
  looksAt: 'workload',
  demand: 'The workload is given in hours, beside any credits.',
  run: (design) =>
    design.credits === undefined ||
    totalHours(design) !== undefined ||
    design.workload?.stated !== undefined
      ? []
      : [
          {
            place: 'workload',
            message: 'Credits are given, but no hours.',
            mend: 'Give the hours of work as well: credits differ from country to country.',
          },
        ],
}
