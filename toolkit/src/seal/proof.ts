// What a sealed file says about its own proof, before anything of it is believed.

import type { Algorithm, PublicJwk } from '#machine'
import type { TimeAnswer, TimeSearch } from './time/index.ts'

/** How a proof names its key. Nothing here is trusted: the issuer-key check resolves it. */
export type KeyReference =
  /** X.509 certificates carried in the file, DER, leaf first (RFC 7515, 4.1.6). */
  | { readonly kind: 'certificates'; readonly chain: readonly Uint8Array[] }
  /** A verification method URL: `did:web:…#key`, `did:key:…#…`, `https://…#…`. */
  | { readonly kind: 'method'; readonly url: string }
  /** A key the file itself brings; proves possession and nothing about the issuer. */
  | { readonly kind: 'embedded'; readonly key: PublicJwk }
  /** No hint at all: any current key of the issuer. */
  | { readonly kind: 'issuer' }

/** What became of the comparison of bytes and signature. */
export type SignatureAnswer =
  | { readonly holds: true }
  | {
      readonly holds: false
      readonly code: string
      readonly sentence: string
      /** True: it could not be told (a proof suite not known here, a document beyond the budgets). Neither good nor broken. */
      readonly undecided?: true
    }

/** A time stamp beside a proof. It proves nothing until it is weighed. */
export interface ProofTimeStamp {
  /** Over the signature: that it existed then. Over the content: that the content did, so that it was signed later. */
  readonly over: 'signature' | 'content'
  /** What it proves to a verifier who believes those authorities. Never throws for bad input. */
  weigh(search: TimeSearch): Promise<TimeAnswer>
}

export interface Proof {
  /** Name a specialist recognises: `JAdES ES256`, `eddsa-rdfc-2022`, `SD-JWT ES256`, `VC-JWT ES256`. */
  readonly suite: string
  /** The algorithm the file names; the key must be able to do it, or the answer is no. */
  readonly algorithm: Algorithm
  readonly key: KeyReference
  /** The time of signing the signer claims; it is not proven by anything. */
  readonly signedAt?: Date
  /** When the proof itself begins to count (`nbf` of a token). */
  readonly notBefore?: Date
  /** When the proof itself ends (Data Integrity `expires`, `exp` of a token). */
  readonly expiresAt?: Date
  /** Data Integrity: what the key must be authorised for. Others: `assertionMethod`. */
  readonly purpose: 'assertionMethod' | 'authentication'
  readonly challenge?: string
  readonly domain?: string
  /** Seal level reached by the signed part alone, where the standard has levels: `B-B`. */
  readonly level?: string
  /** A time stamp that is believed makes B-B a B-T; who verifies weighs them. */
  readonly timeStamps?: readonly ProofTimeStamp[]
  /** Whether the bytes of the file are what `key` signed. Never throws for bad input. */
  verify(key: PublicJwk): Promise<SignatureAnswer>
}
