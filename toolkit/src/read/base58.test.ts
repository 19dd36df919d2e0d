import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { limits } from '../limits.ts'
import { Refused } from '../refusal.ts'
import { base58, base58Decode } from './base58.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

describe('base58-btc', () => {
  it('has the values of draft-msporny-base58', () => {
    assert.equal(base58(Buffer.from('Hello World!')), '2NEpo7TZRRrLZSi2U')
    assert.equal(
      base58(Buffer.from('The quick brown fox jumps over the lazy dog.')),
      'USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z',
    )
    assert.equal(hex(base58Decode('11233QC4')), '0000287fb4cd')
  })

  it('gives all bytes back, leading zeros too', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.uint8Array({ maxLength: 70 }), (zeros, rest) => {
        const bytes = Uint8Array.of(...new Uint8Array(zeros), ...rest)
        assert.deepEqual(base58Decode(base58(bytes)), bytes)
      }),
    )
  })

  it('has one text only for every value', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'),
          maxLength: 60,
        }),
        (text) => {
          assert.equal(base58(base58Decode(text)), text)
        },
      ),
    )
  })

  it('refuses foreign letters, and long texts before decoding them', () => {
    for (const text of ['0', 'O', 'I', 'l', 'a b', 'é', '😀', 'a\n'])
      assert.throws(() => base58Decode(text), Refused, text)
    const begun = performance.now()
    assert.throws(() => base58Decode('z'.repeat(200_000)), { name: 'Refused' })
    assert.ok(performance.now() - begun < 50)
    assert.doesNotThrow(() => base58Decode('z'.repeat(limits.base58)))
  })
})
