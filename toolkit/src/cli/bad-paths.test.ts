// What a command says where a path, a disk or an alphabet is not what it should be.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { reference, unlessPresent } from '../reference.ts'
import { main } from './main.ts'

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))
const design = join(examples, 'designs', '01-heat-resilient-cities.yaml')
const issuer = join(examples, 'issuer.yaml')

let home = ''
let learners = ''
let passphrase = 'correct horse battery staple'

async function tessera(...args: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await main(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    stdin: async () => new Uint8Array(),
    now: () => new Date('2026-11-25T10:00:00Z'),
    random: (length) => randomBytes(length),
    environment: { TESSERA_PASSPHRASE: passphrase },
    columns: undefined,
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

function issue(to: string, out: string) {
  const keys = join(home, 'keys')
  return tessera('issue', design, '--to', to, '--as', issuer, '--out', out, '--keys', keys)
}

describe('a command line that meets a bad path, disk or alphabet', () => {
  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'tessera-paths-'))
    learners = join(home, 'learners.csv')
    writeFileSync(learners, 'given_name,family_name\nLéa,Exemple\n')
    const made = await tessera('keys', 'new', '--as', issuer, '--keys', join(home, 'keys'))
    assert.equal(made.code, 0, made.err)
  })
  after(() => rmSync(home, { recursive: true, force: true }))

  it('names a path that cannot be used in one sentence, with 64', async () => {
    const plain = join(home, 'plain')
    writeFileSync(plain, 'a file, not a folder')
    const file = issuer
    for (const args of [
      ['check', home],
      ['check', join(plain, 'design.yaml')],
      ['verify', file, '--trust', plain, '--offline'],
      ['verify', file, '--web', join(home, 'nowhere'), '--offline'],
      ['keys', 'new', '--as', issuer, '--keys', plain],
      ['keys', 'list', '--as', issuer, '--keys', plain],
      ['keys', 'new', '--as', issuer, '--keys', join(plain, 'keys')],
    ]) {
      const { code, err } = await tessera(...args)
      assert.equal(code, 64, `${args.join(' ')}: ${err}`)
      assert.match(err, /^tessera: \/.* (is|cannot be) /)
    }
    for (const out of [plain, join(plain, 'below')]) {
      const { code, err } = await issue(learners, out)
      assert.equal(code, 64)
      assert.match(err, /plain.* cannot be used: a /)
    }
    assert.equal(readFileSync(plain, 'utf8'), 'a file, not a folder')
  })

  it('reads a design as Windows editors save it, and says what to do with another alphabet', async () => {
    const path = join(examples, 'organisations', 'es-valdeserena.yaml')
    const text = readFileSync(design, 'utf8').replaceAll('../organisations', dirname(path))
    const saved = join(home, 'windows.yaml')
    writeFileSync(saved, `\ufeff${text.replaceAll('\n', '\r\n')}`)
    assert.equal((await tessera('check', saved)).code, 0)
    writeFileSync(saved, text, 'utf16le')
    assert.match((await tessera('check', saved)).err, /windows\.yaml: .*UTF-8/)
    writeFileSync(saved, '')
    assert.match((await tessera('check', saved)).err, /windows\.yaml: The file is empty/)
    const saved8 = join(home, 'windows.csv')
    writeFileSync(saved8, `given_name,family_name\nLéa,Exemple\n`, 'latin1')
    const { code, err } = await issue(saved8, join(home, 'latin'))
    assert.equal(code, 1)
    assert.match(err, /Save it as “CSV UTF-8”/)
  })

  it(
    'reads no further than the limit of a file without an end',
    { skip: !existsSync('/dev/zero') },
    async () => {
      assert.equal((await tessera('verify', '/dev/zero', '--offline')).code, 2)
      assert.match((await tessera('check', '/dev/zero')).err, /too large/)
    },
  )

  it('refuses a wrong passphrase in one sentence and makes neither key nor file under it', async () => {
    const keys = join(home, 'keys')
    const there = readdirSync(keys)
    passphrase = 'another'
    for (const purpose of ['proof', 'seal']) {
      const { code, err } = await tessera('keys', 'rotate', purpose, '--as', issuer, '--keys', keys)
      assert.equal(code, 1)
      assert.match(err, /passphrase is wrong/)
    }
    const issuing = await issue(learners, join(home, 'no'))
    assert.equal(issuing.code, 1)
    assert.match(issuing.err, /passphrase is wrong/)
    assert.equal(existsSync(join(home, 'no')), false)
    passphrase = 'correct horse battery staple'
    assert.deepEqual(readdirSync(keys), there)
  })

  it(
    'says in one sentence that the disk is full, and that the same again goes on',
    { skip: !existsSync('/dev/full') },
    async () => {
      const err: string[] = []
      const code = await main(['help'], {
        out: () => writeFileSync('/dev/full', 'x'),
        err: (text) => err.push(text),
        stdin: async () => new Uint8Array(),
        now: () => new Date(),
        random: (length) => randomBytes(length),
        environment: {},
        columns: undefined,
      })
      assert.equal(code, 1)
      assert.match(err.join('\n'), /^✗ .*disk is full.*goes on\.$/i)
    },
  )

  for (const sample of [
    'elm/samples/eu-official-2023/Sample-MC-Annex1-unsigned.jsonld',
    'elm/samples/mynextid/edc-mc-example.json',
  ]) {
    it(`imports ${sample} as a design`, { skip: unlessPresent(sample) }, async () => {
      const { code, out, err } = await tessera('import', reference(sample), '--as', 'design')
      assert.equal(code, 0, err)
      assert.match(out, /^title:/m)
    })
  }

  it('imports an Open Badge, or the bare achievement of one, as a design', async () => {
    const path = join(home, 'badge.json')
    const achievement = {
      id: 'https://a.example/1',
      type: ['Achievement'],
      name: 'Soil',
      description: 'Soils',
      criteria: { narrative: 'Dig.' },
    }
    const badge = {
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: 'https://a.example',
      credentialSubject: { type: ['AchievementSubject'], achievement },
    }
    for (const document of [achievement, badge]) {
      writeFileSync(path, JSON.stringify(document))
      const { code, out, err } = await tessera('import', path, '--as', 'design')
      assert.equal(code, 0, err)
      assert.match(out, /Soil/)
      assert.equal((await tessera('import', path, '--as', 'design', '--out', home)).code, 64)
    }
    const left = readdirSync(dirname(home)).filter((name) => name.startsWith(`${basename(home)}.`))
    assert.deepEqual(left, [])
  })
})
