// A need is believed when something shows it. Any kind of evidence will do, not only of employers.

import type { Rule } from '../rule.ts'

export const needEvidence: Rule = {
  id: 'need-evidence',
  class: 'tessera-quality',
  severity: 'advice',
  principle: 'relevance',
  looksAt: 'need.evidence',
  demand: 'Something shows the need: a study, a letter, a consultation, a community.',
  run: ({ need }) =>
    need === undefined || need.evidence.length > 0
      ? []
      : [
          {
            place: 'need.evidence',
            message: 'Nothing shows the need that is named.',
            mend: 'Add what shows it, best with a link: a study, a consultation, a letter of a community or an employer.',
          },
        ],
}
