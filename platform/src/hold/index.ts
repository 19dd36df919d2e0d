// Keeping: what a learner has, and everything they may do with it.

import type { Route } from '../server/route.ts'
import { claimRoutes } from './http-claim.tsx'
import { mineRoutes } from './http-mine.tsx'

export const hold: readonly Route[] = [...claimRoutes, ...mineRoutes]
