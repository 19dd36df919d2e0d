import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readFileSync } from 'node:fs'
import { formatsPage } from './formats-page.ts'
import { formats } from './index.ts'

describe('the page of formats', () => {
  it('is current: node scripts/schemas.mjs writes it', () => {
    assert.equal(
      readFileSync(new URL('../../../docs/formats.md', import.meta.url), 'utf8'),
      formatsPage(),
    )
  })

  it('says of every format what it cannot carry', () => {
    for (const { id, losses } of formats) {
      assert.ok(losses.length > 0, id)
      assert.equal(
        new Set(losses.map(({ element }) => element)).size,
        losses.length,
        `${id} names an element twice`,
      )
    }
  })
})
