import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { describe, it } from 'node:test'
import type { Json, JsonObject } from '../canonical-json.ts'
import { Refused } from '../refusal.ts'
import { readPublicJwk, thumbprintOf } from './jwk.ts'

function publicJwk(pair: { publicKey: { export(options: { format: 'jwk' }): object } }) {
  return pair.publicKey.export({ format: 'jwk' }) as JsonObject
}

const ec = publicJwk(generateKeyPairSync('ec', { namedCurve: 'P-256' }))
const ed = publicJwk(generateKeyPairSync('ed25519'))
const rsa = publicJwk(generateKeyPairSync('rsa', { modulusLength: 2048 }))

function codeOf(value: Json | undefined): string {
  try {
    readPublicJwk(value)
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0]?.code ?? ''
    throw error
  }
  return 'accepted'
}

describe('a public key as JSON', () => {
  it('is read with its name and algorithm, and without what nobody needs', () => {
    for (const key of [ec, ed, rsa]) assert.deepEqual(readPublicJwk(key), key)
    const named = { kid: 'seal-1', alg: 'ES256' }
    assert.deepEqual(readPublicJwk({ ...ec, ...named, x5u: 'https://x.example' }), {
      ...ec,
      ...named,
    })
  })

  it('is read when it says that it is for signatures', () => {
    const uses: readonly JsonObject[] = [
      { use: 'sig' },
      { key_ops: ['verify'] },
      { key_ops: ['sign', 'verify'] },
    ]
    for (const use of uses) assert.equal(codeOf({ ...ec, ...use }), 'accepted')
  })

  it('is none when it is meant for something else', () => {
    const uses: readonly JsonObject[] = [
      { use: 'enc' },
      { use: 1 },
      { key_ops: ['encrypt'] },
      { key_ops: 'verify' },
    ]
    for (const use of uses) assert.equal(codeOf({ ...ec, ...use }), 'jwk.kind')
  })

  it('never holds what is private', () => {
    for (const name of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'])
      assert.equal(codeOf({ ...ec, [name]: 'AA' }), 'jwk.private')
  })

  it('is of a known kind', () => {
    for (const other of [
      undefined,
      'x',
      [ec],
      {},
      { ...ec, crv: 'secp256k1' },
      { ...ed, crv: 'X25519' },
    ])
      assert.equal(codeOf(other as Json), 'jwk.kind')
    assert.equal(codeOf({ ...ec, kty: 'oct' }), 'jwk.kind')
    assert.equal(codeOf({ ...ec, crv: 'constructor' }), 'jwk.kind')
  })

  it('has numbers of exactly the right length', () => {
    const { y: _, ...half } = ec
    const others: readonly JsonObject[] = [
      half,
      { ...ec, x: 'AAAA' },
      { ...ed, x: `${String(ed['x'])}AAAA` },
      { ...rsa, n: '' },
      { ...rsa, n: `AA${String(rsa['n'])}` },
      { ...rsa, n: 'A'.repeat(1401) },
      { ...ec, kid: 7 },
      { ...ec, alg: null },
    ]
    for (const other of others) assert.equal(codeOf(other), 'jwk.member')
    assert.equal(codeOf({ ...ec, x: `${String(ec['x'])}=` }), 'base64.letter')
  })

  it('is named by itself (the example of RFC 7638)', () => {
    const key = {
      kty: 'RSA',
      n: '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw',
      e: 'AQAB',
    } as const
    assert.equal(thumbprintOf(key), 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs')
  })
})
