// Annex I, mandatory element 8: level and cycle, "if applicable", so never more than advice.

import { hasLevel } from '../elements.ts'
import type { Rule } from '../rule.ts'

export const m8Level: Rule = {
  id: 'M8-level',
  class: 'annex-i',
  severity: 'advice',
  principle: 'transparency',
  looksAt: 'level',
  demand: 'Level and cycle are given where they apply.',
  run: (design) =>
    hasLevel(design)
      ? []
      : [
          {
            place: 'level',
            message: 'No level is given; the Recommendation asks for it where it applies.',
            mend: 'Give the level of the European or the national framework, indicative if nobody has confirmed it.',
          },
        ],
}
