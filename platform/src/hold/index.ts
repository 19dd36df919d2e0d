// Keeping: what a learner has, and everything they may do with it.

import type { Route } from '../server/route.ts'
import { accountDataRoutes } from './http-account-data.tsx'
import { claimRoutes } from './http-claim.tsx'
import { dataRoutes } from './http-data.tsx'
import { keptRoutes } from './http-kept.tsx'
import { mineRoutes } from './http-mine.tsx'

/** In this order: `/mine/data` is no award. */
export const hold: readonly Route[] = [
  ...claimRoutes,
  ...accountDataRoutes,
  ...mineRoutes,
  ...dataRoutes,
  ...keptRoutes,
]
