// What Node and the browser each do in their own way, both asked the same: in a real browser.

import assert from 'node:assert/strict'
import { createSign, generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import * as node from 'tessera/machine/node'
import type {
  Algorithm,
  Compression,
  HashName,
  Machine,
  PrivateJwk,
  PublicJwk,
} from 'tessera/machine/port'
import { reference, unlessPresent } from 'tessera/reference'
import { Refused } from 'tessera/refusal'
import {
  bundled,
  sent,
  startChromium,
  unlessBrowser,
  type Chromium,
  type OpenPage,
} from './in-browser.ts'

declare const machine: Machine

interface Question {
  readonly algorithm: Algorithm
  readonly key: PublicJwk
  readonly data: Uint8Array
  readonly signature: Uint8Array
  readonly hash?: HashName
  readonly about: string
}

function jwk(pair: {
  readonly privateKey: { export(as: { format: 'jwk' }): unknown }
}): PrivateJwk {
  return pair.privateKey.export({ format: 'jwk' }) as PrivateJwk
}

const rsa = jwk(generateKeyPairSync('rsa', { modulusLength: 2048 }))
const keys: { readonly [algorithm in Algorithm]: PrivateJwk } = {
  EdDSA: jwk(generateKeyPairSync('ed25519')),
  ES256: jwk(generateKeyPairSync('ec', { namedCurve: 'P-256' })),
  ES384: jwk(generateKeyPairSync('ec', { namedCurve: 'P-384' })),
  ES512: jwk(generateKeyPairSync('ec', { namedCurve: 'P-521' })),
  RS256: rsa,
  RS384: rsa,
  RS512: rsa,
  PS256: rsa,
  PS384: rsa,
  PS512: rsa,
}
const algorithms = Object.keys(keys) as readonly Algorithm[]
const data = new TextEncoder().encode('what was learnt')
const bytes = (text: string, form: 'hex' | 'base64url' = 'hex') =>
  Uint8Array.from(Buffer.from(text, form))
const base64url = (some: Uint8Array) => Buffer.from(some).toString('base64url')
const without = ({ kty, crv, x, y, n, e }: PublicJwk): PublicJwk => {
  const members = Object.entries({ kty, crv, x, y, n, e })
  return Object.fromEntries(members.filter(([, value]) => value !== undefined)) as never
}

describe('the browser', { skip: unlessBrowser }, () => {
  let chromium: Chromium
  let open: OpenPage
  before(async () => {
    chromium = await startChromium()
    open = await chromium.open()
    await open.page.evaluate(await bundled('../../toolkit/dist/machine/web.js', 'machine'))
  })
  after(async () => {
    const { trouble } = open
    await chromium.close()
    assert.deepEqual(trouble, [])
  })

  /** Asks both; they must say the same. Gives the answers. */
  async function ask(questions: readonly Question[]): Promise<readonly boolean[]> {
    const there = await open.page.evaluate(
      (all) =>
        Promise.all(
          all.map(({ algorithm, key, data: signed, signature, hash }) =>
            machine.verifySignature(algorithm, key, signed, signature, hash),
          ),
        ),
      questions.map((each) => ({
        ...each,
        data: sent(each.data),
        signature: sent(each.signature),
      })),
    )
    const here: boolean[] = []
    for (const { algorithm, key, data: signed, signature, hash } of questions)
      here.push(await node.verifySignature(algorithm, key, signed, signature, hash))
    const differ = questions.filter((_, i) => here[i] !== there[i]).map(({ about }) => about)
    assert.deepEqual(differ, [])
    return here
  }

  it('hashes as Node does', async () => {
    const texts = [0, 1, 55, 56, 63, 64, 111, 112, 127, 128, 1000].map((n) =>
      new Uint8Array(n).fill(n),
    )
    const there = await open.page.evaluate(
      (all) =>
        all.map((text) =>
          [machine.sha256(text), machine.sha384(text), machine.sha512(text)].map(String),
        ),
      texts,
    )
    assert.deepEqual(
      there,
      texts.map((text) => [node.sha256(text), node.sha384(text), node.sha512(text)].map(String)),
    )
  })

  it('hashes texts as Node does, whatever is in them', async () => {
    const texts = ['', 'Ąžuolienė', '👩‍🎓', 'a\0b', '\ud800', 'x\udc00y', '\r\n', 'é'.repeat(999)]
    const forms = ['hex', 'base64url'] as const
    const names = ['sha256', 'sha384', 'sha512'] as const
    const there = await open.page.evaluate(
      ([all, hashes, written]) =>
        hashes.flatMap((name) =>
          written.flatMap((form) => all.map((text) => machine.hashText(name, text, form))),
        ),
      [texts, names, forms] as const,
    )
    assert.deepEqual(
      there,
      names.flatMap((name) =>
        forms.flatMap((form) => texts.map((text) => node.hashText(name, text, form))),
      ),
    )
  })

  it('accepts a certificate’s signature with another hash than the curve’s own, as Node does', async () => {
    const questions: Question[] = []
    for (const [algorithm, pair] of [
      ['ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' })],
      ['ES384', generateKeyPairSync('ec', { namedCurve: 'P-384' })],
      ['RS256', generateKeyPairSync('rsa', { modulusLength: 2048 })],
    ] as const)
      for (const hash of ['sha256', 'sha384', 'sha512'] as const) {
        const key = { key: pair.privateKey, dsaEncoding: 'ieee-p1363' as const }
        const signature = new Uint8Array(createSign(hash).update(data).sign(key))
        const about = `${algorithm} with ${hash}`
        questions.push({ algorithm, key: without(jwk(pair)), data, signature, about, hash })
        questions.push({ algorithm, key: without(jwk(pair)), data, signature, about })
      }
    const answers = await ask(questions)
    assert.deepEqual(
      questions
        .filter((_, i) => answers[i])
        .map(({ about, hash }) => (hash === undefined ? about : `${about}, told so`)),
      [
        'ES256 with sha256, told so',
        'ES256 with sha256',
        'ES256 with sha384, told so',
        'ES256 with sha512, told so',
        'ES384 with sha256, told so',
        'ES384 with sha384, told so',
        'ES384 with sha384',
        'ES384 with sha512, told so',
        'RS256 with sha256',
      ],
    )
  })

  it('accepts what Node signs, and refuses whatever else', async () => {
    const questions: Question[] = []
    for (const algorithm of algorithms) {
      const key = keys[algorithm]
      const signature = await node.sign(algorithm, key, data)
      const put = (about: string, over: Partial<Question> = {}) =>
        questions.push({
          algorithm,
          key: without(key),
          data,
          signature,
          about: `${algorithm} ${about}`,
          ...over,
        })
      put('good')
      put('other data', { data: data.with(0, 0) })
      for (let at = 0; at < signature.length; at += 7)
        put(`byte ${at}`, { signature: signature.with(at, (signature[at] ?? 0) ^ 0x40) })
      put('short', { signature: signature.subarray(1) })
      put('long', { signature: Uint8Array.of(...signature, 0) })
      put('long before', { signature: Uint8Array.of(0, ...signature) })
      put('empty', { signature: new Uint8Array() })
      put('zeros', { signature: new Uint8Array(signature.length) })
      put('ones', { signature: new Uint8Array(signature.length).fill(255) })
      for (const other of algorithms) put(`as ${other}`, { algorithm: other })
      put('named so', { key: { ...without(key), alg: algorithm } })
      put('named otherwise', { key: { ...without(key), alg: 'ES256K' } })
    }
    const answers = await ask(questions)
    for (const [i, good] of answers.entries()) {
      const { about } = questions[i] as Question
      const [algorithm = '', ...what] = about.split(' ')
      const same = what.join(' ') === `as ${algorithm}`
      assert.equal(good, ['good', 'named so'].includes(what.join(' ')) || same, about)
    }
  })

  it('signs what Node accepts', async () => {
    for (const algorithm of algorithms) {
      const signature = await open.page.evaluate(
        ([name, key, text]) => machine.sign(name, key, text),
        [algorithm, keys[algorithm], sent(data)] as const,
      )
      assert.ok(
        await node.verifySignature(algorithm, without(keys[algorithm]), data, signature),
        algorithm,
      )
    }
  })

  it('takes the same keys for keys as Node', async () => {
    const questions: Question[] = []
    const small = jwk(generateKeyPairSync('rsa', { modulusLength: 1024 }))
    const three = jwk(generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }))
    const put = async (about: string, algorithm: Algorithm, key: PrivateJwk, over: object = {}) => {
      const signature =
        key === small ? new Uint8Array(128) : await node.sign(algorithm, { ...key }, data)
      questions.push({ algorithm, key: { ...without(key), ...over }, data, signature, about })
    }
    await put('exponent 3', 'RS256', three)
    await put('1024 bits', 'RS256', small)
    for (const e of [
      'AQ',
      'Ag',
      'AQAB',
      'AAEAAQ',
      'AQABAA',
      'AgAAAAE',
      'gAAAAE',
      'AQAB=',
      'AQAC',
      '',
      'A',
    ])
      await put(`exponent ${e}`, 'PS256', rsa, { e })
    const modulus = bytes(rsa.n ?? '', 'base64url')
    await put('modulus 0…', 'RS256', rsa, { n: base64url(Uint8Array.of(0, ...modulus)) })
    await put('even modulus', 'RS256', rsa, { n: base64url(modulus.with(255, 0)) })
    await put('padded modulus', 'RS256', rsa, { n: `${rsa.n}==` })
    await put('huge modulus', 'RS256', rsa, { n: 'x'.repeat(3000) })
    for (const algorithm of ['ES256', 'ES384', 'ES512'] as const) {
      const key = keys[algorithm]
      const x = bytes(key.x ?? '', 'base64url')
      await put(`${algorithm} short x`, algorithm, key, { x: base64url(x.subarray(1)) })
      await put(`${algorithm} long x`, algorithm, key, { x: base64url(Uint8Array.of(0, ...x)) })
      await put(`${algorithm} padded x`, algorithm, key, { x: `${key.x}=` })
      await put(`${algorithm} off the curve`, algorithm, key, {
        x: base64url(x.with(9, 1)),
        y: key.x,
      })
      await put(`${algorithm} zero`, algorithm, key, { x: base64url(x.fill(0)), y: base64url(x) })
      await put(`${algorithm} no y`, algorithm, key, { y: undefined })
    }
    const answers = await ask(questions)
    assert.deepEqual(
      questions.filter((_, i) => answers[i]).map(({ about }) => about),
      ['exponent 3', 'exponent AQAB'],
    )
  })

  for (const [file, algorithm] of [
    ['ed25519_test.json', 'EdDSA'],
    ['ecdsa_secp256r1_sha256_p1363_test.json', 'ES256'],
    ['ecdsa_secp384r1_sha384_p1363_test.json', 'ES384'],
    ['rsa_pss_2048_sha256_mgf1_32_test.json', 'PS256'],
    ['rsa_signature_2048_sha256_test.json', 'RS256'],
  ] as const) {
    const place = `security/fetched/wycheproof/${file}`
    it(`answers Wycheproof’s ${file} as Node does`, { skip: unlessPresent(place) }, async () => {
      const { testGroups } = JSON.parse(readFileSync(reference(place), 'utf8')) as {
        testGroups: readonly {
          readonly publicKeyJwk?: PublicJwk
          readonly keyJwk?: PublicJwk
          readonly publicKey?: { readonly pk?: string }
          readonly tests: readonly { tcId: number; msg: string; sig: string; result: string }[]
        }[]
      }
      const questions: Question[] = []
      const wanted: string[] = []
      for (const { publicKeyJwk, keyJwk, publicKey, tests } of testGroups) {
        const raw = publicKey?.pk
        const ed25519 =
          raw === undefined
            ? undefined
            : { kty: 'OKP' as const, crv: 'Ed25519', x: base64url(bytes(raw)) }
        const key = publicKeyJwk ?? keyJwk ?? ed25519
        if (key === undefined) continue
        for (const { tcId, msg, sig, result } of tests) {
          wanted.push(result)
          questions.push({
            algorithm,
            key: without(key),
            data: bytes(msg),
            signature: bytes(sig),
            about: `${file} ${tcId}`,
          })
        }
      }
      assert.ok(questions.length > 50)
      const answers = await ask(questions)
      for (const [i, result] of wanted.entries())
        if (result !== 'acceptable')
          assert.equal(answers[i], result === 'valid', questions[i]?.about)
    })
  }

  const edges = 'security/fetched/cctv-ed25519/ed25519vectors.json'
  it('decides the edge cases of Ed25519 as Node does', { skip: unlessPresent(edges) }, async () => {
    const cases = JSON.parse(readFileSync(reference(edges), 'utf8')) as readonly {
      readonly key: string
      readonly sig: string
      readonly msg: string
    }[]
    const answers = await ask(
      cases.map(({ key, sig, msg }, i) => ({
        algorithm: 'EdDSA' as const,
        key: { kty: 'OKP' as const, crv: 'Ed25519', x: base64url(bytes(key)) },
        data: new TextEncoder().encode(msg),
        signature: bytes(sig),
        about: `case ${i}`,
      })),
    )
    assert.ok(answers.includes(true) && answers.includes(false))
  })

  it('inflates what Node inflates, and refuses the rest for the same reason', async () => {
    const random = node.sha512(data)
    const texts = [new Uint8Array(), data, random, new Uint8Array(5000).fill(7)]
    const cases: { form: Compression; packed: Uint8Array; limit: number }[] = []
    for (const form of ['gzip', 'zlib', 'raw'] as const) {
      for (const text of texts) {
        const packed = await node.deflate(form, text)
        const put = (changed: Uint8Array, limit = 6000) =>
          cases.push({ form, packed: sent(changed), limit })
        put(packed)
        put(packed, text.length)
        if (text.length > 1) put(packed, text.length - 1)
        for (let length = 0; length < packed.length; length++) put(packed.subarray(0, length))
        for (let at = 0; at < packed.length; at++)
          for (const mask of [1, 4, 32, 255])
            put(Uint8Array.from(packed).with(at, (packed[at] ?? 0) ^ mask))
        put(Uint8Array.of(...packed, 0))
        put(Uint8Array.of(...packed, ...packed))
        put(Uint8Array.of(...packed, ...(await node.deflate(form, new Uint8Array()))))
      }
    }
    const there = await open.page.evaluate(async (all) => {
      const answers: string[] = []
      for (const { form, packed, limit } of all) {
        try {
          answers.push(String(machine.sha256(await machine.inflate(form, packed, limit))))
        } catch (error) {
          answers.push(
            (error as { refusals: { code: string }[] }).refusals[0]?.code ?? String(error),
          )
        }
      }
      return answers
    }, cases)
    let good = 0
    for (const [i, { form, packed, limit }] of cases.entries()) {
      let here: string
      try {
        here = String(node.sha256(await node.inflate(form, packed, limit)))
        good++
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        here = error.refusals[0]?.code ?? ''
      }
      assert.equal(there[i], here, `${form} ${Buffer.from(packed).toString('hex').slice(0, 200)}`)
    }
    assert.ok(good > 20 && cases.length > 1000)
  })

  it('stops a bomb at its limit, soon and without the memory it asks for', async () => {
    const bomb = await node.deflate('gzip', new Uint8Array(256 * 1024 * 1024))
    const fresh = await chromium.open()
    await fresh.page.evaluate(await bundled('../../toolkit/dist/machine/web.js', 'machine'))
    const atFirst = await chromium.peakMemory()
    const { code, took } = await fresh.page.evaluate(async (packed) => {
      const begun = performance.now()
      const answer = await machine
        .inflate('gzip', packed, 1024 * 1024)
        .then(() => 'inflated')
        .catch((error: { refusals: { code: string }[] }) => error.refusals[0]?.code)
      return { code: answer, took: performance.now() - begun }
    }, sent(bomb))
    assert.equal(code, 'inflate.too-large')
    assert.ok(took < 1000, `${took} ms`)
    const grown = (await chromium.peakMemory()) - atFirst
    assert.ok(grown < 64 * 1024 * 1024, `${grown} bytes`)
  })
})
