// The day an award counts from, as its issuer's calendar has it: late in the evening the day in Vilnius is not the
// day in Greenwich.

import type { Award } from 'tessera/credential/award'

/** Time zone of each country; of those with several, the one of its capital. */
const zones: Readonly<Record<string, string>> = {
  AD: 'Europe/Andorra',
  AL: 'Europe/Tirane',
  AM: 'Asia/Yerevan',
  AT: 'Europe/Vienna',
  AZ: 'Asia/Baku',
  BA: 'Europe/Sarajevo',
  BE: 'Europe/Brussels',
  BG: 'Europe/Sofia',
  CH: 'Europe/Zurich',
  CY: 'Asia/Nicosia',
  CZ: 'Europe/Prague',
  DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen',
  EE: 'Europe/Tallinn',
  ES: 'Europe/Madrid',
  FI: 'Europe/Helsinki',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  GE: 'Asia/Tbilisi',
  GR: 'Europe/Athens',
  HR: 'Europe/Zagreb',
  HU: 'Europe/Budapest',
  IE: 'Europe/Dublin',
  IS: 'Atlantic/Reykjavik',
  IT: 'Europe/Rome',
  LI: 'Europe/Vaduz',
  LT: 'Europe/Vilnius',
  LU: 'Europe/Luxembourg',
  LV: 'Europe/Riga',
  MC: 'Europe/Monaco',
  MD: 'Europe/Chisinau',
  ME: 'Europe/Podgorica',
  MK: 'Europe/Skopje',
  MT: 'Europe/Malta',
  NL: 'Europe/Amsterdam',
  NO: 'Europe/Oslo',
  PL: 'Europe/Warsaw',
  PT: 'Europe/Lisbon',
  RO: 'Europe/Bucharest',
  RS: 'Europe/Belgrade',
  SE: 'Europe/Stockholm',
  SI: 'Europe/Ljubljana',
  SK: 'Europe/Bratislava',
  SM: 'Europe/San_Marino',
  TR: 'Europe/Istanbul',
  UA: 'Europe/Kyiv',
  VA: 'Europe/Vatican',
}

export const zoneOf = (country: string | undefined): string => zones[country ?? ''] ?? 'UTC'

/** `2026-05-12` there. */
export function dayIn(zone: string, time: Date): string {
  // Swedish writes days the way ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }).format(time)
}

/** When the body awarded it; else the day of the seal, in the issuer's country. Empty where neither is known. */
export function dayOfIssue(award: Award): string {
  if (award.awardedOn !== undefined) return award.awardedOn
  if (award.issuedAt === undefined) return ''
  return dayIn(zoneOf(award.issuer?.country ?? award.place?.country), new Date(award.issuedAt))
}

/** Undefined where it does not lapse. */
export function dayOfExpiry(award: Award): string | undefined {
  if (award.expiresAt === undefined) return undefined
  return dayIn(zoneOf(award.issuer?.country ?? award.place?.country), new Date(award.expiresAt))
}
