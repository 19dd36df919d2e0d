import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { IssuedFile } from './cohort-folder.ts'
import type { Desk } from './command.ts'
import { main } from './main.ts'

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))

describe('an issuer that chose the WE BUILD type', () => {
  let home = ''
  before(() => {
    home = mkdtempSync(join(tmpdir(), 'tessera-profile-'))
  })
  after(() => rmSync(home, { recursive: true, force: true }))

  it('issues it, serves its description, and what it issued is valid', async () => {
    const answers: string[] = []
    const say = (text: string): void => void answers.push(text)
    const desk: Desk = {
      out: say,
      err: say,
      stdin: async () => new Uint8Array(),
      now: () => new Date('2026-11-25T10:00:00Z'),
      random: (length) => randomBytes(length),
      environment: { TESSERA_PASSPHRASE: 'correct horse battery' },
      columns: undefined,
    }
    const settings = readFileSync(join(examples, 'issuer.yaml'), 'utf8').replace(
      /organisation: (\S+)/,
      (_, path: string) => `organisation: ${join(examples, path)}`,
    )
    const issuer = join(home, 'issuer.yaml')
    writeFileSync(issuer, `${settings}\nsdJwtProfile: we-build\n`)
    const learners = join(home, 'learners.csv')
    const rows = readFileSync(join(examples, 'cohort.csv'), 'utf8').split('\n').slice(0, 2)
    writeFileSync(learners, `${rows.join('\n')}\n`)
    const out = join(home, 'out')
    const design = join(examples, 'designs', '01-heat-resilient-cities.yaml')
    const run = async (...words: string[]): Promise<void> =>
      assert.equal(await main(words, desk), 0, answers.join('\n'))
    await run('keys', 'new', '--as', issuer)
    const order = ['--as', issuer, '--to', learners, '--out', out, '--formats', 'sd-jwt']
    await run('issue', design, ...order)
    const [file] = JSON.parse(readFileSync(join(out, 'issued.json'), 'utf8')) as IssuedFile[]
    answers.length = 0
    const known = ['--trust', join(out, 'trust.json'), '--web', join(out, 'web')]
    await run('verify', join(out, file?.file ?? ''), ...known)
    assert.match(answers.join('\n'), /WE BUILD micro-credential 0\.2/)
    const host = join(out, 'web', 'credentials.valdeserena.example')
    assert.ok(existsSync(join(host, 'types', 'VerifiableMicroCredential.json')))
  })
})
