// Trust as data: who is known, by which list, with which keys, allowed to award what, from when until when.

import type { Algorithm, PublicJwk } from '#machine'

/** A certificate authority whose certificates are believed. */
export interface TrustAnchor {
  readonly name: string
  /** DER. */
  readonly certificate: Uint8Array
  readonly from?: Date
  readonly until?: Date
  /** What its certificates are believed for; seals alone where it is not said. */
  readonly purposes?: readonly AnchorPurpose[]
  /**
   * Names of the only organisation its certificates are believed about: legal name, organizationIdentifier,
   * addresses. Any, where it is not said. A certificate that certifies nobody stands for itself.
   */
  readonly vouchesFor?: readonly string[]
}

export type AnchorPurpose = 'seals' | 'time-stamps'

/** An issuer a list knows. */
export interface KnownIssuer {
  /** DID or https identifier as credentials name it. */
  readonly id: string
  readonly name: string
  /** Other identifiers it may appear under: the organizationIdentifier of its seal, https names, further DIDs. */
  readonly alsoKnownAs: readonly string[]
  /** Keys the list itself vouches for; empty where they are to be found by the DID or by certificate. */
  readonly keys: readonly PublicJwk[]
  readonly country?: string
  /** What it may award; undefined means the list does not limit it. */
  readonly mayAward?: {
    readonly maxEqfLevel?: number
    readonly fields?: readonly string[]
    readonly formats?: readonly string[]
  }
  readonly from?: Date
  readonly until?: Date
  /** Made for development or invented: said in every output. */
  readonly test?: boolean
}

export interface TrustList {
  /** What to call it in a sentence: “Example Alliance trust list of 1 March 2026”. */
  readonly name: string
  /** RFC 7638 thumbprint of the key the list is signed with; absent for an unsigned one. */
  readonly signedBy?: string
  readonly issuedAt?: Date
  readonly nextUpdate?: Date
  readonly anchors: readonly TrustAnchor[]
  readonly issuers: readonly KnownIssuer[]
  /** The only algorithms it believes the keys of its issuers with; a certificate is believed with what its key can do. */
  readonly algorithms?: readonly Algorithm[]
  /** The only issuers whose word it takes on what was withdrawn. */
  readonly statusListIssuers?: readonly string[]
  /** Certificate revocation lists that come with it, DER. */
  readonly revocationLists: readonly Uint8Array[]
  readonly test?: boolean
}

/** All lists a verifier goes by. Empty: every good file is unknown, none is valid. */
export type Trust = readonly TrustList[]
