// Annex I, optional element 5, and where people can ask.

import type { Rule } from '../rule.ts'

export const o5FurtherInformation: Rule = {
  id: 'O5-further-information',
  class: 'annex-i',
  severity: 'advice',
  principle: 'information-and-guidance',
  looksAt: 'homepage, furtherInformation',
  demand: 'The design says where to read more.',
  run: ({ homepage, furtherInformation }) =>
    homepage === undefined && furtherInformation === undefined
      ? [
          {
            place: 'homepage',
            message: 'There is no page and no text with further information.',
            mend: 'Give the address of a page where learners and checkers can read more.',
          },
        ]
      : [],
}
