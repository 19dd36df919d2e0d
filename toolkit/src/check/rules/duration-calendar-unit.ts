// A duration in months, years or weeks is a span of the calendar and no workload. P60M is sixty months;
// sixty hours are PT60H. Weeks are no xsd:duration at all.

import { durationParts } from '../../credential/workload.ts'
import { statedDurations } from '../durations.ts'
import type { Found, Rule } from '../rule.ts'

export const durationCalendarUnit: Rule = {
  id: 'duration-calendar-unit',
  class: 'tessera-quality',
  severity: 'error',
  principle: 'transparency',
  looksAt: 'workload.stated of the whole and of its parts',
  demand: 'A workload is written in hours and minutes, never in years, months, weeks or days.',
  run: (design) =>
    statedDurations(design).flatMap(({ stated, place }): readonly Found[] => {
      const parts = durationParts(stated)
      if (parts === undefined) return []
      const { years, months, weeks, days } = parts
      if (years + months + weeks > 0) {
        return [{ place, message: messageFor(stated, parts), mend: mendFor(stated, parts) }]
      }
      if (days === 0) return []
      const message = `The duration ${stated} counts days of the calendar; a workload is counted in hours.`
      return [{ place, severity: 'warning', message, mend: mendOfDays(parts) }]
    }),
}

type Parts = NonNullable<ReturnType<typeof durationParts>>

function messageFor(stated: string, { years, months, weeks }: Parts): string {
  if (weeks > 0)
    return `The duration ${stated} counts weeks, which xsd:duration does not know and which are no workload.`
  const span = [count(years, 'year'), count(months, 'month')]
    .filter((part) => part !== '')
    .join(' and ')
  return `The duration ${stated} means ${span} and is no workload.`
}

function count(number: number, unit: string): string {
  return number === 0 ? '' : `${number} ${unit}${number === 1 ? '' : 's'}`
}

/** One number alone was most likely meant as hours or, of months, as minutes. */
function mendFor(stated: string, { years, months, weeks, days, hours }: Parts): string {
  if (weeks > 0 || years > 0 || days > 0 || hours > 0)
    return 'Write the hours of work, such as PT60H for 60 hours.'
  return `If ${months} hours were meant, write PT${months}H; if ${months} minutes, PT${months}M. ${stated} says months.`
}

/** Software that tidies durations turns PT60H into P2DT12H: days of 24 hours. */
function mendOfDays({ days, hours }: Parts): string {
  return `If days of 24 hours are meant, write PT${days * 24 + hours}H; else write the hours of work.`
}
