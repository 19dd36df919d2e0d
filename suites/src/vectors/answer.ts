// The answer to a question, by the area's own way of asking; this is all that runs under watch.

import type { Resolver } from 'tessera/trust/resolver'
import type { Trust } from 'tessera/trust/trust'
import type { AreaName, Question } from './vector.ts'

/** What the verifier goes by while it answers. */
export interface World {
  readonly trust: Trust
  /** Who is trusted, by name, as the folder lists them: a status list belongs to one of them. */
  readonly issuers: readonly string[]
  readonly now: Date
  /** Has the status list of the vector and nothing else; notes what it is asked for. */
  readonly resolver: Resolver
}

export interface Answer {
  /** `valid`, `set`, `reject` …: one of the words of the area. */
  readonly word: string
  /** Why: codes and sentences for people. */
  readonly why: string
}

export type Ask = (question: Question, world: World) => Promise<Answer>
export type Areas = { readonly [area in AreaName]: Ask }

/** A module that knows how to ask. */
export interface Asking {
  readonly areas: Areas
  /** Loads and compiles everything that is needed when first used, so that no vector is charged for it. */
  warmUp(): Promise<void>
}
