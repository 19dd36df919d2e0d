import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { PublicJwk } from '#machine'
import { reference, unlessPresent } from '../reference.ts'
import { Refused } from '../refusal.ts'
import { base58 } from './base58.ts'
import { readPublicJwk } from './jwk.ts'
import {
  jwkToMultikey,
  multibase58,
  multibaseDecode,
  multibaseUrl,
  multikeyToJwk,
} from './multibase.ts'

function newKey(crv: 'P-256' | 'P-384' | 'Ed25519'): PublicJwk {
  const { publicKey } =
    crv === 'Ed25519'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: crv })
  return publicKey.export({ format: 'jwk' }) as unknown as PublicJwk
}

describe('a key as one text (Multikey)', () => {
  it('reads the examples of W3C Controlled Identifiers 1.0 and of the did:key specification', () => {
    const ed = multikeyToJwk('z6MkmM42vxfqZQsv4ehtTjFFxQ4sQKS2w6WR7emozFAn5cxu')
    assert.equal(ed.crv, 'Ed25519')
    const p256 = multikeyToJwk('zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv')
    assert.equal(p256.crv, 'P-256')
    const p384 = multikeyToJwk(
      'z82LkvCwHNreneWpsgPEbV3gu1C6NFJEBg4srfJ5gdxEsMGRJUz2sG9FE42shbn2xkZJh54',
    )
    assert.equal(p384.crv, 'P-384')
    for (const key of [ed, p256, p384]) assert.deepEqual(readPublicJwk({ ...key }), key)
  })

  it(
    'reads the Multikey of the vectors as the same key as its JWK',
    { skip: unlessPresent('security/own/trust.json') },
    () => {
      const trust = JSON.parse(readFileSync(reference('security/own/trust.json'), 'utf8')) as {
        issuers: { multikey: string; keys: { crv: string; x: string }[] }[]
      }
      assert.equal(trust.issuers.length, 2)
      for (const issuer of trust.issuers) {
        const key = issuer.keys.find(({ crv }) => crv === 'Ed25519')
        assert.equal(multikeyToJwk(issuer.multikey).x, key?.x)
      }
    },
  )

  for (const crv of ['Ed25519', 'P-256', 'P-384'] as const) {
    it(`gives a ${crv} key back unchanged, whatever the parity of its point`, () => {
      for (let i = 0; i < 12; i++) {
        const { kty, x, y } = newKey(crv)
        const key = { kty, crv, x, ...(y === undefined ? {} : { y }) } as PublicJwk
        assert.deepEqual(multikeyToJwk(jwkToMultikey(key)), key)
      }
    })
  }

  it('refuses a point that is not on its curve, and any other base, kind or length', () => {
    const offCurve = Uint8Array.of(0x80, 0x24, 2, ...new Uint8Array(31), 7)
    const bad = [
      multibase58(offCurve),
      multibase58(Uint8Array.of(0x80, 0x24, 4, ...new Uint8Array(32))),
      multibase58(Uint8Array.of(0xec, 0x01, ...new Uint8Array(32))),
      multibase58(Uint8Array.of(0xed, 0x01, ...new Uint8Array(31))),
      multibaseUrl(Uint8Array.of(0xed, 0x01, ...new Uint8Array(32).fill(3))),
      '',
      'z',
      'm00',
      'z0',
      `z${'1'.repeat(5000)}`,
    ]
    for (const text of bad) assert.throws(() => multikeyToJwk(text), Refused, text.slice(0, 30))
  })

  it('is written for keys that have such a text alone', () => {
    const { kty, crv, x, y } = newKey('P-256') as PublicJwk & { x: string; y: string }
    const bad: readonly PublicJwk[] = [
      { kty: 'EC', crv: 'P-521', x, y },
      { kty, crv: 'P-256', y },
      { kty, crv: 'P-256', x: 'AAAA', y },
      { kty: 'OKP', crv: 'Ed25519' },
    ]
    for (const key of bad) assert.throws(() => jwkToMultikey(key), Refused)
    assert.throws(() => jwkToMultikey({ kty, crv: crv ?? '', x: 'AAAA' }), Refused)
    assert.throws(() => multibaseDecode('m00'), Refused)
  })

  it('two texts are never the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        assert.deepEqual(multibaseDecode(multibase58(bytes)), bytes)
        assert.deepEqual(multibaseDecode(multibaseUrl(bytes)), bytes)
        assert.equal(multibase58(bytes).slice(1), base58(bytes))
      }),
    )
  })
})

describe('a public key as JSON', () => {
  const good = {
    kty: 'EC',
    crv: 'P-256',
    x: 'iAYjTDyw5suRaaczb5nDpB8KzwlyWmjlSOc4wZ__KWE',
    y: 'L7DZF4HvCld_CwYCfyBKDgXMFZHSoHqW6Q-GbvwOhDM',
  }

  it('is read with its name and without what is of no use', () => {
    assert.deepEqual(readPublicJwk({ ...good, kid: 'k', use: 'sig' }), { ...good, kid: 'k' })
  })

  it('is refused when it is private, symmetric, short, padded or of an unknown kind', () => {
    const bad = [
      { ...good, d: 'AA' },
      { kty: 'oct', k: 'AAAA' },
      { ...good, x: 'AAAA' },
      { ...good, y: undefined },
      { ...good, x: `${good.x}=` },
      { ...good, crv: 'secp256k1' },
      { ...good, crv: '__proto__' },
      { ...good, kid: 7 },
      { kty: 'RSA', n: 'AAAB', e: 'AQAB' },
      { kty: 'OKP', crv: 'X25519', x: good.x },
      null,
      'key',
      [good],
    ]
    for (const key of bad) {
      const plain = JSON.parse(JSON.stringify(key)) as Parameters<typeof readPublicJwk>[0]
      assert.throws(() => readPublicJwk(plain), Refused, JSON.stringify(key))
    }
  })
})
