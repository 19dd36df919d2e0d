// Advice: knowledge, skill, or responsibility and autonomy, as the European Qualifications Framework has it.

import { placed } from '../place.ts'
import type { Rule } from '../rule.ts'

export const outcomeTypeGiven: Rule = {
  id: 'outcome-type-given',
  class: 'tessera-quality',
  severity: 'advice',
  principle: 'transparency',
  looksAt: 'outcomes[].type',
  demand: 'Every outcome says which kind it is.',
  run: ({ outcomes }) =>
    placed('outcomes', outcomes)
      .filter(({ part }) => part.type === undefined)
      .map(({ part, place }) => ({
        place: `${place}.type`,
        message: `Outcome ${part.id} does not say whether it is knowledge, skill or responsibility and autonomy.`,
        mend: 'Give its type.',
      })),
}
