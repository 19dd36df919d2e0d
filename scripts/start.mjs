// `npm start`: the service with the example alliance in it. Installs and builds what is missing first.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { providePostgres } from './postgres.mjs'
import { buildChecker } from './checker.mjs'
import { build, home, install } from './prepare.mjs'

install(home)
providePostgres()
build('platform')
// The page that checks without the file leaving the device.
await buildChecker()
const port = process.env.PORT ?? '8080'
const service = spawn(
  process.execPath,
  ['--enable-source-maps', join(home, 'platform', 'dist', 'main.js'), 'example'],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      TESSERA_DATA: process.env.TESSERA_DATA ?? join(home, 'data'),
      TESSERA_ADDRESS: process.env.TESSERA_ADDRESS ?? `http://localhost:${port}`,
    },
  },
)
// Ctrl-C reaches both; the service answers what was asked and ends, and we with it.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => service.kill('SIGTERM'))
service.on('exit', (code) => process.exit(code ?? 1))
