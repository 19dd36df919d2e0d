// Who asks: nobody in particular, a person with an account, or a program with a token.

import type { Role } from '../people/permissions.ts'

export interface Visitor {
  readonly person?: { readonly id: string; readonly name: string; readonly language: string }
  /** Whose desk they sit at. */
  readonly organisation?: string
  /** Roles at that organisation, and `learner` for anyone with an account. */
  readonly roles: readonly Role[]
  /** Stands in every form and must come back with it. */
  readonly csrf?: string
  /** When they last proved to be there; sealing and withdrawing want it recent. */
  readonly provedAt?: Date
  /** The hash their session is kept under; it opens nothing. */
  readonly session?: Uint8Array
  /** A program: its client and what its token allows. */
  readonly client?: { readonly id: string; readonly scopes: readonly string[] }
}

export const nobody: Visitor = { roles: [] }
