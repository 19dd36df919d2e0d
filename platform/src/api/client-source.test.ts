// The description and the client made from it.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { clientSource } from './client-source.ts'
import { describeApi } from './openapi.ts'
import { operations } from './operations.ts'
import { scopes } from './scopes.ts'

describe('the client of the API', () => {
  it('is made from the description as it is now', () => {
    const root = fileURLToPath(new URL('../../../', import.meta.url))
    const folder = mkdtempSync(join(tmpdir(), 'tessera-client-'))
    const path = join(folder, 'client.ts')
    writeFileSync(path, clientSource(describeApi('https://tessera.example')))
    const format = ['-c', join(root, '.oxfmtrc.json'), path]
    execFileSync(process.execPath, [join(root, 'node_modules/oxfmt/bin/oxfmt'), ...format])
    const made = readFileSync(path, 'utf8')
    rmSync(folder, { recursive: true })
    const kept = readFileSync(join(root, 'platform/src/api/client.ts'), 'utf8')
    assert.equal(kept, made, 'run: node scripts/api-client.mjs')
  })

  it('is described with a name of its own for each operation, and scopes that exist', () => {
    const names = operations.map(({ described }) => described.name)
    assert.equal(new Set(names).size, names.length)
    for (const { scope } of operations) assert.ok(scopes.includes(scope))
    const text = JSON.stringify(describeApi('https://tessera.example'))
    const { components } = JSON.parse(text) as { components: { schemas: object } }
    for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g))
      assert.ok(Object.hasOwn(components.schemas, name ?? ''), name)
  })
})
