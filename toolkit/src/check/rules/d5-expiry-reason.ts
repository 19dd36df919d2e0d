// Definition: the learner owns it. An achievement does not lapse by itself, so an expiry needs a reason.

import type { Rule } from '../rule.ts'

export const d5ExpiryReason: Rule = {
  id: 'D5-expiry-reason',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'portable',
  looksAt: 'expiry',
  demand: 'A micro-credential that expires says why the achievement itself lapses.',
  run: ({ expiry }) =>
    expiry === undefined || expiry.reason !== undefined
      ? []
      : [
          {
            place: 'expiry.reason',
            message: `It expires after ${expiry.afterMonths} months and does not say why.`,
            mend: 'Name the law or rule by which the achievement lapses, such as a licence, or remove the expiry.',
          },
        ],
}
