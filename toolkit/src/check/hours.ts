// The hours of a design, added up: of the whole, of its activities and assessments.

import type { Design } from '../credential/design.ts'
import { hoursOf } from '../credential/workload.ts'
import { hoursPerCredit, type HoursPerCredit } from '../vocabulary/hours-per-credit.ts'

/** Hours may be rounded by the people who write them; beyond this they disagree. */
export const rounding = 0.5

export interface Split {
  /** Hours of all activities and assessments that state any. */
  readonly sum: number
  /** Ids of the activities without hours. */
  readonly activitiesWithout: readonly string[]
}

export function splitOf(design: Design): Split {
  const parts = [...design.activities, ...design.assessments]
  return {
    sum: parts.reduce((sum, { workload }) => sum + (hoursOf(workload) ?? 0), 0),
    activitiesWithout: design.activities
      .filter(({ workload }) => hoursOf(workload) === undefined)
      .map(({ id }) => id),
  }
}

/** Hours of the whole: as given, else the sum of a split in which every activity has its hours. */
export function totalHours(design: Design): number | undefined {
  const given = hoursOf(design.workload)
  // A duration of the whole that cannot be read as hours is not overruled by its parts.
  const unread = given === undefined && design.workload?.stated !== undefined
  if (given !== undefined || unread || design.activities.length === 0) return given
  const { sum, activitiesWithout } = splitOf(design)
  return activitiesWithout.length === 0 && sum > 0 ? sum : undefined
}

/** The country that decides how many hours a credit has: the leading body's. */
export function leadingCountry(design: Design): string | undefined {
  const leading =
    design.awardingBodies.find(({ role }) => role === 'leading') ?? design.awardingBodies[0]
  return leading?.organisation.country
}

/** The range that holds for this design: its own, else the country's, else the European one. */
export function rangeOf(design: Design): HoursPerCredit {
  const own = design.hoursPerCredit
  if (own === undefined) return hoursPerCredit(leadingCountry(design))
  return { min: own.min, max: own.max, source: 'the range the design itself gives' }
}

export function ectsOf(design: Design): number | undefined {
  return design.credits?.system === 'ECTS' ? design.credits.points : undefined
}

/** 75 → "75", 12.5 → "12.5", 26.666… → "26.7". */
export function plain(number: number): string {
  return String(Math.round(number * 10) / 10)
}
