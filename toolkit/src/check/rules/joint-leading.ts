// A joint micro-credential is led by one body.

import type { Rule } from '../rule.ts'

export const jointLeading: Rule = {
  id: 'joint-leading',
  class: 'tessera-quality',
  severity: 'error',
  principle: 'authentic',
  looksAt: 'awardingBodies[].role',
  demand: 'Of several awarding bodies exactly one leads.',
  run({ awardingBodies }) {
    const leading = awardingBodies.filter(({ role }) => role === 'leading').length
    if (awardingBodies.length < 2 || leading === 1) return []
    return [
      {
        place: 'awardingBodies',
        message: `Of ${awardingBodies.length} awarding bodies ${leading === 0 ? 'none leads' : `${leading} lead`}.`,
        mend: 'Give one of them the role leading and all others the role partner.',
      },
    ]
  },
}
