import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Refused } from '../refusal.ts'
import { utf8, utf8Decode } from './utf8.ts'

describe('UTF-8', () => {
  it('gives every text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        fc.pre(text.isWellFormed() && !text.startsWith('\uFEFF'))
        assert.equal(utf8Decode(utf8(text)), text)
      }),
    )
  })

  it('has one form for every text: what is accepted is what would be written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 8 }), (bytes) => {
        let text: string
        try {
          text = utf8Decode(bytes)
        } catch (error) {
          assert.ok(error instanceof Refused)
          return
        }
        assert.deepEqual(utf8(text), bytes)
      }),
      { numRuns: 1000 },
    )
  })

  it('refuses a byte order mark, overlong forms, surrogates and cut sequences', () => {
    for (const bytes of [
      [0xef, 0xbb, 0xbf, 0x41],
      [0xc0, 0x80],
      [0xe0, 0x80, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xe2, 0x82],
      [0xff],
      [0xf4, 0x90, 0x80, 0x80],
    ]) {
      assert.throws(() => utf8Decode(Uint8Array.from(bytes)), Refused, String(bytes))
    }
  })
})
