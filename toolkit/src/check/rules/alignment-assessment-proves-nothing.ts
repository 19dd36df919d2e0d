// Alignment: an assessment is there for an outcome.

import { placed } from '../place.ts'
import type { Rule } from '../rule.ts'

export const alignmentAssessmentProvesNothing: Rule = {
  id: 'alignment-assessment-proves-nothing',
  class: 'tessera-quality',
  severity: 'error',
  principle: 'valid-assessment',
  looksAt: 'assessments[].outcomes',
  demand: 'Every assessment proves at least one outcome.',
  run: ({ assessments }) =>
    placed('assessments', assessments)
      .filter(({ part }) => part.outcomes.length === 0)
      .map(({ part, place }) => ({
        place: `${place}.outcomes`,
        message: `Assessment ${part.id} proves no outcome.`,
        mend: 'List the ids of the outcomes it proves.',
      })),
}
