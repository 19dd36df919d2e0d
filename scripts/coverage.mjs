// Which branches of the rooms a verifier stands on no test takes: npm run coverage [-- words of a path …].
// Exits 1 when one of them is not taken.

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, home, install, run } from './prepare.mjs'

const rooms = ['read', 'seal', 'status', 'verify']

if (!existsSync(process.env.TESSERA_REFERENCE ?? join(home, '..', 'shared', 'reference')))
  console.error(
    'The official reference data is not here: its tests are skipped, and branches only they take.',
  )
install(home)
build('toolkit')
const folder = mkdtempSync(join(tmpdir(), 'tessera-coverage-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
// An X among the dots is a test that fails: then no branches are counted, and `npm test` says which it is.
run(process.execPath, ['--test-reporter=dot', 'toolkit/dist/test.js', ...process.argv.slice(2)], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, NODE_V8_COVERAGE: folder },
})
run(process.execPath, [
  join(home, 'node_modules', 'c8', 'bin', 'c8.js'),
  'report',
  '--temp-directory',
  folder,
  '--reporter=text',
  '--exclude-after-remap',
  ...rooms.flatMap((room) => ['--include', `toolkit/src/${room}/**`]),
  '--exclude',
  '**/*.test.ts',
  '--exclude',
  '**/example-*',
  '--check-coverage',
  '--lines=0',
  '--functions=0',
  '--statements=0',
  '--branches=100',
])
