// Damaged inputs: good ones that were cut, doubled, spliced, turned over or had something hostile put in.

import fc from 'fast-check'

/** What has broken readers before: depth, length, names with a second meaning, numbers at an edge. */
const hostile: readonly string[] = [
  '__proto__',
  '"__proto__":{"x":1},',
  '"constructor":{"prototype":{"x":1}},',
  '[[[[[[[['.repeat(16),
  '{"a":'.repeat(80),
  '\u0000',
  '\ufeff',
  '\u202e',
  '\ud800'.slice(0, 1),
  '1e999',
  '-0',
  '9007199254740993',
  '0'.repeat(400),
  'z'.repeat(2000),
  '~~~~',
  '....',
  '====',
  '%00',
  '<!ENTITY a "b">',
  '<![CDATA[',
  '"@context":null,',
  '"alg":"none",',
  'did:web:..%2f..',
  '\u0660\u0661',
]

const encoder = new TextEncoder()

type Damage = (bytes: Uint8Array, others: readonly Uint8Array[]) => Uint8Array

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** A place in an input of any length. */
const place = fc.double({ min: 0, max: 1, noNaN: true })
const within = (bytes: Uint8Array, share: number) => Math.floor(share * bytes.length)

const flipped = fc
  .tuple(place, fc.integer({ min: 1, max: 255 }))
  .map(([share, flip]): Damage => (bytes) => {
    const copy = Uint8Array.from(bytes)
    const at = within(copy, share)
    if (at < copy.length) copy[at] = (copy[at] ?? 0) ^ flip
    return copy
  })

const cut = fc.tuple(place, fc.nat(64)).map(([share, length]): Damage => (bytes) => {
  const at = within(bytes, share)
  return joined(bytes.subarray(0, at), bytes.subarray(at + length))
})

const ended = place.map(
  (share): Damage =>
    (bytes) =>
      bytes.subarray(0, within(bytes, share)),
)

const doubled = fc
  .tuple(place, fc.nat(200), fc.integer({ min: 1, max: 30 }))
  .map(([share, length, times]): Damage => (bytes) => {
    const at = within(bytes, share)
    const piece = bytes.subarray(at, at + length)
    const copies = Array.from({ length: times }, () => piece)
    return joined(bytes.subarray(0, at), ...copies, bytes.subarray(at))
  })

const spliced = fc
  .tuple(place, place, fc.nat())
  .map(([share, otherShare, which]): Damage => (bytes, others) => {
    const other = others[which % others.length] ?? bytes
    return joined(
      bytes.subarray(0, within(bytes, share)),
      other.subarray(within(other, otherShare)),
    )
  })

const poisoned = fc
  .tuple(place, fc.constantFrom(...hostile), fc.boolean())
  .map(([share, text, over]): Damage => (bytes) => {
    const at = within(bytes, share)
    const piece = encoder.encode(text)
    return joined(
      bytes.subarray(0, at),
      piece,
      bytes.subarray(over ? Math.min(bytes.length, at + piece.length) : at),
    )
  })

const damages = fc.array(fc.oneof(flipped, cut, ended, doubled, spliced, poisoned), {
  minLength: 1,
  maxLength: 4,
})

/** One of the good inputs with one to four things done to it; now and then bytes out of nowhere. */
export function damaged(seeds: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const fromSeed = fc
    .tuple(fc.constantFrom(...seeds), damages)
    .map(([seed, list]) => list.reduce((bytes, damage) => damage(bytes, seeds), seed))
  return fc.oneof(
    { weight: 9, arbitrary: fromSeed },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  )
}
