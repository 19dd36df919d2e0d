// JAdES in compact, flattened and general form, with the content in base64url (ETSI TS 119 182-1, section 4).

import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { describe, test } from 'node:test'
import { type PrivateJwk, sha256, sha384, sha512 } from '#machine'
import { base64, base64url } from '../../read/base64.ts'
import { utf8 } from '../../read/utf8.ts'
import { Refused } from '../../refusal.ts'
import { generateKeyPair } from '../keys/generate.ts'
import { memorySigner } from '../keys/memory.ts'
import type { Signer } from '../signer.ts'
import { readJades } from './index.ts'

const p256 = memorySigner(await generateKeyPair('P-256'))
const p384 = memorySigner(
  generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey.export({
    format: 'jwk',
  }) as PrivateJwk,
)
const ed25519 = memorySigner(await generateKeyPair('Ed25519'))
const rsaKey = await generateKeyPair('RSA-3072')
const rsa = memorySigner(rsaKey)
const pss = memorySigner(rsaKey, { algorithm: 'PS256' })
const rival = memorySigner(await generateKeyPair('P-256'))

function refusedWith(code: string) {
  return (error: unknown) => {
    assert.ok(error instanceof Refused, String(error))
    assert.equal(error.refusals[0]?.code, code)
    return true
  }
}

describe('the three forms of a seal', () => {
  const leaf = utf8('0 leaf')
  const header = {
    typ: 'jose',
    iat: 1_800_000_000,
    x5c: [base64(leaf)],
    'x5t#S256': base64url(sha256(leaf)),
  }
  const content = '{"name":"Zoë"}'
  const payload = base64url(utf8(content))

  async function compact(signer: Signer, over: object = {}) {
    const head = base64url(utf8(JSON.stringify({ alg: signer.algorithm, ...header, ...over })))
    const signature = await signer.sign(utf8(`${head}.${payload}`))
    return [head, payload, base64url(signature)] as const
  }

  for (const signer of [p256, p384, ed25519, pss, rsa]) {
    const { algorithm, publicKey } = signer
    test(`hold with ${algorithm}`, async () => {
      const [head, body, seal] = await compact(signer)
      const signature = { protected: head, signature: seal }
      const forms = {
        compact: `${head}.${body}.${seal}`,
        flattened: JSON.stringify({ ...signature, payload: body }),
        general: JSON.stringify({ signatures: [signature, signature], payload: body }),
      }
      for (const [serialisation, text] of Object.entries(forms)) {
        const file = readJades(utf8(text))
        assert.deepEqual([file.serialisation, file.payload], [serialisation, content])
        for (const { proof } of file.signatures) {
          assert.deepEqual([proof.suite, proof.level], [`JAdES ${algorithm}`, 'B-B'])
          assert.deepEqual(await proof.verify(publicKey), { holds: true })
          assert.equal((await proof.verify(rival.publicKey)).holds, false)
        }
      }
    })
  }

  test('other names of the certificate count as well', async () => {
    for (const [name, hash] of [
      ['S256', sha256],
      ['S384', sha384],
      ['S512', sha512],
    ] as const) {
      const print = { digAlg: name, digVal: base64url(hash(leaf)) }
      for (const over of [{ 'x5t#o': print }, { sigX5ts: [print, { digAlg: 'S1' }] }]) {
        const parts = await compact(p256, { ...over, 'x5t#S256': undefined })
        const [signature] = readJades(utf8(parts.join('.'))).signatures
        assert.equal(signature?.proof.level, 'B-B')
      }
    }
  })

  test('say by b64 true, if at all, that the content is encoded', async () => {
    const encoded = await compact(p256, { b64: true, crit: ['b64'] })
    assert.equal(readJades(utf8(encoded.join('.'))).payload, content)
    const bare = await compact(p256, { b64: false, crit: ['b64'] })
    assert.throws(() => readJades(utf8(bare.join('.'))), refusedWith('jose.unencoded'))
    const signatures = [encoded, bare].map(([head, , seal]) => ({
      protected: head,
      signature: seal,
    }))
    const both = utf8(JSON.stringify({ payload, signatures }))
    assert.throws(() => readJades(both), refusedWith('jose.b64'))
  })

  test('hold content that is there and is text', async () => {
    const [head, , seal] = await compact(p256)
    const none = utf8(`${head}..${seal}`)
    assert.throws(() => readJades(none), refusedWith('jose.form'))
    const absent = utf8(JSON.stringify({ protected: head, signature: seal }))
    assert.throws(() => readJades(absent), refusedWith('jose.form'))
    const bytes = utf8(`${head}._w.${seal}`)
    assert.throws(() => readJades(bytes), refusedWith('utf8.broken'))
  })
})
