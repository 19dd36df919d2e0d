// Issuing with a time-stamp authority: a local one, which sometimes does not answer.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { limits } from '../limits.ts'
import { utf8 } from '../read/utf8.ts'
import { attempt } from '../refusal.ts'
import { generateKeyPair } from '../seal/keys/generate.ts'
import { authorityOver, stampOf } from '../seal/time/index.ts'
import { testTimeStamps } from '../seal/time/test-authority.ts'
import { writePem } from '../trust/x509/pem.ts'
import { createTestAuthority } from '../trust/x509/test-authority.ts'
import type { IssuedFile } from './cohort-folder.ts'
import type { Desk } from './command.ts'
import { main } from './main.ts'
import { timeStampsAt } from './time-stamp-network.ts'

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))
const now = new Date('2026-11-25T10:00:00Z')
const random = (length: number): Uint8Array => randomBytes(length)

const authority = await createTestAuthority({
  name: 'Time',
  now: new Date('2026-01-01T00:00:00Z'),
  random,
  key: await generateKeyPair('P-256'),
})
const stamps = await testTimeStamps({
  authority,
  organisation: 'Time',
  key: await generateKeyPair('P-256'),
  random,
  clock: () => now,
  from: new Date('2026-01-01T00:00:00Z'),
  years: 15,
})

/** How the authority behaves; how many it still answers, and what it was sent. */
let manner: 'good' | 'silent' | 'busy' | 'endless' | 'hanging-up' = 'good'
let patience = Number.POSITIVE_INFINITY
const types: (string | undefined)[] = []

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  types.push(request.headers['content-type'])
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  if (patience-- <= 0) manner = 'busy'
  if (manner === 'silent') return
  if (manner === 'hanging-up') {
    response.writeHead(200, { 'content-length': '100' })
    response.write('x', () => response.destroy())
    return
  }
  response.writeHead(manner === 'busy' ? 503 : 200, {
    'content-type': 'application/timestamp-reply',
  })
  response.end(
    manner === 'endless'
      ? Buffer.alloc(limits.timeStamp.bytes + 1)
      : await stamps.answer(Buffer.concat(parts)),
  )
}

const server = createServer((request, response) => void serve(request, response))
let address = ''
let home = ''

async function tessera(...args: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const desk: Desk = {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    stdin: async () => new Uint8Array(),
    now: () => now,
    random,
    environment: { TESSERA_PASSPHRASE: 'correct horse battery staple', USER: 'officer' },
    columns: undefined,
  }
  return { code: await main(args, desk), out: out.join('\n'), err: err.join('\n') }
}

function issue(out: string) {
  const design = join(examples, 'designs', '01-heat-resilient-cities.yaml')
  const files = ['--to', join(home, 'cohort.csv'), '--as', join(home, 'issuer.yaml')]
  return tessera('issue', design, ...files, '--out', join(home, out), '--formats', 'edc')
}

const issued = (out: string): readonly IssuedFile[] =>
  JSON.parse(readFileSync(join(home, out, 'issued.json'), 'utf8')) as IssuedFile[]

async function verdictOf(out: string, { file }: IssuedFile, ...more: readonly string[]) {
  const at = (name: string) => join(home, out, name)
  const places = ['--trust', at('trust.json'), '--web', at('web'), '--offline', '--json']
  const answer = await tessera('verify', at(file), ...places, ...more)
  const { verdict, checks } = JSON.parse(answer.out) as {
    verdict: string
    checks: { id: string; code: string; source: string }[]
  }
  const found = (id: string) => checks.find((check) => check.id === id)
  const codes = `${found('signature')?.code}, ${found('issuer-key')?.code}`
  return { line: `${verdict}: ${codes}`, source: found('signature')?.source ?? '', checks }
}

describe('an issuer with a time-stamp authority', () => {
  before(async () => {
    await new Promise<void>((settle) => {
      server.listen(0, '127.0.0.1', settle)
    })
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`
    home = mkdtempSync(join(tmpdir(), 'tessera-'))
    const organisation = join(examples, 'organisations', 'es-valdeserena.yaml')
    const settings = readFileSync(join(examples, 'issuer.yaml'), 'utf8')
      .replace(/^organisation: .*$/m, `organisation: ${JSON.stringify(organisation)}`)
      .replace(/^# timeStamps: .*$/m, `timeStamps: ${address}`)
    writeFileSync(join(home, 'issuer.yaml'), settings)
    const rows = ['Léa,Exemple,S-1', 'Ona,Pavyzdė,S-2']
    writeFileSync(
      join(home, 'cohort.csv'),
      `given_name,family_name,identifier\n${rows.join('\n')}\n`,
    )
    const made = await tessera('keys', 'new', '--as', join(home, 'issuer.yaml'))
    assert.equal(made.code, 0, made.err)
    const anchors = writePem('CERTIFICATE', authority.certificate)
    writeFileSync(join(home, 'keys', 'time-stamp-anchors.pem'), anchors)
  })
  after(() => {
    server.close()
    server.closeAllConnections()
    rmSync(home, { recursive: true, force: true })
  })

  it('stops when it gives no answer, leaves nothing half done, and goes on later', async () => {
    manner = 'good'
    patience = 1
    const first = await issue('out')
    assert.equal(first.code, 1)
    assert.match(
      first.err,
      /row 3: The time-stamp authority at 127\.0\.0\.1:\d+ gave no answer: HTTP status 503\.  \(time\.no-answer\)/,
    )
    assert.match(
      first.err,
      /1 of the learners wait .* goes on where it stopped\.  \(issue\.stopped\)/,
    )
    assert.match(first.out, /^1 learners issued now/)
    assert.equal(readdirSync(join(home, 'out', 'credentials')).length, 1)
    const [done] = issued('out')
    manner = 'good'
    patience = Number.POSITIVE_INFINITY
    const again = await issue('out')
    assert.equal(again.code, 0, again.err)
    assert.match(again.out, /^1 learners issued now, 1 before, 2 files/)
    assert.deepEqual(issued('out')[0], done)
    assert.equal(new Set(types).size, 1)
    assert.equal(types[0], 'application/timestamp-query')
  })

  it('gives seals of level B-T that hold after the seal certificate has ended', async () => {
    for (const file of issued('out')) {
      const { line, source } = await verdictOf('out', file)
      assert.equal(line, 'valid: signature.holds-at-time, issuer-key.own')
      assert.match(source, /level B-T, time stamp of .*Time TEST time stamps/)
    }
    const [first] = issued('out')
    const later = await verdictOf('out', first ?? assert.fail(), '--now', '2035-01-01T00:00:00Z')
    const codes = later.line.split(': ')[1]
    assert.equal(codes, 'signature.holds-at-time, issuer-key.own-then')
  })

  it('is told before anything is sealed when nobody would believe the authority', async () => {
    const anchors = join(home, 'keys', 'time-stamp-anchors.pem')
    const right = readFileSync(anchors)
    const other = await createTestAuthority({
      name: 'Other',
      now,
      random,
      key: await generateKeyPair('P-256'),
    })
    writeFileSync(anchors, writePem('CERTIFICATE', other.certificate))
    const { code, err } = await issue('unbelieved')
    assert.equal(code, 1)
    assert.match(err, /would prove nothing: .*  \(time\.not-believed\)/)
    assert.equal(existsSync(join(home, 'unbelieved', 'credentials')), false)
    rmSync(anchors)
    const { code: bare } = await issue('bare')
    assert.equal(bare, 0)
    const [file] = issued('bare')
    const { line, source } = await verdictOf('bare', file ?? assert.fail())
    // Nobody was named to believe: the seal is good, and its level is B-B to this verifier.
    assert.equal(line, 'valid: signature.holds, issuer-key.own')
    assert.match(source, /level B-B, time stamp not believed here/)
    writeFileSync(anchors, right)
  })

  it('has its answers bounded in time and length', async () => {
    const asked = async (to: string) => {
      const answer = await attempt(() =>
        stampOf(utf8('x'), authorityOver(timeStampsAt(to, 200), random)),
      )
      return answer.ok ? 'good' : answer.refusals.map(({ sentence }) => sentence).join()
    }
    const expected = {
      good: /^good$/,
      silent: /none within 0\.2 seconds\.$/,
      busy: /HTTP status 503\.$/,
      endless: /it is too long\.$/,
      'hanging-up': /(ECONNRESET|it broke off)\.$/,
    } as const
    for (const way of Object.keys(expected) as (keyof typeof expected)[]) {
      manner = way
      assert.match(await asked(address), expected[way])
    }
    assert.match(await asked('http://127.0.0.1:1/'), /ECONNREFUSED\.$/)
    assert.match(await asked('https://127.0.0.1:1/'), /ECONNREFUSED\.$/)
  })
})
