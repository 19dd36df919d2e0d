// All wiring on one page: the areas, their routes, and what stands between a request and a route.

import { Hono } from 'hono'
import type { House } from './house.ts'
import { guarded } from './server/guard.ts'
import { headers } from './server/headers.ts'
import { health } from './server/health.ts'
import { problem } from './server/problem.tsx'
import type { Route } from './server/route.ts'

/** An area of the service: what it answers to. A new area is a folder and a line here. */
export const areas: readonly (readonly Route[])[] = [health]

export const routes: readonly Route[] = areas.flat()

export function createApp(house: House): Hono {
  const app = new Hono()
  app.use(headers(house))
  for (const route of routes) app.on(route.method, route.path, guarded(house, route))
  app.notFound((c) => problem(c, 404))
  app.onError((error, c) => problem(c, 500, error))
  return app
}
