// Under overload some are told at once to come back, and those let in are answered soon. Whether the process
// lives and what is the same for everybody is answered always.

import type { MiddlewareHandler } from 'hono'
import { gate } from './limits.ts'
import { problem } from './problem.tsx'

const always = /^\/(healthz|readyz|metrics)$/

export function gatekeeper(): MiddlewareHandler {
  const { pass } = gate()
  return async (c, next) => {
    if (always.test(c.req.path)) return next()
    const passed = await pass(async () => {
      await next()
      return true
    })
    if (passed === true) return undefined
    c.header('Retry-After', '1')
    return problem(c, 503)
  }
}
