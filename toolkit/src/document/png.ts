// Pages as small PNG pictures (ISO/IEC 15948): a page has a few colours and their blends with white, so it
// is written with a palette, which takes a fifth of a full-colour picture.

import { deflateSync } from 'node:zlib'
import { chunkOf } from '../read/png-chunk.ts'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green, blue, alpha; opaque. */
  readonly rgba: Uint8Array
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** A palette PNG with at most `colours` colours (2–256), nearest shades merged; the same pixels give the same bytes. */
export function palettePng(pixels: Pixels, colours: number, dpi: number): Uint8Array {
  const { palette, indexes } = reduce(pixels, colours)
  const bits = palette.length <= 16 ? 4 : 8
  const rows = packed(indexes, pixels.width, pixels.height, bits)
  const header = new DataView(new ArrayBuffer(13))
  header.setUint32(0, pixels.width)
  header.setUint32(4, pixels.height)
  header.setUint8(8, bits)
  header.setUint8(9, 3)
  const density = new DataView(new ArrayBuffer(9))
  const perMetre = Math.round(dpi / 0.0254)
  density.setUint32(0, perMetre)
  density.setUint32(4, perMetre)
  density.setUint8(8, 1)
  return joined([
    Uint8Array.from(signature),
    chunkOf('IHDR', new Uint8Array(header.buffer)),
    chunkOf('pHYs', new Uint8Array(density.buffer)),
    chunkOf('PLTE', Uint8Array.from(palette.flat())),
    chunkOf('IDAT', new Uint8Array(deflateSync(rows, { level: 7, memLevel: 9 }))),
    chunkOf('IEND', new Uint8Array(0)),
  ])
}

type Colour = readonly [red: number, green: number, blue: number]

/** Merges shades until they fit: the commonest colours stay as they are, every other goes to the nearest of them. */
function reduce(pixels: Pixels, colours: number) {
  const { rgba } = pixels
  // Four bytes at a time; every machine Node runs on keeps the red byte lowest.
  const shades = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4)
  const byCount = [...countsOf(shades)]
    .toSorted(([a, n], [b, m]) => m - n || a - b)
    .map(([shade]) => shade)
  const palette = kept(byCount.map(colourOf), colours)
  const indexOf = new Map(byCount.map((shade) => [shade, nearest(colourOf(shade), palette)]))
  const indexes = new Uint8Array(shades.length)
  let last = -1
  let index = 0
  for (let i = 0; i < shades.length; i++) {
    const shade = shades[i] ?? 0
    if (shade !== last) {
      last = shade
      index = indexOf.get(shade) ?? 0
    }
    indexes[i] = index
  }
  return { palette, indexes }
}

/** How much each shade is seen. Even areas weigh more than the blends along letters, so that no colour of the design is lost. */
function countsOf(shades: Uint32Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  let start = 0
  for (let i = 1; i <= shades.length; i++) {
    const shade = shades[start] ?? 0
    if (i < shades.length && shades[i] === shade) continue
    const run = i - start
    counts.set(shade, (counts.get(shade) ?? 0) + (run < evenRun ? run : run * 1000))
    start = i
  }
  return counts
}

const evenRun = 12

/** A shade is kept only if it is far enough from those already kept; the distance grows until all fit. */
function kept(byCount: readonly Colour[], colours: number): readonly Colour[] {
  if (byCount.length <= colours) return byCount
  for (let apart = 8; ; apart *= 1.25) {
    const palette: Colour[] = []
    for (const colour of byCount) {
      if (palette.every((other) => distance(colour, other) > apart * apart)) palette.push(colour)
      if (palette.length > colours) break
    }
    if (palette.length <= colours) return palette
  }
}

function colourOf(shade: number): Colour {
  return [shade & 255, (shade >> 8) & 255, (shade >> 16) & 255]
}

function distance(a: Colour, b: Colour): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2
}

function nearest(colour: Colour, palette: readonly Colour[]): number {
  let best = 0
  let least = Infinity
  palette.forEach((other, i) => {
    const d = distance(colour, other)
    if (d < least) [best, least] = [i, d]
  })
  return best
}

/** Rows without filter: with a palette, none compresses better. */
function packed(indexes: Uint8Array, width: number, height: number, bits: number): Uint8Array {
  const stride = 1 + Math.ceil((width * bits) / 8)
  const rows = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    const row = indexes.subarray(y * width, (y + 1) * width)
    const start = y * stride + 1
    if (bits === 8) rows.set(row, start)
    else
      row.forEach(
        (index, x) =>
          (rows[start + (x >> 1)] =
            (rows[start + (x >> 1)] ?? 0) | (x % 2 === 0 ? index << 4 : index)),
      )
  }
  return rows
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
