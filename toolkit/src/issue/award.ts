// From a row of a cohort to an award: the design's frozen version, this learner, this moment.

import type { Award } from '../credential/award.ts'
import type { Design } from '../credential/design.ts'
import type { CohortRow } from './cohort.ts'
import type { Issuer } from './issuer.ts'
import { mandateFor } from './mandate.ts'

/** Version 4 UUID as a URN (RFC 9562) from 16 random bytes. */
export function uuidUrn(random: Uint8Array): string {
  const bytes = random.slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The award of one learner. Refuses `issue.not-awarding`; `issuedAt` is whole seconds in UTC. */
export function awardOf(
  row: CohortRow,
  design: Design,
  issuer: Issuer,
  id: string,
  issuedAt: Date,
): Award {
  const at = `${issuedAt.toISOString().slice(0, 19)}Z`
  const mandate = mandateFor(design, issuer)
  return {
    tessera: 'award/1',
    id,
    design,
    learner: row.learner,
    issuer: issuer.organisation,
    ...(mandate === undefined ? {} : { mandate }),
    issuedAt: at,
    validFrom: at,
    ...(row.awardedOn === undefined ? {} : { awardedOn: row.awardedOn }),
    ...(design.expiry === undefined
      ? {}
      : { expiresAt: monthsLater(at, design.expiry.afterMonths) }),
    ...(issuer.place === undefined ? {} : { place: issuer.place }),
    results: [...row.results],
    ...(row.grade === undefined ? {} : { grade: row.grade }),
    ...(design.credits === undefined ? {} : { creditsEarned: design.credits }),
  }
}

function monthsLater(at: string, months: number): string {
  const date = new Date(at)
  const day = date.getUTCDate()
  date.setUTCMonth(date.getUTCMonth() + months)
  // 31 January + 1 month is the last day of February, not a day in March.
  if (date.getUTCDate() !== day) date.setUTCDate(0)
  return `${date.toISOString().slice(0, 19)}Z`
}
