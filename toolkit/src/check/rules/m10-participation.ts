// Annex I, mandatory element 10.

import { hasParticipation } from '../elements.ts'
import type { Rule } from '../rule.ts'

export const m10Participation: Rule = {
  id: 'M10-participation',
  class: 'annex-i',
  severity: 'error',
  principle: 'transparency',
  looksAt: 'modes, activities[].modes',
  demand: 'The form of participation is given.',
  run: (design) =>
    hasParticipation(design)
      ? []
      : [
          {
            place: 'modes',
            message: 'How learners take part is not given.',
            mend: 'Say whether it is online, on-site, blended or workbased.',
          },
        ],
}
