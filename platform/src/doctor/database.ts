// The database: that it answers, what it is, whether its shape is ours, and whether its clock is the machine's.

import pg from 'pg'
import { migrations } from '../store/migrate.ts'
import { about, type Finding, reasonOf } from './finding.ts'

/** Older ones lack what our statements use. */
const oldest = 15

export interface DatabaseExam {
  readonly findings: readonly Finding[]
  /** True: the house can be opened on it without changing it. */
  readonly isOurs: boolean
}

export async function examineDatabase(url: string, now: () => Date): Promise<DatabaseExam> {
  const { good, look, bad } = about('database')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    const begun = performance.now()
    await client.connect()
    const { rows } = await client.query<{
      version: number
      encoding: string
      fsync: string
      now: Date
      size: string
      shaped: boolean
    }>(`select current_setting('server_version_num')::int / 10000 as version,
      current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
      clock_timestamp() as now, pg_size_pretty(pg_database_size(current_database())) as size,
      to_regclass('migration') is not null as shaped`)
    const [seen] = rows
    if (seen === undefined) throw new Error('it answers with nothing')
    const millis = Math.round(performance.now() - begun)
    const done = seen.shaped
      ? (await client.query<{ name: string }>('select name from migration')).rows
      : []
    const names = new Set(done.map(({ name }) => name))
    const waiting = migrations.filter(({ name }) => !names.has(name))
    const strange = [...names].filter((name) => !migrations.some((one) => one.name === name))
    const findings = [
      seen.version < oldest
        ? bad(`PostgreSQL ${seen.version} is too old.`, `Move to PostgreSQL ${oldest} or newer.`)
        : good(`PostgreSQL ${seen.version} answers in ${millis} ms; ${seen.size} are in use.`),
      ...(seen.encoding === 'UTF8'
        ? []
        : [
            bad(
              `Its encoding is ${seen.encoding}: not every name can be written.`,
              'Make the database with encoding UTF8.',
            ),
          ]),
      ...(seen.fsync === 'on'
        ? []
        : [bad('fsync is off: what was sealed can be lost.', 'Set fsync = on in PostgreSQL.')]),
      ...(waiting.length === 0
        ? []
        : [
            look(
              seen.shaped
                ? `${waiting.length} steps to its newest shape wait.`
                : 'Nothing is in it yet.',
              'Start the service: it brings the database to its shape.',
            ),
          ]),
      ...(strange.length === 0
        ? []
        : [
            bad(
              `It was used by a newer version of this service (${strange.join(', ')}).`,
              'Install that version here as well.',
            ),
          ]),
      clock(now().getTime() - seen.now.getTime()),
    ]
    return { findings, isOurs: waiting.length === 0 && strange.length === 0 }
  } catch (error) {
    const next = 'Is PostgreSQL started, and is DATABASE_URL its address with user and password?'
    return { findings: [bad(`It does not answer: ${reasonOf(error)}`, next)], isOurs: false }
  } finally {
    await client.end().catch(() => undefined)
  }
}

function clock(apart: number): Finding {
  const { good, bad } = about('clock')
  const seconds = Math.round(Math.abs(apart) / 1000)
  return seconds <= 5
    ? good('This machine and the database have the same time.')
    : bad(
        `This machine and the database are ${seconds} seconds apart.`,
        'Let both follow a time server (chrony, systemd-timesyncd): leases and links end by the clock.',
      )
}
