// NumericDate (RFC 7519, section 2): seconds since 1970. Whole seconds only, and no year past 9999, so that
// every date has one reading.

import type { Json, JsonObject } from '../../read/json.ts'
import { refuse } from '../../refusal.ts'

const yearTenThousand = 253_402_300_800

/** A claim as a date; undefined when it is absent. Refuses `jose.date` for anything but whole seconds. */
export function numericDate(claims: JsonObject, name: string, place = ''): Date | undefined {
  const value: Json | undefined = Object.hasOwn(claims, name) ? claims[name] : undefined
  if (value === undefined) return undefined
  if (
    typeof value !== 'number' ||
    !Number.isInteger(value) ||
    value < 0 ||
    value >= yearTenThousand
  ) {
    return refuse('jose.date', place, `The time "${name}" is not a whole number of seconds.`)
  }
  return new Date(value * 1000)
}

/** Whole seconds since 1970 of a date, rounded down. */
export function secondsOf(date: Date): number {
  return Math.floor(date.getTime() / 1000)
}
