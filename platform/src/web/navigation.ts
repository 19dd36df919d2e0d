// Where one can go from every page, by what one may do. A line shows only to whom it opens.

import type { Deed } from '../people/permissions.ts'
import { may } from '../people/permissions.ts'
import type { Visitor } from '../server/visitor.ts'

export interface Way {
  readonly to: string
  /** Its words: `common-nav-…`. */
  readonly key: string
  readonly needs: 'anyone' | Deed
  /** True: for those who work at an organisation, not for every account. */
  readonly desk?: true
}

/** A test asks that each of these is a route. */
export const ways: readonly Way[] = []

export function waysFor(visitor: Visitor): readonly Way[] {
  return ways.filter(({ needs, desk }) => {
    if (desk === true && visitor.organisation === undefined) return false
    return needs === 'anyone' || may(visitor.roles, needs)
  })
}
