// Everything that is tested on every change: build, lint, the tests of toolkit and service, the vectors, the independent judges.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildChecker, provideChromium } from './checker.mjs'
import { providePostgres } from './postgres.mjs'
import { build, home, install, run } from './prepare.mjs'
import { provideSoftHsm } from './soft-hsm.mjs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Tessera needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}
const reference = process.env.TESSERA_REFERENCE ?? join(home, '..', 'shared', 'reference')
if (!existsSync(reference)) {
  console.error(
    'The official reference data is not here: tests that need it are skipped and say so.',
  )
}
provideSoftHsm()
install(home)
build('toolkit')
run('npx', ['--no-install', 'oxlint'])
const reporter = [
  '--test-reporter',
  './scripts/reporter.mjs',
  '--test-reporter-destination',
  'stdout',
]
run(process.execPath, [...reporter, '--test', 'toolkit/dist/test.js'])
providePostgres()
build('platform')
run(process.execPath, [...reporter, '--test', 'platform/dist/test.js'])
build('suites')
run(process.execPath, [...reporter, '--test', 'suites/dist/judges.js'])
const vectors = join(reference, 'security', 'own')
if (existsSync(vectors)) run(process.execPath, ['scripts/vectors.mjs', vectors])
provideChromium()
build('platform/e2e')
run(process.execPath, [...reporter, '--test', 'platform/dist/e2e/test.js'])
await buildChecker()
run(process.execPath, [...reporter, '--test', 'checker/dist/test.js'])
install(join(home, 'interop'))
build('interop')
const judges = readdirSync(join(home, 'interop', 'src')).filter((name) => name.endsWith('.test.ts'))
run(process.execPath, [
  ...reporter,
  '--test',
  ...judges.map((name) => join('interop', 'dist', name.replace(/\.ts$/, '.js'))),
])
