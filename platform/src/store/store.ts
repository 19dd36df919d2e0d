// The store: PostgreSQL behind two doors. Rows of a tenant are reached inside a transaction that says
// whose they are; everything else is outside every tenant.

import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Tables } from './tables.ts'

export type Tx = Transaction<Tables>

export interface Store {
  /** Rows of one organisation: others cannot be read or written, whatever the query says. */
  asOrganisation<T>(organisation: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** What one person holds, whoever issued it. */
  asPerson<T>(person: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Rows outside every tenant: people, sessions, doors, jobs. Tenant rows are not seen. */
  atTheDoor<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface StoreOptions {
  /** Connections at most; more who ask wait for one. */
  readonly size?: number
  /** How long one is waited for before it is said that the database does not answer. */
  readonly patience?: number
}

export function openStore(databaseUrl: string, options: StoreOptions = {}): Store {
  const { size = 10, patience = 5_000 } = options
  // Whole numbers of 64 bits stay texts: sequences are compared and shown, never counted with.
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: size,
    connectionTimeoutMillis: patience,
    keepAlive: true,
    application_name: 'tessera',
    // Nobody waits for ever, and nobody who went away holds what others wait for.
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 300_000,
  })
  // A connection that breaks while it rests is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  // The same for one that breaks between two statements of a deed: the next statement tells.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const once = <T>(
    organisation: string,
    person: string,
    work: (tx: Tx) => Promise<T>,
    began: () => void,
  ) =>
    db.transaction().execute(async (tx) => {
      await sql`set local role tessera_app`.execute(tx)
      await sql`select set_config('tessera.organisation', ${organisation}, true),
        set_config('tessera.person', ${person}, true)`.execute(tx)
      began()
      return work(tx)
    })
  const as = async <T>(organisation: string, person: string, work: (tx: Tx) => Promise<T>) => {
    for (let round = 0; ; round++) {
      let hasBegun = false
      try {
        return await once(organisation, person, work, () => (hasBegun = true))
      } catch (error) {
        // Before the work began nothing was done that could be done twice: a connection from before a fall of the
        // database is replaced by a fresh one.
        if (hasBegun || round === 3 || !isGone(error)) throw error
        await pause(50 * 3 ** round)
      }
    }
  }
  return {
    asOrganisation: (organisation, work) => as(organisation, '', work),
    asPerson: (person, work) => as('', person, work),
    atTheDoor: (work) => as('', '', work),
    close: () => db.destroy(),
  }
}

const gone =
  /^(?:08\w{3}|57P0[1-3]|53\w{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/

/** The database does not answer or has no room: later is better, and the fault is nobody's who asked. */
export function isGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  // The socket of a private server that is coming up again.
  const noSocket = code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect'
  return (
    noSocket ||
    gone.test(code) ||
    /Connection terminated|timeout exceeded when trying to connect|connection timeout/i.test(
      error.message,
    )
  )
}
