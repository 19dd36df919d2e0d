// Runs every test of the page in one process, so that files are issued once: `node checker/dist/test.js`.

import './machine.test.ts'
import './verdicts.test.ts'
import './page.test.ts'
