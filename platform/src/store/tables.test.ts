// What the code believes of the tables, held against the tables.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { freshStore, noPostgres } from './test-store.ts'

interface Column {
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  readonly made: boolean
}

/** The types of columns, read from the source: types are gone when the program runs. */
function believed(): ReadonlyMap<string, readonly Column[]> {
  const source = readFileSync(
    fileURLToPath(new URL('../../src/store/tables.ts', import.meta.url)),
    'utf8',
  )
  const rows = new Map<string, readonly Column[]>()
  for (const [, name = '', body = ''] of source.matchAll(
    /^export interface (\w+Row) \{\n(.*?)^\}/gms,
  )) {
    const columns = [...body.matchAll(/^ {2}(\w+):\s*(.*?)(?=^ {2}\w+:|(?![\s\S]))/gms)].map(
      ([, column = '', type = '']) => ({
        name: column,
        type: kindOf(type),
        nullable: /\| null/.test(type),
        made: /Generated<|MadeTime|undefined/.test(type),
      }),
    )
    rows.set(name, columns)
  }
  const tables = /export interface Tables \{\n(.*?)^\}/ms.exec(source)?.[1] ?? ''
  return new Map(
    [...tables.matchAll(/^ {2}(\w+): (\w+)$/gm)].map(([, table = '', row = '']) => [
      table,
      rows.get(row) ?? [],
    ]),
  )
}

function kindOf(written: string): string {
  const type = written.replaceAll(/'[^']*'/g, '')
  if (/Time\b/.test(type)) return 'time'
  if (/Uint8Array/.test(type)) return 'bytes'
  if (/Json<|ColumnType<unknown/.test(type)) return 'json'
  if (/ColumnType<string/.test(type)) return 'text'
  if (/string\[\]/.test(type)) return 'texts'
  if (/number/.test(type)) return 'number'
  if (/boolean/.test(type)) return 'boolean'
  return 'text'
}

const kinds: Readonly<Record<string, string>> = {
  'timestamp with time zone': 'time',
  bytea: 'bytes',
  jsonb: 'json',
  'text[]': 'texts',
  integer: 'number',
  boolean: 'boolean',
  text: 'text',
  uuid: 'text',
  // 64 bits do not fit a number.
  bigint: 'text',
  date: 'text',
}

describe('the tables', { skip: noPostgres }, () => {
  const fresh = freshStore()

  it('are what the code says they are', async () => {
    const { rows } = await fresh.owner.query<Column & { table: string }>(
      `select relname as table, attname::text as name, format_type(atttypid, null) as type,
          not attnotnull as nullable, atthasdef or attidentity <> '' as made
        from pg_attribute join pg_class on pg_class.oid = attrelid
        where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'
          and attnum > 0 and not attisdropped
        order by relname, attnum`,
    )
    const inDatabase = new Map<string, Column[]>()
    for (const { table, name, type, nullable, made } of rows) {
      const columns = inDatabase.get(table) ?? []
      columns.push({ name, type: kinds[type] ?? type, nullable, made })
      inDatabase.set(table, columns)
    }
    const sorted = (columns: readonly Column[]) =>
      columns.toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const code = believed()
    assert.deepEqual([...code.keys()].toSorted(), [...inDatabase.keys()].toSorted())
    for (const [table, columns] of inDatabase)
      assert.deepEqual(sorted(code.get(table) ?? []), sorted(columns), table)
  })
})
