// The same verdict in the page as in Node, word for word: every form we issue, good and tampered with, and the
// attacks of the reference data.

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { utf8 } from 'tessera/read/utf8'
import { reference, unlessPresent } from 'tessera/reference'
import { readTrustList } from 'tessera/trust/lists/index'
import type { Trust } from 'tessera/trust/trust'
import type { Expectations } from 'tessera/verify/context'
import type { Verdict } from 'tessera/verify/verify'
import { check, type Question } from './check.ts'
import {
  bundled,
  sent,
  startChromium,
  unlessBrowser,
  type Chromium,
  type OpenPage,
} from './in-browser.ts'
import { issuedFiles, type Issued } from './issued-files.ts'
import * as nodeReaders from './readers.ts'
import type { WebFile } from './web-files.ts'

declare const tessera: { readonly check: typeof check }
declare const readers: typeof nodeReaders

interface Case extends Question {
  readonly name: string
  readonly bytes: Uint8Array
}

const home = 'security/own'
const fixed = new Date('2026-06-01T12:00:00Z')

describe('the page', { skip: unlessBrowser }, () => {
  let chromium: Chromium
  let open: OpenPage
  before(async () => {
    chromium = await startChromium()
    open = await chromium.open()
  })
  after(async () => {
    const { trouble } = open
    await chromium.close()
    assert.deepEqual(trouble, [], 'requests, breaches of the policy, errors')
  })

  /** The verdicts of the page, after they were found to be those of Node. */
  async function verdicts(cases: readonly Case[]): Promise<readonly Verdict[]> {
    const answers: Verdict[] = []
    for (const { name, bytes, ...question } of cases) {
      const there = await open.page.evaluate(
        async ([file, asked]) => JSON.stringify((await tessera.check(file, asked)).verdict),
        [sent(bytes), portable(question)] as const,
      )
      const { verdict } = await check(bytes, question)
      assert.deepEqual(JSON.parse(there), JSON.parse(JSON.stringify(verdict)), name)
      answers.push(verdict)
    }
    return answers
  }

  describe('checks what we issue', () => {
    let issued: Issued
    before(async () => {
      issued = await issuedFiles()
    })
    const asked = (language = 'en') => ({
      trust: issued.trust,
      web: issued.web,
      now: issued.now,
      language,
    })

    it('and finds every form valid, in every language of the verifier', async () => {
      const languages = ['en', 'de', 'es', 'fr', 'it', 'lt', 'pl', 'pt', 'en']
      const cases = issued.files.map((file, i) => ({ ...file, ...asked(languages[i]) }))
      const found = await verdicts(cases)
      assert.deepEqual(
        found.map(({ verdict, format }, i) => `${cases[i]?.name}: ${verdict} ${format}`),
        [
          'edc.jsonld: valid edc',
          'ob3.json: valid ob3',
          'ob3.jwt: valid ob3',
          'ob3.png: valid ob3',
          'ob3.svg: valid ob3',
          'sd-jwt.sd-jwt: valid sd-jwt',
          'sd-jwt with key binding: valid sd-jwt',
          'ob3 presented: valid ob3',
        ],
      )
    })

    it('and finds none valid that was changed, as Node does', async () => {
      const cases = issued.files.flatMap((file) => {
        const places = [0.02, 0.3, 0.55, 0.8, 0.97].map((part) =>
          Math.floor(file.bytes.length * part),
        )
        return places.map((at) => ({
          ...file,
          ...asked(),
          name: `${file.name}, byte ${at}`,
          bytes: changed(file.bytes, at),
        }))
      })
      for (const [i, { verdict }] of (await verdicts(cases)).entries()) {
        // The drawing around a badge is no part of what is signed.
        if (cases[i]?.name.startsWith('ob3.svg') === true) continue
        assert.notEqual(verdict, 'valid', cases[i]?.name)
      }
    })

    it('and decides nothing without a trust list, or without what the issuer publishes', async () => {
      const cases = issued.files.flatMap((file) => [
        { ...file, ...asked(), trust: [] },
        { ...file, ...asked(), web: [] },
      ])
      for (const [i, { verdict }] of (await verdicts(cases)).entries())
        assert.equal(verdict, 'unknown', cases[i]?.name)
    })

    it('and finds a holder’s proof that was made for somebody else', async () => {
      const bound = issued.files.filter(({ expect }) => Object.keys(expect).length > 0)
      const cases = bound.map((file) => ({
        ...file,
        ...asked(),
        expect: { ...file.expect, nonce: 'another', challenge: 'another' },
      }))
      assert.equal(cases.length, 2)
      for (const { verdict } of await verdicts(cases)) assert.equal(verdict, 'invalid')
    })
  })

  for (const file of ['jws.json', 'sdjwt.json', 'data-integrity.json']) {
    it(`answers the attacks of ${file}`, { skip: unlessPresent(`${home}/${file}`) }, async () => {
      const trust = await vectorTrust()
      const vectors = JSON.parse(read(file)) as readonly Vector[]
      const cases = vectors.map((vector) => caseOf(vector, trust))
      const found = await verdicts(cases)
      for (const [i, { expect, id }] of vectors.entries()) {
        const wanted = expect.verdict
        if (wanted !== 'valid' && wanted !== 'any') assert.notEqual(found[i]?.verdict, 'valid', id)
      }
      assert.ok(found.some(({ verdict }) => verdict === 'valid') || file === 'jws.json')
    })
  }

  const foreign = [
    'vc/1edtech/validator-samples',
    'vc/dcc/vc-test-fixtures',
    'vc/w3c/vc-data-model-2.0-test-suite-input',
    'elm/samples',
  ]
  for (const place of foreign) {
    it(`answers other people’s files of ${place}`, { skip: unlessPresent(place) }, async () => {
      const names = readdirSync(reference(place), { recursive: true, encoding: 'utf8' })
      const cases = names
        .filter((name) => /\.(json|jsonld|jwt|png|svg|txt)$/.test(name))
        .toSorted()
        // As many as there is time for, from all over the folder.
        .filter((_, i, all) => i % Math.ceil(all.length / 60) === 0)
        .map((name) => ({
          name,
          bytes: readFileSync(reference(`${place}/${name}`)),
          trust: [],
          web: [],
          now: fixed,
          language: 'en',
        }))
      assert.ok(cases.length > 2)
      for (const [i, { verdict }] of (await verdicts(cases)).entries())
        assert.notEqual(verdict, 'valid', cases[i]?.name)
    })
  }

  const poison = `${home}/poison-graphs`
  it('is not kept busy by graphs made for it', { skip: unlessPresent(poison) }, async () => {
    const trust = await vectorTrust()
    for (const name of ['context-array.json', 'same-subjects.json']) {
      const bytes = readFileSync(reference(`${poison}/${name}`))
      const question = { trust, web: [], now: fixed, language: 'en' }
      const began = performance.now()
      const [found] = await verdicts([{ name, bytes, ...question }])
      assert.notEqual(found?.verdict, 'valid', name)
      // Both machines, on a computer that does other things as well.
      assert.ok(performance.now() - began < 5000, name)
    }
  })

  describe('reads', () => {
    before(async () => {
      await open.page.evaluate(await bundled('readers.js', 'readers'))
    })

    const lists = `${home}/status.json`
    it('lists of withdrawn credentials as Node does', { skip: unlessPresent(lists) }, async () => {
      const vectors = JSON.parse(read('status.json')) as readonly StatusVector[]
      let readable = 0
      for (const { id, file, context } of vectors) {
        const { index, purpose } = context
        const list = read(file)
        const there = await open.page.evaluate((said) => readers.entryOf(...said), [
          list,
          index,
          purpose,
        ] as const)
        const here = await nodeReaders.entryOf(list, index, purpose)
        assert.equal(there, here, id)
        if (['set', 'not-set', 'suspended'].includes(String(here))) readable++
      }
      assert.ok(readable > 5 && vectors.length > 40)
    })

    const files = `${home}/files.json`
    it('pictures as Node does', { skip: unlessPresent(files) }, async () => {
      const all = JSON.parse(read('files.json')) as readonly { area: string; file: string }[]
      const pictures = all.filter(
        ({ area, file }) => area === 'images' && existsSync(reference(`${home}/${file}`)),
      )
      let readable = 0
      for (const { file } of pictures) {
        const bytes = readFileSync(reference(`${home}/${file}`))
        const there = await open.page.evaluate((some) => readers.insideOf(some), sent(bytes))
        const here = await nodeReaders.insideOf(bytes)
        assert.equal(there, here, file)
        if (here?.startsWith('"') === true || here?.startsWith('{') === true) readable++
      }
      assert.ok(readable > 3 && pictures.length > 20)
    })
  })
})

// ------------------------------------------------------------------------------------ the reference data

interface Vector {
  readonly id: string
  readonly input: unknown
  readonly context: {
    readonly expectedNonce?: string
    readonly expectedAud?: string
    readonly expectedVct?: string
    readonly expectedChallenge?: string
    readonly expectedDomain?: string
    readonly requireKeyBinding?: boolean
    readonly requireHolderIsSubject?: boolean
    readonly statusListFile?: string
  }
  readonly expect: { readonly verdict: string }
}

interface StatusVector {
  readonly id: string
  readonly file: string
  readonly context: { readonly index: unknown; readonly purpose: string }
}

function read(file: string): string {
  return readFileSync(reference(`${home}/${file}`), 'utf8')
}

async function vectorTrust(): Promise<Trust> {
  return [await readTrustList(utf8(read('trust.json')), 'trust.json')]
}

function caseOf({ id, input, context }: Vector, trust: Trust): Case {
  const asked = {
    nonce: context.expectedNonce,
    audience: context.expectedAud,
    vct: context.expectedVct,
    challenge: context.expectedChallenge,
    domain: context.expectedDomain,
    keyBinding: context.requireKeyBinding,
    holderIsSubject: context.requireHolderIsSubject,
  }
  const text = typeof input === 'string' ? input : JSON.stringify(input)
  return {
    name: id,
    bytes: utf8(text),
    trust,
    web: listOf(context.statusListFile, text),
    now: fixed,
    language: 'en',
    expect: Object.fromEntries(
      Object.entries(asked).filter(([, value]) => value !== undefined),
    ) as Expectations,
  }
}

/** The list of the vector, under every address the token may ask for. */
function listOf(file: string | undefined, text: string): readonly WebFile[] {
  if (file === undefined) return []
  const { jwt } = JSON.parse(read(file)) as { readonly jwt?: string }
  if (jwt === undefined) return []
  const payload = Buffer.from(text.split('.')[1] ?? '', 'base64url').toString()
  const places = [...payload.matchAll(/https:[^"\s]+/g)].map(([place]) => place)
  return places.map((place) => ({ place, bytes: utf8(jwt) }))
}

/** One byte is another; in text it stays text of the same kind, so that more than the first reader is reached. */
function changed(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const byte = copy[at] ?? 0
  const isLetter = (byte >= 65 && byte < 90) || (byte >= 97 && byte < 122)
  copy[at] = isLetter ? byte + 1 : byte ^ 1
  return copy
}

/** The same question with whole buffers, which can be sent to a page. */
function portable(question: Question): Question {
  return {
    ...question,
    trust: question.trust.map((list) => ({
      ...list,
      anchors: list.anchors.map((anchor) => ({ ...anchor, certificate: sent(anchor.certificate) })),
      revocationLists: list.revocationLists.map(sent),
    })),
    web: question.web.map((file) => ({ ...file, bytes: sent(file.bytes) })),
  }
}
