import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { nameOf, pin, putKey, unlessSoftHsm } from '../seal/keys/example-token.ts'
import { ecKey } from '../trust/x509/example-authority.ts'
import { generateKeyPair } from '../seal/keys/generate.ts'
import type { IssuedFile } from './cohort-folder.ts'
import type { Desk } from './command.ts'
import { main } from './main.ts'

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))
const design = join(examples, 'designs', '01-heat-resilient-cities.yaml')
const issuer = join(examples, 'issuer.yaml')

describe('an issuer whose keys lie in a token', { skip: unlessSoftHsm }, () => {
  let home = ''
  let answers: string[] = []

  async function tessera(
    environment: Readonly<Record<string, string>>,
    ...args: readonly string[]
  ): Promise<number> {
    answers = []
    const say = (text: string): void => void answers.push(text)
    const desk: Desk = {
      out: say,
      err: say,
      stdin: async () => new Uint8Array(),
      now: () => new Date('2026-11-25T10:00:00Z'),
      random: (length) => randomBytes(length),
      environment: { TESSERA_PASSPHRASE: 'correct horse battery', ...environment },
      secret: async () => environment['typed'],
      columns: undefined,
    }
    return main(args, desk)
  }

  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'tessera-token-issuer-'))
    putKey('Issuer', 'seal', '01', ecKey())
    putKey('Issuer', 'proof', '02', await generateKeyPair('Ed25519'))
  })
  after(() => rmSync(home, { recursive: true, force: true }))

  const deed = (...words: readonly string[]) => ['keys', ...words, '--as', issuer, '--keys', home]
  const given = { TESSERA_PKCS11_PIN: pin }

  it('names them once, by PKCS#11 URI, and the PIN stands in no argument and no file', async () => {
    assert.equal(await tessera({}, ...deed('new')), 0)
    const uri = nameOf('Issuer', 'seal')
    assert.equal(await tessera({}, ...deed('import', uri)), 64)
    assert.match(answers.join(), /TESSERA_PKCS11_PIN/)
    assert.equal(await tessera(given, ...deed('import', `${uri}&pin-value=${pin}`)), 1)
    assert.doesNotMatch(answers.join(), new RegExp(pin))
    assert.equal(await tessera({ TESSERA_PKCS11_PIN: '0000' }, ...deed('import', uri)), 1)
    assert.match(answers.join(), /PIN is wrong/)
    assert.equal(await tessera({ typed: pin }, ...deed('import', uri)), 0, answers.join('\n'))
    assert.match(answers.join(), /stays in its token/)
    const pinFile = join(home, 'pin')
    writeFileSync(pinFile, `${pin}\n`)
    const proof = nameOf('Issuer', 'proof', `&pin-source=file:${pinFile}`)
    assert.equal(await tessera(given, ...deed('import', proof)), 1)
    assert.equal(await tessera(given, ...deed('import', proof, '--for', 'proof')), 0)
    assert.equal(await tessera({}, ...deed('list')), 0)
    assert.equal(answers.filter((line) => /^active.*in a token$/.test(line)).length, 2)
    assert.equal(answers.filter((line) => line.startsWith('retired')).length, 2)
    assert.equal(await tessera(given, ...deed('rotate', 'proof')), 1)
    assert.match(answers.join(), /lies in a token/)
    for (const name of readdirSync(home).filter((file) => file.endsWith('.json')))
      assert.ok(!readFileSync(join(home, name), 'utf8').includes(`"${pin}"`))
  })

  it('issues in every format, and every file is valid', async () => {
    const learners = join(home, 'learners.csv')
    const cohort = readFileSync(join(examples, 'cohort.csv'), 'utf8').split('\n')
    writeFileSync(learners, `${cohort.slice(0, 2).join('\n')}\n`)
    const out = join(home, 'out')
    const order = ['--to', learners, '--as', issuer, '--keys', home, '--out', out]
    assert.equal(await tessera(given, 'issue', design, ...order), 0, answers.join('\n'))
    const files = JSON.parse(readFileSync(join(out, 'issued.json'), 'utf8')) as IssuedFile[]
    const sealed = files.filter(({ format }) => ['edc', 'ob3', 'sd-jwt'].includes(format))
    assert.equal(sealed.length, 6)
    for (const { file } of sealed) {
      const words = ['--trust', join(out, 'trust.json'), '--web', join(out, 'web')]
      assert.equal(await tessera({}, 'verify', join(out, file), ...words), 0, answers.join('\n'))
    }
  })
})
