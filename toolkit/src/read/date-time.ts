// Times with a zone (RFC 3339, XML Schema dateTimeStamp): one reading only. No local time, no 30 February,
// no leap second, no digits but 0 to 9.

import type { Json } from '../canonical-json.ts'
import { refuse } from '../refusal.ts'

const form =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{1,9}))?(?:Z|([+-])([0-9]{2}):([0-9]{2}))$/

type Numbers = [number, number, number, number, number, number]

/** Reads a time such as 2026-06-01T12:00:00Z or …+02:00, to the millisecond. Refuses `time.form`. */
export function readDateTime(value: Json | undefined, place = ''): Date {
  const found = typeof value === 'string' ? form.exec(value) : null
  if (found === null) return no(place)
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as Numbers
  const milliseconds = Number((found[7] ?? '').padEnd(3, '0').slice(0, 3))
  const [zoneHour, zoneMinute] = [Number(found[9] ?? 0), Number(found[10] ?? 0)]
  if (zoneMinute > 59 || zoneHour * 60 + zoneMinute > 14 * 60) return no(place)
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, day)
  at.setUTCHours(hour, minute, second, milliseconds)
  // What is out of range rolls over, and then is not what was written.
  const written = found[0].slice(0, 19)
  if (at.toISOString().slice(0, 19) !== written || written.startsWith('0000')) return no(place)
  const zone = (zoneHour * 60 + zoneMinute) * 60_000 * (found[8] === '-' ? -1 : 1)
  return new Date(at.getTime() - zone)
}

function no(place: string): never {
  return refuse('time.form', place, 'This is not a time with a zone, such as 2026-06-01T12:00:00Z.')
}
