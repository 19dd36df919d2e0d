// Annex I, mandatory element 3: country or region of the issuer.

import { hasCountry } from '../elements.ts'
import type { Rule } from '../rule.ts'

export const m3Country: Rule = {
  id: 'M3-country',
  class: 'annex-i',
  severity: 'error',
  principle: 'authentic',
  looksAt: 'awardingBodies[].organisation.country',
  demand: 'The country or region of the issuer is given.',
  run: (design) =>
    design.awardingBodies.length === 0 || hasCountry(design)
      ? []
      : [
          {
            place: 'awardingBodies[0].organisation.country',
            message: 'No awarding body states its country.',
            mend: 'Give the country as two capital letters (ISO 3166-1), such as ES.',
          },
        ],
}
