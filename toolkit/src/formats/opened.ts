// A file, opened by its format: everything it says, none of it believed yet. The verifier's checks work
// on this and know no format.

import type { PublicJwk } from '#machine'
import type { Award } from '../credential/award.ts'
import type { Refusal } from '../refusal.ts'
import type { Proof } from '../seal/proof.ts'
import type { StatusReference } from '../status/reference.ts'

export type FormatId = 'edc' | 'ob3' | 'sd-jwt'

/** Who the signed content says issued it. */
export interface NamedIssuer {
  /** DID or https identifier; absent where the format names the issuer only by legal identifier (EDC). */
  readonly id?: string
  readonly name?: string
  /** Legal identifiers, such as VATES-A00000000; matched against the seal certificate. */
  readonly identifiers: readonly string[]
  readonly country?: string
}

/** The holder's side: key binding of an SD-JWT, or the presentation around a credential. */
export interface Holding {
  /** Identifier of the subject, if it is one a holder can control. */
  readonly subject?: string
  /** The key the issuer bound the credential to (RFC 7800 `cnf`). */
  readonly confirmation?: PublicJwk
  /** Present when somebody presents the credential as its holder. */
  readonly presentation?: {
    readonly holder?: string
    readonly nonce?: string
    readonly audience?: string
    readonly challenge?: string
    readonly domain?: string
    readonly presentedAt?: Date
    readonly proofs: readonly Proof[]
  }
}

/** Profile conformance: reported beside the verdict, never part of it. */
export interface Conformance {
  /** Name and version: `EDC generic-full 1.2.0 (ELM 3.2)`, `Open Badges 3.0`. */
  readonly profile: string
  readonly conforms: boolean
  readonly faults: readonly Refusal[]
}

export interface Opened {
  readonly format: FormatId
  /** How it came: `sealed`, `bare`, `upload`, `json`, `jwt`, `png`, `svg`, `sd-jwt`, `sd-jwt+kb`. */
  readonly variant: string
  readonly id?: string
  /** Type the issuer gave it (`vct`, the VC types). */
  readonly types: readonly string[]
  readonly issuer: NamedIssuer
  /** What is signed, in the model's own words. Parts a format cannot carry are missing. */
  readonly award: Award
  /** None: the file is not sealed. All of them must hold. */
  readonly proofs: readonly Proof[]
  /** The format has no unsealed form: a file without any proof is broken, not just undecided. */
  readonly sealDemanded?: boolean
  readonly validFrom?: Date
  readonly validUntil?: Date
  readonly status: readonly StatusReference[]
  readonly holding: Holding
  readonly conformance: readonly Conformance[]
}
