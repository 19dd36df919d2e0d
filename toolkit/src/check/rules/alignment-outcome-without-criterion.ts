// Alignment: a criterion speaks about every outcome an assessment proves.

import { placed } from '../place.ts'
import type { Rule } from '../rule.ts'

export const alignmentOutcomeWithoutCriterion: Rule = {
  id: 'alignment-outcome-without-criterion',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'valid-assessment',
  looksAt: 'assessments[].criteria[].outcomes',
  demand: 'Every outcome an assessment proves has a criterion there that speaks about it.',
  run: ({ assessments }) =>
    placed('assessments', assessments).flatMap(({ part, place }) => {
      // No criteria at all is another rule; a criterion without outcomes speaks about all of them.
      if (part.criteria.length === 0 || part.criteria.some(({ outcomes }) => outcomes.length === 0))
        return []
      const spoken = new Set(part.criteria.flatMap(({ outcomes }) => outcomes))
      return part.outcomes
        .filter((id) => !spoken.has(id))
        .map((id) => ({
          place: `${place}.criteria`,
          message: `Assessment ${part.id} proves outcome ${id}, but none of its criteria speaks about ${id}.`,
          mend: `Add a criterion for ${id}, or name ${id} in one that already speaks about it.`,
        }))
    }),
}
