// Installs what is missing and builds: so that a fresh clone needs one command.

import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const home = dirname(dirname(fileURLToPath(import.meta.url)))

export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: home, stdio: 'inherit', ...options })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

/** `npm ci` in a folder whose modules are missing or older than its lock file. */
export function install(folder) {
  const lock = join(folder, 'package-lock.json')
  const done = join(folder, 'node_modules', '.package-lock.json')
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs) return
  console.error(
    `Installing packages${folder === home ? '' : ` of ${folder.slice(home.length + 1)}`} …`,
  )
  run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
    cwd: folder,
  })
}

export function build(...projects) {
  run(process.execPath, [join(home, 'node_modules', 'typescript', 'bin', 'tsc'), '-b', ...projects])
}
