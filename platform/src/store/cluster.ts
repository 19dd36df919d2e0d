// The private PostgreSQL of a data folder: started by whoever comes first, joined by the next, stopped by the
// last one out. Reached over a Unix socket only that this user may open.
//
// Who is in, PostgreSQL itself knows: everybody holds a shared advisory lock on a connection of their own. A
// process that is killed loses it; who can take the lock alone is the last.

import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { findRunner, type Runner } from './cluster-binaries.ts'
import {
  type ClusterOptions,
  make,
  type Place,
  runningPid,
  start,
  stop,
  told,
} from './cluster-process.ts'

export interface Cluster {
  /** The database of the house, for {@link openStore} and {@link migrate}. */
  readonly url: string
  /** Another database of the same server. */
  readonly urlOf: (database: string) => string
  /** Of the server's process now; tests kill it. */
  readonly pid: () => number | undefined
  /** Goes out; the last one stops the server. */
  leave(): Promise<void>
}

/** Everybody who is in holds it shared; who goes out and gets it alone stops the server. */
const presence = 7_355_837_215
const patience = 60_000

/** Joins the cluster of the folder, and starts or makes it where there is none. */
export async function joinCluster(folder: string, options: ClusterOptions = {}): Promise<Cluster> {
  const runner = findRunner()
  const home = resolve(folder)
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const place = {
    data: join(home, 'postgres'),
    sockets: socketFolder(home, runner),
    log: join(home, 'postgres.log'),
    runner,
    options,
  }
  const urlOf = (database: string, user = 'tessera') =>
    `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(place.sockets)}`
  const url = urlOf('postgres', 'postgres')
  const state: { leaving: boolean; again: Promise<void> } = {
    leaving: false,
    again: Promise.resolve(),
  }
  let member = await enter(place, url, () => false)
  /** The server went away under us: it is started again, and the pools of the process find it at the same place. */
  const again = async () => {
    while (!state.leaving) {
      try {
        member = await enter(place, url, () => state.leaving)
        watch()
        return
      } catch {
        await pause(1_000, undefined, { ref: false })
      }
    }
  }
  const watch = () =>
    member.on('end', () => {
      if (!state.leaving) state.again = again()
    })
  watch()
  return {
    url: urlOf('tessera'),
    urlOf,
    pid: () => runningPid(place),
    leave: async () => {
      if (state.leaving) return
      state.leaving = true
      await state.again
      await leave(place, member)
    },
  }
}

/** The way to a socket may have 107 bytes: a long one moves to the temporary folder, ours alone. */
function socketFolder(home: string, runner: Runner): string {
  const inside = join(home, 'sockets')
  const short = Buffer.byteLength(inside) < 80
  const own = process.getuid?.() ?? 0
  const name = createHash('sha256').update(home).digest('hex').slice(0, 12)
  const folder = short ? inside : join(tmpdir(), `tessera-${own}-${name}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid, mode } = lstatSync(folder)
  if (!short && uid !== own && uid !== runner.owner?.uid)
    throw new Error(`${folder} belongs to somebody else.`)
  if ((mode & 0o077) !== 0) chmodSync(folder, 0o700)
  if (runner.owner !== undefined) {
    chownSync(folder, runner.owner.uid, runner.owner.gid)
    openTheWay(home)
  }
  return folder
}

/** Another user must be able to walk to the data, not to look around. */
function openTheWay(home: string): void {
  for (let at = home; at !== dirname(at); at = dirname(at)) {
    const { mode } = lstatSync(at)
    if ((mode & 0o001) === 0) chmodSync(at, mode | 0o001)
  }
}

async function enter(place: Place, url: string, isEnough: () => boolean): Promise<pg.Client> {
  const end = Date.now() + patience
  let last: unknown
  while (Date.now() < end && !isEnough()) {
    if (!existsSync(join(place.data, 'PG_VERSION'))) await make(place)
    if (runningPid(place) === undefined) await start(place, end)
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query('select pg_advisory_lock_shared($1)', [presence])
      await prepare(client)
      streamOf(client).unref()
      return client
    } catch (error) {
      // It is going down, or coming up again after a fall: the next round finds it.
      last = error
      await client.end().catch(() => undefined)
      await pause(50)
    }
  }
  throw new Error(`PostgreSQL in ${place.data} does not answer. ${told(place)}`, { cause: last })
}

/** A resting membership keeps no process alive; going out does until it is done. */
function streamOf(client: pg.Client): { ref(): void; unref(): void } {
  const { connection } = client as unknown as {
    connection: { stream: { ref(): void; unref(): void } }
  }
  return connection.stream
}

/** The roles and the database of the house; the house's own role is no superuser. */
async function prepare(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select from pg_database where datname = 'tessera'")
  if (rows.length > 0) return
  await client.query('select pg_advisory_lock($1)', [presence + 1])
  try {
    const has = async (query: string) => (await client.query(query)).rows.length > 0
    if (!(await has("select from pg_roles where rolname = 'tessera'")))
      await client.query('create role tessera login createdb')
    if (!(await has("select from pg_roles where rolname = 'tessera_app'")))
      await client.query('create role tessera_app nologin')
    await client.query('grant tessera_app to tessera')
    if (!(await has("select from pg_database where datname = 'tessera'")))
      await client.query('create database tessera owner tessera')
  } finally {
    await client.query('select pg_advisory_unlock($1)', [presence + 1])
  }
}

async function leave(place: Place, member: pg.Client): Promise<void> {
  streamOf(member).ref()
  try {
    await member.query('select pg_advisory_unlock_shared($1)', [presence])
    const { rows } = await member.query<{ alone: boolean }>(
      'select pg_try_advisory_lock($1) as alone',
      [presence],
    )
    if (rows[0]?.alone === true) await stop(place)
  } catch {
    // The server is gone already: nothing is left to stop.
  }
  await member.end().catch(() => undefined)
}
