// Annex I, mandatory element 7: notional workload. Hours or credits; how well they are written is
// asked by other rules.

import { hasWorkload } from '../elements.ts'
import type { Rule } from '../rule.ts'

export const m7Workload: Rule = {
  id: 'M7-workload',
  class: 'annex-i',
  severity: 'error',
  principle: 'transparency',
  looksAt: 'workload, credits',
  demand: 'The notional workload is given, in hours or in credits.',
  run: (design) =>
    hasWorkload(design)
      ? []
      : [
          {
            place: 'workload',
            message: 'Neither hours nor credits are given.',
            mend: 'Give the hours a learner needs for everything, and ECTS credits where possible.',
          },
        ],
}
