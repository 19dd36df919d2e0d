// Whose is a key: the question every proof asks, and the answer every check goes by.

import type { PublicJwk } from '#machine'
import type { NamedIssuer } from '../formats/opened.ts'
import type { Proof } from '../seal/proof.ts'
import type { Resolver } from '../trust/resolver.ts'
import type { Trust, TrustList } from '../trust/trust.ts'
import type { ProofTime } from './proven-time.ts'
import type { SentenceCode } from './sentences/index.ts'

export interface Ownership {
  readonly status: 'passed' | 'failed' | 'undecided'
  readonly code: SentenceCode
  readonly source: string
  readonly words?: Readonly<Record<string, string>>
  /** Names of the issuer the key confirms, where it passed; nothing else in the file is confirmed by it. */
  readonly confirmed?: readonly string[]
  /** The authority whose certificate identifies the issuer, and the list that knows the authority. */
  readonly authority?: {
    readonly name: string
    readonly list: TrustList
    readonly subject: string
  }
}

export interface ProofKeys {
  /** Keys to try against the signature; empty when none could be had. */
  readonly keys: readonly PublicJwk[]
  readonly ownership: Ownership
  /** What time stamps say of when it was signed, where a proof can carry them. */
  readonly time?: ProofTime
}

export interface KeySearch {
  readonly issuer: NamedIssuer
  readonly trust: Trust
  readonly now: Date
  readonly resolver: Resolver
  /** What the proof has to have been made for: issuing, unless a holder shows something. */
  readonly purpose?: Proof['purpose']
}

/** Whether one entry of one list has both names: only a list can say that two names are one organisation. */
export function areOne(trust: Trust, one: string, other: string): boolean {
  return trust.some((list) =>
    list.issuers.some(({ id, alsoKnownAs }) => {
      const names = [id, ...alsoKnownAs]
      return names.includes(one) && names.includes(other)
    }),
  )
}

/** Whether a list has the names in two entries, and no list has them in one: then they are two organisations. */
export function areTwo(trust: Trust, one: string, other: string): boolean {
  if (areOne(trust, one, other)) return false
  return trust.some(({ issuers }) => {
    const all = issuers.flatMap(({ id, alsoKnownAs }) => [id, ...alsoKnownAs])
    return all.includes(one) && all.includes(other)
  })
}
