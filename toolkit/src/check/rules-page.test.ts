import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { rulesPage } from './rules-page.ts'

test('docs/rules.md is what the rules say today', () => {
  const page = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8')
  assert.equal(page, rulesPage(), 'run: node scripts/schemas.mjs')
})
