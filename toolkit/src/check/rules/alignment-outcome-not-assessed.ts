// Alignment: every outcome is proved by an assessment.

import { placed } from '../place.ts'
import type { Rule } from '../rule.ts'

export const alignmentOutcomeNotAssessed: Rule = {
  id: 'alignment-outcome-not-assessed',
  class: 'tessera-quality',
  severity: 'error',
  principle: 'valid-assessment',
  looksAt: 'outcomes, assessments[].outcomes',
  demand: 'Every outcome is proved by at least one assessment.',
  run({ outcomes, assessments }) {
    const proved = new Set(assessments.flatMap((assessment) => assessment.outcomes))
    return placed('outcomes', outcomes)
      .filter(({ part }) => !proved.has(part.id))
      .map(({ part, place }) => ({
        place,
        message: `No assessment proves outcome ${part.id}.`,
        mend: `Add ${part.id} to the outcomes of the assessment that shows it, or remove the outcome.`,
      }))
  },
}
