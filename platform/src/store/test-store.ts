// A fresh database for a test: a copy of one that was migrated once, on a cluster that all tests of the machine
// share. With DATABASE_URL set the copies are made on that server.

import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { after, before } from 'node:test'
import pg from 'pg'
import { type Cluster, joinCluster } from './cluster.ts'
import { findBinaries, findRunner, NoPostgres, requireReach } from './cluster-binaries.ts'
import { migrate, migrations } from './migrate.ts'
import { openStore, type Store } from './store.ts'

const given = process.env['DATABASE_URL']
/** Another PostgreSQL than the machine's, to run the same tests with. */
const binaries = process.env['TESSERA_POSTGRES']

/** Why tests of the store cannot run here; false where they can. For `describe(…, { skip: noPostgres }, …)`. */
export const noPostgres: string | false = reasonToSkip()

function reasonToSkip(): string | false {
  if (given !== undefined) return false
  try {
    requireReach(findBinaries(undefined, binaries), findRunner())
    return false
  } catch (error) {
    if (error instanceof NoPostgres) return 'no PostgreSQL here that could be started'
    throw error
  }
}

export interface FreshStore {
  readonly store: Store
  readonly databaseUrl: string
  /** A connection of the owner, whose rows are walled in all the same; ended after the tests. */
  readonly owner: pg.Client
}

/** To be called inside a `describe`: makes a database before its tests and drops it after them. */
export function freshStore(): FreshStore {
  let made: (FreshStore & { drop(): Promise<void> }) | undefined
  before(async () => {
    made = await makeStore()
  })
  after(async () => {
    await made?.drop()
  })
  const now = (): FreshStore => {
    if (made === undefined) throw new Error('A fresh store is there inside tests only.')
    return made
  }
  return {
    get store() {
      return now().store
    },
    get databaseUrl() {
      return now().databaseUrl
    },
    get owner() {
      return now().owner
    },
  }
}

/** As {@link freshStore}, for whoever drops it themselves. */
export async function makeStore(): Promise<FreshStore & { drop(): Promise<void> }> {
  const { urlOf } = await server()
  const name = `tessera_test_${Date.now()}_${randomBytes(4).toString('hex')}`
  await administer(async (admin) => {
    await template(admin, urlOf)
    await admin.query(`create database ${name} template ${templateName}`)
  })
  const databaseUrl = urlOf(name)
  const store = openStore(databaseUrl)
  const owner = new pg.Client({ connectionString: databaseUrl })
  owner.on('error', () => undefined)
  await owner.connect()
  return {
    store,
    databaseUrl,
    owner,
    drop: async () => {
      await owner.end().catch(() => undefined)
      await store.close()
      await administer((admin) => dropDatabase(admin, name))
    },
  }
}

const shape = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16)
const templateName = `tessera_template_${shape}`

async function template(admin: pg.Client, urlOf: (database: string) => string): Promise<void> {
  const found = await admin.query('select from pg_database where datname = $1 and datistemplate', [
    templateName,
  ])
  if (found.rows.length > 0) return
  await admin.query('select pg_advisory_lock(7355837217)')
  try {
    const again = await admin.query('select datistemplate from pg_database where datname = $1', [
      templateName,
    ])
    if (again.rows[0]?.datistemplate === true) return
    await sweep(admin)
    await dropDatabase(admin, templateName)
    await admin.query(`create database ${templateName}`)
    await migrate(urlOf(templateName))
    await admin.query(`alter database ${templateName} is_template true`)
  } finally {
    await admin.query('select pg_advisory_unlock(7355837217)')
  }
}

const inUse = '55006'

/**
 * A plain drop sends the server's own cleaner (autovacuum) away; by force, a role that is no superuser may not. So force
 * is only for connections a test left open, and whoever came between is met by trying again.
 */
async function dropDatabase(admin: pg.Client, name: string): Promise<void> {
  for (let left = 4; ; left--)
    try {
      await admin.query(`drop database if exists ${name}`)
      return
    } catch (error) {
      if (left === 0 || (error as { code?: string }).code !== inUse) throw error
      await admin.query(`drop database if exists ${name} with (force)`).catch(() => undefined)
    }
}

/** What killed runs and older shapes left behind. */
async function sweep(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ name: string; template: boolean }>(
    `select datname as name, datistemplate as template from pg_database d
      where datname like 'tessera\\_t%' and not exists (select from pg_stat_activity a where a.datid = d.oid)`,
  )
  const old = rows.filter(
    ({ name, template: isTemplate }) =>
      !isTemplate && Number(name.split('_')[2]) < Date.now() - 7_200_000,
  )
  const shapes = rows.filter(({ template: isTemplate }) => isTemplate)
  for (const { name, template: isTemplate } of [...old, ...(shapes.length > 12 ? shapes : [])]) {
    if (isTemplate) await admin.query(`alter database ${name} is_template false`)
    await admin.query(`drop database if exists ${name}`).catch(() => undefined)
  }
}

let cluster: Promise<Cluster> | undefined

async function server(): Promise<{ urlOf: (database: string) => string; admin: string }> {
  if (given !== undefined) {
    const urlOf = (database: string) => {
      const url = new URL(given)
      url.pathname = `/${database}`
      return url.href
    }
    return { urlOf, admin: given }
  }
  cluster ??= joinCluster(testFolder(), {
    unsafe: true,
    maxConnections: 300,
    ...(binaries === undefined ? {} : { binaries }),
  })
  const { urlOf } = await cluster
  return { urlOf, admin: urlOf('postgres') }
}

function testFolder(): string {
  const name = binaries === undefined ? '' : `-${findBinaries(undefined, binaries).major}`
  const folder = join(tmpdir(), `tessera-test-${process.getuid?.() ?? 'all'}${name}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

async function administer<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const { admin: url } = await server()
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

after(async () => {
  await (await cluster)?.leave()
})
