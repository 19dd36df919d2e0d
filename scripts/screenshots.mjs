// The ten main pages of the service as pictures: `npm run screenshots [folder]`, else out/screenshots.

import { join } from 'node:path'
import { provideChromium } from './checker.mjs'
import { build, home, install, run } from './prepare.mjs'

install(home)
build('platform', 'platform/e2e')
provideChromium()
const folder = process.argv[2] ?? join(home, 'out', 'screenshots')
run(process.execPath, ['platform/dist/e2e/screenshots.js', folder])
