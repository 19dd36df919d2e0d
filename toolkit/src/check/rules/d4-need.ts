// Definition: designed to answer a societal, personal, cultural or labour-market need.

import type { Rule } from '../rule.ts'

export const d4Need: Rule = {
  id: 'D4-need',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'relevance',
  looksAt: 'need',
  demand: 'The need it answers is named: societal, personal, cultural or of the labour market.',
  run: ({ need }) =>
    need === undefined
      ? [
          {
            place: 'need',
            message: 'The need this micro-credential answers is not named.',
            mend: 'Say in a sentence who needs it and what for: society, a person, culture or the labour market.',
          },
        ]
      : [],
}
