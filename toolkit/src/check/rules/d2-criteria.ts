// Definition: assessed against transparent and clearly defined criteria. Annex I has no element for them,
// so that it is our own rule.

import { placed } from '../place.ts'
import type { Rule } from '../rule.ts'

export const d2Criteria: Rule = {
  id: 'D2-criteria',
  class: 'tessera-quality',
  severity: 'error',
  principle: 'valid-assessment',
  looksAt: 'assessments[].criteria',
  demand: 'Every assessment states the criteria it judges by.',
  run: ({ assessments }) =>
    placed('assessments', assessments)
      .filter(({ part }) => part.criteria.length === 0)
      .map(({ part, place }) => ({
        place: `${place}.criteria`,
        message: `Assessment ${part.id} states no criteria.`,
        mend: 'Write what an assessor looks for, one criterion each, and which outcomes it speaks about.',
      })),
}
