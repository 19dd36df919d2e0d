// Annex I, optional element 1.

import type { Rule } from '../rule.ts'

export const o1Prerequisites: Rule = {
  id: 'O1-prerequisites',
  class: 'annex-i',
  severity: 'advice',
  principle: 'transparency',
  looksAt: 'prerequisites',
  demand: 'The design says what is needed to enrol, even if it is nothing.',
  run: ({ prerequisites }) =>
    (prerequisites?.text ?? prerequisites?.level) === undefined
      ? [
          {
            place: 'prerequisites',
            message: 'Nothing is said about what learners need to enrol.',
            mend: 'Say what is needed, or that nothing is.',
          },
        ]
      : [],
}
