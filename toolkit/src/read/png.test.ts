import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { reference, unlessPresent } from '../reference.ts'
import { attempt } from '../refusal.ts'
import { bakeIntoPng, extractFromPng } from './png.ts'

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
