// People choose by what is offered, not by a title.

import type { Rule } from '../rule.ts'

export const descriptionGiven: Rule = {
  id: 'description-given',
  class: 'tessera-quality',
  severity: 'advice',
  principle: 'information-and-guidance',
  looksAt: 'description',
  demand: 'A description says what the micro-credential is about.',
  run: ({ description }) =>
    description === undefined
      ? [
          {
            place: 'description',
            message: 'There is no description.',
            mend: 'Say in two or three plain sentences what it is about and what it is good for.',
          },
        ]
      : [],
}
