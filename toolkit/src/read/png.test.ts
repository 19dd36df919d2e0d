import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { reference, unlessPresent } from '../reference.ts'
import { attempt } from '../refusal.ts'
import { chunkOf } from './png-chunk.ts'
import { bakeIntoPng, extractFromPng } from './png.ts'
import { utf8 } from './utf8.ts'

/** One black pixel. */
const pixel = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  ),
  (letter) => letter.charCodeAt(0),
)

async function codeOf(bytes: Uint8Array): Promise<string | undefined> {
  const answer = await attempt(() => extractFromPng(bytes))
  return answer.ok ? undefined : answer.refusals[0]?.code
}

test('what is baked into a picture is found in it, whatever the text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      assert.equal(await extractFromPng(await bakeIntoPng(pixel, text)), text)
    }),
    { numRuns: 50 },
  )
})

test('a picture is baked once', async () => {
  const baked = await bakeIntoPng(pixel, '{}')
  const again = await attempt(() => bakeIntoPng(baked, '{}'))
  assert.equal(!again.ok && again.refusals[0]?.code, 'png.two-credentials')
  assert.equal(await codeOf(pixel), 'png.no-credential')
})

test('no byte of a baked picture can be changed', async () => {
  const baked = await bakeIntoPng(pixel, '{"id":"urn:uuid:1"}')
  for (let i = 0; i < baked.length; i++) {
    for (const flip of [1, 0x20, 0x80]) {
      const changed = Uint8Array.from(baked)
      changed[i] = (changed[i] ?? 0) ^ flip
      assert.notEqual(await codeOf(changed), undefined, `byte ${i}`)
    }
  }
})

/** The parts of the pixel, to be put together otherwise. */
const start = pixel.subarray(0, 8)
const end = chunkOf('IEND', new Uint8Array())
const data = chunkOf('IDAT', Uint8Array.of(120, 156, 99, 96, 0, 0, 0, 2, 0, 1))

function header(...bytes: readonly number[]): Uint8Array {
  const content = new Uint8Array(13)
  content.set([0, 0, 0, 1, 0, 0, 0, 1, 8])
  content.set(bytes, 8)
  return chunkOf('IHDR', content)
}

function pictureOf(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from([start, ...parts, end].flatMap((part) => [...part]))
}

test('a picture whose parts are not as PNG has them is refused', async () => {
  const gray = header(8)
  const text = (type: string, content: string) => chunkOf(type, utf8(content))
  const key = 'openbadgecredential'
  const size = chunkOf('IHDR', Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1, 8, 0, 0, 0, 0))
  const flood = chunkOf('IHDR', Uint8Array.of(0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff, 8, 0, 0, 0, 0))
  const palette = chunkOf('PLTE', new Uint8Array(3))
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['png.no-credential', pictureOf(gray, data)],
    ['png.no-credential', pictureOf(gray, text('tEXt', 'no keyword'), data)],
    ['png.no-credential', pictureOf(gray, text('tEXt', `${'k'.repeat(80)}\0x`), data)],
    ['png.text-chunk', pictureOf(gray, text('tEXt', `${key}\0{}`), data)],
    ['png.text', pictureOf(gray, text('iTXt', `${key}\0\0\0en`), data)],
    ['png.compressed', pictureOf(gray, text('iTXt', `${key}\0\x01\0\0\0{}`), data)],
    [
      'png.too-large',
      pictureOf(gray, text('iTXt', `${key}\0\0\0\0\0${'a'.repeat(4 * 2 ** 20 + 1)}`), data),
    ],
    ['png.too-large', new Uint8Array(16 * 2 ** 20 + 1)],
    ['png.palette', pictureOf(gray, palette, palette, data)],
    ['png.palette', pictureOf(gray, data, palette)],
    ['png.palette', pictureOf(header(8, 3), data)],
    ['png.chunk', pictureOf(gray, chunkOf('ABCD', new Uint8Array()), data)],
    ['png.chunks', pictureOf(gray, ...Array(10_000).fill(chunkOf('teXt', new Uint8Array())), data)],
    ['png.header', pictureOf(chunkOf('IHDR', new Uint8Array(12)), data)],
    ['png.header', pictureOf(header(8, 0, 0, 0, 2), data)],
    ['png.header', pictureOf(header(3), data)],
    ['png.header', pictureOf(gray, gray, data)],
    ['png.size', pictureOf(size, data)],
    ['png.too-large', pictureOf(flood, data)],
    ['png.end', Uint8Array.of(...start, ...gray, ...data)],
    ['png.end', Uint8Array.of(...start, ...gray, ...data, ...chunkOf('IEND', Uint8Array.of(0)))],
    ['png.data', pictureOf(gray)],
    ['png.data', pictureOf(header(8, 2), data)],
    ['png.data', pictureOf(gray, chunkOf('IDAT', Uint8Array.of(1, 2, 3)))],
  ]
  for (const [code, bytes] of cases) assert.equal(await codeOf(bytes), code)
})

test('bytes of any kind are read or refused, never worse', async () => {
  const bits = fc.uint8Array({ maxLength: 200 })
  await fc.assert(
    fc.asyncProperty(bits, fc.nat(pixel.length), async (noise, at) => {
      await codeOf(noise)
      await codeOf(Uint8Array.of(...pixel.subarray(0, at), ...noise))
      await codeOf(Uint8Array.of(...pixel.subarray(0, at), ...noise, ...pixel.subarray(at)))
    }),
    { numRuns: 200 },
  )
})

interface FileVector {
  readonly id: string
  readonly file: string
  readonly expect: { readonly verdict: string }
}

describe('our own hostile pictures', { skip: unlessPresent('security/own/files.json') }, () => {
  const skip = unlessPresent('security/own/files.json')
  const vectors =
    skip === false
      ? (JSON.parse(readFileSync(reference('security/own/files.json'), 'utf8')) as FileVector[])
      : []
  for (const { id, file, expect } of vectors.filter(({ file: path }) =>
    /^images\/.*\.png$/.test(path),
  )) {
    test(`${id}: ${expect.verdict}`, async () => {
      const code = await codeOf(readFileSync(reference(`security/own/${file}`)))
      if (expect.verdict === 'accept') assert.equal(code, undefined)
      if (expect.verdict === 'reject') assert.notEqual(code, undefined)
    })
  }
})

describe('PngSuite', { skip: unlessPresent('security/fetched/pngsuite') }, () => {
  test('whole pictures are read, broken ones are not', async () => {
    const folder = reference('security/fetched/pngsuite')
    const names = readdirSync(folder).filter((name) => name.endsWith('.png'))
    assert.ok(names.length > 50)
    for (const name of names) {
      const code = await codeOf(readFileSync(`${folder}/${name}`))
      if (name.startsWith('x')) assert.ok(code !== 'png.no-credential', name)
      else assert.equal(code, 'png.no-credential', name)
    }
  })
})
