// Annex I, mandatory element 6.

import type { Rule } from '../rule.ts'

export const m6Outcomes: Rule = {
  id: 'M6-outcomes',
  class: 'annex-i',
  severity: 'error',
  principle: 'transparency',
  looksAt: 'outcomes',
  demand: 'Learning outcomes are stated.',
  run: ({ outcomes }) =>
    outcomes.length === 0
      ? [
          {
            place: 'outcomes',
            message: 'There are no learning outcomes.',
            mend: 'List what the learner knows, understands and is able to do, one outcome each.',
          },
        ]
      : [],
}
