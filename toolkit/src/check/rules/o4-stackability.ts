// Annex I, optional element 4.

import type { Rule } from '../rule.ts'

export const o4Stackability: Rule = {
  id: 'O4-stackability',
  class: 'annex-i',
  severity: 'advice',
  principle: 'learning-pathways',
  looksAt: 'stackability',
  demand: 'The design says whether it stands alone or can be stacked towards something.',
  run: ({ stackability }) =>
    stackability === undefined
      ? [
          {
            place: 'stackability',
            message: 'Nothing is said about whether it stands alone or can be stacked.',
            mend: 'Say stand-alone, integrated or stand-alone-and-stackable, and towards what.',
          },
        ]
      : [],
}
