// A design says which languages it is written in, so that a missing one can be noticed.

import type { Rule } from '../rule.ts'

export const languagesGiven: Rule = {
  id: 'languages-given',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'information-and-guidance',
  looksAt: 'languages',
  demand: 'The design says which languages it is written in.',
  run: (_, { languages }) =>
    languages.length === 0
      ? [
          {
            place: 'languages',
            message: 'The design does not say which languages it is written in.',
            mend: 'List them, such as languages: [en, es].',
          },
        ]
      : [],
}
