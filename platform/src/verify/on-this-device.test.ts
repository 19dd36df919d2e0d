import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { laidOut } from './on-this-device.ts'

/** As the page reads it (`checker/src/laid-out.ts`). */
function read(text: string): unknown {
  return JSON.parse(text, (_name, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value
    if ('$bytes' in value) return new Uint8Array(Buffer.from(String(value.$bytes), 'base64'))
    if ('$time' in value) return new Date(String(value.$time))
    return value
  })
}

describe('what is laid into the page', () => {
  it('comes out as it was, bytes and times too, and never ends the element it stands in', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.uint8Array({ maxLength: 40 }),
        fc.date({ noInvalidDate: true }),
        (name, bytes, at) => {
          const trust = [
            {
              name,
              anchors: [{ name, certificate: bytes, from: at }],
              issuers: [],
              revocationLists: [bytes],
            },
          ]
          const web = [{ place: `https://uni.example/${name}`, bytes, at }]
          const text = laidOut(trust, web)
          assert.ok(!text.includes('<'))
          assert.deepEqual(read(text), { trust, web })
        },
      ),
    )
  })
})
