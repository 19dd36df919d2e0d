// Advice: verbs far from the level claimed. A verb says a range of levels, never one: four in ten verbs
// are ambiguous, so only a gap of two levels of Bloom's taxonomy or more is worth a word.

import { plainRange, rangeOfVerbs, usualOf, verbsOf } from '../verbs.ts'
import type { Rule } from '../rule.ts'
import { englishOutcomes } from '../wording.ts'

const gap = 2

export const wordingVerbLevel: Rule = {
  id: 'wording-verb-level',
  class: 'tessera-quality',
  severity: 'advice',
  principle: 'transparency',
  looksAt: 'outcomes[].text.en, level.eqf',
  demand: 'The verbs of the outcomes are not all two levels or more away from the level claimed.',
  run(design) {
    const eqf = design.level?.eqf
    const outcomes = englishOutcomes(design).map(({ sentence }) => verbsOf(sentence))
    // An outcome without English or with a verb we do not know may be the demanding one.
    if (eqf === undefined || outcomes.length === 0 || outcomes.length < design.outcomes.length)
      return []
    if (outcomes.some((verbs) => verbs.length === 0)) return []
    const range = rangeOfVerbs(outcomes.flat())
    const usual = usualOf(eqf)
    if (range === undefined || (range.highest > usual - gap && range.lowest < usual + gap))
      return []
    return [
      {
        place: 'outcomes',
        message: `The verbs of the outcomes suggest ${plainRange(range)}; at EQF level ${eqf} one usually finds ${plainRange({ lowest: usual, highest: usual })}.`,
        mend: 'Check whether the verbs say what is really assessed, and whether the level is right. Keep it if both are.',
      },
    ]
  },
}
