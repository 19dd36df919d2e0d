// The private PostgreSQL of a data folder: started by whoever comes first, joined by the next, stopped by the
// last one out. Reached over a Unix socket only that this user may open.
//
// Who is in, PostgreSQL itself knows: everybody holds a shared advisory lock on a connection of their own. A
// process that is killed loses it; who can take the lock alone is the last.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { findRunner, NoPostgres, type Owner, type Runner } from './cluster-binaries.ts'
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
  const home = resolve(folder)
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const data = join(home, 'postgres')
  const runner = findRunner(existsSync(data) ? statSync(data) : undefined)
  if (runner.owner !== undefined && existsSync(data)) giveTo(data, runner.owner)
  const place = {
    data,
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
  const found = lstatSync(folder)
  const wanted = runner.owner ?? { uid: own, gid: process.getgid?.() ?? 0 }
  // In the temporary folder anybody could have been there first.
  if (!found.isDirectory() || (!short && found.uid !== own && found.uid !== wanted.uid))
    throw new Error(`${folder} belongs to somebody else.`)
  if ((found.mode & 0o077) !== 0) chmodSync(folder, 0o700)
  if (found.uid !== wanted.uid) chownSync(folder, wanted.uid, wanted.gid)
  if (runner.owner !== undefined) openTheWay(home, runner.owner)
  return folder
}

/** Data of a time when the machine let it run otherwise. */
function giveTo(data: string, { uid, gid }: Owner): void {
  if (statSync(data).uid === uid) return
  const { status } = spawnSync('chown', ['-R', `${uid}:${gid}`, data], { stdio: 'ignore' })
  if (status !== 0)
    throw new NoPostgres(`${data} could not be given to the user PostgreSQL runs as.`)
}

/** Another user must be able to walk to the data, not to look around. What is above the folder is not ours to change. */
function openTheWay(home: string, owner: Owner): void {
  const isOpen = ({ uid, mode }: { readonly uid: number; readonly mode: number }) =>
    (mode & (uid === owner.uid ? 0o100 : 0o001)) !== 0
  const own = lstatSync(home)
  if (!isOpen(own)) chmodSync(home, own.mode | 0o001)
  for (let at = dirname(home); ; at = dirname(at)) {
    if (!isOpen(statSync(at)))
      throw new NoPostgres(
        `PostgreSQL runs as another user here and cannot reach ${home}: ${at} lets nobody through. Put TESSERA_DATA elsewhere, such as /var/lib/tessera.`,
      )
    if (at === dirname(at)) return
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
    // Who was killed a moment ago may still be counted.
    for (let round = 0; round < 4; round++) {
      const { rows } = await member.query<{ alone: boolean }>(
        'select pg_try_advisory_lock($1) as alone',
        [presence],
      )
      if (rows[0]?.alone === true) {
        await stop(place)
        break
      }
      await pause(50)
    }
  } catch {
    // The server is gone already: nothing is left to stop.
  }
  await member.end().catch(() => undefined)
}
