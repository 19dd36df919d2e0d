// Annex I, mandatory element 5: date of issuing. It exists only in an award; of a design one can know
// whether it was used before it was approved, which is our own question.

import type { Rule } from '../rule.ts'

export const m5ApprovedBeforeUse: Rule = {
  id: 'M5-approved-before-use',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'authentic',
  looksAt: 'frozen.at, awardingBodies[].approvedOn',
  demand: 'No version is in use before its awarding bodies approved it.',
  run({ frozen, awardingBodies }) {
    const used = frozen?.at.slice(0, 10)
    if (used === undefined) return []
    return awardingBodies.flatMap(({ approvedOn }, index) =>
      approvedOn === undefined || approvedOn <= used
        ? []
        : [
            {
              place: `awardingBodies[${index}].approvedOn`,
              message: `This version was first used on ${used}, before it was approved on ${approvedOn}.`,
              mend: 'Correct the date of approval, or issue only from a version that was approved.',
            },
          ],
    )
  },
}
