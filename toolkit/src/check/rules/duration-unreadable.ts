// A stated duration is one of ISO 8601.

import { durationParts } from '../../credential/workload.ts'
import { statedDurations } from '../durations.ts'
import type { Rule } from '../rule.ts'

export const durationUnreadable: Rule = {
  id: 'duration-unreadable',
  class: 'tessera-quality',
  severity: 'error',
  principle: 'transparency',
  looksAt: 'workload.stated of the whole and of its parts',
  demand: 'A stated duration can be read: ISO 8601, such as PT75H.',
  run: (design) =>
    statedDurations(design)
      .filter(({ stated }) => durationParts(stated) === undefined)
      .map(({ stated, place }) => ({
        place,
        message: `"${stated}" is no duration.`,
        mend: 'Write the hours as a number in "hours", or as PT75H for 75 hours.',
      })),
}
