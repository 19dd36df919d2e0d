// Where one can go from every page, by what one may do. A line shows only to whom it opens.

import type { Deed } from '../people/permissions.ts'
import { may } from '../people/permissions.ts'
import type { Visitor } from '../server/visitor.ts'

export interface Way {
  readonly to: string
  /** Its words. */
  readonly key: string
  readonly needs: 'anyone' | Deed
  /** `desk`: for those who sit at one; `no desk`: for those who do not. */
  readonly at?: 'desk' | 'no desk'
}

/** A test asks that each of these is a page. */
export const ways: readonly Way[] = [
  { to: '/cohorts', key: 'common-nav-cohorts', needs: 'see cohorts', at: 'desk' },
  { to: '/awards', key: 'issue-awards', needs: 'see awards', at: 'desk' },
  { to: '/tickets', key: 'issue-nav-tickets', needs: 'answer learners', at: 'desk' },
  { to: '/audit', key: 'issue-audit', needs: 'see the audit', at: 'desk' },
  { to: '/people', key: 'common-nav-people', needs: 'manage people', at: 'desk' },
  { to: '/clients', key: 'api-nav', needs: 'manage API clients', at: 'desk' },
  { to: '/stop', key: 'common-nav-stop', needs: 'pull the stop switch', at: 'desk' },
  { to: '/mine', key: 'common-nav-mine', needs: 'see my awards', at: 'no desk' },
  { to: '/verify', key: 'common-nav-verify', needs: 'anyone' },
]

export function waysFor(visitor: Visitor): readonly Way[] {
  const seated = visitor.organisation !== undefined
  return ways.filter(({ needs, at }) => {
    if (at !== undefined && (at === 'desk') !== seated) return false
    return needs === 'anyone' || may(visitor.roles, needs)
  })
}
