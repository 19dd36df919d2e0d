// EQF levels 5 to 8 correspond to the cycles of the European Higher Education Area.

import type { Rule } from '../rule.ts'

const levels = { short: 5, first: 6, second: 7, third: 8 } as const

export const levelCycle: Rule = {
  id: 'level-cycle',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'recognition',
  looksAt: 'level.eqf, level.cycle',
  demand: 'EQF level and cycle agree: short 5, first 6, second 7, third 8.',
  run({ level }) {
    if (level?.eqf === undefined || level.cycle === undefined || levels[level.cycle] === level.eqf)
      return []
    return [
      {
        place: 'level.cycle',
        message: `The ${level.cycle} cycle corresponds to EQF level ${levels[level.cycle]}, not ${level.eqf}.`,
        mend: 'Correct the level or the cycle; outside higher education leave the cycle out.',
      },
    ]
  },
}
