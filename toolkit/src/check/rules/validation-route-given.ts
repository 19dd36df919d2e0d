// Principle 5: also obtainable by validation of non-formal and informal learning.

import type { Rule } from '../rule.ts'

export const validationRouteGiven: Rule = {
  id: 'validation-route-given',
  class: 'tessera-quality',
  severity: 'advice',
  principle: 'learning-pathways',
  looksAt: 'validationRoute',
  demand: 'The design says whether prior learning can be validated instead of the course, and how.',
  run({ validationRoute }) {
    if (validationRoute === undefined) {
      return [
        {
          place: 'validationRoute',
          message:
            'It is not said whether prior learning can be validated instead of taking the course.',
          mend: 'Say whether it is possible and how, or that it is not.',
        },
      ]
    }
    if (!validationRoute.possible || validationRoute.how !== undefined) return []
    return [
      {
        place: 'validationRoute.how',
        message: 'Prior learning can be validated, but how is not said.',
        mend: 'Say what people hand in and who decides.',
      },
    ]
  },
}
