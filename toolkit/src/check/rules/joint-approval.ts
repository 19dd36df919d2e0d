// Every body of a joint award has approved what it awards.

import type { Rule } from '../rule.ts'

export const jointApproval: Rule = {
  id: 'joint-approval',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'quality',
  looksAt: 'awardingBodies[].approvedOn',
  demand: 'Every body of a joint award has approved the design.',
  run: ({ awardingBodies }) =>
    awardingBodies.length < 2
      ? []
      : awardingBodies.flatMap(({ approvedOn }, index) =>
          approvedOn === undefined
            ? [
                {
                  place: `awardingBodies[${index}].approvedOn`,
                  message: 'This body has not approved the design yet.',
                  mend: 'Give the date on which it approved, once it has.',
                },
              ]
            : [],
        ),
}
