import assert from 'node:assert/strict'
import { deflateRawSync } from 'node:zlib'
import { describe, it } from 'node:test'
import { crc32 } from '../machine/crc32.ts'
import { limits } from '../limits.ts'
import { Refused } from '../refusal.ts'
import { utf8 } from './utf8.ts'
import { readZip } from './zip.ts'

/** A file of an archive, and what its two records say that is not so. */
interface Given {
  readonly name: string | Uint8Array
  readonly content?: string | Uint8Array
  readonly packed?: boolean
  readonly flags?: number
  readonly method?: number
  /** Upper half of the external attributes: the kind of file on Unix. */
  readonly kind?: number
  /** Lengths both records say; else the true ones. */
  readonly lengths?: readonly [packed: number, size: number]
  /** Lengths the record before the body says. */
  readonly before?: readonly [packed: number, size: number]
  /** Name the record before the body says. */
  readonly nameBefore?: string
  readonly at?: number
}

interface End {
  readonly disk?: number
  readonly here?: number
  readonly count?: number
  readonly start?: number
  readonly comment?: string
}

function record(
  signature: string,
  length: number,
  ...numbers: (readonly [number, number, 2 | 4])[]
) {
  const bytes = Buffer.alloc(length)
  bytes.write(signature, 'latin1')
  for (const [at, value, width] of numbers) bytes.writeUIntLE(value, at, width)
  return bytes
}

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? utf8(text) : text
}

function made(files: readonly Given[], end: End = {}, preface = ''): Uint8Array {
  const bodies: Uint8Array[] = [utf8(preface)]
  const table: Uint8Array[] = []
  let at = preface.length
  for (const { name, content = '', packed = false, flags = 0x800, ...said } of files) {
    const path = bytesOf(name)
    const raw = bytesOf(content)
    const body = packed ? deflateRawSync(raw) : raw
    const method = said.method ?? (packed ? 8 : 0)
    const lengths = said.lengths ?? [body.length, raw.length]
    const before = said.before ?? lengths
    const pathBefore = bytesOf(said.nameBefore ?? name)
    const local = record('PK\u0003\u0004', 30, [6, flags, 2], [8, method, 2], [14, crc32(raw), 4])
    local.writeUInt32LE(before[0], 18)
    local.writeUInt32LE(before[1], 22)
    local.writeUInt16LE(pathBefore.length, 26)
    const central = record(
      'PK\u0001\u0002',
      46,
      [8, flags, 2],
      [10, method, 2],
      [16, crc32(raw), 4],
    )
    central.writeUInt32LE(lengths[0], 20)
    central.writeUInt32LE(lengths[1], 24)
    central.writeUInt16LE(path.length, 28)
    central.writeUInt16LE(said.kind ?? 0, 40)
    central.writeUInt32LE(said.at ?? at, 42)
    table.push(central, path)
    // What lies inside another's bytes has none of its own.
    if (said.at === undefined) bodies.push(local, pathBefore, body)
    at = bodies.reduce((sum, one) => sum + one.length, 0)
  }
  const length = table.reduce((sum, one) => sum + one.length, 0)
  const { disk = 0, count = files.length, here = count, start = at, comment = '' } = end
  const last = record('PK\u0005\u0006', 22, [4, disk, 2], [8, here, 2], [10, count, 2])
  last.writeUInt32LE(length, 12)
  last.writeUInt32LE(start, 16)
  last.writeUInt16LE(comment.length, 20)
  return new Uint8Array(Buffer.concat([...bodies, ...table, last, utf8(comment)]))
}

async function read(bytes: Uint8Array): Promise<readonly (readonly [string, string])[]> {
  const found: [string, string][] = []
  for (const entry of readZip(bytes))
    found.push([entry.name, new TextDecoder().decode(await entry.read())])
  return found
}

async function refusalOf(bytes: Uint8Array): Promise<string> {
  try {
    await read(bytes)
  } catch (error) {
    assert.ok(error instanceof Refused, String(error))
    return error.refusals.map(({ code, place }) => `${code} ${place}`.trim()).join()
  }
  return 'read'
}

const file: Given = { name: 'a.txt', content: 'hello' }

describe('an archive', () => {
  it('gives its files; folders among them are none', async () => {
    const files = [
      { name: 'folder/' },
      { ...file, packed: true },
      { name: 'folder/b', content: 'b' },
    ]
    assert.deepEqual(await read(made(files)), [
      ['a.txt', 'hello'],
      ['folder/b', 'b'],
    ])
    assert.deepEqual(await read(made([])), [])
    assert.deepEqual(await read(made([file], { comment: 'by a program' })), [['a.txt', 'hello']])
    assert.deepEqual(await read(made([{ ...file, kind: 0o100644 }])), [['a.txt', 'hello']])
  })

  it('may say the lengths of a file behind it, where its record has zeros', async () => {
    const later = { ...file, flags: 0x808, before: [0, 0] } as const
    assert.deepEqual(await read(made([later])), [['a.txt', 'hello']])
    assert.equal(await refusalOf(made([{ ...later, before: [0, 4] }])), 'zip.differs a.txt')
    assert.equal(await refusalOf(made([{ ...later, flags: 0x800 }])), 'zip.differs a.txt')
  })

  it('is refused where it says two things of one file', async () => {
    const differing: readonly Given[] = [
      { ...file, nameBefore: 'b.txt' },
      { ...file, lengths: [5, 6] },
      { ...file, packed: true, lengths: [deflateRawSync(utf8('hello')).length, 6] },
    ]
    for (const given of differing)
      assert.equal(await refusalOf(made([given])), 'zip.differs a.txt', JSON.stringify(given))
    const other = made([file])
    other[8] = 8
    assert.equal(await refusalOf(other), 'zip.differs a.txt')
  })

  it('is refused where a file unpacks to more than it says, or not at all', async () => {
    const packed = deflateRawSync(utf8('hello')).length
    assert.equal(
      await refusalOf(made([{ ...file, packed: true, lengths: [packed, 4] }])),
      'zip.damaged a.txt',
    )
    assert.equal(await refusalOf(made([{ ...file, method: 8 }])), 'zip.damaged a.txt')
  })

  it('is refused where a file is not the one it was packed from', async () => {
    const changed = made([file])
    const at = Buffer.from(changed).indexOf('hello')
    changed[at] = 0x4a
    assert.equal(await refusalOf(changed), 'zip.checksum a.txt')
  })

  it('is refused where it holds another archive, whatever that is called', async () => {
    const inner = { ...file, content: made([file]) }
    assert.equal(await refusalOf(made([inner])), 'zip.nested a.txt')
    for (const content of ['P', 'PK', 'PK\u0003'])
      assert.equal(await refusalOf(made([{ ...file, content }])), 'read')
  })

  it('is refused where it holds more files than anybody sends', async () => {
    const files = Array.from({ length: limits.zip.entries + 1 }, (_, i) => ({ name: `f${i}` }))
    assert.equal(await refusalOf(made(files)), 'zip.entries')
  })

  it('is refused where its files share bytes, or something lies outside of them', async () => {
    const inner = made([{ name: 'b', content: 'inside' }]).subarray(0, 30 + 1 + 6)
    const outer = { name: 'a', content: inner }
    const sharing = made([outer, { name: 'b', content: 'inside', at: 31 }])
    assert.equal(await refusalOf(sharing), 'zip.overlap b')
    assert.equal(await refusalOf(made([file], {}, 'MZ a program')), 'zip.form')
    assert.equal(await refusalOf(made([file, { name: 'b' }], { count: 1 })), 'zip.damaged')
    assert.equal(await refusalOf(made([file], { start: 1 })), 'zip.damaged')
    assert.equal(
      await refusalOf(made([file], { comment: 'PK\u0005\u0006'.padEnd(30) })),
      'zip.damaged',
    )
  })

  it('is refused where it is a part, very large, locked or packed otherwise', async () => {
    const cases: readonly (readonly [code: string, bytes: Uint8Array])[] = [
      ['zip.form', made([file], { disk: 1 })],
      ['zip.form', made([file], { here: 0 })],
      ['zip.form', made([file], { count: 0xffff })],
      ['zip.form', made([file], { start: 0xffffffff })],
      ['zip.encrypted a.txt', made([{ ...file, flags: 0x801 }])],
      ['zip.method a.txt', made([{ ...file, method: 12 }])],
      ['zip.link a.txt', made([{ ...file, kind: 0o120777 }])],
      ['zip.too-large a.txt', made([{ ...file, lengths: [5, limits.zip.entry + 1] }])],
      ['zip.none', utf8('PK\u0003\u0004 and no table of contents')],
    ]
    for (const [code, bytes] of cases) assert.equal(await refusalOf(bytes), code)
  })

  it('is refused where a name could be read in two ways', async () => {
    const latin = { name: Uint8Array.of(0x6a, 0xfc), flags: 0 }
    assert.equal(await refusalOf(made([latin])), 'zip.name')
    assert.deepEqual(await read(made([{ ...file, flags: 0 }])), [['a.txt', 'hello']])
    assert.deepEqual(await read(made([{ ...file, name: 'jü' }])), [['jü', 'hello']])
  })
})
