import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { apart, directionOf, oneLine, severalLines } from './plain-text.ts'

describe('Text made fit to be printed', () => {
  it('loses what would steer the page and keeps what says something', () => {
    assert.equal(oneLine('A\u202Eb\u2067c\u0007\u0000d'), 'Abcd')
    assert.equal(oneLine('two\r\n lines\tand a tab'), 'two lines and a tab')
    assert.equal(oneLine('#let x = [1]; \\ "q" $a$ @b <c>'), '#let x = [1]; \\ "q" $a$ @b <c>')
    assert.equal(oneLine('a\u200Fb\u200Dc'), 'a\u200Fb\u200Dc')
    assert.equal(severalLines('one\r\n\r\n\r\n\r\ntwo\u2028three'), 'one\n\ntwo\nthree')
  })

  it('is one line without control characters whatever comes in, and stays so', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = oneLine(text)
        assert.ok(!/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(line))
        assert.ok(line.isWellFormed())
        assert.ok(!/\S{41}/u.test(line.replaceAll('\u200b', ' ')))
        assert.equal(oneLine(line), line)
      }),
    )
  })

  it('has the direction of its first letter', () => {
    assert.equal(directionOf('ליאור'), 'rtl')
    assert.equal(directionOf('(12) ليلى Anna'), 'rtl')
    assert.equal(directionOf('Anna ليلى'), 'ltr')
    assert.equal(directionOf('12 – 13'), 'ltr')
    assert.equal(apart('x'), '\u2068x\u2069')
  })
})
