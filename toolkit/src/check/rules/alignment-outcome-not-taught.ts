// Alignment: where activities are described, they lead to every outcome.

import { placed } from '../place.ts'
import type { Rule } from '../rule.ts'

export const alignmentOutcomeNotTaught: Rule = {
  id: 'alignment-outcome-not-taught',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'learner-centred',
  looksAt: 'outcomes, activities[].outcomes',
  demand: 'Where activities are described, one of them leads to every outcome.',
  run({ outcomes, activities }) {
    if (activities.length === 0) return []
    const taught = new Set(activities.flatMap((activity) => activity.outcomes))
    return placed('outcomes', outcomes)
      .filter(({ part }) => !taught.has(part.id))
      .map(({ part, place }) => ({
        place,
        message: `No activity leads to outcome ${part.id}.`,
        mend: `Add ${part.id} to the activity in which learners practise it.`,
      }))
  },
}
