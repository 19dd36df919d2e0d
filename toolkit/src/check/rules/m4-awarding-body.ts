// Annex I, mandatory element 4.

import type { Rule } from '../rule.ts'

export const m4AwardingBody: Rule = {
  id: 'M4-awarding-body',
  class: 'annex-i',
  severity: 'error',
  principle: 'authentic',
  looksAt: 'awardingBodies',
  demand: 'At least one awarding body is named.',
  run: ({ awardingBodies }) =>
    awardingBodies.length === 0
      ? [
          {
            place: 'awardingBodies',
            message: 'Nobody is named as awarding body.',
            mend: 'Name the organisation that awards, with its legal name and country.',
          },
        ]
      : [],
}
