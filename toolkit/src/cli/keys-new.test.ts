import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { changeKey, listKeys } from '../seal/keys/folder.ts'
import type { Desk } from './command.ts'
import { keyFolder } from './key-folder.ts'
import { main } from './main.ts'

const issuer = fileURLToPath(new URL('../../../examples/issuer.yaml', import.meta.url))
const now = new Date('2026-11-25T10:00:00Z')
const random = (length: number): Uint8Array => randomBytes(length)

describe('making an issuer’s keys', () => {
  let home = ''
  let answers: string[] = []
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'tessera-keys-'))
  })
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  async function make(passphrase = 'correct horse', keys = home): Promise<number> {
    answers = []
    const say = (text: string): void => void answers.push(text)
    const desk: Desk = {
      out: say,
      err: say,
      stdin: async () => new Uint8Array(),
      now: () => now,
      random,
      environment: { TESSERA_PASSPHRASE: passphrase },
      columns: undefined,
    }
    return main(['keys', 'new', '--as', issuer, '--keys', keys], desk)
  }

  it('goes on where it was cut off, whichever file was the last one written', async () => {
    assert.equal(await make(), 0)
    const folder = keyFolder(home)
    const whole = readdirSync(home).toSorted()
    const seal = whole.find((name) => name.startsWith('seal-')) ?? ''
    const proof = whole.find((name) => name.startsWith('proof-')) ?? ''
    const hand = { folder, passphrase: 'correct horse', now, random }
    assert.equal(await make(), 1, 'what is whole is not made again')
    await changeKey(hand, seal, { state: 'next', certificates: [] })
    assert.equal(await make('another passphrase'), 1)
    assert.match(answers.join(), /passphrase is wrong/)
    for (const lost of [[], [seal], [seal, proof]]) {
      for (const name of lost) rmSync(join(home, name))
      if (lost.length === 0) await changeKey(hand, seal, { state: 'next', certificates: [] })
      assert.equal(await make(), 0, answers.join('\n'))
      const entries = await listKeys(folder)
      assert.deepEqual(readdirSync(home).toSorted(), whole)
      assert.ok(entries.every(({ state }) => state === 'active'))
      assert.equal(entries.find(({ purpose }) => purpose === 'seal')?.certificates.length, 1)
    }
  })

  it(
    'in a place where there can be no folder ends at once',
    { skip: existsSync('/proc/self') ? false : 'there is no /proc here' },
    async () => {
      assert.equal(await make('correct horse', '/proc/tessera/keys'), 64)
      assert.match(answers.join(), /cannot be used/)
    },
  )
})
