// PNG as W3C PNG (Third Edition) has it, read chunk by chunk and strictly, to find or to place the
// credential of a baked badge (Open Badges 3.0, section 5.3.1). The picture itself is never drawn, but
// it must unpack to exactly the pixels it promises.

import { inflate } from '#machine'
import { limits } from '../limits.ts'
import { attempt, refuse } from '../refusal.ts'
import { utf8, utf8Decode } from './utf8.ts'
import { chunkOf, crc32 } from './png-chunk.ts'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const keyword = 'openbadgecredential'
const critical = ['IHDR', 'PLTE', 'IDAT', 'IEND']
const textChunks = ['tEXt', 'zTXt', 'iTXt']

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
  /** Where the chunk begins and ends in the file. */
  readonly from: number
  readonly to: number
}

/** Whether the bytes begin as a PNG does. */
export function looksLikePng(bytes: Uint8Array): boolean {
  return signature.every((byte, i) => bytes[i] === byte)
}

/** The text of the one uncompressed `openbadgecredential` chunk. Refuses `png.*`; `png.no-credential` without one. */
export async function extractFromPng(bytes: Uint8Array, place = ''): Promise<string> {
  const chunks = await readPng(bytes, place)
  const found = chunks.filter(
    (chunk) => textChunks.includes(chunk.type) && keywordOf(chunk) === keyword,
  )
  const [chunk, ...more] = found
  if (chunk === undefined)
    return refuse('png.no-credential', place, 'The picture holds no credential.')
  if (more.length > 0)
    refuse('png.two-credentials', place, 'The picture holds more than one credential.')
  if (chunk.type !== 'iTXt')
    refuse('png.text-chunk', place, 'The credential is in the wrong part of the picture.')
  return international(chunk.data, place)
}

/** The picture with the credential in it, before its image data. Refuses a picture that already holds one. */
export async function bakeIntoPng(
  bytes: Uint8Array,
  text: string,
  place = '',
): Promise<Uint8Array> {
  const chunks = await readPng(bytes, place)
  if (chunks.some((chunk) => textChunks.includes(chunk.type) && keywordOf(chunk) === keyword)) {
    refuse('png.two-credentials', place, 'The picture already holds a credential.')
  }
  const at = (chunks.find(({ type }) => type === 'IDAT') as Chunk).from
  // No compression, no language, no translated keyword.
  const chunk = chunkOf('iTXt', utf8(`${keyword}\0\0\0\0\0${text}`))
  const baked = new Uint8Array(bytes.length + chunk.length)
  baked.set(bytes.subarray(0, at))
  baked.set(chunk, at)
  baked.set(bytes.subarray(at), at + chunk.length)
  return baked
}

async function readPng(bytes: Uint8Array, place: string): Promise<readonly Chunk[]> {
  if (bytes.length > limits.image.bytes) refuse('png.too-large', place, 'The picture is too large.')
  if (!looksLikePng(bytes)) refuse('png.signature', place, 'This is not a PNG picture.')
  const chunks = chunksOf(bytes, place)
  requireOrder(chunks, place)
  await requirePixels(chunks, place)
  return chunks
}

function chunksOf(bytes: Uint8Array, place: string): readonly Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let at = signature.length; at < bytes.length;) {
    if (chunks.length >= limits.image.chunks)
      refuse('png.chunks', place, 'The picture has too many parts.')
    if (at + 12 > bytes.length) refuse('png.cut-off', place, 'The picture is cut off.')
    const length = view.getUint32(at)
    if (length > bytes.length - at - 12)
      refuse('png.length', place, 'A part of the picture is longer than the file.')
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (!/^[A-Za-z]{2}[A-Z][A-Za-z]$/.test(type))
      refuse('png.chunk', place, 'A part of the picture has no proper name.')
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) {
      refuse('png.checksum', place, 'A part of the picture is damaged: its check sum is wrong.')
    }
    const to = at + 12 + length
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length), from: at, to })
    if (type === 'IEND' && to !== bytes.length)
      refuse('png.after-end', place, 'Something follows the end of the picture.')
    at = to
  }
  return chunks
}

function requireOrder(chunks: readonly Chunk[], place: string): void {
  const types = chunks.map(({ type }) => type)
  const count = (type: string) => types.filter((other) => other === type).length
  if (types[0] !== 'IHDR' || count('IHDR') !== 1)
    refuse('png.header', place, 'The picture does not begin with its header.')
  if (types.at(-1) !== 'IEND' || chunks.at(-1)?.data.length !== 0)
    refuse('png.end', place, 'The picture does not end as it must.')
  const first = types.indexOf('IDAT')
  if (first < 0 || types.lastIndexOf('IDAT') - first + 1 !== count('IDAT')) {
    refuse('png.data', place, 'The picture has no image data, or it is torn apart.')
  }
  if (count('PLTE') > 1 || types.lastIndexOf('PLTE') > first)
    refuse('png.palette', place, 'The palette of the picture is misplaced.')
  for (const type of types) {
    if (/^[A-Z]/.test(type) && !critical.includes(type))
      refuse('png.chunk', place, 'The picture has a part nobody knows.')
  }
}

/** Bit depths by colour type, and samples of one pixel. */
const colours: {
  readonly [type: number]: { readonly depths: readonly number[]; readonly samples: number }
} = {
  0: { depths: [1, 2, 4, 8, 16], samples: 1 },
  2: { depths: [8, 16], samples: 3 },
  3: { depths: [1, 2, 4, 8], samples: 1 },
  4: { depths: [8, 16], samples: 2 },
  6: { depths: [8, 16], samples: 4 },
}

/** Starts and steps of the seven passes of Adam7 interlacing: x, y, dx, dy. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

async function requirePixels(chunks: readonly Chunk[], place: string): Promise<void> {
  const header = (chunks[0] as Chunk).data
  if (header.length !== 13)
    refuse('png.header', place, 'The header of the picture has the wrong length.')
  const view = new DataView(header.buffer, header.byteOffset, 13)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const [depth = 0, colour = 0, compression, filter, interlace] = header.subarray(8)
  const kind = colours[colour]
  if (kind === undefined || !kind.depths.includes(depth) || compression !== 0 || filter !== 0) {
    return refuse(
      'png.header',
      place,
      'The header of the picture says something PNG does not have.',
    )
  }
  if (interlace !== 0 && interlace !== 1)
    refuse('png.header', place, 'The picture is interlaced in a way PNG does not have.')
  if (width === 0 || height === 0 || width > 0x7fffffff || height > 0x7fffffff)
    refuse('png.size', place, 'The picture has no size.')
  if (colour === 3 && !chunks.some(({ type }) => type === 'PLTE'))
    refuse('png.palette', place, 'The picture lacks its palette.')
  const bits = depth * kind.samples
  const raw = (w: number, h: number) => (w <= 0 || h <= 0 ? 0 : h * (1 + Math.ceil((w * bits) / 8)))
  const size =
    interlace === 0
      ? raw(width, height)
      : passes
          .map(([x, y, dx, dy]) => raw(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)))
          .reduce((sum, part) => sum + part, 0)
  if (size > limits.pixels) refuse('png.too-large', place, 'The picture has too many pixels.')
  const packed = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)
  await requireUnpacked(joined(packed), size, place)
}

async function requireUnpacked(packed: Uint8Array, size: number, place: string): Promise<void> {
  const pixels = await attempt(() => inflate('zlib', packed, size))
  if (pixels.ok && pixels.value.length === size) return
  refuse('png.data', place, 'The image data of the picture is not what its header says.')
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function keywordOf(chunk: Chunk): string {
  const end = chunk.data.indexOf(0)
  return end < 1 || end > 79 ? '' : String.fromCharCode(...chunk.data.subarray(0, end))
}

function international(data: Uint8Array, place: string): string {
  let at = data.indexOf(0) + 1
  if (data[at] !== 0 || data[at + 1] !== 0)
    refuse(
      'png.compressed',
      place,
      'The credential in the picture is compressed, which Open Badges forbids.',
    )
  at += 2
  for (const _ of ['language', 'translated keyword']) {
    const end = data.indexOf(0, at)
    if (end < 0) refuse('png.text', place, 'The credential in the picture is cut off.')
    at = end + 1
  }
  if (data.length - at > limits.image.credential)
    refuse('png.too-large', place, 'The credential in the picture is too large.')
  return utf8Decode(data.subarray(at), place)
}
