// A backup comes back into an empty house. What happened between the backup and the loss is not known any more, and
// the house acts as one that knows it does not know:
//
// - every status list is closed: places given after the backup are never given a second time (new awards get a list
//   of a new random name); places that were reserved without an award are given up the same way;
// - numbers of events go on far behind those that may have been seen;
// - cohorts that were being sealed pause, and letters and calls that were on their way are put aside: somebody looks
//   before they go out, since some of it may have happened;
// - all sign-ins end.

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, join, normalize } from 'node:path'
import pg from 'pg'
import type { House } from '../house.ts'
import { record } from './audit.ts'
import { as, BadBackup, type BackupHead, readBackup } from './backup.ts'
import { migrate } from './migrate.ts'
import type { Store } from './store.ts'
import { type TableHere, tablesOf } from './tables-of.ts'

/** So many events may have been told after the backup. */
const gap = 1_000_000

export interface RestoreDone {
  readonly at: string
  readonly rows: number
  readonly files: number
  readonly organisations: readonly string[]
}

/** Throws {@link BadBackup} and leaves the database empty when the file is not whole or the house is not empty. */
export async function restoreBackup(
  path: string,
  plan: { readonly databaseUrl: string; readonly keys: string },
): Promise<RestoreDone> {
  const head = await headOf(path)
  // First the shape the backup was made in, then its rows, then whatever is new since.
  await migrate(plan.databaseUrl, head.migrations)
  const client = new pg.Client({ connectionString: plan.databaseUrl })
  await client.connect()
  try {
    await client.query('begin')
    const tables = new Map((await tablesOf(client)).map((table) => [table.name, table]))
    await requireEmpty(client)
    // What the rules of the tables ask of deeds was asked when they were done. The walls and the keys stay.
    for (const name of tables.keys()) await triggers(client, name, 'disable')
    const done = await importParts(client, tables, path)
    for (const name of tables.keys()) await triggers(client, name, 'enable')
    await forgetWhatMayHaveHappened(client, tables, done.organisations)
    await client.query('commit')
    for (const { name, content } of done.keyFiles) writeKeyFile(plan.keys, name, content)
    await migrate(plan.databaseUrl)
    return {
      at: head.at,
      rows: done.rows,
      files: done.keyFiles.length,
      organisations: done.organisations,
    }
  } catch (error) {
    // Rows that do not fit together or do not fit in: integrity and data exceptions of PostgreSQL.
    if (error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? ''))
      throw new BadBackup(`The backup is damaged: ${error.message}.`, { cause: error })
    throw error
  } finally {
    await client.end()
  }
}

async function headOf(path: string): Promise<BackupHead> {
  for await (const part of readBackup(path)) if ('tessera' in part) return part
  throw new BadBackup(`${path} is empty.`)
}

const triggers = (client: pg.Client, table: string, how: 'enable' | 'disable') =>
  client.query(`alter table ${client.escapeIdentifier(table)} ${how} trigger user`)

async function requireEmpty(client: pg.Client): Promise<void> {
  await client.query('lock table organisation in access exclusive mode')
  const { rows } = await client.query(
    'select from organisation union all select from person limit 1',
  )
  if (rows.length > 0)
    throw new BadBackup(
      'This house is not empty. A backup is restored into an empty database only.',
    )
}

interface Imported {
  readonly rows: number
  readonly keyFiles: readonly { readonly name: string; readonly content: Buffer }[]
  readonly organisations: readonly string[]
}

async function importParts(
  client: pg.Client,
  tables: ReadonlyMap<string, TableHere>,
  path: string,
): Promise<Imported> {
  let rows = 0
  const keyFiles: { name: string; content: Buffer }[] = []
  for await (const part of readBackup(path)) {
    if ('tessera' in part) await requireKnownShape(client, part)
    else if ('table' in part) {
      const table = tables.get(part.table)
      if (table === undefined)
        throw new BadBackup(`The backup has a table ${part.table}; this house has none.`)
      await as(client, part.tenant ?? '')
      await insert(client, table, part.rows)
      rows += part.rows.length
    } else if ('file' in part)
      keyFiles.push({ name: insideName(part.file), content: Buffer.from(part.content, 'base64') })
    else if (part.rows !== rows || part.files !== keyFiles.length)
      throw new BadBackup('The backup does not hold what its end says.')
  }
  const organisations = (
    await client.query<{ id: string }>('select id from organisation order by id')
  ).rows.map(({ id }) => id)
  return { rows, keyFiles, organisations }
}

async function requireKnownShape(client: pg.Client, { migrations }: BackupHead): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select name from migration')
  const here = new Set(rows.map(({ name }) => name))
  const missing = migrations.filter((name) => !here.has(name))
  if (missing.length > 0)
    throw new BadBackup(
      `The backup was made by a newer Tessera (${missing.join(', ')}); restore it with that one.`,
    )
}

async function insert(client: pg.Client, table: TableHere, rows: readonly string[]): Promise<void> {
  const name = client.escapeIdentifier(table.name)
  const kept = table.identities.length === 0 ? '' : 'overriding system value'
  await client.query(
    `insert into ${name} ${kept} select * from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
    [`[${rows.join(',')}]`],
  )
}

async function forgetWhatMayHaveHappened(
  client: pg.Client,
  tables: ReadonlyMap<string, TableHere>,
  organisations: readonly string[],
): Promise<void> {
  for (const id of organisations) {
    await as(client, id)
    await client.query('update status_list set closed_at = now() where closed_at is null')
    await client.query(
      `update result set award_id = null where award_id is not null and state <> 'awarded'
        and not exists (select from award a where a.organisation_id = result.organisation_id and a.id = result.award_id)`,
    )
    await client.query("update cohort set state = 'paused' where state = 'sealing'")
  }
  await client.query("delete from job where kind = 'seal'")
  await client.query(
    "update job set leased_until = null, dead_at = now() where kind in ('letter', 'webhook') and dead_at is null",
  )
  await client.query('update job set leased_until = null')
  await client.query('delete from session')
  await client.query('delete from attempt')
  for (const table of tables.values())
    for (const column of table.identities) {
      const next = (await highest(client, table, column, organisations)) + BigInt(gap)
      await client.query('select setval(pg_get_serial_sequence($1, $2), $3::bigint)', [
        table.name,
        column,
        String(next),
      ])
    }
}

async function highest(
  client: pg.Client,
  { name, tenant }: TableHere,
  column: string,
  organisations: readonly string[],
): Promise<bigint> {
  let found = 0n
  for (const id of tenant === undefined ? [''] : organisations) {
    await as(client, id)
    const { rows } = await client.query<{ most: string }>(
      `select coalesce(max(${client.escapeIdentifier(column)}), 0)::text as most from ${client.escapeIdentifier(name)}`,
    )
    const most = BigInt(rows[0]?.most ?? '0')
    if (most > found) found = most
  }
  return found
}

function insideName(name: string): string {
  const path = normalize(name)
  if (path.startsWith('..') || isAbsolute(path))
    throw new BadBackup(`The backup names a file outside its folder: ${name}`)
  return path
}

function writeKeyFile(folder: string, name: string, content: Buffer): void {
  const at = join(folder, name)
  mkdirSync(dirname(at), { recursive: true, mode: 0o700 })
  writeFileSync(at, content, { mode: 0o600 })
}

/** The audit says it too: what lies between the backup and this line is not known. */
export async function noteRestore(
  house: Pick<House, 'clock'> & { readonly store: Store },
  { at, organisations }: RestoreDone,
): Promise<void> {
  for (const id of organisations)
    await house.store.asOrganisation(id, async (tx) => {
      const lists = await tx
        .selectFrom('status_list')
        .select((is) => is.fn.countAll<string>().as('count'))
        .where('organisation_id', '=', id)
        .executeTakeFirstOrThrow()
      await record(house, tx, id, {
        actor: 'house',
        action: 'backup restored',
        subject: `organisation:${id}`,
        details: { backupAt: at, statusListsClosed: Number(lists.count) },
      })
    })
}
