// What the two processes say to each other: the one that asks, and the one that answers under watch.

import type { Conduct } from './must-not.ts'
import type { Question } from './vector.ts'

/** Everything the answering process needs to begin. */
export interface Setting {
  readonly trust: Uint8Array
  readonly now: number
  /** Address of another module that knows how to ask (`Asking`), for the tests of the runner itself. */
  readonly areas?: string
}

export type ToChild =
  | { readonly kind: 'begin'; readonly setting: Setting }
  | { readonly kind: 'ask'; readonly question: Question }

export type FromChild =
  /** Loaded, warm and at rest. */
  | { readonly kind: 'ready' }
  /** It cannot begin: the trust cannot be read. */
  | { readonly kind: 'unable'; readonly why: string }
  | {
      readonly kind: 'answer'
      /** Undefined where the question raised an error instead: `conduct.ended` says which. */
      readonly answer: { readonly word: string; readonly why: string } | undefined
      readonly conduct: Conduct
      /** The process has grown or was changed: the next question goes to a new one. */
      readonly spent: boolean
    }
