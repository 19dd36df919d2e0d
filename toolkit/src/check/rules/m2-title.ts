// Annex I, mandatory element 2.

import type { Rule } from '../rule.ts'

export const m2Title: Rule = {
  id: 'M2-title',
  class: 'annex-i',
  severity: 'error',
  principle: 'transparency',
  looksAt: 'title',
  demand: 'The micro-credential has a title.',
  run: ({ title }) =>
    title === undefined
      ? [
          {
            place: 'title',
            message: 'The title is missing.',
            mend: 'Give a title in every language of the design.',
          },
        ]
      : [],
}
