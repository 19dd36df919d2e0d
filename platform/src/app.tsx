// All wiring on one page: the areas, their routes, and what stands between a request and a route.

import { Hono } from 'hono'
import { api } from './api/index.ts'
import { front } from './front/http.ts'
import { hold } from './hold/index.ts'
import type { House } from './house.ts'
import { publications } from './issue/http-publication.ts'
import { issue } from './issue/index.ts'
import { people } from './people/index.ts'
import { answerFault } from './server/fault.ts'
import { gatekeeperOf } from './server/gatekeeper.tsx'
import { guarded, limited } from './server/guard.ts'
import { headers } from './server/headers.ts'
import { health } from './server/health.ts'
import { metricsRoutes } from './server/http-metrics.ts'
import { logged } from './server/log.ts'
import { policyReports } from './server/policy-reports.ts'
import { problem } from './server/problem.tsx'
import type { Route } from './server/route.ts'
import { share } from './share/index.ts'
import { verifying } from './verify/index.ts'
import { assets } from './web/assets.ts'
import { sayIn } from './web/messages.ts'

/** An area of the service: what it answers to. A new area is a folder and a line here. */
export const areas: readonly (readonly Route[])[] = [
  health,
  metricsRoutes,
  policyReports,
  assets,
  people,
  front,
  issue,
  publications,
  hold,
  share,
  verifying,
  api,
]

export const routes: readonly Route[] = areas.flat()

/** @param served what it answers to; tests put other deeds behind the same routes */
export function createApp(house: House, served: readonly Route[] = routes): Hono {
  const app = new Hono()
  app.use(logged(house))
  app.use(headers(house))
  const { before } = gatekeeperOf(house)
  for (const route of served)
    app.on(route.method, route.path, limited(route), before(route), guarded(house, route, sayIn))
  app.notFound((c) => problem(c, 404))
  app.onError(answerFault(house))
  return app
}
