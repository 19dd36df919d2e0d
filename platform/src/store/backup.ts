// Everything the house keeps, in one file: lines of JSON, compressed. All of it is of one moment (one snapshot),
// while the house goes on working. It works with any role that owns the tables: the walls stay up, and each
// organisation's rows are read as its own.
//
// Not in it: the key of the house. Whoever has the file alone reads no grade and no certificate; whoever loses the
// key cannot either.

import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { createGunzip, createGzip } from 'node:zlib'
import pg from 'pg'
import { z } from 'zod'
import { tablesOf } from './tables-of.ts'

export const headSchema = z.object({
  tessera: z.literal('backup/1'),
  at: z.iso.datetime(),
  migrations: z.array(z.string()),
  /** Where the audit of each organisation ended. */
  audit: z.record(z.string(), z.object({ sequence: z.int(), hash: z.string() })),
})
export type BackupHead = z.output<typeof headSchema>

export const partSchema = z.union([
  z.object({ table: z.string(), tenant: z.string().optional(), rows: z.array(z.string()) }),
  z.object({ file: z.string(), content: z.base64() }),
  z.object({ end: z.literal(true), rows: z.int(), files: z.int() }),
])
export type BackupPart = z.output<typeof partSchema>

const atOnce = 100
/** Sealed files make long rows: a line holds as many as fit. */
const lineLength = 4_000_000

export interface BackupPlan {
  readonly databaseUrl: string
  /** Key files of the organisations; they are encrypted themselves. */
  readonly keys: string
  readonly now: Date
}

export interface BackupDone {
  readonly rows: number
  readonly files: number
  readonly bytes: number
}

/** Writes the file whole or not at all, readable by the owner only. */
export async function writeBackup(path: string, plan: BackupPlan): Promise<BackupDone> {
  const beside = `${path}.new-${process.pid}`
  const file = await open(beside, 'wx', 0o600)
  try {
    const gzip = createGzip()
    const written = (async () => {
      for await (const part of gzip) await file.write(part as Buffer)
    })()
    const say = (line: object) =>
      new Promise<void>((settle, fail) => {
        gzip.write(`${JSON.stringify(line)}\n`, (error) => (error ? fail(error) : settle()))
      })
    const rows = await exportRows(plan, say)
    const files = keyFiles(plan.keys)
    for (const name of files)
      await say({ file: name, content: readFileSync(join(plan.keys, name)).toString('base64') })
    await say({ end: true, rows, files: files.length })
    gzip.end()
    await written
    await file.sync()
    await file.close()
    await rename(beside, path)
    await syncFolder(dirname(path))
    return { rows, files: files.length, bytes: statSync(path).size }
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(beside, { force: true })
    throw error
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path === '' ? '.' : path, 'r')
  await folder.sync().catch(() => undefined)
  await folder.close()
}

function keyFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .toSorted()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

async function exportRows(
  { databaseUrl, now }: BackupPlan,
  say: (line: object) => Promise<void>,
): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const tenants = (
      await client.query<{ id: string }>('select id from organisation order by id')
    ).rows.map(({ id }) => id)
    const { rows: migrations } = await client.query<{ name: string }>(
      'select name from migration order by name',
    )
    await say({
      tessera: 'backup/1',
      at: now.toISOString(),
      migrations: migrations.map(({ name }) => name),
      audit: await heads(client, tenants),
    } satisfies BackupHead)
    let count = 0
    for (const { name, tenant, order } of await tablesOf(client))
      for (const whose of tenant === undefined ? [''] : tenants) {
        await as(client, whose)
        const where = tenant === undefined ? '' : `where ${tenant} = ${client.escapeLiteral(whose)}`
        await client.query(
          `declare rows no scroll cursor for select row_to_json(t)::text as row
            from ${client.escapeIdentifier(name)} t ${where} ${order === undefined ? '' : `order by ${order}`}`,
        )
        for (;;) {
          const { rows } = await client.query<{ row: string }>(`fetch ${atOnce} from rows`)
          if (rows.length === 0) break
          count += rows.length
          // As texts: numbers of 64 bits and times to the microsecond pass through untouched.
          for (const some of inLines(rows.map(({ row }) => row)))
            await say({
              table: name,
              ...(tenant === undefined ? {} : { tenant: whose }),
              rows: some,
            })
        }
        await client.query('close rows')
      }
    await client.query('commit')
    return count
  } finally {
    await client.end()
  }
}

function* inLines(rows: readonly string[]): Generator<readonly string[]> {
  let line: string[] = []
  let length = 0
  for (const row of rows) {
    if (line.length > 0 && length + row.length > lineLength) {
      yield line
      line = []
      length = 0
    }
    line.push(row)
    length += row.length
  }
  if (line.length > 0) yield line
}

/** Whose rows the connection may see, until the end of its transaction. */
export async function as(client: pg.Client, organisation: string): Promise<void> {
  await client.query("select set_config('tessera.organisation', $1, true)", [organisation])
}

async function heads(client: pg.Client, tenants: readonly string[]): Promise<BackupHead['audit']> {
  const found: Record<string, { sequence: number; hash: string }> = {}
  for (const id of tenants) {
    await as(client, id)
    const { rows } = await client.query<{ sequence: string; hash: Buffer }>(
      'select sequence, hash from audit where organisation_id = $1 order by sequence desc limit 1',
      [id],
    )
    const last = rows[0]
    if (last !== undefined)
      found[id] = { sequence: Number(last.sequence), hash: last.hash.toString('base64url') }
  }
  return found
}

/** It is no backup of Tessera, or not a whole one. */
export class BadBackup extends Error {
  override readonly name = 'BadBackup'
}

/** The head of the file, then its parts. Throws {@link BadBackup}. */
export async function* readBackup(path: string): AsyncGenerator<BackupHead | BackupPart> {
  let ended = false
  let first = true
  for await (const line of linesOf(path)) {
    const answer = (first ? headSchema : partSchema).safeParse(parsed(line))
    if (!answer.success) throw new BadBackup(`${path} is no backup of Tessera.`)
    first = false
    ended = 'end' in answer.data
    yield answer.data
  }
  if (!ended) throw new BadBackup(`${path} was cut off.`)
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const source = createReadStream(path)
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  source.pipe(gunzip).setEncoding('utf8')
  let rest = ''
  try {
    for await (const part of gunzip) {
      const lines = `${rest}${String(part)}`.split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!code.startsWith('Z_')) throw error
    throw new BadBackup(`${path} is damaged or no backup of Tessera.`, { cause: error })
  } finally {
    source.destroy()
  }
  if (rest !== '') yield rest
}
