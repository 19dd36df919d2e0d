// Advice: neither a heading nor a paragraph.

import type { Rule } from '../rule.ts'
import { englishOutcomes, wordsOf } from '../wording.ts'

const shortest = 5
const longest = 40

export const wordingOutcomeLength: Rule = {
  id: 'wording-outcome-length',
  class: 'tessera-quality',
  severity: 'advice',
  principle: 'transparency',
  looksAt: 'outcomes[].text.en',
  demand: 'An outcome has 5 to 40 words.',
  run: (design) =>
    englishOutcomes(design).flatMap(({ text, place }) => {
      const count = wordsOf(text).length
      if (count >= shortest && count <= longest) return []
      return [
        {
          place,
          message: `This outcome has ${count} words.`,
          mend:
            count < shortest
              ? 'Add with what, in which situation and how well.'
              : 'Say it in one sentence, or make two outcomes of it.',
        },
      ]
    }),
}
