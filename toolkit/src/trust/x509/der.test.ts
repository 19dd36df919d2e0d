import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Refused } from '../../refusal.ts'
import {
  childrenOf,
  contextTag,
  type Der,
  hexOf,
  readBoolean,
  readDer,
  readInteger,
  readNamedBits,
  readOid,
  readPositive,
  readSmallInteger,
  readText,
  readTime,
  sequenceOf,
  tags,
} from './der.ts'
import {
  boolean,
  context,
  der,
  namedBits,
  oid,
  positive,
  printableString,
  sequence,
  set,
  smallInteger,
  time,
  utf8String,
} from './write.ts'

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (octet) => Number.parseInt(octet, 16))
}

function refused(hex: string, reader: (value: Der) => unknown): void {
  assert.throws(() => reader(readDer(bytes(hex))), Refused, hex)
}

describe('DER', () => {
  it('has one form for every length', () => {
    for (const length of [0, 1, 127, 128, 255, 256, 65535, 65536]) {
      const value = der(0x04, new Uint8Array(length))
      assert.equal(readDer(value).content.length, length)
    }
    for (const hex of [
      '048100',
      '04817f' + '00'.repeat(127),
      '0482007f' + '00'.repeat(127),
      '0480',
      '04800000',
      '0485000000000100',
      '0401',
      '04',
      '',
    ]) {
      assert.throws(() => readDer(bytes(hex)), Refused, hex)
    }
  })

  it('ends where it ends', () => refused('05000500', (value) => value))

  it('has one form for truth, numbers, bits and names', () => {
    for (const hex of ['010101', '010102', '01020000', '0100']) refused(hex, readBoolean)
    for (const hex of ['0200', '02020001', '0202ff80']) refused(hex, readInteger)
    for (const hex of ['0300', '030208ff', '03020101', '030101', '03020304'])
      refused(hex, readNamedBits)
    for (const hex of ['0600', '06022a80', '06032a8001', '0601ff']) refused(hex, readOid)
    for (const hex of ['020100', '020180']) refused(hex, readPositive)
    assert.deepEqual([...readNamedBits(readDer(namedBits(5, 6)))], [5, 6])
    assert.equal(hexOf(namedBits(0, 1)), '030206c0')
  })

  it('knows only times that exist, in UTC, to the second', () => {
    const read = (tag: number, text: string): string =>
      readTime(readDer(der(tag, new TextEncoder().encode(text)))).toISOString()
    assert.equal(read(0x17, '491231235959Z'), '2049-12-31T23:59:59.000Z')
    assert.equal(read(0x17, '500101000000Z'), '1950-01-01T00:00:00.000Z')
    assert.equal(read(0x18, '20500101000000Z'), '2050-01-01T00:00:00.000Z')
    for (const text of [
      '260230000000Z',
      '261301000000Z',
      '260101240000Z',
      '260101000000',
      '260101000000+0100',
      '2601010000Z',
      '260101000000ZZ',
    ]) {
      assert.throws(() => read(0x17, text), Refused, text)
    }
    assert.throws(() => read(0x18, '20260101000000.5Z'), Refused)
  })

  it('gives texts of every type, those of Latin letters too, and names no longer than 64 bytes', () => {
    const said = (tag: number, ...octets: readonly number[]) =>
      readText(readDer(der(tag, Uint8Array.from(octets))))
    assert.equal(said(tags.teletexString, 0x5a, 0xfc), 'Zü')
    assert.equal(said(tags.bmpString, 0x27, 0x5c), '❜')
    assert.equal(said(tags.utf8String, 0xc3, 0xbc), 'ü')
    assert.equal(said(tags.printableString, 0x41), 'A')
    assert.equal(said(tags.octetString, 0x41), undefined)
    const name = (length: number) => readOid(readDer(der(tags.oid, new Uint8Array(length).fill(1))))
    assert.equal(name(64).split('.').length, 65)
    assert.throws(() => name(65), Refused)
    assert.throws(() => printableString('Ñ'), Refused)
    assert.deepEqual(set(oid('2.5.4.6'), oid('2.5.4.3')), set(oid('2.5.4.3'), oid('2.5.4.6')))
  })

  it('is bounded in depth', () => {
    let value = der(0x05)
    for (let i = 0; i < 100; i++) value = sequence(value)
    const descend = (at: Der): unknown => (at.tag === 0x30 ? childrenOf(at).map(descend) : at)
    assert.throws(() => descend(readDer(value)), { name: 'Refused' })
  })

  it('is read as it was written', () => {
    const arc = fc.nat(2 ** 28)
    fc.assert(
      fc.property(
        fc.nat(2 ** 31 - 1),
        fc.array(arc, { maxLength: 6 }),
        fc.nat(39),
        fc.string({ unit: 'grapheme' }),
        fc.boolean(),
        (number, arcs, second, text, flag) => {
          const dotted = [1, second, ...arcs].join('.')
          const [a, b, c, d] = sequenceOf(
            readDer(sequence(smallInteger(number), oid(dotted), utf8String(text), boolean(flag))),
          )
          assert.ok(a !== undefined && b !== undefined && c !== undefined && d !== undefined)
          assert.equal(readSmallInteger(a), number)
          assert.equal(readOid(b), dotted)
          assert.equal(readText(c), text.isWellFormed() ? text : undefined)
          assert.equal(readBoolean(d), flag)
        },
      ),
    )
    const at = new Date('2050-06-07T08:09:10Z')
    assert.deepEqual(readTime(readDer(time(at))), at)
    assert.equal(hexOf(readPositive(readDer(positive(bytes('0000ff'))))), 'ff')
    assert.equal(readDer(context(3, der(0x05))).tag, contextTag(3, true))
    assert.equal(hexOf(set(utf8String('b'), utf8String('a'))), '31060c01610c0162')
  })

  it('never answers random bytes with anything but a refusal', () => {
    const readers = [
      readBoolean,
      readInteger,
      readSmallInteger,
      readPositive,
      readNamedBits,
      readOid,
      readTime,
      readText,
      childrenOf,
    ]
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom(1, 2, 3, 6, 12, 23, 24, 30, 48),
        (content, tag) => {
          for (const input of [content, der(tag, content)]) {
            for (const reader of readers) {
              try {
                reader(readDer(input))
              } catch (error) {
                assert.ok(error instanceof Refused, String(error))
              }
            }
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
