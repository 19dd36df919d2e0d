// The Commission's library lives in Java: built by Maven once, then asked line by line (interop/dss).

import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { delimiter } from 'node:path'

const home = fileURLToPath(new URL('../../../dss', import.meta.url))

/** A release of DSS: `newer` from 6.1 on, when classes moved to other packages. */
export interface Release {
  readonly version: string
  readonly api: 'newer' | 'older'
}

/** `null` where DSS says nothing. */
export type Answer = Readonly<Record<string, unknown>>

export interface DssProgram {
  /** Why it cannot run here; undefined when it can. Builds it if need be. */
  readonly missing: string | undefined
  ask(request: object): Promise<Answer>
  close(): void
}

function runs(command: string): boolean {
  return spawnSync(command, ['-version'], { stdio: 'ignore' }).error === undefined
}

function isBuilt(version: string): boolean {
  const classPath = `${home}/target/${version}/classpath`
  if (!existsSync(classPath)) return false
  const made = statSync(classPath).mtimeMs
  const sources = readdirSync(`${home}/src`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.java'))
    .map((name) => `src/${name}`)
  return (
    ['pom.xml', ...sources].every((name) => statSync(`${home}/${name}`).mtimeMs <= made) &&
    jarsOf(version).every((jar) => existsSync(jar))
  )
}

function jarsOf(version: string): readonly string[] {
  return readFileSync(`${home}/target/${version}/classpath`, 'utf8').trim().split(delimiter)
}

/** Builds it where that was not done; the reason in one sentence where it cannot be. */
function build({ version, api }: Release): string | undefined {
  if (!runs('java')) return 'Java is not installed'
  if (isBuilt(version)) return undefined
  if (!runs('mvn')) return 'Maven is not installed'
  console.error(`Building the judge of DSS ${version} …`)
  const { status, stdout } = spawnSync(
    'mvn',
    [
      '-q',
      '-B',
      `-Ddss.version=${version}`,
      `-Ddss.api=${api}`,
      'compile',
      'dependency:build-classpath',
    ],
    { cwd: home, encoding: 'utf8', timeout: 600_000 },
  )
  if (status === 0) return undefined
  // Our own program is at fault then, and no reason to skip.
  if (stdout.includes('COMPILATION ERROR')) throw new Error(stdout)
  const [said = 'no answer in ten minutes'] = /\[ERROR\][^\n]*/.exec(stdout) ?? []
  return `Maven could not bring DSS ${version}: ${said.replace(/^.*?\[ERROR\] /, '').slice(0, 160)}`
}

const running = new Map<string, DssProgram>()

/** The program of that release; one process, however many ask. */
export function dssProgram(release: Release): DssProgram {
  const program = running.get(release.version) ?? start(release)
  running.set(release.version, program)
  return program
}

function start(release: Release): DssProgram {
  const missing = build(release)
  let child: ChildProcessByStdio<Writable, Readable, null> | undefined
  const waiting: ((line: string) => void)[] = []
  const launch = () => {
    const { version } = release
    const classPath = [`${home}/target/${version}/classes`, ...jarsOf(version)].join(delimiter)
    const one = spawn('java', ['-cp', classPath, 'tessera.interop.Judge'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    createInterface({ input: one.stdout }).on('line', (line) => waiting.shift()?.(line))
    one.on('close', () => {
      for (const answer of waiting.splice(0)) answer('{"error":"DSS stopped"}')
    })
    return one
  }
  return {
    missing,
    ask: async (request) => {
      child ??= launch()
      const { stdin } = child
      return new Promise((resolve) => {
        waiting.push((line) => resolve(JSON.parse(line) as Answer))
        stdin.write(`${JSON.stringify(request)}\n`)
      })
    },
    close: () => child?.stdin.end(),
  }
}
