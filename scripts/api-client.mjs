// Writes platform/src/api/client.ts from the description of the API: `npm run build && node scripts/api-client.mjs`.
// A test says when it is no longer what the operations are.

import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { clientSource } from '../platform/dist/api/client-source.js'
import { describeApi } from '../platform/dist/api/openapi.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const path = `${root}platform/src/api/client.ts`
writeFileSync(path, clientSource(describeApi('https://tessera.example')))
execFileSync(process.execPath, [`${root}node_modules/oxfmt/bin/oxfmt`, path], { stdio: 'inherit' })
