import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { publishedSchemas } from './json-schema.ts'

const folder = new URL('../../../schema/', import.meta.url)

for (const [name, schema] of Object.entries(publishedSchemas())) {
  test(`schema/${name} is what the model says today`, () => {
    const published = readFileSync(new URL(name, folder), 'utf8')
    assert.equal(published, `${JSON.stringify(schema, null, 2)}\n`, 'run: node scripts/schemas.mjs')
  })
}
