import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { crc32 as zlibCrc32, gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { crc32 } from './crc32.ts'
import { fitsFrame, gzipFrame } from './gzip.ts'
import { inflate } from './node.ts'
import { Refused } from '../refusal.ts'

const text = new TextEncoder().encode('withdrawn')

/** A gzip file with the optional parts of its header (RFC 1952, section 2.3). */
function withHeader(flags: number, ...parts: readonly (readonly number[])[]): Uint8Array {
  const plain = gzipSync(text)
  const header = [0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 255, ...parts.flat()]
  return Uint8Array.of(...header, ...plain.subarray(10))
}

describe('a gzip file', () => {
  it('has the checksum zlib counts', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(9), (bytes, from) => {
        const part = bytes.subarray(from)
        assert.equal(crc32(part), zlibCrc32(part))
      }),
    )
  })

  it('may name its file, say more and check its header', () => {
    const named = withHeader(8, [97, 0])
    const said = withHeader(16, [98, 0])
    const more = withHeader(4, [2, 0, 9, 9])
    const checked = Uint8Array.of(0x1f, 0x8b, 8, 2, 0, 0, 0, 0, 0, 255)
    const sum = crc32(checked) & 0xffff
    const sound = withHeader(2, [sum & 0xff, sum >>> 8])
    for (const file of [named, said, more, sound]) {
      assert.deepEqual(gunzipSync(file), Buffer.from(text))
      const frame = gzipFrame(file)
      assert.ok(frame !== undefined && fitsFrame(frame, text))
    }
    assert.equal(gzipFrame(withHeader(2, [(sum & 0xff) ^ 1, sum >>> 8])), undefined)
  })

  it('ends somewhere, is deflated and uses no flag that means nothing', () => {
    const good = gzipSync(text)
    for (let length = 0; length < 18; length++)
      assert.equal(gzipFrame(good.subarray(0, length)), undefined, `${length} bytes`)
    for (const [at, value] of [
      [0, 0x1e],
      [1, 0],
      [2, 7],
      [3, 0x20],
      [3, 0x80],
    ] as const)
      assert.equal(gzipFrame(Uint8Array.from(good).with(at, value)), undefined)
    const open = Uint8Array.from(good.subarray(0, 18)).fill(1, 10)
    for (const flags of [2, 4, 8, 16]) assert.equal(gzipFrame(open.with(3, flags)), undefined)
  })

  it('has one member only, whatever follows it', async () => {
    const member = gzipSync(text)
    const empty = gzipSync(new Uint8Array())
    for (const file of [
      Buffer.concat([member, member]),
      Buffer.concat([empty, member]),
      Buffer.concat([member, empty]),
    ])
      await assert.rejects(inflate('gzip', file, 1000), Refused)
    assert.deepEqual(await inflate('gzip', member, 1000), Buffer.from(text))
  })
})
