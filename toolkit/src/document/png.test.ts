import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { bakeIntoPng, extractFromPng } from '../read/png.ts'
import { palettePng, type Pixels } from './png.ts'

/** Decodes what palettePng writes, independently of it. */
function decoded(png: Uint8Array): { width: number; height: number; rgb: number[] } {
  const view = new DataView(png.buffer, png.byteOffset, png.length)
  const chunks = new Map<string, Uint8Array>()
  for (let at = 8; at < png.length;) {
    const length = view.getUint32(at)
    chunks.set(
      String.fromCharCode(...png.subarray(at + 4, at + 8)),
      png.subarray(at + 8, at + 8 + length),
    )
    at += 12 + length
  }
  const [width, height, bits] = [view.getUint32(16), view.getUint32(20), view.getUint8(24)]
  const palette = chunks.get('PLTE') ?? new Uint8Array()
  const rows = inflateSync(chunks.get('IDAT') ?? new Uint8Array())
  const stride = 1 + Math.ceil((width * bits) / 8)
  const rgb: number[] = []
  for (let y = 0; y < height; y++) {
    assert.equal(rows[y * stride], 0)
    for (let x = 0; x < width; x++) {
      const byte = rows[y * stride + 1 + ((x * bits) >> 3)] ?? 0
      const index = bits === 8 ? byte : x % 2 === 0 ? byte >> 4 : byte & 15
      rgb.push(palette[3 * index] ?? -1, palette[3 * index + 1] ?? -1, palette[3 * index + 2] ?? -1)
    }
  }
  return { width, height, rgb }
}

const pixels = (width: number, colours: readonly number[]): Pixels => ({
  width,
  height: colours.length / width,
  rgba: Uint8Array.from(colours.flatMap((c) => [c & 255, (c >> 8) & 255, (c >> 16) & 255, 255])),
})

const picture = (shades: number) =>
  fc
    .tuple(
      fc.array(fc.integer({ min: 0, max: 0xffffff }), { minLength: 1, maxLength: shades }),
      fc.integer({ min: 1, max: 17 }),
      fc.integer({ min: 1, max: 17 }),
    )
    .chain(([colours, width, height]) =>
      fc.tuple(
        fc.constant(width),
        fc.array(fc.constantFrom(...colours), {
          minLength: width * height,
          maxLength: width * height,
        }),
      ),
    )

describe('A page as a PNG with a palette', () => {
  it('is exact as long as its colours fit into the palette', () => {
    fc.assert(
      fc.property(picture(30), ([width, colours]) => {
        const { rgb } = decoded(palettePng(pixels(width, colours), 32, 120))
        assert.deepEqual(
          rgb,
          colours.flatMap((c) => [c & 255, (c >> 8) & 255, (c >> 16) & 255]),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('merges the nearest shades when they do not fit, and never more than it must see', () => {
    const greys = Array.from({ length: 256 }, (_, i) => i * 0x010101)
    const { rgb, width, height } = decoded(palettePng(pixels(16, greys), 32, 120))
    assert.deepEqual([width, height], [16, 16])
    assert.ok(new Set(rgb).size <= 32)
    rgb.forEach((value, i) => assert.ok(Math.abs(value - Math.floor(i / 3)) <= 16))
  })

  it('keeps the colour of an even area, however many blends lie around it', () => {
    const area = Array.from({ length: 20 }, () => 0xd8d5b9)
    const blends = Array.from({ length: 1260 }, (_, i) => (i % 256) * 0x010101)
    assert.deepEqual(
      decoded(palettePng(pixels(20, [...area, ...blends]), 8, 120)).rgb.slice(0, 3),
      [0xb9, 0xd5, 0xd8],
    )
  })

  it('takes a credential in and gives it back', async () => {
    const baked = await bakeIntoPng(palettePng(pixels(2, [1, 2, 3, 4]), 32, 120), '{"a":1}')
    assert.equal(await extractFromPng(baked), '{"a":1}')
  })
})
