// Annex I, mandatory element 1: identification of the learner. The learner exists only in an award; a
// design can say beforehand whether anybody will have looked who it was.

import type { Rule } from '../rule.ts'

export const m1Learner: Rule = {
  id: 'M1-learner',
  class: 'annex-i',
  severity: 'advice',
  principle: 'authentic',
  looksAt: 'assessments[].supervision',
  demand: 'The design says whether learners are identified, so that an award can name its learner.',
  run: ({ assessments }) =>
    assessments.length === 0 || assessments.some(({ supervision }) => supervision !== undefined)
      ? []
      : [
          {
            place: 'assessments',
            message:
              'No assessment says whether the identity of learners is checked. Every award names its learner.',
            mend: 'Say for each assessment whether it is supervised and whether identity is checked; the name itself comes with the award.',
          },
        ],
}
