// Stacking is never automatic: the receiving organisation decides.

import { placed } from '../place.ts'
import type { Rule } from '../rule.ts'

export const stackabilityDecided: Rule = {
  id: 'stackability-decided',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'learning-pathways',
  looksAt: 'stackability.towards[]',
  demand: 'What it stacks towards is named, and who decides that it counts.',
  run({ stackability }) {
    if (stackability === undefined) return []
    if (stackability.kind === 'integrated' && stackability.towards.length === 0) {
      return [
        {
          place: 'stackability.towards',
          message: 'It is said to be part of something larger, but of what is not named.',
          mend: 'Name the programme or credential it is stackable towards.',
        },
      ]
    }
    return placed('stackability.towards', stackability.towards)
      .filter(({ part }) => part.decidedBy === undefined)
      .map(({ place }) => ({
        place: `${place}.decidedBy`,
        message:
          'It is not said who decides that it counts towards this; stacking is never automatic.',
        mend: 'Name the receiving organisation or its body that decides.',
      }))
  },
}
