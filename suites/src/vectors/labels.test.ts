// The verifier itself behind the runner: right labels pass, wrong ones are named, and so is a faulty folder.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openBadges } from 'tessera/formats/open-badges/index'
import { sampleAward, sampleKeys, sampleSettings } from 'tessera/formats/open-badges/sample'
import { readJsonObject } from 'tessera/read/json'
import { main } from './main.ts'
import { reportOf } from './report.ts'
import { runFolder } from './run.ts'
import { type Files, folderOf, record } from './test-folder.ts'

const keys = sampleKeys()
const settings = sampleSettings()
const unsigned = await openBadges.build(sampleAward(), settings)
const sealed = await openBadges.seal(unsigned, keys, settings)
const fileOf = (extension: string) =>
  sealed.find((file) => file.extension === extension)?.bytes ?? new Uint8Array()
const textOf = (extension: string) => new TextDecoder().decode(fileOf(extension))
const badge = readJsonObject(fileOf('json'))
const { id: issuer } = badge['issuer'] as { id: string }

/** The sample's issuer, its keys and a time at which the sample is in force. */
const trust = {
  now: new Date(settings.now.getTime() + 60_000).toISOString(),
  x509Anchors: [],
  issuers: [
    {
      id: issuer,
      name: 'The issuer',
      keys: [keys.seal, keys.proof].map(({ publicKey, verificationMethod }) => ({
        ...publicKey,
        kid: verificationMethod,
      })),
    },
  ],
}

async function run(files: Files) {
  const folder = folderOf({ 'trust.json': trust, ...files })
  const result = await runFolder(folder)
  return { ...result, report: reportOf(result) }
}

const picture = (id: string, verdict: string, file: string) =>
  record(id, verdict, { area: 'images', mode: 'upload', file, input: undefined })
const open = {
  ...badge,
  credentialStatus: undefined,
  'https://www.w3.org/2018/credentials#credentialStatus': undefined,
}

describe('labels', () => {
  it('that are right pass in every area; those that are wrong are named with what came', async () => {
    const { failures, report } = await run({
      'jws.json': [
        record('token-garbage', 'not-valid', { input: 'a.b.c' }),
        record('token-wrong', 'valid', { input: 'a.b.c' }),
      ],
      'sdjwt.json': [record('disclosure-garbage', 'not-valid', { input: 'a.b.c~' })],
      'data-integrity.json': [
        // Its status list is not to be had here.
        record('good-but-unlisted', 'unknown', { input: badge }),
        record('good-called-valid', 'valid', { input: badge }),
        record('changed', 'invalid', { input: { ...open, name: 'Another' } }),
        record('changed-called-good', 'valid', {
          input: textOf('json').replace('Coastal', 'Costal'),
        }),
        record('whatever', 'any', { input: 'nothing at all' }),
      ],
      'status.json': [
        record('list-html', 'unknown', {
          mode: 'status-check',
          kind: 'token-status-list',
          input: undefined,
          file: 'status/list.json',
          context: { index: 1, purpose: 'revocation', listUrl: 'https://uni.example/status/1' },
        }),
      ],
      'status/list.json': '<html>',
      'files.json': [
        picture('png', 'accept', 'images/good.png'),
        picture('svg', 'accept', 'images/good.svg'),
        picture('svg-called-bad', 'sanitise-or-reject', 'images/good.svg'),
        picture('not-a-picture', 'reject', 'images/json.png'),
        record('graph', 'reject-or-bounded', {
          area: 'poison-graphs',
          mode: 'canonicalise',
          file: 'poison-graphs/a.nq',
          input: undefined,
        }),
        record('later', 'accept', {
          area: 'pdf',
          mode: 'upload',
          file: 'pdf/good.pdf',
          input: undefined,
        }),
      ],
      'images/good.png': fileOf('png'),
      'images/good.svg': fileOf('svg'),
      'images/json.png': fileOf('json'),
      'poison-graphs/a.nq': '_:a <urn:p> _:b .\n',
    })
    assert.deepEqual(
      failures.map(({ id }) => id),
      ['token-wrong', 'good-called-valid', 'changed-called-good', 'svg-called-bad'],
      report,
    )
    assert.match(
      report,
      /^jws: 1 passed, 1 failed; at worst .+\n {2}✖ token-wrong: expected valid, came (?:invalid|unknown) \(/m,
    )
    assert.match(
      report,
      /^ {2}✖ good-called-valid: expected valid, came unknown \(.*status\.unreadable/m,
    )
    assert.match(
      report,
      /^ {2}✖ changed-called-good: expected valid, came invalid \(.*signature\.changed/m,
    )
    assert.match(report, /^ {2}✖ svg-called-bad: expected sanitise-or-reject, came accept/m)
    assert.match(report, /^images: 3 passed, 1 failed/m)
    assert.match(report, /^poison-graphs: 1 passed, 0 failed/m)
    assert.match(report, /^pdf: not yet, 1 vectors not asked$/m)
    assert.match(report, /^total: 10 passed, 4 failed$/m)
  })

  it('nobody can judge by count as failed', async () => {
    const { failures, report } = await run({
      'jws.json': [
        null,
        [],
        'text',
        { ...record('x', 'valid'), id: undefined },
        record('no-mode', 'valid', { mode: undefined }),
        record('other-mode', 'valid', { mode: 'toString' }),
        record('no-input', 'valid', { input: undefined }),
        record('two-inputs', 'valid', { file: 'trust.json' }),
        record('no-file', 'valid', { input: undefined, file: 'jws/none.json' }),
        record('outside', 'valid', { input: undefined, file: '../../../../etc/hostname' }),
        record('other-verdict', 'not-set'),
        record('inherited-verdict', 'constructor'),
        record('no-expectation', 'valid', { expect: undefined }),
        record('strange-budget', 'valid', { expect: { verdict: 'valid', mustNot: ['melt'] } }),
        record('wrong-unit', 'valid', { expect: { verdict: 'valid', mustNot: ['memory>64ms'] } }),
        record('no-list', 'valid', { expect: { verdict: 'valid', mustNot: 'crash' } }),
        record('no-context', 'valid', { context: 7 }),
        record('list-missing', 'valid', { context: { statusListFile: 'status/none.json' } }),
      ],
      'files.json': [record('homeless', 'accept', { area: 'nowhere' })],
    })
    assert.equal(failures.length, 19, report)
    assert.ok(failures.every(({ expected }) => expected === 'a vector'))
    assert.match(report, /✖ jws\.json\[0\]: expected a vector, came the record is not an object/)
    assert.match(report, /✖ outside: .*lies outside the folder|✖ outside: .*cannot be read/)
    assert.match(report, /^jws: 0 passed, 18 failed$/m)
    assert.match(report, /^total: 0 passed, 19 failed$/m)
  })
})

describe('a folder', () => {
  it('that lacks files, or whose files are no lists, is said to and fails', async () => {
    const { failures, report } = await run({
      'jws.json': undefined,
      'sdjwt.json': '{',
      'data-integrity.json': { vectors: [] },
      'files.json': undefined,
    })
    assert.deepEqual(
      failures.map(({ id, came }) => `${id} ${came}`),
      [
        'jws.json the file is not in the folder',
        'sdjwt.json the file is not JSON',
        'data-integrity.json the file is not a list of vectors',
        'files.json the file is not in the folder',
      ],
      report,
    )
  })

  it('without a trust list, or with one nobody can read, fails with every vector', async () => {
    for (const list of [undefined, '{', { hello: 'world' }, []]) {
      const { failures, judgements } = await run({
        'trust.json': list,
        'jws.json': [record('one', 'any'), record('two', 'any')],
      })
      assert.equal(judgements.length, 0)
      assert.ok(failures.some(({ id }) => id === 'two') && failures.some(({ id }) => id === 'one'))
    }
  })

  it('that passes ends with 0, and one that is not there with a word on how to ask', async () => {
    const folder = folderOf({ 'jws.json': [record('garbage', 'not-valid', { input: 'a.b.c' })] })
    const said: string[] = []
    const ask = (...args: readonly string[]) =>
      main(
        args,
        (line) => said.push(line),
        (line) => said.push(line),
      )
    assert.equal(await ask(folder, '--each'), 0)
    assert.match(said[0] ?? '', /^ +\d+\.\d ms +\d+\.\d MiB {2}garbage {2}(?:invalid|unknown)/)
    assert.match(said[1] ?? '', /^total: 1 passed, 0 failed$/m)
    assert.equal(await ask(folderOf({ 'jws.json': '' })), 1)
    assert.equal(await ask(`${folder}/none`), 64)
    assert.equal(await ask(), 64)
    assert.equal(await ask(folder, '--what'), 64)
    assert.match(said.at(-1) ?? '', /npm run vectors/)
  })
})
