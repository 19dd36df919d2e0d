// Writes what is made from the toolkit itself: the JSON Schemas in schema/ and docs/rules.md.
//   npx tsc -b toolkit && node scripts/schemas.mjs

import { mkdirSync, writeFileSync } from 'node:fs'
import { publishedSchemas } from '../toolkit/dist/credential/json-schema.js'
import { rulesPage } from '../toolkit/dist/check/rules-page.js'

const home = new URL('../', import.meta.url)
mkdirSync(new URL('schema/', home), { recursive: true })
for (const [name, schema] of Object.entries(publishedSchemas())) {
  writeFileSync(new URL(`schema/${name}`, home), `${JSON.stringify(schema, null, 2)}\n`)
  console.log(`schema/${name}`)
}
writeFileSync(new URL('docs/rules.md', home), rulesPage())
console.log('docs/rules.md')
