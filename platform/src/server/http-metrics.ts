// `/metrics` for the operator's monitoring, as Prometheus and OpenTelemetry collectors read it: this process's
// requests, and of the house what waits, what went out and what was awarded. Only whoever has the token of the
// settings gets an answer.

import { createHash, timingSafeEqual } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import process from 'node:process'
import { sql } from 'kysely'
import type { House } from '../house.ts'
import { bounds, metricsOf } from './metrics.ts'
import { problem } from './problem.tsx'
import type { Route } from './route.ts'

type Labels = Readonly<Record<string, string | number>>

interface Family {
  readonly name: string
  readonly kind: 'counter' | 'gauge' | 'histogram'
  readonly help: string
  readonly lines: readonly (readonly [suffix: string, labels: Labels, value: number])[]
}

const escaped = (text: string | number) =>
  String(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

/** The text form, version 0.0.4. */
export function asText(families: readonly Family[]): string {
  return families
    .flatMap(({ name, kind, help, lines }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${kind}`,
      ...lines.map(([suffix, labels, value]) => {
        const pairs = Object.entries(labels).map(([key, one]) => `${key}="${escaped(one)}"`)
        return `${name}${suffix}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`
      }),
    ])
    .join('\n')
    .concat('\n')
}

function requestFamilies(house: House): readonly Family[] {
  return [
    {
      name: 'http_server_request_duration_seconds',
      kind: 'histogram',
      help: 'Requests to this process by kind of page and outcome.',
      lines: metricsOf(house)
        .requests()
        .flatMap(({ method, route, status, within, count, sum }) => {
          const labels = {
            http_request_method: method,
            http_route: route,
            http_response_status_code: status,
          }
          return [
            ...bounds.map((le, at) => ['_bucket', { ...labels, le }, within[at] ?? 0] as const),
            ['_bucket', { ...labels, le: '+Inf' }, count] as const,
            ['_sum', labels, Math.round(sum * 1e6) / 1e6] as const,
            ['_count', labels, count] as const,
          ]
        }),
    },
  ]
}

const delay = monitorEventLoopDelay({ resolution: 20 })

function processFamilies(): readonly Family[] {
  delay.enable()
  const { user, system } = process.cpuUsage()
  const one = (name: string, kind: Family['kind'], help: string, value: number): Family => ({
    name,
    kind,
    help,
    lines: [['', {}, value]],
  })
  const lag = Number.isFinite(delay.max) ? delay.max / 1e9 : 0
  delay.reset()
  return [
    one('process_cpu_seconds_total', 'counter', 'Seconds of the processor.', (user + system) / 1e6),
    one('process_resident_memory_bytes', 'gauge', 'Memory in use.', process.memoryUsage.rss()),
    one(
      'process_start_time_seconds',
      'gauge',
      'When the process began.',
      Math.round(Date.now() / 1000 - process.uptime()),
    ),
    one('nodejs_eventloop_delay_max_seconds', 'gauge', 'Since it was last asked.', lag),
  ]
}

interface Counted {
  readonly what: string
  readonly label: string
  readonly n: number
}

/** Asked of the database so often at most, whoever asks. */
const rest = 15_000
const counted = new WeakMap<
  House['store'],
  { readonly at: number; readonly families: readonly Family[] }
>()

async function houseFamilies(house: House): Promise<readonly Family[]> {
  const now = house.clock.now()
  const known = counted.get(house.store)
  if (known !== undefined && Math.abs(now.getTime() - known.at) < rest) return known.families
  const jobs = await house.store.atTheDoor((tx) =>
    sql<{ kind: string; state: string; n: number; waited: number }>`
      select kind, case when dead_at is not null then 'put_aside' when leased_until > ${now} then 'running'
          when run_at > ${now} then 'later' else 'due' end as state, count(*)::int as n,
        coalesce(max(extract(epoch from ${now}::timestamptz - run_at))
          filter (where dead_at is null and run_at <= ${now}), 0)::float8 as waited
      from job group by 1, 2 order by 1, 2`.execute(tx),
  )
  const organisations = await house.store.atTheDoor((tx) =>
    tx.selectFrom('organisation').select(['id', 'stopped_at']).orderBy('id').execute(),
  )
  const sums: Counted[] = []
  for (const { id } of organisations) sums.push(...(await countsOf(house, id)))
  const sum = (what: string) => {
    const byLabel = new Map<string, number>()
    for (const one of sums)
      if (one.what === what) byLabel.set(one.label, (byLabel.get(one.label) ?? 0) + one.n)
    return [...byLabel]
  }
  const families: readonly Family[] = [
    {
      name: 'tessera_jobs',
      kind: 'gauge',
      help: 'Work of the house by kind and state; what is put aside wants somebody to look.',
      lines: jobs.rows.map(({ kind, state, n }) => ['', { kind, state }, n]),
    },
    {
      name: 'tessera_jobs_oldest_due_seconds',
      kind: 'gauge',
      help: 'How long the oldest due work has waited.',
      lines: [['', {}, Math.max(0, ...jobs.rows.map(({ waited }) => waited))]],
    },
    {
      name: 'tessera_letters',
      kind: 'gauge',
      help: 'Letters by state.',
      lines: sum('letter').map(([state, n]) => ['', { state }, n]),
    },
    {
      name: 'tessera_deliveries',
      kind: 'gauge',
      help: 'Events for webhooks by state.',
      lines: sum('delivery').map(([state, n]) => ['', { state }, n]),
    },
    {
      name: 'tessera_awards',
      kind: 'gauge',
      help: 'Awards by organisation.',
      lines: sums
        .filter(({ what }) => what === 'award')
        .map(({ label, n }) => ['', { organisation: label }, n]),
    },
    {
      name: 'tessera_stop_switch_pulled',
      kind: 'gauge',
      help: '1 where an organisation stopped all sealing.',
      lines: organisations.map(({ id, stopped_at: at }) => [
        '',
        { organisation: id },
        at === null ? 0 : 1,
      ]),
    },
  ]
  counted.set(house.store, { at: now.getTime(), families })
  return families
}

async function countsOf(house: House, id: string): Promise<readonly Counted[]> {
  const { rows } = await house.store.asOrganisation(id, (tx) =>
    sql<Counted>`
      select 'award' as what, ${id}::text as label, count(*)::int as n from award where organisation_id = ${id}
      union all select 'letter', state, count(*)::int from letter where organisation_id = ${id} group by state
      union all select 'delivery', state, count(*)::int from delivery where organisation_id = ${id} group by state`.execute(
      tx,
    ),
  )
  return rows
}

/** This process's own numbers always; those of the house as long as its database answers. */
export async function readMetrics(house: House): Promise<string> {
  const ours = [...requestFamilies(house), ...processFamilies()]
  const up = (value: number): Family => ({
    name: 'tessera_database_up',
    kind: 'gauge',
    help: '1 where the database answers.',
    lines: [['', {}, value]],
  })
  try {
    return asText([...ours, ...(await houseFamilies(house)), up(1)])
  } catch {
    return asText([...ours, up(0)])
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()

export const metricsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/metrics',
    needs: 'anyone',
    plain: true,
    handle: async ({ c, house }) => {
      const { metricsToken } = house.config
      if (metricsToken === undefined) return problem(c, 404)
      const given = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
      if (!timingSafeEqual(digest(given), digest(metricsToken))) {
        c.header('WWW-Authenticate', 'Bearer')
        return problem(c, 401)
      }
      return c.body(await readMetrics(house), 200, {
        'content-type': 'text/plain; version=0.0.4; charset=utf-8',
        'cache-control': 'no-store',
      })
    },
  },
]
