// Writes what is made from the toolkit itself: the JSON Schemas in schema/, docs/{rules,formats,cohort}.md.
//   npx tsc -b toolkit && node scripts/schemas.mjs

import { mkdirSync, writeFileSync } from 'node:fs'
import { publishedSchemas } from '../toolkit/dist/credential/json-schema.js'
import { rulesPage } from '../toolkit/dist/check/rules-page.js'
import { formatsPage } from '../toolkit/dist/formats/formats-page.js'
import { cohortPage, issuerJsonSchema } from '../toolkit/dist/issue/json-schema.js'

const home = new URL('../', import.meta.url)
mkdirSync(new URL('schema/', home), { recursive: true })
for (const [name, schema] of Object.entries(publishedSchemas())) {
  writeFileSync(new URL(`schema/${name}`, home), `${JSON.stringify(schema, null, 2)}\n`)
  console.log(`schema/${name}`)
}
writeFileSync(new URL('docs/rules.md', home), rulesPage())
console.log('docs/rules.md')
writeFileSync(new URL('docs/formats.md', home), formatsPage())
console.log('docs/formats.md')
writeFileSync(new URL('docs/cohort.md', home), cohortPage())
console.log('docs/cohort.md')
writeFileSync(
  new URL('schema/issuer.schema.json', home),
  `${JSON.stringify(issuerJsonSchema(), null, 2)}\n`,
)
console.log('schema/issuer.schema.json')
