// Everything that is tested on every change: build, lint, the toolkit's tests, the independent judges.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build, home, install, run } from './prepare.mjs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Tessera needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}
if (!existsSync(process.env.TESSERA_REFERENCE ?? join(home, '..', 'shared', 'reference'))) {
  console.error(
    'The official reference data is not here: tests that need it are skipped and say so.',
  )
}
install(home)
build('toolkit')
run('npx', ['--no-install', 'oxlint'])
run(process.execPath, ['--test-reporter=dot', '--test', 'toolkit/dist/test.js'])
install(join(home, 'interop'))
build('interop')
run(process.execPath, ['--test-reporter=spec', '--test', 'interop/dist/'])
