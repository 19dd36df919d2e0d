// Where some assessments say how they assess, the others do too.

import { hasAssessmentType } from '../elements.ts'
import { placed } from '../place.ts'
import type { Rule } from '../rule.ts'

export const assessmentMethodMissing: Rule = {
  id: 'assessment-method-missing',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'valid-assessment',
  looksAt: 'assessments[].methods',
  demand: 'Every assessment says of which type it is.',
  run: (design) =>
    hasAssessmentType(design)
      ? placed('assessments', design.assessments)
          .filter(({ part }) => part.methods.length === 0)
          .map(({ part, place }) => ({
            place: `${place}.methods`,
            message: `Assessment ${part.id} does not say of which type it is.`,
            mend: 'Give its type, such as portfolio, oral-examination or project-work.',
          }))
      : [],
}
