// Principle 9: enough to check the issuer's legal identity. A logo and a domain are not.

import type { Rule } from '../rule.ts'

const legal = new Set(['eidas', 'vat', 'tax', 'registration', 'lei'])

export const legalIdentifier: Rule = {
  id: 'legal-identifier',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'authentic',
  looksAt: 'awardingBodies[].organisation.identifiers',
  demand: 'Every awarding body has a legal identifier: of its seal, for tax, or of a register.',
  run: ({ awardingBodies }) =>
    awardingBodies.flatMap(({ organisation }, index) =>
      organisation.identifiers.some(({ scheme }) => legal.has(scheme))
        ? []
        : [
            {
              place: `awardingBodies[${index}].organisation.identifiers`,
              message: 'This awarding body has no legal identifier.',
              mend: 'Give the identifier of its seal certificate (eidas), its VAT, tax or registration number.',
            },
          ],
    ),
}
