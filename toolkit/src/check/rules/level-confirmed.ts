// A level is confirmed within a national framework, by the authority that keeps it.

import type { Rule } from '../rule.ts'

export const levelConfirmed: Rule = {
  id: 'level-confirmed',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'transparency',
  looksAt: 'level.standing, level.nqf',
  demand: 'A confirmed level names the national framework it was confirmed in.',
  run: ({ level }) =>
    level?.standing === 'confirmed' && level.nqf === undefined
      ? [
          {
            place: 'level.nqf',
            message: 'The level is said to be confirmed, but no national framework is named.',
            mend: 'Name the framework and its level, or call the level indicative.',
          },
        ]
      : [],
}
