// A route is a value: its address, who may use it, and what it does. There is no other way into the server,
// so that no page can be without an answer to "who may?".

import type { Context } from 'hono'
import type { House } from '../house.ts'
import type { Deed } from '../people/permissions.ts'
import type { Say } from '../web/messages.ts'
import type { Visitor } from './visitor.ts'

/**
 * `anyone`: no sign-in; `door`: whoever holds the secret in the address; a deed: a member whose role may do it at
 * the organisation they sit at; `signed-in`: any account.
 */
export type Need = 'anyone' | 'door' | 'signed-in' | Deed

export interface Asked {
  readonly house: House
  readonly c: Context
  readonly visitor: Visitor
  /** Words in the visitor's language. */
  readonly say: Say
  readonly language: string
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** As Hono writes it: `/cohorts/:cohort`. */
  readonly path: string
  readonly needs: Need
  /** True: a request of another program (token instead of cookie); no cross-site check. */
  readonly machine?: true
  /** What a program's token must allow; without it no token opens the route. */
  readonly scope?: string
  /** True: the deed wants proof, not older than 15 minutes, that its person is there. */
  readonly fresh?: true
  /** True: the same bytes for everybody (stylesheet, scripts); who asks is not looked up. */
  readonly plain?: true
  /** True: its answer may wait for other people's servers, so it stands in a queue of its own. */
  readonly waits?: true
  /** Bytes the body may have; 256 KiB where nothing is said. */
  readonly largest?: number
  readonly handle: (asked: Asked) => Response | Promise<Response>
}

export const largestOf = ({ largest = 256 * 1024 }: Pick<Route, 'largest'>): number => largest
