// Annex I, optional element 2.

import { placed } from '../place.ts'
import type { Rule } from '../rule.ts'

export const o2Supervision: Rule = {
  id: 'O2-supervision',
  class: 'annex-i',
  severity: 'advice',
  principle: 'valid-assessment',
  looksAt: 'assessments[].supervision',
  demand: 'Every assessment says whether it is supervised and whether identity is checked.',
  run: ({ assessments }) =>
    placed('assessments', assessments)
      .filter(({ part }) => part.supervision === undefined)
      .map(({ part, place }) => ({
        place: `${place}.supervision`,
        message: `Assessment ${part.id} does not say whether it is supervised and whether identity is checked.`,
        mend: 'Say both, and where: { supervised: true, identityChecked: true, where: on-site }.',
      })),
}
