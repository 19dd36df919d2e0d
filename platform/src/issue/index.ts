// Issuing: from results to awards, and what becomes of them, for those who work at an organisation.

import type { Route } from '../server/route.ts'
import { approvalRoutes } from './http-approval.tsx'
import { auditRoutes } from './http-audit.tsx'
import { awardRoutes } from './http-awards.tsx'
import { cohortRoutes } from './http-cohorts.tsx'
import { listRoutes } from './http-lists.tsx'
import { nameRoutes } from './http-name.tsx'
import { reportRoutes } from './http-report.tsx'
import { resultRoutes } from './http-results.tsx'
import { sealingRoutes } from './http-sealing.tsx'
import { ticketRoutes } from './http-tickets.tsx'

export const issue: readonly Route[] = [
  ...cohortRoutes,
  ...listRoutes,
  ...resultRoutes,
  ...approvalRoutes,
  ...sealingRoutes,
  ...reportRoutes,
  ...awardRoutes,
  ...ticketRoutes,
  ...auditRoutes,
  ...nameRoutes,
]
