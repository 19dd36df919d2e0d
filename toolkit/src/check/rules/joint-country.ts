// In a joint award every body says where it is.

import type { Rule } from '../rule.ts'

export const jointCountry: Rule = {
  id: 'joint-country',
  class: 'tessera-quality',
  severity: 'error',
  principle: 'authentic',
  looksAt: 'awardingBodies[].organisation.country',
  demand: 'Every body of a joint award states its country.',
  run: ({ awardingBodies }) =>
    awardingBodies.length < 2
      ? []
      : awardingBodies.flatMap(({ organisation }, index) =>
          organisation.country === undefined
            ? [
                {
                  place: `awardingBodies[${index}].organisation.country`,
                  message: 'This awarding body does not state its country.',
                  mend: 'Give the country as two capital letters (ISO 3166-1), such as AT.',
                },
              ]
            : [],
        ),
}
