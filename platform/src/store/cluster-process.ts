// The process behind the private cluster: its folder made, the server started and stopped, its number known.

import { spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { findBinaries, NoPostgres, requireReach, type Runner } from './cluster-binaries.ts'

export interface ClusterOptions {
  /** What a power cut would cost is not kept safe: data of tests. A killed process loses nothing. */
  readonly unsafe?: boolean
  readonly maxConnections?: number
  /** Folder of PostgreSQL's programs; found by itself where it is not given. */
  readonly binaries?: string
}

export interface Place {
  readonly data: string
  readonly sockets: string
  readonly log: string
  readonly runner: Runner
  readonly options: ClusterOptions
}

/** Made beside and moved into place whole: two at once do not meet in one folder. */
export async function make({ data, runner, options }: Place): Promise<void> {
  const binaries = findBinaries(undefined, options.binaries)
  requireReach(binaries, runner)
  const { folder } = binaries
  const beside = mkdtempSync(`${data}.new-`)
  try {
    if (runner.owner !== undefined) chownSync(beside, runner.owner.uid, runner.owner.gid)
    const init = (locale: string) => {
      const [command, ...words] = runner.words(join(folder, 'initdb'))
      return spawnSync(
        command,
        [
          ...words,
          `--pgdata=${beside}`,
          '--username=postgres',
          '--auth=trust',
          '--encoding=UTF8',
          `--locale=${locale}`,
          // Later, beside the work: whoever starts for the first time does not wait for the disk.
          '--no-sync',
        ],
        { encoding: 'utf8', cwd: '/' },
      )
    }
    let done = init('C.UTF-8')
    if (done.status !== 0) done = init('C')
    if (done.status !== 0)
      throw new NoPostgres(
        `PostgreSQL could not make its data folder ${data}: ${done.error?.message ?? done.stderr}`,
      )
    try {
      renameSync(beside, data)
      if (options.unsafe !== true) syncLater(runner, folder, data)
    } catch (error) {
      if (!existsSync(join(data, 'PG_VERSION'))) throw error
    }
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
}

function syncLater(runner: Runner, folder: string, data: string): void {
  const [command, ...words] = runner.words(join(folder, 'initdb'))
  const child = spawn(command, [...words, '--sync-only', `--pgdata=${data}`], {
    detached: true,
    stdio: 'ignore',
    cwd: '/',
  })
  child.on('error', () => undefined)
  child.unref()
}

export async function start(place: Place, end: number): Promise<void> {
  const { data, sockets, log, runner, options } = place
  removeStale(place)
  const { folder } = findBinaries(
    Number(readFileSync(join(data, 'PG_VERSION'), 'utf8')),
    options.binaries,
  )
  const [command, ...words] = runner.words(join(folder, 'postgres'))
  const settings = {
    listen_addresses: '',
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    max_connections: String(options.maxConnections ?? 100),
    shared_buffers: '64MB',
    ...(options.unsafe ? { fsync: 'off', full_page_writes: 'off' } : {}),
  }
  const out = openSync(log, 'w', 0o600)
  const child = spawn(
    command,
    [
      ...words,
      '-D',
      data,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    // Its own group: Ctrl-C is for us, who tell it in order.
    { detached: true, stdio: ['ignore', out, out], cwd: '/', env: { PATH: process.env['PATH'] } },
  )
  closeSync(out)
  child.unref()
  let ended = false
  child.on('exit', () => (ended = true))
  child.on('error', () => (ended = true))
  while (Date.now() < end) {
    if (isReady(place)) return
    if (ended) {
      // Another process was faster, or the last of a fallen server still hold its memory.
      if (runningPid(place) !== undefined || /still in use|already exists/.test(told(place))) {
        await pause(100)
        return
      }
      throw new Error(`PostgreSQL did not start in ${data}. ${told(place)}`)
    }
    await pause(20)
  }
}

/** What the server said last, for an error that can be acted upon. */
export function told({ log }: Place): string {
  try {
    return readFileSync(log, 'utf8').slice(-2_000)
  } catch {
    return ''
  }
}

function pidFile({ data }: Place): readonly string[] {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** An open socket is not readiness: line 8 of the file says it. */
function isReady(place: Place): boolean {
  return pidFile(place)[7]?.trim() === 'ready' && runningPid(place) !== undefined
}

export function runningPid(place: Place): number | undefined {
  const pid = Number(pidFile(place)[0])
  return Number.isInteger(pid) && pid > 0 && isPostgres(pid) ? pid : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false
  if (!existsSync('/proc/self/stat')) return true
  try {
    // number (name) state …: a process that nobody buried is dead as well.
    const found = /^\d+ \((.*)\) (\S)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))
    return found?.[1] === 'postgres' && found[2] !== 'Z'
  } catch {
    return false
  }
}

/**
 * A number in the file that is now another program's, or of a dead process nobody buried (a container that started
 * anew). PostgreSQL would refuse to start over it. As long as anybody still works in the folder it stays.
 */
function removeStale(place: Place): void {
  const before = pidFile(place)
  const pid = Number(before[0])
  if (!Number.isInteger(pid) || !isAlive(pid) || isPostgres(pid) || isUsed(place)) return
  const path = join(place.data, 'postmaster.pid')
  const aside = `${path}.stale-${process.pid}`
  try {
    renameSync(path, aside)
    // Somebody began between our look and our deed: theirs goes back.
    if (readFileSync(aside, 'utf8') !== before.join('\n')) renameSync(aside, path)
    else rmSync(aside)
  } catch {
    // Somebody else removed it.
  }
}

/** Does any process of a server still stand in the folder? */
function isUsed({ data }: Place): boolean {
  return readdirSync('/proc').some((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === data
    } catch {
      return false
    }
  })
}

export async function stop(place: Place): Promise<void> {
  const pid = runningPid(place)
  if (pid === undefined) return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; isPostgres(pid); waited += 20) {
    // It loses nothing this way: it mends itself at the next start.
    if (waited === 20_000) process.kill(pid, 'SIGQUIT')
    await pause(20)
  }
}
