// One line of JSON a request. A line names the kind of page, never its address: addresses hold secrets, and
// queries hold names. Of a fault it says where, not with what: messages quote what people typed.

import process from 'node:process'
import type { Context, MiddlewareHandler } from 'hono'
import type { House } from '../house.ts'
import { metricsOf } from './metrics.ts'
import { spansOf } from './spans.ts'
import { traceOf } from './trace.ts'

export interface LogLine {
  readonly at: string
  readonly level: 'info' | 'warn' | 'error'
  readonly message: string
  readonly [detail: string]: string | number | undefined
}

export type Log = (line: LogLine) => void

export const toStandardOutput: Log = (line) => {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

export function logged(house: House): MiddlewareHandler {
  return async (c, next) => {
    const id = Buffer.from(house.random(9)).toString('base64url')
    c.set('requestId', id)
    const trace = traceOf(c.req.header('traceparent'), house.random)
    c.set('trace', trace.trace)
    const begun = performance.now()
    await next()
    c.res.headers.set('X-Request-Id', id)
    const status = c.res.status
    const millis = performance.now() - begun
    const { method } = c.req
    metricsOf(house).count({ method, route: routeOf(c), status, seconds: millis / 1000 })
    const now = house.clock.now()
    const began = new Date(now.getTime() - millis)
    spansOf(house)?.note({ ...trace, method, route: routeOf(c), status, begun: began, millis })
    house.log?.({
      at: now.toISOString(),
      level: status === 503 ? 'warn' : status >= 500 ? 'error' : 'info',
      message: 'request',
      id,
      trace: trace.trace,
      span: trace.span,
      parent: trace.parent,
      method,
      route: routeOf(c),
      status,
      ms: Math.round(millis * 10) / 10,
    })
  }
}

/** `/claim/:secret`, as the route writes it. */
export const routeOf = (c: Context): string => (c.get('route') as string | undefined) ?? '-'

export function logFault(house: House, c: Context, error: unknown): void {
  house.log?.({
    at: house.clock.now().toISOString(),
    level: 'error',
    message: 'fault',
    id: c.get('requestId') as string | undefined,
    trace: c.get('trace') as string | undefined,
    method: c.req.method,
    route: routeOf(c),
    ...faultOf(error),
  })
}

/** Name, code and places of a fault, without its message. */
export function faultOf(error: unknown): {
  readonly fault: string
  readonly code?: string
  readonly stack?: string
} {
  if (!(error instanceof Error)) return { fault: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    fault: error.name,
    ...(code === undefined ? {} : { code }),
    stack: places
      .slice(0, 12)
      .map((line) => line.trim())
      .join(' | '),
  }
}
