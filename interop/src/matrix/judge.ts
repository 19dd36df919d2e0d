// What a judge is and what is put before one. A judge is a program of others that knows nothing of ours.

import type { Trust } from 'tessera/trust/trust'
import type { Resolver } from 'tessera/trust/resolver'

export type Outcome = 'accepted' | 'refused'

/** What a file is, and so who can judge it. */
export type Kind =
  | 'edc'
  | 'badge-json'
  | 'badge-token'
  | 'badge-png'
  | 'badge-svg'
  | 'sd-jwt'
  | 'certificate'
  | 'time-stamp'

/** What was done to a file, or what became of it. Not every judge looks at everything. */
export type Fault =
  /** A fact in it was changed after sealing. */
  | 'content'
  /** The signed header was changed. */
  | 'header'
  /** The signature was changed. */
  | 'signature'
  /** A fact that is shown was changed, or one was added. */
  | 'disclosure'
  /** It carries another one's certificate. */
  | 'certificate'
  /** Its certificate was revoked. */
  | 'certificate-revoked'
  /** Its certificate had ended when it was checked, and nothing proves that it was sealed before. */
  | 'certificate-expired'
  /** Its certificate has ended, and no list of its time shows that it was not revoked before. */
  | 'certificate-unasked'
  /** Its certificate is of an authority nobody trusts, whatever its name says. */
  | 'authority'
  /** The time stamp is another file's, was changed, or is of an authority nobody trusts. */
  | 'time-stamp'
  /** The issuer withdrew it. */
  | 'revoked'
  /** It is past its end. */
  | 'expired'
  /** It is shown by somebody other than its holder, or to another reader. */
  | 'holder'
  /** Well sealed, but something mandatory is missing. */
  | 'profile'
  /** The file around the credential is broken. */
  | 'container'

/** What surrounds a file on the day it is checked. */
export interface World {
  readonly now: Date
  /** DER: authorities to be trusted, for seals and time stamps. */
  readonly anchors: readonly Uint8Array[]
  /** DER. */
  readonly revocationLists: readonly Uint8Array[]
  readonly trust: Trust
  readonly resolver: Resolver
}

/** One row: a file, good or not. */
export interface Exhibit {
  readonly name: string
  readonly kind: Kind
  readonly bytes: Uint8Array
  /** Absent: it is good, and every judge must accept it. */
  readonly fault?: Fault
  readonly world: World
  /** What the seal claims of itself, where that is not the usual. */
  readonly seal?: SealClaim
  /** What the reader asked for, and what a judge is told that finds nothing by itself. */
  readonly asked?: {
    readonly nonce?: string
    readonly audience?: string
    readonly issuer?: string
    readonly list?: string
    /** The profile an EDC claims, where it is not the generic one. */
    readonly profile?: 'issued-by-mandate'
    /** What a time stamp is over. */
    readonly data?: string
  }
}

export interface SealClaim {
  readonly level: 'B' | 'T'
  readonly signingTime: 'iat' | 'sigT'
  readonly signedAt: Date
}

export interface Finding {
  readonly outcome: Outcome
  /** The judge's own words. */
  readonly said: string
}

/** One column. */
export interface Judge {
  readonly name: string
  /** Why it cannot judge here, in one sentence; undefined when it can. Builds or loads what it needs. */
  available(): string | undefined | Promise<string | undefined>
  /** What it must say of the file; undefined where it has no say. */
  expects(exhibit: Exhibit): Outcome | undefined
  judge(exhibit: Exhibit): Promise<Finding>
  close?(): void
}

/** What a judge must say that sees the faults given, and only these. */
export function whoSees(exhibit: Exhibit, faults: readonly Fault[]): Outcome | undefined {
  if (exhibit.fault === undefined) return 'accepted'
  return faults.includes(exhibit.fault) ? 'refused' : undefined
}

/** The finding of a check that throws when it refuses. */
export async function findingOf(check: () => Promise<unknown>): Promise<Finding> {
  try {
    await check()
    return { outcome: 'accepted', said: 'no fault found' }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return { outcome: 'refused', said: said.split('\n')[0] ?? '' }
  }
}
