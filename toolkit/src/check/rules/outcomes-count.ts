// Advice: a handful of outcomes, in proportion to the credits.

import { ectsOf } from '../hours.ts'
import type { Rule } from '../rule.ts'

export const outcomesCount: Rule = {
  id: 'outcomes-count',
  class: 'tessera-quality',
  severity: 'advice',
  principle: 'transparency',
  looksAt: 'outcomes, credits',
  demand:
    'There are at least two outcomes, and no more than three for each credit (eight are always well).',
  run(design) {
    const count = design.outcomes.length
    const most = Math.max(8, Math.ceil(3 * (ectsOf(design) ?? 0)))
    if (count === 0 || (count >= 2 && count <= most)) return []
    return [
      {
        place: 'outcomes',
        message:
          count === 1
            ? 'There is only one outcome.'
            : `There are ${count} outcomes, which is a lot to assess.`,
        mend:
          count === 1
            ? 'Ask whether it holds several things that are assessed apart.'
            : `Join those that are assessed together; ${most} are many for this size.`,
      },
    ]
  },
}
