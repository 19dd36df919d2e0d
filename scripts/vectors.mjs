// Judges the verifier by a folder of vectors: every answer, and what answering cost.
//   npm run vectors -- FOLDER [--each]     (docs/vectors.md)

import { build, home, install } from './prepare.mjs'

install(home)
build('suites')
const { main } = await import('../suites/dist/vectors/main.js')
process.exit(await main(process.argv.slice(2)))
