// Thousands of awards while the worker and the database are killed, and a full disk: nothing lost, nothing doubled.

import { build, home, install, run } from './prepare.mjs'

install(home)
build('platform')
run(process.execPath, ['platform/dist/faults/run.js'])
