// Settings from the environment, from a file, and secrets from files of their own.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { BadConfig, readConfig, settings } from './config.ts'
import { secretSettings, withFiles } from './settings-files.ts'

describe('settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-settings-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const file = (text: string) => {
    const path = join(folder, 'settings.env')
    writeFileSync(path, text)
    return { TESSERA_SETTINGS: path }
  }

  it('come from a file, and the environment counts first', () => {
    const given = file('# ours\n\nPORT=9000\nHOST = "0.0.0.0"\nTESSERA_WORKERS=2\n')
    const config = readConfig(withFiles({ ...given, PORT: '9001' }))
    assert.deepEqual([config.port, config.host, config.workers], [9001, '0.0.0.0', 2])
  })

  it('that are misspelt, twice there or no setting at all are refused with their line', () => {
    for (const [text, place] of [
      ['PORT=1\nPROT=2\n', /line 2: PROT is no setting/],
      ['PORT=1\nPORT=2\n', /line 2: PORT stands there twice/],
      ['port 9000\n', /line 1: a line is NAME=value/],
    ] as const)
      assert.throws(() => withFiles(file(text)), { name: 'BadConfig', message: place })
    assert.throws(() => withFiles({ TESSERA_SETTINGS: join(folder, 'none') }), BadConfig)
  })

  it('that are secret come from files of their own', () => {
    const path = join(folder, 'key')
    writeFileSync(path, `${Buffer.alloc(32, 1).toString('base64url')}\n`)
    const config = readConfig(withFiles({ TESSERA_KEY_FILE: path }))
    assert.equal(config.key?.length, 43)
    assert.throws(() => withFiles({ TESSERA_KEY: 'x', TESSERA_KEY_FILE: path }), /both set/)
    for (const name of secretSettings) assert.ok(Object.hasOwn(settings.shape, name))
  })

  it('that are wrong are named, all of them at once', () => {
    assert.throws(
      () => readConfig({ PORT: '70000', SMTP_URL: 'mail' }),
      (error: unknown) =>
        error instanceof BadConfig && /PORT/.test(error.message) && /SMTP_URL/.test(error.message),
    )
    assert.throws(() => readConfig({ NODE_ENV: 'production' }), /TESSERA_KEY is missing/)
  })
})
