// External quality assurance can be looked up.

import { placed } from '../place.ts'
import type { Rule } from '../rule.ts'

export const qualityEvidence: Rule = {
  id: 'quality-evidence',
  class: 'tessera-quality',
  severity: 'advice',
  principle: 'quality',
  looksAt: 'qualityAssurance[].report',
  demand: 'External quality assurance links to its report or decision.',
  run: ({ qualityAssurance }) =>
    placed('qualityAssurance', qualityAssurance)
      .filter(({ part }) => part.type !== 'internal' && part.report === undefined)
      .map(({ place }) => ({
        place: `${place}.report`,
        message: 'External quality assurance is claimed without a link to its report.',
        mend: 'Give the address of the report or decision, such as its page in DEQAR.',
      })),
}
