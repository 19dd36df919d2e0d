// The second wall, tried on every table of the database as it is: nothing of a tenant is reached from another
// desk, nor from none; what was awarded is never changed.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { freshStore, noPostgres } from './test-store.ts'

/** Outside every tenant, each with its reason. A new table is walled or comes here. */
const outside: Readonly<Record<string, string>> = {
  alliance: 'the house itself',
  house_secret: 'wrapped keys of the house itself',
  person: 'people belong to no organisation',
  identifier: 'people belong to no organisation',
  session: 'of people',
  passkey: 'of people',
  affiliation: 'of people',
  attempt: 'of people who are not known yet',
  door: 'only a hash finds it, and it says where to look',
  job: 'names whose and what; workers see all',
  migration: 'the shape of the store',
}
/** Read by all, written from the own desk. */
const seenByAll = ['organisation', 'membership']
const ours = 'valdeserena'
const theirs = 'inverlough'

interface Column {
  readonly name: string
  readonly type: string
  readonly needed: boolean
}

describe('the walls between tenants', { skip: noPostgres }, () => {
  const fresh = freshStore()

  const tables = async () => {
    const { rows } = await fresh.owner.query<{ name: string; forced: boolean }>(
      `select relname as name, relrowsecurity and relforcerowsecurity as forced from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`,
    )
    return rows
  }
  const walled = async () =>
    (await tables())
      .map(({ name }) => name)
      .filter((name) => !(name in outside) && !seenByAll.includes(name))

  it('stand around every table that is not outside by name', async () => {
    const open = (await tables()).filter(({ forced }) => !forced).map(({ name }) => name)
    assert.deepEqual(
      open.filter((name) => !(name in outside)),
      [],
    )
    const walledOutside = (await tables()).filter(({ name, forced }) => forced && name in outside)
    assert.deepEqual(walledOutside, [])
  })

  it('have a role that owns nothing and passes no wall', async () => {
    const { rows } = await fresh.owner.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
          (select count(*)::int from pg_class where relowner = r.oid) as owned
        from pg_roles r where rolname = 'tessera_app'`,
    )
    assert.deepEqual(rows, [
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolcanlogin: false,
        owned: 0,
      },
    ])
    const [row] = await fresh.store.atTheDoor(
      async (tx) => (await sql<{ who: string }>`select current_user as who`.execute(tx)).rows,
    )
    assert.equal(row?.who, 'tessera_app')
  })

  it('have no key that leads out of a tenant, and none that cascades', async () => {
    const { rows } = await fresh.owner.query<{ name: string; from: string }>(
      `select conname as name, conrelid::regclass::text as from from pg_constraint
        where contype = 'f' and (confdeltype <> 'a' or confupdtype <> 'a')`,
    )
    assert.deepEqual(rows, [])
    for (const table of await walled()) {
      const keys = await fresh.owner.query<{ target: string; columns: string[] }>(
        `select confrelid::regclass::text as target, array(select attname::text from pg_attribute
            where attrelid = conrelid and attnum = any(conkey)) as columns
          from pg_constraint where contype = 'f' and conrelid = $1::regclass`,
        [table],
      )
      for (const { target, columns } of keys.rows) {
        if (target === 'person') continue
        assert.ok(
          columns.includes('organisation_id'),
          `${table} points to ${target} without its house`,
        )
      }
      const primary = await fresh.owner.query<{ first: string }>(
        `select attname::text as first from pg_constraint join pg_attribute
            on attrelid = conrelid and attnum = conkey[1] where contype = 'p' and conrelid = $1::regclass`,
        [table],
      )
      if (primary.rows[0] !== undefined)
        assert.equal(primary.rows[0].first, 'organisation_id', table)
    }
  })

  it('let nothing through for any table and verb, from another desk or from none', async () => {
    await fillEveryTable()
    for (const table of [...(await walled()), ...seenByAll]) {
      const key = table === 'organisation' ? 'id' : 'organisation_id'
      const mine = await fresh.store.asOrganisation(ours, (tx) => countOf(tx, table, key))
      assert.ok(mine > 0, `${table} has a row to look for`)
      const strangers = [
        (work: Parameters<typeof fresh.store.atTheDoor>[0]) =>
          fresh.store.asOrganisation(theirs, work),
        (work: Parameters<typeof fresh.store.atTheDoor>[0]) => fresh.store.atTheDoor(work),
        (work: Parameters<typeof fresh.store.atTheDoor>[0]) =>
          fresh.store.asPerson('00000000-0000-4000-8000-000000000001', work),
      ]
      for (const as of strangers) {
        if (!seenByAll.includes(table))
          assert.equal(await as((tx) => countOf(tx, table, key)), 0, `select ${table}`)
        const verbs = [
          sql`update ${sql.table(table)} set ${sql.ref(key)} = ${sql.ref(key)} where ${sql.ref(key)} = ${ours}`,
          sql`delete from ${sql.table(table)} where ${sql.ref(key)} = ${ours}`,
        ]
        for (const verb of verbs) {
          const changed = await as(async (tx) =>
            Number((await verb.execute(tx)).numAffectedRows ?? 0),
          ).catch((error: unknown) => {
            assert.match(String(error), /permission denied|is never changed/)
            return 0
          })
          assert.equal(changed, 0, table)
        }
        await assert.rejects(
          as((tx) => sql`insert into ${sql.table(table)} ${sampleOf(table)}`.execute(tx)),
          /row-level security|gives no such entry/,
          `insert ${table}`,
        )
      }
    }
  })

  it('are not climbed by an answer to nobody', async () => {
    for (const empty of ['', ' ', '%', 'valdeserena ']) {
      const count = await fresh.store.asOrganisation(empty, (tx) =>
        countOf(tx, 'award', 'organisation_id'),
      )
      assert.equal(count, 0, JSON.stringify(empty))
    }
  })

  it('leave nothing of a desk on the connection', async () => {
    await fresh.store.asOrganisation(ours, (tx) => countOf(tx, 'award', 'organisation_id'))
    for (let i = 0; i < 20; i++) {
      const count = await fresh.store.atTheDoor((tx) => countOf(tx, 'award', 'organisation_id'))
      assert.equal(count, 0)
    }
  })

  it('keep what was awarded, from its own house and from the owner of the tables too', async () => {
    const unchanged = ['sealed_file', 'status_entry', 'status_decision', 'event', 'audit', 'award']
    for (const table of unchanged) {
      await fresh.owner.query('begin')
      await fresh.owner.query("select set_config('tessera.organisation', $1, true)", [ours])
      const column = table === 'award' ? 'issuing_key' : 'organisation_id'
      for (const verb of [
        `update ${table} set ${column} = 'other'`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        await fresh.owner.query('savepoint s')
        await assert.rejects(fresh.owner.query(verb), /never changed/, verb)
        await fresh.owner.query('rollback to savepoint s')
      }
      await fresh.owner.query('rollback')
    }
  })

  it('let nobody decide anew about what was revoked', async () => {
    const decide = (sequence: number, status: 'revoked' | 'valid') =>
      fresh.store.asOrganisation(ours, (tx) =>
        sql`insert into status_decision select organisation_id, id, ${sequence}, ${status}, 'annulled', 'r',
          gen_random_uuid(), now() from award limit 1`.execute(tx),
      )
    await decide(2, 'revoked')
    await assert.rejects(decide(3, 'valid'), /stays revoked/)
  })

  it('give no entry of a list that is closed, nor beyond its end', async () => {
    const enter = (index: number) =>
      fresh.store.asOrganisation(ours, (tx) =>
        sql`insert into status_entry (organisation_id, list, index, award_id)
          select ${ours}, name, ${index}, gen_random_uuid() from status_list`.execute(tx),
      )
    await enter(7)
    await assert.rejects(enter(131_072), /gives no such entry/)
    await fresh.store.asOrganisation(ours, (tx) =>
      tx.updateTable('status_list').set({ closed_at: new Date() }).execute(),
    )
    await assert.rejects(enter(8), /gives no such entry/)
  })

  async function columnsOf(table: string): Promise<readonly Column[]> {
    const { rows } = await fresh.owner.query<Column>(
      `select attname::text as name, format_type(atttypid, null) as type,
          attnotnull and not atthasdef and attidentity = '' as needed
        from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [table],
    )
    return rows
  }

  /** One row in every tenant table of ours, and a second house to look from. */
  async function fillEveryTable(): Promise<void> {
    await fresh.store.atTheDoor((tx) =>
      tx.insertInto('alliance').values({ id: 'mosaica', name: '{}' }).execute(),
    )
    await fresh.store.atTheDoor((tx) =>
      sql`insert into person (id, name) values (${one}, 'P')`.execute(tx),
    )
    for (const id of [ours, theirs]) {
      await fresh.store.asOrganisation(id, (tx) =>
        sql`insert into organisation (id, alliance_id, profile, issuer) values (${id}, 'mosaica', '{}', '{}')`.execute(
          tx,
        ),
      )
    }
    const waiting = new Set([...(await walled()), 'membership'])
    for (let round = 0; waiting.size > 0 && round < 10; round++) {
      for (const table of waiting) {
        // A row that points to one that is not there yet waits for the next round.
        samples.set(table, await literalRow(table))
        const done = await fresh.store
          .asOrganisation(ours, (tx) =>
            sql`insert into ${sql.table(table)} ${sampleOf(table)}`.execute(tx),
          )
          .then(() => true)
          .catch((error: unknown) => {
            if (/foreign key|gives no such entry/.test(String(error))) return false
            throw error
          })
        if (done) waiting.delete(table)
      }
    }
    assert.deepEqual([...waiting], [])
    samples.set(
      'organisation',
      `(id, alliance_id, profile, issuer) values ('${ours}-2', 'mosaica', '{}', '{}')`,
    )
  }

  const one = '00000000-0000-4000-8000-00000000000a'
  const samples = new Map<string, string>()
  const sampleOf = (table: string) => sql.raw(samples.get(table) ?? '')

  /** A row of the smallest values the table takes: all identifiers are the same one, so that keys lead somewhere. */
  async function literalRow(table: string): Promise<string> {
    const columns = (await columnsOf(table)).filter(
      ({ name, needed }) => needed || name === 'id' || name === 'secret_id' || name === 'wrapped',
    )
    const checks = await fresh.owner.query<{ text: string }>(
      "select pg_get_constraintdef(oid) as text from pg_constraint where contype = 'c' and conrelid = $1::regclass",
      [table],
    )
    const allowed = (name: string) =>
      new RegExp(`\\(\\(?${name} = ANY \\(ARRAY\\['([^']+)'`).exec(
        checks.rows.map(({ text }) => text).join('\n'),
      )?.[1]
    const value = ({ name, type }: Column): string => {
      if (name === 'organisation_id') return `'${ours}'`
      if (name === 'size') return '131072'
      if (name === 'sequence' || name === 'event_sequence') return '1'
      const chosen = allowed(name)
      if (chosen !== undefined) return `'${chosen}'`
      if (type === 'uuid') return `'${one}'`
      if (type === 'bytea') return `'\\x00'`
      if (type === 'jsonb') return `'{}'`
      if (type === 'integer' || type === 'bigint') return '0'
      if (type.startsWith('timestamp')) return 'now()'
      if (type === 'text[]') return `'{}'`
      if (type === 'boolean') return 'false'
      return `'x'`
    }
    return `(${columns.map(({ name }) => name).join(', ')}) values (${columns.map(value).join(', ')})`
  }

  async function countOf(
    tx: Parameters<Parameters<typeof fresh.store.atTheDoor>[0]>[0],
    table: string,
    key: string,
  ): Promise<number> {
    const { rows } = await sql<{
      count: string
    }>`select count(*) as count from ${sql.table(table)} where ${sql.ref(key)} = ${ours}`.execute(
      tx,
    )
    return Number(rows[0]?.count)
  }
})
