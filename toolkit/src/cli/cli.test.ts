import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { IssuedFile } from './cohort-folder.ts'
import type { Desk } from './command.ts'
import { main } from './main.ts'

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))
const design = join(examples, 'designs', '01-heat-resilient-cities.yaml')
const issuer = join(examples, 'issuer.yaml')
const header =
  'given_name,family_name,full_name,date_of_birth,identifier_scheme,identifier,identity,grade,awarded_on,language,email'

let home = ''
let now = new Date('2026-11-25T10:00:00Z')

interface Answer {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function tessera(...args: readonly string[]): Promise<Answer> {
  const out: string[] = []
  const err: string[] = []
  const desk: Desk = {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    stdin: async () => new Uint8Array(),
    now: () => now,
    random: (length) => randomBytes(length),
    environment: { TESSERA_PASSPHRASE: 'correct horse battery staple', USER: 'officer' },
    columns: undefined,
  }
  const code = await main(args, desk)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

function cohort(name: string, ...rows: readonly string[]): string {
  const path = join(home, name)
  writeFileSync(path, `${[header, ...rows].join('\n')}\n`)
  return path
}

const lea = 'Léa,Exemple,,1988-02-29,Student number,S-1,checked,8.5,2026-06-30,es,lea@example.org'
const ona = 'Ona,Pavyzdė,,1971-12-01,Student number,S-2,vouched,7,2026-06-30,en,'

function issued(folder: string): readonly IssuedFile[] {
  return JSON.parse(readFileSync(join(folder, 'issued.json'), 'utf8')) as IssuedFile[]
}

async function verdictOf(folder: string, file: string, ...more: readonly string[]) {
  const { code, out } = await tessera(
    'verify',
    join(folder, file),
    '--trust',
    join(folder, 'trust.json'),
    '--web',
    join(folder, 'web'),
    '--offline',
    '--json',
    ...more,
  )
  return {
    code,
    ...(JSON.parse(out) as {
      verdict: string
      format: string
      checks: { id: string; status: string; code: string }[]
    }),
  }
}

function issue(to: string, out: string, ...more: readonly string[]): Promise<Answer> {
  return tessera(
    'issue',
    design,
    '--to',
    to,
    '--as',
    issuer,
    '--out',
    out,
    '--keys',
    join(home, 'keys'),
    ...more,
  )
}

describe('the command line', () => {
  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'tessera-'))
    const made = await tessera('keys', 'new', '--as', issuer, '--keys', join(home, 'keys'))
    assert.equal(made.code, 0, made.err)
    assert.match(made.out, /TEST/)
    const first = await issue(cohort('two.csv', lea, ona), join(home, 'out'))
    assert.equal(first.code, 0, first.err)
  })
  after(() => rmSync(home, { recursive: true, force: true }))

  it('answers bad usage with 64 and a hint, never with a stack trace', async () => {
    for (const args of [
      ['fly'],
      ['verify'],
      ['verify', '/no/such/file'],
      ['check', design, '--loud'],
      ['issue', design],
      ['status', 'melt', 'x', '--in', home],
    ]) {
      const { code, err } = await tessera(...args)
      assert.equal(code, 64, args.join(' '))
      assert.match(err, /^tessera: /)
      assert.doesNotMatch(err, /\.js:\d|\n +at /)
    }
  })

  it('explains every command with an example', async () => {
    for (const name of ['check', 'issue', 'verify', 'show', 'import', 'keys', 'status']) {
      const { code, out } = await tessera('help', name)
      assert.equal(code, 0)
      assert.match(out, /^Usage: tessera/)
      assert.match(out, /Example: /)
    }
  })

  it('finds nothing wrong in a complete design and says so in the contract’s JSON', async () => {
    const { code, out } = await tessera('check', design, '--json')
    assert.equal(code, 0)
    const report = JSON.parse(out) as {
      errors: number
      warnings: number
      advice: number
      findings: unknown[]
    }
    assert.equal(report.errors, 0)
    assert.equal(report.findings.length, report.errors + report.warnings + report.advice)
  })

  it('names the place of a fault in a design file', async () => {
    const path = join(home, 'broken.yaml')
    writeFileSync(path, 'tessera: design/1\nid: not an address\nversion: one\n')
    const { code, err } = await tessera('check', path)
    assert.equal(code, 1)
    assert.match(err, /✗ id: /)
    assert.match(err, /✗ version: /)
    writeFileSync(path, 'tessera: design/1\n\ttabs: {')
    assert.match((await tessera('check', path)).err, /broken\.yaml, line \d+: This is not YAML/)
  })

  it('issues a cohort in every format and every file is valid', async () => {
    const files = issued(join(home, 'out'))
    assert.ok(files.length >= 2)
    assert.equal(new Set(files.map(({ id }) => id)).size, 2)
    assert.equal(new Set(files.map(({ statusIndex }) => statusIndex)).size, 2)
    for (const { file, format } of files) {
      const verdict = await verdictOf(join(home, 'out'), file)
      assert.equal(
        verdict.verdict,
        'valid',
        `${file}: ${JSON.stringify(verdict.checks.filter((check) => check.status !== 'passed'))}`,
      )
      assert.equal(verdict.format, format)
      assert.deepEqual(
        verdict.checks.map(({ id }) => id),
        ['format', 'signature', 'issuer-key', 'issuer-trust', 'status', 'dates', 'holder'],
      )
    }
  })

  it('never puts an e-mail address into a credential', () => {
    for (const { file } of issued(join(home, 'out'))) {
      assert.ok(!readFileSync(join(home, 'out', file)).includes('lea@example.org'), file)
    }
  })

  it('calls a good file unknown without a trust list', async () => {
    for (const { file } of issued(join(home, 'out')).slice(0, 6)) {
      const { code, out } = await tessera(
        'verify',
        join(home, 'out', file),
        '--web',
        join(home, 'out', 'web'),
        '--offline',
        '--json',
      )
      assert.equal(code, 2, file)
      assert.equal((JSON.parse(out) as { verdict: string }).verdict, 'unknown')
    }
  })

  it('calls the status unknown, never good, when the list cannot be had', async () => {
    for (const { file } of issued(join(home, 'out')).slice(0, 6)) {
      const { code, out } = await tessera(
        'verify',
        join(home, 'out', file),
        '--trust',
        join(home, 'out', 'trust.json'),
        '--offline',
        '--json',
      )
      assert.equal(code, 2, file)
      const { checks } = JSON.parse(out) as {
        checks: { id: string; status: string; code: string }[]
      }
      assert.deepEqual(
        checks.filter(({ status }) => status !== 'passed').map(({ id, code: why }) => [id, why]),
        [['status', 'status.unreadable']],
      )
    }
  })

  it('calls bytes of no known format unknown', async () => {
    const path = join(home, 'letter.txt')
    writeFileSync(path, 'Dear Sir or Madam')
    const { code, out } = await tessera('verify', path, '--offline', '--json')
    assert.equal(code, 2)
    const verdict = JSON.parse(out) as { format: unknown; checks: { code: string }[] }
    assert.equal(verdict.format, null)
    assert.equal(verdict.checks[0]?.code, 'format.not-known')
  })

  it('issues nothing twice when the same file is given again', async () => {
    const folder = join(home, 'out')
    const first = new Map(
      issued(folder).map(({ file }) => [file, readFileSync(join(folder, file))]),
    )
    const again = await issue(join(home, 'two.csv'), folder)
    assert.equal(again.code, 0)
    assert.match(again.out, /^0 learners issued now, 2 before/)
    for (const [file, bytes] of first)
      assert.deepEqual(readFileSync(join(folder, file)), bytes, file)
    assert.equal(readdirSync(join(folder, 'credentials')).length, 2)
  })

  it('goes on where a crash stopped it: same ids, same entries, a torn ledger line forgotten', async () => {
    const folder = join(home, 'crashed')
    cpSync(join(home, 'out'), folder, { recursive: true })
    const meant = issued(folder)
    const [first] = meant
    // As if the power went after the reservation: no file of the second learner, half a line in the ledger.
    const ledger = readFileSync(join(folder, 'ledger.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
    const kept = ledger.filter((line) => line.includes('"reserved"'))
    writeFileSync(join(folder, 'ledger.jsonl'), `${kept.join('\n')}\n`)
    appendFileSync(join(folder, 'ledger.jsonl'), '{"deed":"sealed","key":"')
    for (const name of ['issued.json', 'status.json']) rmSync(join(folder, name))
    rmSync(join(folder, 'credentials'), { recursive: true })
    const { code } = await issue(join(home, 'two.csv'), folder)
    assert.equal(code, 0)
    assert.deepEqual(issued(folder), meant)
    assert.equal((await verdictOf(folder, first?.file ?? '')).verdict, 'valid')
  })

  it('names every faulty cell, leaves that row out and issues the others', async () => {
    const folder = join(home, 'faulty')
    const bad = 'Nemo,,,1988-13-01,Student number,n@example.org,sure,3,2099-01-01,english,nobody'
    const { code, err } = await issue(cohort('faulty.csv', bad, ona), folder)
    assert.equal(code, 1)
    for (const column of [
      'family_name',
      'date_of_birth',
      'identifier',
      'identity',
      'grade',
      'awarded_on',
      'language',
      'email',
    ]) {
      assert.match(err, new RegExp(`row 2, column ${column}: `))
    }
    assert.deepEqual([...new Set(issued(folder).map(({ row }) => row))], [3])
  })

  it('refuses a file whose columns it does not know, and writes nothing', async () => {
    const folder = join(home, 'columns')
    const path = join(home, 'columns.csv')
    writeFileSync(path, 'name,mark\nLéa,8\n')
    const { code, err } = await issue(path, folder)
    assert.equal(code, 1)
    assert.match(err, /row 1, column name: This column is not known/)
    assert.equal(existsSync(folder), false)
  })

  it('refuses the same learner with other content: a correction is not a second issue', async () => {
    const { code, err } = await issue(
      cohort('changed.csv', lea.replace('8.5', '9.5')),
      join(home, 'out'),
    )
    assert.equal(code, 1)
    assert.match(err, /row 2: .*before with other content/)
  })

  it('suspends, restores and revokes; revoked is final', async () => {
    const folder = join(home, 'status')
    cpSync(join(home, 'out'), folder, { recursive: true })
    const files = issued(folder)
    const id = files[0]?.id ?? ''
    const own = files.filter((file) => file.id === id)
    const others = files.filter((file) => file.id !== id)
    const said = async (file: string) =>
      (await verdictOf(folder, file)).checks.find((check) => check.id === 'status')?.code
    assert.equal((await tessera('status', 'suspend', id, '--in', folder)).code, 0)
    for (const { file, format } of own) {
      // EDC can name one list only, that of revocations: a suspension does not show in it.
      assert.equal(
        await said(file),
        format === 'edc' ? 'status.not-revoked' : 'status.suspended',
        file,
      )
    }
    assert.equal((await tessera('status', 'restore', id, '--in', folder)).code, 0)
    for (const { file } of own) assert.equal(await said(file), 'status.not-revoked', file)
    assert.equal(
      (await tessera('status', 'revoke', id, '--in', folder, '--reason', 'wrong person')).code,
      0,
    )
    for (const { file } of own) {
      const verdict = await verdictOf(folder, file)
      assert.equal(verdict.code, 1, file)
      assert.equal(verdict.checks.find((check) => check.id === 'status')?.code, 'status.revoked')
    }
    for (const { file } of others) assert.equal(await said(file), 'status.not-revoked', file)
    // The list lost, as by a crash after the decision: the same command signs it again.
    rmSync(join(folder, 'web'), { recursive: true })
    assert.equal((await tessera('status', 'revoke', id, '--in', folder)).code, 0)
    assert.equal(await said(own[0]?.file ?? ''), 'status.revoked')
    const again = await tessera('status', 'restore', id, '--in', folder)
    assert.equal(again.code, 1)
    assert.ok(again.err.includes(id))
    assert.match(again.err, /final/)
  })

  it('keeps retired keys published, so that what they sealed stays valid', async () => {
    const folder = join(home, 'rotated')
    const keys = join(home, 'rotating-keys')
    cpSync(join(home, 'keys'), keys, { recursive: true })
    cpSync(join(home, 'out'), folder, { recursive: true })
    for (const purpose of ['proof', 'seal']) {
      const { code, err } = await tessera('keys', 'rotate', purpose, '--as', issuer, '--keys', keys)
      assert.equal(code, 0, err)
    }
    const later = await tessera(
      'issue',
      design,
      '--to',
      cohort(
        'third.csv',
        lea,
        ona,
        'Tri,Beispiel,,1990-01-01,Student number,S-3,checked,9,2026-06-30,de,',
      ),
      '--as',
      issuer,
      '--out',
      folder,
      '--keys',
      keys,
    )
    assert.equal(later.code, 0, later.err)
    assert.match(later.out, /^1 learners issued now, 2 before/)
    for (const { file } of issued(folder))
      assert.equal((await verdictOf(folder, file)).verdict, 'valid', file)
    const { out } = await tessera('keys', 'list', '--as', issuer, '--keys', keys)
    assert.match(out, /retired +seal/)
    assert.match(out, /active +seal/)
  })

  it('shows the award in the model’s own words', async () => {
    const [file] = issued(join(home, 'out'))
    const { code, out } = await tessera('show', join(home, 'out', file?.file ?? ''), '--json')
    assert.equal(code, 0)
    const award = JSON.parse(out) as { tessera: string; learner: { familyName?: string } }
    assert.equal(award.tessera, 'award/1')
    assert.match(
      (await tessera('show', join(home, 'out', file?.file ?? ''), '--lang', 'es')).out,
      /Learner +Léa Exemple/,
    )
  })

  it('says that time has passed: expired and not yet are told from good', async () => {
    const [file] = issued(join(home, 'out'))
    const early = await verdictOf(
      join(home, 'out'),
      file?.file ?? '',
      '--now',
      '2026-11-01T00:00:00Z',
    )
    assert.equal(early.verdict, 'invalid')
    now = new Date('2026-11-25T10:00:00Z')
  })
})
