// What is expected at entry and what is awarded at the end belong together.

import type { Rule } from '../rule.ts'

/** More than this many levels above the entry is a leap. */
const leap = 2

export const levelPrerequisite: Rule = {
  id: 'level-prerequisite',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'learning-pathways',
  looksAt: 'level.eqf, prerequisites.level',
  demand: 'The level expected at entry is not above the level awarded, nor far below it.',
  run({ level, prerequisites }) {
    const awarded = level?.eqf
    const expected = prerequisites?.level
    if (awarded === undefined || expected === undefined) return []
    if (expected <= awarded && awarded - expected <= leap) return []
    const message =
      expected > awarded
        ? `EQF level ${expected} is expected at entry, but only level ${awarded} is awarded.`
        : `From EQF level ${expected} at entry to level ${awarded} in one micro-credential is a leap of ${awarded - expected} levels.`
    return [
      {
        place: 'prerequisites.level',
        message,
        mend: 'Check both levels; if they are meant, say why in the text of the prerequisites.',
      },
    ]
  },
}
