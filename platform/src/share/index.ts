// Sharing: what a learner shows to whom, for how long.

import type { Route } from '../server/route.ts'
import { linkRoutes } from './http-links.tsx'
import { sharedRoutes } from './shared-page.tsx'

export const share: readonly Route[] = [...linkRoutes, ...sharedRoutes]
