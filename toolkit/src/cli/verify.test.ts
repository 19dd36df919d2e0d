import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { utf8 } from '../read/utf8.ts'
import { signCompact } from '../seal/jose/compact.ts'
import { generateKeyPair } from '../seal/keys/generate.ts'
import { memorySigner } from '../seal/keys/memory.ts'
import { exit, type Desk } from './command.ts'
import { verifyCommand } from './verify.ts'

test('a token in a text file is the token, whatever line break the file ends with', async () => {
  const signer = memorySigner(await generateKeyPair('P-256'))
  // About something else: unknown when it is whole, invalid when it is none.
  const token = await signCompact({ typ: 'at+jwt' }, { scope: 'x' }, signer)
  const said = async (text: string) => {
    const desk = {
      out: () => undefined,
      now: () => new Date('2026-06-01T12:00:00Z'),
      random: (length: number) => randomBytes(length),
      stdin: async () => utf8(text),
    } as unknown as Desk
    return verifyCommand.run(['-', '--offline'], desk)
  }
  for (const end of ['', '\n', '\r\n']) assert.equal(await said(`${token}${end}`), exit.unknown)
  for (const end of ['\n\n', ' ', '\t\n']) assert.equal(await said(`${token}${end}`), exit.no)
})
