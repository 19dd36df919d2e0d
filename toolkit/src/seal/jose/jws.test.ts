import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { JsonObject } from '../../canonical-json.ts'
import { limits } from '../../limits.ts'
import { base64url } from '../../read/base64.ts'
import { utf8, utf8Decode } from '../../read/utf8.ts'
import { attempt, Refused } from '../../refusal.ts'
import { generateKeyPair } from '../keys/generate.ts'
import { memorySigner } from '../keys/memory.ts'
import {
  checkSignature,
  contentOf,
  headerOf,
  type JwsRules,
  looksLikeCompactJws,
  looksLikeJsonJws,
  readJws,
} from './jws.ts'

const signer = memorySigner(await generateKeyPair('P-256'))
const stranger = memorySigner(await generateKeyPair('P-256'))
const content = '{"title":"Éthique"}'
const payload = base64url(utf8(content))

async function sealed(header: JsonObject = {}, body = payload) {
  const head = base64url(utf8(JSON.stringify({ alg: 'ES256', ...header })))
  return {
    protected: head,
    signature: base64url(await signer.sign(utf8(`${head}.${body}`))),
  }
}

const plain = await sealed()
const compact = `${plain.protected}.${payload}.${plain.signature}`

function read(value: unknown, rules: JwsRules = {}) {
  return readJws(utf8(typeof value === 'string' ? value : JSON.stringify(value)), rules)
}

function codeOf(value: unknown, rules: JwsRules = {}): string {
  try {
    contentOf(read(value, rules))
    return 'accepted'
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0]?.code ?? ''
    throw error
  }
}

describe('a JWS', () => {
  it('says the same in each of its serialisations, and holds for its key alone', async () => {
    for (const [serialisation, value] of [
      ['compact', compact],
      ['flattened', { ...plain, payload }],
      ['general', { payload, signatures: [plain, { ...plain, header: { note: 1 } }] }],
    ] as const) {
      const jws = read(value)
      assert.equal(jws.serialisation, serialisation)
      assert.equal(utf8Decode(contentOf(jws)), content)
      for (const signature of jws.signatures) {
        assert.deepEqual(await checkSignature(signature, signer.publicKey), { holds: true })
        const other = await checkSignature(signature, stranger.publicKey)
        assert.equal(!other.holds && other.code, 'signature.changed')
        const unfit = await checkSignature(signature, { ...signer.publicKey, alg: 'ES384' })
        assert.equal(!unfit.holds && unfit.code, 'signature.algorithm')
      }
    }
  })

  it('may leave its content as it is, in JSON and where its reader lets it', async () => {
    const bare = await sealed({ b64: false, crit: ['b64'] }, content)
    const file = { payload: content, signatures: [bare] }
    const jws = read(file, { b64: 'any' })
    assert.deepEqual([jws.encoded, utf8Decode(contentOf(jws))], [false, content])
    const [signature] = jws.signatures
    assert.ok(signature !== undefined)
    assert.deepEqual(await checkSignature(signature, signer.publicKey), { holds: true })
    assert.equal(codeOf(file), 'jose.unencoded')
    assert.equal(
      codeOf(`${bare.protected}.${payload}.${bare.signature}`, { b64: 'any' }),
      'jose.unencoded',
    )
  })

  const refused: readonly (readonly [string, unknown, string])[] = [
    ['two parts', 'e30.e30', 'jose.form'],
    ['four parts', `${compact}.e30`, 'jose.form'],
    ['no header', `.${payload}.${plain.signature}`, 'jose.form'],
    ['no signature', `${plain.protected}.${payload}.`, 'jose.form'],
    ['no content', `${plain.protected}..${plain.signature}`, 'jose.form'],
    ['no content in JSON', plain, 'jose.form'],
    ['a content that is no text', { ...plain, payload: {} }, 'jose.form'],
    ['no list of signatures', { payload, signatures: plain }, 'jose.form'],
    ['no signatures', { payload, signatures: [] }, 'jose.form'],
    ['a signature that is no object', { payload, signatures: ['x'] }, 'jose.form'],
    ['no protected header', { payload, header: { alg: 'ES256' }, signature: 'AA' }, 'jose.form'],
    ['no signature value', { payload, protected: plain.protected }, 'jose.form'],
    ['an unsigned header that is none', { ...plain, payload, header: [] }, 'jose.form'],
    ['both forms at once', { ...plain, payload, signatures: [plain] }, 'jose.member'],
    ['an unknown member', { ...plain, payload, evil: 'x' }, 'jose.member'],
    [
      'an unknown member beside a signature',
      { payload, signatures: [{ ...plain, x: 1 }] },
      'jose.member',
    ],
    [
      'too many signatures',
      { payload, signatures: Array<unknown>(limits.proofs + 1).fill(plain) },
      'jose.too-long',
    ],
    [
      'an algorithm nobody signed',
      { ...plain, payload, header: { alg: 'none' } },
      'jose.unprotected',
    ],
    ['a key nobody signed', { ...plain, payload, header: { jwk: {} } }, 'jose.unprotected'],
    [
      'an encoding nobody signed',
      { ...plain, payload, header: { b64: false } },
      'jose.unprotected',
    ],
    [
      'a long header',
      `${'A'.repeat(limits.jose.header + 1)}.${payload}.${plain.signature}`,
      'jose.too-long',
    ],
    [
      'a long signature',
      `${plain.protected}.${payload}.${'A'.repeat(limits.jose.signature + 1)}`,
      'jose.too-long',
    ],
    ['too many letters', 'a'.repeat(limits.token + 1), 'jose.too-large'],
  ]
  for (const [name, value, code] of refused) {
    it(`with ${name} is refused as ${code}`, () => assert.equal(codeOf(value), code))
  }

  it('that is too large a file is refused before it is read', () => {
    assert.throws(
      () => readJws(new Uint8Array(limits.file + 1)),
      (error) => error instanceof Refused && error.refusals[0]?.code === 'jose.too-large',
    )
  })

  it('says a thing once: signed, or not', async () => {
    const noted = await sealed({ note: 1 })
    assert.equal(codeOf({ ...noted, payload, header: { note: 1 } }), 'jose.unprotected')
    assert.equal(codeOf({ ...noted, payload, header: { other: 1 } }), 'accepted')
  })

  it('marks as critical how its content is encoded, in all of its signatures alike', async () => {
    const rules = { b64: 'any' } as const
    const faults: readonly JsonObject[] = [
      { b64: true },
      { b64: 'no', crit: ['b64'] },
      { b64: true, crit: ['x'], x: 1 },
    ]
    for (const header of faults)
      assert.equal(
        codeOf({ ...(await sealed(header)), payload }, { ...rules, understood: ['x'] }),
        'jose.b64',
        JSON.stringify(header),
      )
    const encoded = await sealed({ b64: true, crit: ['b64'] })
    assert.equal(codeOf({ ...encoded, payload }, rules), 'accepted')
    const bare = await sealed({ b64: false, crit: ['b64'] })
    assert.equal(codeOf({ payload, signatures: [encoded, bare] }, rules), 'jose.b64')
  })

  it('holds in no other writing than the one that was signed', async () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n~'
    const flattened = JSON.stringify({ ...plain, payload })
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.constantFrom(...letters), async (place, letter) => {
        for (const text of [compact, flattened]) {
          const at = place % text.length
          if (text[at] === letter) continue
          const changed = text.slice(0, at) + letter + text.slice(at + 1)
          const answer = await attempt(async () => {
            const [signature] = read(changed).signatures
            return (
              signature !== undefined && (await checkSignature(signature, signer.publicKey)).holds
            )
          })
          // White space between members is JSON's own.
          assert.ok(!answer.ok || !answer.value || /\s/.test(letter), `${letter} at ${at}`)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('what begins as a JWS does', () => {
  it('is a header in base64url and a dot, or nothing but dots', () => {
    for (const text of [
      compact,
      ` ${compact}\n`,
      'e30.',
      'ewogICJ9.x',
      '..',
      '.e30.AA',
      'eyJ+/=.a b',
    ])
      assert.ok(looksLikeCompactJws(text), text)
    for (const text of ['', 'Dear Sir.', 'eye.txt', '.profile', 'e.g. this', `${compact}~`, 'eyJh'])
      assert.ok(!looksLikeCompactJws(text), text)
  })

  it('is JSON whose first member is one of a JWS, and which is signed', () => {
    const signed = '"protected":"e30","signature":"AA"}'
    for (const text of [
      '{"payload":',
      ' {\n "signatures" : []',
      `{${signed}`,
      `{"header":{},${signed}`,
    ])
      assert.ok(looksLikeJsonJws(text), text)
    for (const text of ['{}', '{"header":{}}', `{"@context":1,${signed}`, '["payload"]', compact])
      assert.ok(!looksLikeJsonJws(text), text)
  })

  it('has a header that can be looked at alone', () => {
    assert.deepEqual(headerOf(compact), { alg: 'ES256' })
    for (const [text, code] of [
      ['A'.repeat(limits.jose.header + 1), 'jose.too-long'],
      ['', 'json.syntax'],
    ] as const)
      assert.throws(
        () => headerOf(text),
        (error) => error instanceof Refused && error.refusals[0]?.code === code,
      )
  })
})
