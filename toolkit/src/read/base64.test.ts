import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Refused } from '../refusal.ts'
import { base64, base64Decode, base64url, base64urlDecode, base64urlText } from './base64.ts'

describe('base64 and base64url', () => {
  it('have the values of RFC 4648, section 10', () => {
    const rows = [
      ['', ''],
      ['f', 'Zg=='],
      ['fo', 'Zm8='],
      ['foo', 'Zm9v'],
      ['foob', 'Zm9vYg=='],
      ['fooba', 'Zm9vYmE='],
      ['foobar', 'Zm9vYmFy'],
    ] as const
    for (const [plain, text] of rows) {
      assert.equal(base64(Buffer.from(plain)), text)
      assert.deepEqual(base64Decode(text), new Uint8Array(Buffer.from(plain)))
      assert.equal(base64url(Buffer.from(plain)), text.replaceAll('=', ''))
    }
  })

  it('write what Node writes and give all bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        assert.equal(base64(bytes), Buffer.from(bytes).toString('base64'))
        assert.equal(base64url(bytes), Buffer.from(bytes).toString('base64url'))
        assert.deepEqual(base64Decode(base64(bytes)), bytes)
        assert.deepEqual(base64urlDecode(base64url(bytes)), bytes)
      }),
    )
  })

  it('give the text that was written, short or long, and refuse what is none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(1, 3000), (text, times) => {
        // A byte order mark at its start would be refused.
        const long = `.${text.repeat(times)}`
        assert.equal(base64urlText(Buffer.from(long).toString('base64url')), long)
      }),
      { numRuns: 50 },
    )
    for (const length of [1, 9000]) {
      const broken = Buffer.alloc(length, 0xff).toString('base64url')
      assert.throws(() => base64urlText(broken), Refused)
    }
    assert.throws(() => base64urlText('Zg=='), Refused)
  })

  it('have one text only for every value: what is accepted is what would be written', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=']
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 }), (text) => {
        for (const [read, write] of [
          [base64urlDecode, base64url],
          [base64Decode, base64],
        ] as const) {
          let bytes: Uint8Array
          try {
            bytes = read(text)
          } catch (error) {
            assert.ok(error instanceof Refused)
            continue
          }
          assert.equal(write(bytes), text)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('refuse white space, padding where none belongs, foreign letters and left-over bits', () => {
    for (const text of [
      'Zg==',
      'Zh',
      'Z',
      'Zm9v\n',
      ' Zm9v',
      'Zm+v',
      'Zmé',
      'Zm9v\u0100',
      'Zm9vĀĀ',
    ]) {
      assert.throws(() => base64urlDecode(text), Refused, text)
    }
    for (const text of ['Zg', 'Zh==', 'Zg=', '=', '====', 'Zm9v\n', 'Zm-v', 'Zg==Zg==', 'Z===']) {
      assert.throws(() => base64Decode(text), Refused, text)
    }
  })
})
