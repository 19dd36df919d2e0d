// A fault of ours: noted for the operator with its place, told to the visitor as what it is, and no more.

import type { Context } from 'hono'
import type { House } from '../house.ts'
import { isGone } from '../store/store.ts'
import { logFault } from './log.ts'
import { problem } from './problem.tsx'

export const answerFault =
  (house: House) =>
  (error: unknown, c: Context): Response | Promise<Response> => {
    logFault(house, c, error)
    if (!isGone(error)) return problem(c, 500)
    c.header('Retry-After', '2')
    return problem(c, 503)
  }
