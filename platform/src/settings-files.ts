// Settings from files: one file of lines `NAME=value` (TESSERA_SETTINGS), and for each secret a file that holds it
// alone (TESSERA_KEY_FILE, as containers and systemd hand secrets over). What the environment says itself counts first.

import { readFileSync } from 'node:fs'
import { BadConfig, settings } from './config.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Settings that may be read from a file of their own. */
export const secretSettings = [
  'DATABASE_URL',
  'TESSERA_KEY',
  'TESSERA_PKCS11_PIN',
  'TESSERA_METRICS_TOKEN',
  'SMTP_URL',
  'OIDC_CLIENT_SECRET',
] as const

const read = (path: string, named: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new BadConfig(`${named}: ${error instanceof Error ? error.message : 'cannot be read'}`)
  }
}

/** The environment with what its files say. Throws {@link BadConfig}. */
export function withFiles(environment: Environment): Environment {
  const path = environment['TESSERA_SETTINGS']
  const fromFile: Environment = path ? linesOf(read(path, 'TESSERA_SETTINGS'), path) : {}
  const both: Record<string, string | undefined> = { ...fromFile, ...environment }
  for (const name of secretSettings) {
    const file = both[`${name}_FILE`]
    if (!file) continue
    if (environment[name] !== undefined)
      throw new BadConfig(`${name} and ${name}_FILE are both set: say it in one way.`)
    both[name] = read(file, `${name}_FILE`).trim()
  }
  return both
}

function linesOf(text: string, path: string): Environment {
  const known = new Set([
    ...Object.keys(settings.shape),
    ...secretSettings.map((name) => `${name}_FILE`),
  ])
  const found: Record<string, string> = {}
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue
    const [, name = '', value = ''] = /^\s*([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line) ?? []
    const place = `${path}, line ${at + 1}`
    if (name === '') throw new BadConfig(`${place}: a line is NAME=value.`)
    if (!known.has(name)) throw new BadConfig(`${place}: ${name} is no setting.`)
    if (Object.hasOwn(found, name)) throw new BadConfig(`${place}: ${name} stands there twice.`)
    found[name] = /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value
  }
  return found
}
