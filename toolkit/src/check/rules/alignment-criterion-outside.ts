// Alignment: a criterion stays within what its assessment proves.

import { placed } from '../place.ts'
import type { Rule } from '../rule.ts'

export const alignmentCriterionOutside: Rule = {
  id: 'alignment-criterion-outside',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'valid-assessment',
  looksAt: 'assessments[].criteria[].outcomes',
  demand: 'A criterion speaks only about outcomes its assessment proves.',
  run: ({ outcomes, assessments }) => {
    const known = new Set(outcomes.map(({ id }) => id))
    return placed('assessments', assessments).flatMap(({ part: assessment, place }) => {
      const proved = new Set(assessment.outcomes)
      return placed(`${place}.criteria`, assessment.criteria).flatMap(({ part, place: at }) =>
        part.outcomes
          .filter((id) => known.has(id) && !proved.has(id))
          .map((id) => ({
            place: `${at}.outcomes`,
            message: `A criterion of assessment ${assessment.id} speaks about ${id}, which the assessment does not claim to prove.`,
            mend: `Add ${id} to the outcomes of the assessment, or remove it from the criterion.`,
          })),
      )
    })
  },
}
