import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { describe, it } from 'node:test'
import { algorithmsOf } from './algorithms.ts'
import type { PublicJwk } from './port.ts'
import { isFactorable } from './rsa-key.ts'

const good = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({
  format: 'jwk',
}) as unknown as PublicJwk

function numberOf(text: string | undefined): bigint {
  return BigInt(`0x${Buffer.from(text ?? '', 'base64url').toString('hex')}`)
}

function textOf(number: bigint): string {
  const hex = number.toString(16)
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url')
}

/** A modulus with the mark of the broken generator: a power of 65537 modulo all small primes. */
function marked(): PublicJwk {
  const primes = [11n, 13n, 17n, 19n, 37n, 53n, 61n, 71n, 73n, 79n, 97n, 103n, 107n, 109n, 127n]
  const product = [...primes, 151n, 157n].reduce((whole, prime) => whole * prime, 1n)
  const n = numberOf(good.n)
  return { ...good, n: textOf(n - (n % product) + (65537n ** 9n % product)) }
}

describe('an RSA key', () => {
  it('of an ordinary generator is one', () => {
    assert.equal(isFactorable(good), false)
    assert.equal(algorithmsOf(good).length, 6)
  })

  it('whose factors can be found is none', () => {
    const weak = marked()
    assert.equal(isFactorable(weak), true)
    assert.equal(isFactorable(weak), true, 'also when asked again')
    assert.deepEqual(algorithmsOf(weak), [])
    // The mark must be there for every prime.
    assert.equal(isFactorable({ ...weak, n: textOf(numberOf(weak.n) + 11n * 13n) }), false)
  })

  it('with an exponent that does nothing, is even, is missing or is endless is none', () => {
    for (const e of ['AQ', 'AA', 'Ag', 'AQAA', '', '!', 'AQAB'.repeat(4)])
      assert.deepEqual(algorithmsOf({ ...good, e }), [], e)
    assert.deepEqual(algorithmsOf({ kty: 'RSA', n: good.n ?? '' }), [])
  })

  it('too short, too long, missing or not in base64url is none', () => {
    const n = good.n ?? ''
    for (const other of [n.slice(0, -5), n.repeat(5), '', `!${n.slice(1)}`])
      assert.deepEqual(algorithmsOf({ ...good, n: other }), [], other.slice(0, 9))
  })
})
