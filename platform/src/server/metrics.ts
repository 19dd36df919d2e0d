// What this process did, counted: requests by kind of page and outcome, and how long they took (the names are those
// of OpenTelemetry's conventions). A kind of page is the route as the code writes it; no address, no person.

import type { House } from '../house.ts'

export interface Measured {
  readonly method: string
  /** `/claim/:secret` */
  readonly route: string
  readonly status: number
  readonly seconds: number
}

export interface Metrics {
  count(request: Measured): void
  readonly requests: () => readonly Series[]
}

export interface Series {
  readonly method: string
  readonly route: string
  readonly status: number
  /** How many took no longer than each of {@link bounds}. */
  readonly within: readonly number[]
  readonly count: number
  readonly sum: number
}

/** Seconds. */
export const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])

function openMetrics(): Metrics {
  const series = new Map<
    string,
    { -readonly [K in keyof Series]: Series[K] } & { within: number[] }
  >()
  return {
    count({ method: given, route, status, seconds }) {
      // Whatever else a stranger writes there is one kind.
      const method = methods.has(given) ? given : '_OTHER'
      const key = `${method} ${status} ${route}`
      const one = series.get(key) ?? {
        method,
        route,
        status,
        within: bounds.map(() => 0),
        count: 0,
        sum: 0,
      }
      series.set(key, one)
      one.count += 1
      one.sum += seconds
      for (const [at, bound] of bounds.entries())
        if (seconds <= bound) one.within[at] = (one.within[at] ?? 0) + 1
    },
    requests: () => [...series.values()],
  }
}

const kept = new WeakMap<House['store'], Metrics>()

/** One a house. */
export function metricsOf({ store }: Pick<House, 'store'>): Metrics {
  const known = kept.get(store) ?? openMetrics()
  kept.set(store, known)
  return known
}
