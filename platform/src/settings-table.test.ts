// The operator's guide names what the service reads, and nothing else.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { commands } from './commands/index.ts'
import { settings } from './config.ts'
import { secretSettings } from './settings-files.ts'
import { withTable } from './settings-table.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string) => readFileSync(root + path, 'utf8')

describe("the operator's guide", () => {
  const guide = read('docs/guide/operator.md')
  it('lists every setting as it is', () => {
    assert.equal(guide, withTable(guide), 'run: node scripts/settings.mjs')
    for (const [name, setting] of Object.entries(settings.shape))
      assert.ok((setting.description ?? '').length > 10, name)
  })

  it('names commands that exist', () => {
    const known = new Set(commands.map(({ name }) => name))
    for (const [, name = ''] of guide.matchAll(/tessera-server ([a-z]+)/g))
      assert.ok(known.has(name), name)
  })

  it('is in step with the unit and the containers', () => {
    const names = new Set([
      'TESSERA_SETTINGS',
      ...Object.keys(settings.shape),
      ...secretSettings.map((name) => `${name}_FILE`),
    ])
    for (const path of ['deploy/tessera.service', 'deploy/Containerfile', 'compose.yaml'])
      for (const [name] of read(path).matchAll(/\b(TESSERA|OIDC|SMTP|MAIL|DATABASE)_[A-Z0-9_]+\b/g))
        assert.ok(names.has(name), `${path}: ${name}`)
  })
})
