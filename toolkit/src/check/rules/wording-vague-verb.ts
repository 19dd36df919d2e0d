// Advice: a skill that can be observed says so with its verb. Knowledge may well be "understands": in
// some languages frameworks themselves say it so.

import type { Rule } from '../rule.ts'
import { englishOutcomes } from '../wording.ts'

const vague =
  /^(know|knows|understand|understands|appreciate|appreciates|learn|learns|(be|is|become) (aware|familiar|acquainted|informed)|(have|has|gain|acquire) (an? )?(knowledge|understanding|awareness|insight))\b/i

export const wordingVagueVerb: Rule = {
  id: 'wording-vague-verb',
  class: 'tessera-quality',
  severity: 'advice',
  principle: 'transparency',
  looksAt: 'outcomes[].text.en, unless the outcome is knowledge',
  demand: 'What learners are able to do is said with a verb that can be observed.',
  run: (design) =>
    englishOutcomes(design).flatMap(({ outcome, sentence, place }) => {
      const found = outcome.type === 'knowledge' ? null : vague.exec(sentence)
      if (found === null) return []
      return [
        {
          place,
          message: `"${found[0]}" cannot be observed, so it is hard to say when it is achieved.`,
          mend: 'Say what learners do with it, such as explain, apply, compare or design; or call the outcome knowledge.',
        },
      ]
    }),
}
