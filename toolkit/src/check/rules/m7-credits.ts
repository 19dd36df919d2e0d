// Annex I, mandatory element 7: "in ECTS credits, wherever possible". Whether it is possible, only the
// awarding body knows, so this is never more than advice.

import { creditSystems } from '../../vocabulary/credit-systems.ts'
import type { Rule } from '../rule.ts'

export const m7Credits: Rule = {
  id: 'M7-credits',
  class: 'annex-i',
  severity: 'advice',
  principle: 'transparency',
  looksAt: 'credits',
  demand: 'The workload is expressed in ECTS credits wherever possible.',
  run: ({ credits }) =>
    credits !== undefined && creditSystems.find(credits.system)?.code === 'ECTS'
      ? []
      : [
          {
            place: 'credits',
            message:
              'No ECTS credits are given; the Recommendation asks for them wherever possible.',
            mend: 'Give ECTS credits if an awarding body may award them; otherwise leave it as it is.',
          },
        ],
}
