// Brings a database to the newest shape. Forward only; one server at a time does it, the others wait.

import pg from 'pg'
import { sql as awards } from './migrations/0001-awards.ts'
import { sql as people } from './migrations/0001-people.ts'
import { sql as walls } from './migrations/0001-walls.ts'

interface Migration {
  readonly name: string
  readonly sql: string
  /** Outside a transaction, one statement that may be begun again: an index made `concurrently`. */
  readonly alone?: true
}

/** A new migration is a new file and one line here; what is here is never changed once it was released. */
export const migrations: readonly Migration[] = [
  { name: '0001-awards', sql: people + awards + walls },
]

/** Any number, the same for every server: who holds it migrates. */
const lock = 7_355_837_214

/**
 * @param only these and no newer ones, for a backup of that time
 * @returns the names of what was done now.
 */
export async function migrate(
  databaseUrl: string,
  only?: readonly string[],
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await client.query(
      'create table if not exists migration (name text primary key, at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string }>('select name from migration')
    const done = new Set(rows.map(({ name }) => name))
    const waiting = migrations.filter(
      ({ name }) => !done.has(name) && (only === undefined || only.includes(name)),
    )
    for (const { name, sql, alone } of waiting) {
      if (alone === true) await client.query(sql)
      await client.query('begin')
      if (alone !== true) await client.query(sql)
      await client.query('insert into migration (name) values ($1)', [name])
      await client.query('commit')
    }
    return waiting.map(({ name }) => name)
  } finally {
    await client.end()
  }
}
