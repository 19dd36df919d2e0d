// Alignment: what is pointed to exists.

import { placed } from '../place.ts'
import { nearest } from '../nearest.ts'
import type { Rule } from '../rule.ts'

export const alignmentUnknownOutcome: Rule = {
  id: 'alignment-unknown-outcome',
  class: 'tessera-quality',
  severity: 'error',
  principle: 'valid-assessment',
  looksAt: 'activities[].outcomes, assessments[].outcomes, assessments[].criteria[].outcomes',
  demand: 'Activities, assessments and criteria point only to outcomes that exist.',
  run({ outcomes, activities, assessments }) {
    const known = new Set(outcomes.map(({ id }) => id))
    const pointing = [
      ...placed('activities', activities),
      ...placed('assessments', assessments).flatMap(({ part, place }) => [
        { part, place },
        ...placed(`${place}.criteria`, part.criteria),
      ]),
    ]
    return pointing.flatMap(({ part, place }) =>
      part.outcomes
        .filter((id) => !known.has(id))
        .map((id) => ({
          place: `${place}.outcomes`,
          message: `There is no outcome ${id}.`,
          mend: mendFor(id, known),
        })),
    )
  },
}

function mendFor(id: string, known: ReadonlySet<string>): string {
  const meant = nearest(id, known)
  return meant === undefined ? 'Add the outcome, or remove its id here.' : `Did you mean ${meant}?`
}
