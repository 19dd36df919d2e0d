// Notional workload: hours and credits, kept apart from each other (Annex I element 7).

import { z } from 'zod'

export const creditsSchema = z
  .strictObject({
    system: z
      .string()
      .min(1)
      .max(100)
      .default('ECTS')
      .meta({ description: 'ECTS, ECVET or the name of another system' }),
    points: z.number().positive().max(1000),
  })
  .meta({ id: 'Credits' })

export const workloadSchema = z
  .strictObject({
    hours: z.number().positive().max(100_000).optional(),
    /** As a source wrote it: kept word for word, so that P60M where PT60H was meant is seen and not mended in silence. */
    stated: z
      .string()
      .max(100)
      .optional()
      .meta({ description: 'An ISO 8601 duration as written by the source, such as PT75H' }),
  })
  .meta({ id: 'Workload' })

export type Credits = z.output<typeof creditsSchema>
export type Workload = z.output<typeof workloadSchema>

const duration =
  /^P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** Parts of an ISO 8601 duration; undefined if it is none. */
export function durationParts(text: string) {
  const found = duration.exec(text)
  if (found === null || text === 'P' || text.endsWith('T')) return undefined
  const [years, months, weeks, days, hours, minutes, seconds] = found
    .slice(1)
    .map((part) => (part === undefined ? 0 : Number(part)))
  return {
    years: years ?? 0,
    months: months ?? 0,
    weeks: weeks ?? 0,
    days: days ?? 0,
    hours: hours ?? 0,
    minutes: minutes ?? 0,
    seconds: seconds ?? 0,
  }
}

/** Hours of a workload: as given, else of a stated duration made of hours and minutes alone. A calendar span is no workload. */
export function hoursOf(workload: Workload | undefined): number | undefined {
  if (workload === undefined) return undefined
  if (workload.hours !== undefined) return workload.hours
  const parts = workload.stated === undefined ? undefined : durationParts(workload.stated)
  if (parts === undefined || parts.years + parts.months + parts.weeks + parts.days > 0)
    return undefined
  const hours = parts.hours + parts.minutes / 60 + parts.seconds / 3600
  return hours > 0 ? hours : undefined
}

/** Hours as xsd:duration in hours and minutes: 2.5 → PT2H30M. Never weeks, days or months. */
export function durationOfHours(hours: number): string {
  const minutes = Math.round(hours * 60)
  const whole = Math.floor(minutes / 60)
  const rest = minutes % 60
  return `PT${whole > 0 || rest === 0 ? `${whole}H` : ''}${rest > 0 ? `${rest}M` : ''}`
}
