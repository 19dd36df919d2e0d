// Principle 8: it meets the needs of those it is for.

import type { Rule } from '../rule.ts'

export const targetGroupGiven: Rule = {
  id: 'target-group-given',
  class: 'tessera-quality',
  severity: 'advice',
  principle: 'learner-centred',
  looksAt: 'targetGroup, targetGroups',
  demand: 'The design says whom it is for.',
  run: ({ targetGroup, targetGroups }) =>
    targetGroup === undefined && targetGroups.length === 0
      ? [
          {
            place: 'targetGroup',
            message: 'It is not said whom this is for.',
            mend: 'Describe the learners it is made for in a sentence.',
          },
        ]
      : [],
}
