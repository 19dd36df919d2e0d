// A region is a NUTS code, and lies in the country of its organisation.

import { countryOfNuts } from '../../vocabulary/nuts.ts'
import type { Rule } from '../rule.ts'

export const regionCode: Rule = {
  id: 'region-code',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'authentic',
  looksAt: 'awardingBodies[].organisation.region',
  demand: 'A region is a NUTS code in the country of its organisation.',
  run: ({ awardingBodies }) =>
    awardingBodies.flatMap(({ organisation: { region, country } }, index) => {
      if (region === undefined) return []
      const of = countryOfNuts(region)
      if (of !== undefined && (country === undefined || of === country)) return []
      const message =
        of === undefined
          ? `${region} has not the form of a NUTS code.`
          : `The region ${region} lies in ${of}, not in ${country}.`
      const place = `awardingBodies[${index}].organisation.region`
      return [
        {
          place,
          message,
          mend: 'Give the NUTS code of the region, such as ES43, or leave it out.',
        },
      ]
    }),
}
