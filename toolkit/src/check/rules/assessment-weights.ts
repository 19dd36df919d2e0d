// The weights of the assessments make a hundred per cent.

import { plain } from '../hours.ts'
import type { Rule } from '../rule.ts'

export const assessmentWeights: Rule = {
  id: 'assessment-weights',
  class: 'tessera-quality',
  severity: 'error',
  principle: 'valid-assessment',
  looksAt: 'assessments[].weight',
  demand: 'Where assessments have weights, these add up to 100 per cent.',
  run({ assessments }) {
    const weights = assessments.flatMap(({ weight }) => (weight === undefined ? [] : [weight]))
    const sum = weights.reduce((total, weight) => total + weight, 0)
    // Thirds are written 33, 33, 33 or 33.3; a whole per cent is forgiven.
    if (weights.length === 0 || Math.abs(sum - 100) <= 1) return []
    const without = assessments.length - weights.length
    return [
      {
        place: 'assessments',
        message: `The weights of the assessments add up to ${plain(sum)} per cent${without > 0 ? `, and ${without} of them have none` : ''}.`,
        mend: 'Correct the weights so that they add up to 100; an assessment that only has to be passed weighs 0.',
      },
    ]
  },
}
