// Is it in force at the time of checking? All times are compared in UTC; clocks may differ by minutes.

import { limits } from '../../limits.ts'
import { line, type CheckContext } from '../context.ts'
import type { CheckLine } from '../verdict.ts'

export function checkDates(context: CheckContext): CheckLine {
  const { opened, now } = context
  const { validFrom, validUntil } = opened
  const latest = now.getTime() + limits.clockSkewSeconds * 1000
  const say = (status: CheckLine['status'], code: Parameters<typeof line>[3], date?: Date) =>
    line(
      context,
      'dates',
      status,
      code,
      date === undefined ? now.toISOString() : date.toISOString(),
    )
  // An unreadable date compares as neither before nor after anything, so it must not get this far.
  if ([validFrom, validUntil].some((date) => date !== undefined && Number.isNaN(date.getTime())))
    return say('undecided', 'dates.unreadable')
  if (validFrom !== undefined && validUntil !== undefined && validUntil < validFrom) {
    return say('failed', 'dates.contradictory', validUntil)
  }
  for (const proof of opened.proofs) {
    if (proof.signedAt !== undefined && proof.signedAt.getTime() > latest) {
      return say('failed', 'dates.signed-in-future', proof.signedAt)
    }
    if (proof.notBefore !== undefined && proof.notBefore.getTime() > latest)
      return say('failed', 'dates.not-yet', proof.notBefore)
    if (proof.expiresAt !== undefined && proof.expiresAt <= now) {
      return say('failed', 'dates.proof-expired', proof.expiresAt)
    }
  }
  if (validFrom !== undefined && validFrom.getTime() > latest)
    return say('failed', 'dates.not-yet', validFrom)
  if (validUntil !== undefined && validUntil <= now)
    return say('failed', 'dates.expired', validUntil)
  return say('passed', 'dates.in-force')
}
