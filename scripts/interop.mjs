// What Tessera issues, judged by others: prints who accepts and refuses what. `--said` prints their words as well.

import { join } from 'node:path'
import { build, home, install } from './prepare.mjs'

install(home)
build('toolkit')
install(join(home, 'interop'))
build('interop')
const { run } = await import(join(home, 'interop', 'dist', 'matrix', 'run.js'))
process.exitCode = (await run({ said: process.argv.includes('--said') })) ? 0 : 1
