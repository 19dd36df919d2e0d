// What others are to build on has to have been done by the learner named.

import type { Rule } from '../rule.ts'

export const identityCheckStackable: Rule = {
  id: 'identity-check-stackable',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'recognition',
  looksAt: 'stackability.kind, assessments[].supervision.identityChecked',
  demand: 'A stackable micro-credential checks identity in at least one assessment.',
  run({ stackability, assessments }) {
    if (stackability === undefined || stackability.kind === 'stand-alone') return []
    if (
      assessments.length === 0 ||
      assessments.some(({ supervision }) => supervision?.identityChecked === true)
    )
      return []
    return [
      {
        place: 'assessments',
        message: 'It is to be stackable, but no assessment checks the identity of the learner.',
        mend: 'Check identity in the assessment that matters most; others will hardly count it otherwise.',
      },
    ]
  },
}
