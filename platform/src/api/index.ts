// The API of programs, its description, and the tokens it is opened with.

import type { Route } from '../server/route.ts'
import { clientRoutes } from './http-clients.tsx'
import { describeApi } from './openapi.ts'
import { operations } from './operations.ts'

const description: Route = {
  method: 'GET',
  path: '/api/v1/openapi.json',
  needs: 'anyone',
  plain: true,
  handle: ({ c, house }) => c.json(describeApi(house.config.address)),
}

export const api: readonly Route[] = [description, ...operations, ...clientRoutes]
