// Annex I, mandatory element 9.

import { hasAssessmentType } from '../elements.ts'
import { placed } from '../place.ts'
import type { Rule } from '../rule.ts'

export const m9AssessmentType: Rule = {
  id: 'M9-assessment-type',
  class: 'annex-i',
  severity: 'error',
  principle: 'valid-assessment',
  looksAt: 'assessments[].methods',
  demand: 'The type of assessment is given.',
  run: (design) =>
    hasAssessmentType(design)
      ? []
      : [
          {
            place: placed('assessments', design.assessments)[0]?.place ?? 'assessments',
            message: 'The type of assessment is not given.',
            mend: 'Say how it is assessed, such as portfolio, oral-examination or project-work.',
          },
        ],
}
