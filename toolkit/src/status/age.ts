// How long a copy of a status list counts. Its end goes first (`validUntil`, `exp`); `ttl` says when a copy should be
// fetched again and replaces no end (W3C Bitstring Status List 1.0, 2.2; IETF Token Status List, 5.1). A list without
// an end would never age: then its copy does.

import { limits } from '../limits.ts'
import type { OpenedStatusList } from './read.ts'

type Dated = Pick<OpenedStatusList, 'validFrom' | 'validUntil' | 'ttlSeconds' | 'proofs'>

/** The time what a list says is true of; undefined where it tells no time. */
export function madeAt({ validFrom, proofs }: Dated): Date | undefined {
  return validFrom ?? proofs[0]?.signedAt
}

/**
 * Until when a copy counts: until its end; without one, for its `ttl` (or `limits.statusAgeSeconds`) from when it was
 * had, or from when it was made where nobody knows when it was had. Undefined where nothing is known at all.
 */
export function countsUntil(list: Dated, had: Date | undefined): Date | undefined {
  if (list.validUntil !== undefined) return list.validUntil
  const from = had ?? madeAt(list)
  const seconds = list.ttlSeconds ?? limits.statusAgeSeconds
  return from === undefined ? undefined : new Date(from.getTime() + seconds * 1000)
}
