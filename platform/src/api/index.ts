// The API of programs, its description, and the tokens it is opened with.

import type { Route } from '../server/route.ts'
import { clientRoutes } from './http-clients.tsx'
import { describeApi } from './openapi.ts'
import { operations } from './operations.ts'

/** Made once an address: whoever asks often costs little. */
const described = new Map<string, string>()

const description: Route = {
  method: 'GET',
  path: '/api/v1/openapi.json',
  needs: 'anyone',
  plain: true,
  handle: ({ c, house }) => {
    const { address } = house.config
    const text = described.get(address) ?? JSON.stringify(describeApi(address))
    described.set(address, text)
    return c.body(text, 200, { 'content-type': 'application/json' })
  },
}

export const api: readonly Route[] = [description, ...operations, ...clientRoutes]
