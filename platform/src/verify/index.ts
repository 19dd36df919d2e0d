// Checking: is it genuine, whose is it, and what can the person do?

import type { Route } from '../server/route.ts'
import { verifyRoutes } from './http.tsx'

export const verifying: readonly Route[] = verifyRoutes
