// Contact hours are part of the hours, never more.

import { hoursOf } from '../../credential/workload.ts'
import { plain, rounding, totalHours } from '../hours.ts'
import { placed } from '../place.ts'
import type { Rule } from '../rule.ts'

export const workloadContactHours: Rule = {
  id: 'workload-contact-hours',
  class: 'tessera-quality',
  severity: 'error',
  principle: 'transparency',
  looksAt: 'activities[].contactHours',
  demand: 'Contact hours are no more than the hours they are part of.',
  run(design) {
    const mend = 'Correct the contact hours, or count them into the workload.'
    const found = placed('activities', design.activities).flatMap(({ part, place }) => {
      const hours = hoursOf(part.workload)
      const { contactHours } = part
      if (contactHours === undefined || hours === undefined || contactHours <= hours + rounding)
        return []
      const message = `Activity ${part.id} has ${plain(contactHours)} contact hours, but takes ${plain(hours)} hours in all.`
      return [{ place: `${place}.contactHours`, message, mend }]
    })
    const contact = design.activities.reduce(
      (sum, { contactHours }) => sum + (contactHours ?? 0),
      0,
    )
    const total = totalHours(design)
    if (found.length > 0 || total === undefined || contact <= total + rounding) return found
    const message = `The contact hours add up to ${plain(contact)}, but the workload is ${plain(total)} hours in all.`
    return [{ place: 'workload', message, mend }]
  },
}
