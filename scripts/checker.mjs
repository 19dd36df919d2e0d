// Builds the page that checks a file in the browser, and says where it is: `npm run checker`.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { provide } from './debian.mjs'
import { build, home, install } from './prepare.mjs'

/** Installs, compiles and bundles; gives the folder the page is in. */
export async function buildChecker() {
  const checker = join(home, 'checker')
  install(checker)
  build('checker')
  const { bundle } = await import(pathToFileURL(join(checker, 'bundle.mjs')).href)
  return bundle()
}

/** The browser the page is tested in. */
export function provideChromium() {
  provide({ packages: ['chromium'], commands: ['chromium'], tests: 'tests of the page' })
}

if (process.argv[1] === join(home, 'scripts', 'checker.mjs')) {
  install(home)
  const folder = await buildChecker()
  const script = readFileSync(join(folder, 'page.js'))
  const kB = (bytes) => `${Math.round(bytes.length / 1024)} kB`
  console.log(`The page:   ${folder}`)
  console.log(`Its script: ${kB(script)}, ${kB(gzipSync(script, { level: 9 }))} compressed`)
  console.log(`Open it:    ${pathToFileURL(join(folder, 'index.html')).href}`)
  console.log('            or serve the folder over https; it needs nothing else.')
}
