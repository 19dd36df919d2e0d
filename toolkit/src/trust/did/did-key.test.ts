import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { describe, it } from 'node:test'
import type { PublicJwk } from '#machine'
import { Refused } from '../../refusal.ts'
import { didJwkOf } from './did-jwk.ts'
import { didKeyFrom, didKeyOf } from './did-key.ts'

const did = 'did:web:uni.example'

function publicKey(kind: 'ed25519' | 'P-256' | 'rsa'): PublicJwk {
  const { publicKey: key } =
    kind === 'ed25519'
      ? generateKeyPairSync('ed25519')
      : kind === 'rsa'
        ? generateKeyPairSync('rsa', { modulusLength: 2048 })
        : generateKeyPairSync('ec', { namedCurve: kind })
  return key.export({ format: 'jwk' }) as unknown as PublicJwk
}

function codeOf(step: () => unknown): string {
  try {
    step()
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0]?.code ?? ''
    throw error
  }
  return 'accepted'
}

describe('did:key and did:jwk', () => {
  it('are nothing else', () => {
    const { did: name } = didKeyFrom(publicKey('ed25519'))
    for (const other of [did, name.slice(4), ''])
      for (const [read, code] of [
        [didKeyOf, 'did.key'],
        [didJwkOf, 'did.jwk'],
      ] as const)
        assert.equal(
          codeOf(() => read(other)),
          code,
        )
    const long = `did:jwk:${'A'.repeat(4000)}`
    assert.equal(
      codeOf(() => didJwkOf(long)),
      'did.jwk',
    )
  })

  it('give their key, and only under their own name for it', () => {
    for (const kind of ['ed25519', 'P-256'] as const) {
      const key = publicKey(kind)
      const { did: name, method } = didKeyFrom(key)
      assert.equal(didKeyOf(name, method).x, key.x)
      assert.equal(didKeyOf(name).y, key.y)
      // There is no other key it could mean; samples of 1EdTech are written so.
      assert.equal(didKeyOf(name, name).x, key.x)
      for (const other of [`${name}#key-1`, `${did}#${name.slice(8)}`])
        assert.equal(
          codeOf(() => didKeyOf(name, other)),
          'did.key',
          other,
        )
    }
    const example =
      'did:jwk:eyJjcnYiOiJQLTI1NiIsImt0eSI6IkVDIiwieCI6ImFjYklRaXVNczNpOF91c3pFakoydHBUdFJNNEVVM3l6OTFQSDZDZEgyVjAiLCJ5IjoiX0tjeUxqOXZXTXB0bm1LdG00NkdxRHo4d2Y3NEk1TEtncmwyR3pIM25TRSJ9'
    assert.equal(didJwkOf(example, `${example}#0`).crv, 'P-256')
    assert.equal(
      codeOf(() => didJwkOf(example, `${example}#1`)),
      'did.jwk',
    )
    const secret = `did:jwk:${Buffer.from(JSON.stringify({ ...publicKey('P-256'), d: 'AA' })).toString('base64url')}`
    assert.equal(
      codeOf(() => didJwkOf(secret)),
      'jwk.private',
    )
  })
})
