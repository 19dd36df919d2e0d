// Definition: a small volume of learning. No European document says how small; the range is a setting.

import { ectsOf, plain, totalHours } from '../hours.ts'
import type { Rule } from '../rule.ts'

/** Hours of one credit where only hours are given: the middle of the European range. */
const hoursOfACredit = 27.5

export const d3SmallVolume: Rule = {
  id: 'D3-small-volume',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'definition',
  looksAt: 'credits, workload',
  demand: 'The volume of learning is small: 1 to 30 ECTS credits unless another range is set.',
  run(design, { volume }) {
    const credits = ectsOf(design)
    const hours = totalHours(design)
    const size = credits ?? (hours === undefined ? undefined : hours / hoursOfACredit)
    if (size === undefined || (size >= volume.min && size <= volume.max)) return []
    // Hours alone say too little to call an offer without credits too small.
    if (credits === undefined && size < volume.min) return []
    const said = credits === undefined ? `${plain(hours ?? 0)} hours` : `${plain(credits)} credits`
    return [
      {
        place: credits === undefined ? 'workload' : 'credits.points',
        message: `${said} lie outside the usual ${volume.min} to ${volume.max} ECTS credits of a micro-credential.`,
        mend:
          size > volume.max
            ? 'Split it into micro-credentials that can be stacked, or set the range your country uses.'
            : 'Join it with a neighbour, or set the range your country uses.',
      },
    ]
  },
}
