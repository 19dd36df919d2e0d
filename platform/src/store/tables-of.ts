// The tables of a database as they are, those first that others point to.

import type pg from 'pg'

export interface TableHere {
  readonly name: string
  /** Where a wall stands, the column that says whose a row is. */
  readonly tenant?: string
  /** Columns PostgreSQL numbers by itself. */
  readonly identities: readonly string[]
  /** It points to itself: rows come in the order they were made. */
  readonly order?: string
}

const orders: Readonly<Record<string, string>> = { award: 'issued_at, id' }

export async function tablesOf(client: pg.Client): Promise<readonly TableHere[]> {
  const { rows } = await client.query<{
    name: string
    walled: boolean
    tenant: boolean
    identities: string[]
    targets: string[]
  }>(
    `select c.relname as name, c.relrowsecurity as walled,
        exists (select from pg_attribute where attrelid = c.oid and attname = 'organisation_id') as tenant,
        array(select attname::text from pg_attribute where attrelid = c.oid and attidentity <> '') as identities,
        array(select distinct confrelid::regclass::text from pg_constraint
          where conrelid = c.oid and contype = 'f') as targets
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`,
  )
  const done = new Map<string, TableHere>()
  let waiting = rows.filter(({ name }) => name !== 'migration')
  while (waiting.length > 0) {
    const ready = waiting.filter(({ name, targets }) =>
      targets.every((target) => target === name || done.has(target)),
    )
    if (ready.length === 0) throw new Error('The tables point to each other in a circle.')
    for (const { name, walled, tenant, identities, targets } of ready) {
      const order = orders[name]
      if (targets.includes(name) && order === undefined)
        throw new Error(
          `${name} points to itself, and in which order its rows were made is not known.`,
        )
      done.set(name, {
        name,
        identities,
        ...(walled ? { tenant: tenant ? 'organisation_id' : 'id' } : {}),
        ...(order === undefined ? {} : { order }),
      })
    }
    waiting = waiting.filter(({ name }) => !done.has(name))
  }
  return [...done.values()]
}
