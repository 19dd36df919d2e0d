import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readFileSync } from 'node:fs'
import { cohortPage, issuerJsonSchema } from './json-schema.ts'

const at = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

describe('what an officer reads about issuing', () => {
  it('is current: node scripts/schemas.mjs writes it', () => {
    assert.equal(at('docs/cohort.md'), cohortPage())
    assert.equal(
      at('schema/issuer.schema.json'),
      `${JSON.stringify(issuerJsonSchema(), null, 2)}\n`,
    )
  })
})
