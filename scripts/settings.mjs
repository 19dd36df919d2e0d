// Writes the settings into docs/guide/operator.md: `npm run build && node scripts/settings.mjs`. A test says when they
// are no longer what the service reads.

import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { withTable } from '../platform/dist/settings-table.js'

const path = fileURLToPath(new URL('../docs/guide/operator.md', import.meta.url))
writeFileSync(path, withTable(readFileSync(path, 'utf8')))
