// Everything slow that judges the verifier: all tests of suites/, the long ones too.
//   npm run suites [-- words of a path …]

import { build, home, install, run } from './prepare.mjs'

install(home)
build('suites')
run(process.execPath, [
  '--test-reporter',
  './scripts/reporter.mjs',
  '--test-reporter-destination',
  'stdout',
  'suites/dist/judges.js',
  '--slow',
  ...process.argv.slice(2),
])
