// Advice: one outcome is one thing. Two verbs are common, more than three are several outcomes.

import { verbsOf } from '../verbs.ts'
import type { Rule } from '../rule.ts'
import { englishOutcomes } from '../wording.ts'

const most = 3

export const wordingManyVerbs: Rule = {
  id: 'wording-many-verbs',
  class: 'tessera-quality',
  severity: 'advice',
  principle: 'transparency',
  looksAt: 'outcomes[].text.en',
  demand: 'An outcome has at most three verbs.',
  run: (design) =>
    englishOutcomes(design).flatMap(({ sentence, place }) => {
      const verbs = verbsOf(sentence)
      if (verbs.length <= most) return []
      return [
        {
          place,
          message: `This outcome has ${verbs.length} verbs (${verbs.join(', ')}); it is more than one outcome.`,
          mend: 'Make an outcome of each, or keep the one that includes the others.',
        },
      ]
    }),
}
