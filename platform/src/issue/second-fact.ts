// What a learner knows beside the secret of the link or the paper: a birthday, their number, or a code the desk told
// them. Kept as a fingerprint under a key of the house, bound to the award.

import type { CohortRow } from 'tessera/issue/cohort'
import type { House } from '../house.ts'
import type { ClaimRow } from '../store/tables.ts'

export type SecondFact = ClaimRow['second_fact']

/** What the desk has of the learner; a code is made where it has nothing. */
export function secondFactOf({ learner }: Pick<CohortRow, 'learner'>, random: House['random']) {
  if (learner.dateOfBirth !== undefined)
    return { kind: 'birth-date' as const, value: learner.dateOfBirth }
  const number = learner.identifiers[0]?.value
  if (number !== undefined) return { kind: 'number' as const, value: number }
  return { kind: 'code' as const, value: codeFrom(random(8)) }
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeFrom = (bytes: Uint8Array) => [...bytes].map((byte) => letters[byte % 32]).join('')

/** How people type it: spaces, dashes and small letters do not matter. */
function plain(kind: SecondFact, given: string): string {
  const text = given.normalize('NFKC').trim()
  if (kind === 'birth-date') return text
  const closed = text.toUpperCase().replaceAll(/[\s-]/g, '')
  return kind === 'code' ? closed.replaceAll('O', '0').replaceAll(/[IL]/g, '1') : closed
}

/** To be compared with `second_fact_hash`. A birthday is given as year-month-day. */
export function secondFactHash(
  { vault }: Pick<House, 'vault'>,
  organisation: string,
  award: string,
  kind: SecondFact,
  given: string,
): Uint8Array {
  const place = `${organisation}|claim|second_fact|${award}`
  return Buffer.from(vault.fingerprint(plain(kind, given.slice(0, 300)), place), 'base64url')
}
