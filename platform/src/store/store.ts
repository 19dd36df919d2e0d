// The store: PostgreSQL behind two doors. Rows of a tenant are reached inside a transaction that says
// whose they are; everything else is outside every tenant.

import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
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

export function openStore(databaseUrl: string, size = 10): Store {
  // Whole numbers of 64 bits stay texts: sequences are compared and shown, never counted with.
  const pool = new pg.Pool({ connectionString: databaseUrl, max: size })
  // A connection that breaks while it rests is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const as = <T>(organisation: string, person: string, work: (tx: Tx) => Promise<T>) =>
    db.transaction().execute(async (tx) => {
      await sql`set local role tessera_app`.execute(tx)
      await sql`select set_config('tessera.organisation', ${organisation}, true),
        set_config('tessera.person', ${person}, true)`.execute(tx)
      return work(tx)
    })
  return {
    asOrganisation: (organisation, work) => as(organisation, '', work),
    asPerson: (person, work) => as('', person, work),
    atTheDoor: (work) => as('', '', work),
    close: () => db.destroy(),
  }
}
