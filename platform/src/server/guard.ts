// What stands before every route: who asks, whether they may, and whether the request comes from our own pages.

import type { Context } from 'hono'
import type { House } from '../house.ts'
import { may } from '../people/permissions.ts'
import { problem } from './problem.tsx'
import type { Need, Route } from './route.ts'
import { nobody, type Visitor } from './visitor.ts'

/** 0: may pass; otherwise the answer's status. */
export function refusalFor(visitor: Visitor, needs: Need): 0 | 401 | 403 {
  if (needs === 'anyone' || needs === 'door') return 0
  const known = visitor.person !== undefined || visitor.client !== undefined
  if (!known) return 401
  if (needs === 'signed-in') return 0
  return may(visitor.roles, needs) ? 0 : 403
}

export function guarded(house: House, route: Route): (c: Context) => Promise<Response> {
  return async (c) => {
    const visitor = nobody
    const refusal = refusalFor(visitor, route.needs)
    if (refusal !== 0) return problem(c, refusal)
    return route.handle({ house, c, visitor, say: (key) => key, language: 'en' })
  }
}
