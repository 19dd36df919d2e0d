// Everything the areas of the service are given: no area makes its own clock, store or mailer.

import type { IssuerKeys } from 'tessera/cli/issuer-keys'
import type { Trust } from 'tessera/trust/trust'
import type { Resolver } from 'tessera/trust/resolver'
import type { Config } from './config.ts'
import type { Log } from './server/log.ts'
import type { Store } from './store/store.ts'

export interface Clock {
  now(): Date
}

/** What a letter needs to leave the house. */
export interface Mailer {
  send(letter: {
    readonly messageId: string
    readonly to: string
    /** Whose letter it is: the organisation's own name and domain. The house's own where nothing is said. */
    readonly from?: { readonly name: string; readonly address: string }
    readonly subject: string
    readonly text: string
    readonly html: string
    readonly language: string
  }): Promise<void>
}

/** The keys an organisation seals with, what its DID document says of them, and its own trust list. */
export interface KeyCabinet {
  /** Refuses `keys.none` where the organisation has none yet. */
  keysOf(organisation: string): Promise<IssuerKeys>
}

/** Encrypts with the key of the house: learners' secrets, tokens of webhooks. */
export interface Vault {
  wrap(plain: Uint8Array, context: string): Uint8Array
  unwrap(wrapped: Uint8Array, context: string): Uint8Array
  /** Is it wrapped with the current key, or with one that is to go? */
  isCurrent(wrapped: Uint8Array): boolean
  /**
   * A name under which the same text is found again, and which says nothing without the key: for look-ups by what
   * can be guessed, such as a student number.
   */
  fingerprint(text: string, context: string): string
}

export interface House {
  readonly config: Config
  readonly store: Store
  readonly clock: Clock
  readonly random: (length: number) => Uint8Array
  readonly mailer: Mailer
  readonly keys: KeyCabinet
  readonly vault: Vault
  /** What this house goes by when it checks files, and looks things up with. */
  readonly trust: () => Promise<Trust>
  readonly resolver: Resolver
  /** Where lines for the operator go; tests have none. */
  readonly log?: Log
  /** Aborted when the service begins to stop: nothing new is taken on. */
  readonly closing?: AbortSignal
}
