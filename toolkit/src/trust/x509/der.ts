// DER, read strictly (ITU-T X.690, section 10): one encoding for one value. Definite, shortest lengths,
// bounded depth, nothing after the end.

import { limits } from '../../limits.ts'
import { refuse } from '../../refusal.ts'

/** Identifier octets of the universal types used in certificates. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  numericString: 0x12,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visibleString: 0x1a,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const

/** One value: its identifier octet, its content, and all of its bytes. */
export interface Der {
  readonly tag: number
  readonly content: Uint8Array
  readonly bytes: Uint8Array
  readonly depth: number
  /** What is being read, for refusals. */
  readonly place: string
}

/** Reads one value that fills `bytes`. Refuses `der.*`. */
export function readDer(bytes: Uint8Array, place = ''): Der {
  const value = valueAt(bytes, 0, 0, place)
  if (value.bytes.length !== bytes.length)
    refuse('der.trailing', place, 'Something follows the end of the data.')
  return value
}

/** The values inside a constructed one. */
export function childrenOf(parent: Der): readonly Der[] {
  return [...eachOf(parent)]
}

/** The same one after the other, where there may be a hundred thousand. */
export function* eachOf(parent: Der): Generator<Der> {
  if ((parent.tag & 0x20) === 0)
    refuse('der.type', parent.place, 'A list of values is expected here.')
  for (let at = 0; at < parent.content.length;) {
    const child = valueAt(parent.content, at, parent.depth + 1, parent.place)
    at += child.bytes.length
    yield child
  }
}

function valueAt(bytes: Uint8Array, at: number, depth: number, place: string): Der {
  if (depth > limits.der.depth) refuse('der.depth', place, 'The data is nested too deeply.')
  const tag = bytes[at] ?? cut(place)
  if ((tag & 0x1f) === 0x1f)
    refuse('der.tag', place, 'The data holds a type not used in certificates.')
  if (tag >> 6 === 0 && ((tag & 0x20) !== 0) !== ((tag & 0x1f) === 0x10 || (tag & 0x1f) === 0x11)) {
    refuse('der.tag', place, 'The data is not in its one binary form.')
  }
  const { length, begin } = lengthAt(bytes, at + 1, place)
  const end = begin + length
  if (end > bytes.length) cut(place)
  return { tag, content: bytes.subarray(begin, end), bytes: bytes.subarray(at, end), depth, place }
}

function lengthAt(
  bytes: Uint8Array,
  at: number,
  place: string,
): { readonly length: number; readonly begin: number } {
  const first = bytes[at] ?? cut(place)
  if (first < 0x80) return { length: first, begin: at + 1 }
  const octets = first & 0x7f
  if (octets === 0 || octets > 4)
    refuse('der.length', place, 'The data is not in its one binary form.')
  let length = 0
  for (let i = 1; i <= octets; i++) length = length * 256 + (bytes[at + i] ?? cut(place))
  const shortest = length < 0x80 ? 0 : Math.ceil(Math.log2(length + 1) / 8)
  if (octets !== shortest) refuse('der.length', place, 'The data is not in its one binary form.')
  return { length, begin: at + 1 + octets }
}

function cut(place: string): never {
  return refuse('der.cut', place, 'The data ends too early.')
}

/** The value itself if it has that identifier octet. Refuses `der.type`. */
export function expectTag(value: Der | undefined, tag: number, place = ''): Der {
  if (value?.tag === tag) return value
  return refuse('der.type', value?.place ?? place, 'A value of another type is expected here.')
}

export function sequenceOf(value: Der | undefined, place = ''): readonly Der[] {
  return childrenOf(expectTag(value, tags.sequence, place))
}

/** Identifier octet of a context-specific tag. */
export function contextTag(number: number, constructed: boolean): number {
  return 0x80 | (constructed ? 0x20 : 0) | number
}

export function readBoolean(value: Der): boolean {
  const { content } = expectTag(value, tags.boolean)
  if (content.length !== 1 || (content[0] !== 0 && content[0] !== 0xff)) {
    refuse('der.boolean', value.place, 'The data is not in its one binary form.')
  }
  return content[0] === 0xff
}

/** The octets of an integer, in their shortest form. */
export function readInteger(value: Der | undefined, place = ''): Uint8Array {
  const { content, place: at } = expectTag(value, tags.integer, place)
  const [first, second] = content
  const padded =
    second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))
  if (first === undefined || padded)
    refuse('der.integer', at, 'The data is not in its one binary form.')
  return content
}

/** A small whole number, 0 up to 2^31 - 1. */
export function readSmallInteger(value: Der): number {
  const octets = readInteger(value)
  const [first = 0] = octets
  if (octets.length > 4 || first >= 0x80)
    refuse('der.integer', value.place, 'A number in the data is out of range.')
  return octets.reduce((number, octet) => number * 256 + octet, 0)
}

/** A whole number above zero, big-endian without its sign octet. */
export function readPositive(value: Der | undefined, place = ''): Uint8Array {
  const integer = expectTag(value, tags.integer, place)
  const octets = readInteger(integer)
  const [first = 0] = octets
  if (first >= 0x80 || (octets.length === 1 && first === 0))
    refuse('der.integer', integer.place, 'A number in the data must be above zero.')
  return first === 0 ? octets.subarray(1) : octets
}

/** A BIT STRING of whole octets: keys and signatures. */
export function readOctets(value: Der | undefined, place = ''): Uint8Array {
  const { content, place: at } = expectTag(value, tags.bitString, place)
  if (content[0] !== 0) refuse('der.bits', at, 'A key or signature is not made of whole bytes.')
  return content.subarray(1)
}

/**
 * A BIT STRING of named bits: the numbers of the bits that are set. Trailing zero bits are let pass: two roots that
 * every browser trusts have them, against X.690, 11.2.2.
 */
export function readNamedBits(value: Der): ReadonlySet<number> {
  const { content } = expectTag(value, tags.bitString)
  const unused = content[0] ?? cut(value.place)
  const bits = content.subarray(1)
  const [last = 0] = bits.subarray(-1)
  if (unused > 7 || (bits.length === 0 && unused !== 0) || (last & ((1 << unused) - 1)) !== 0) {
    refuse('der.bits', value.place, 'The data is not in its one binary form.')
  }
  const set = new Set<number>()
  bits.forEach((octet, i) => {
    for (let bit = 0; bit < 8; bit++) if ((octet & (0x80 >> bit)) !== 0) set.add(i * 8 + bit)
  })
  return set
}

/** An object identifier in dotted form. */
export function readOid(value: Der | undefined, place = ''): string {
  const { content, place: at } = expectTag(value, tags.oid, place)
  const arcs: bigint[] = []
  let arc = 0n
  let begun = false
  if (content.length > 64) refuse('der.oid', at, 'A name in the data is too long.')
  for (const octet of content) {
    if (!begun && octet === 0x80) refuse('der.oid', at, 'The data is not in its one binary form.')
    arc = (arc << 7n) | BigInt(octet & 0x7f)
    begun = (octet & 0x80) !== 0
    if (begun) continue
    if (arcs.length > 0) arcs.push(arc)
    else arcs.push(...(arc < 40n ? [0n, arc] : arc < 80n ? [1n, arc - 40n] : [2n, arc - 80n]))
    arc = 0n
  }
  if (begun || arcs.length === 0) cut(at)
  return arcs.join('.')
}

/** A time of a certificate: UTCTime or GeneralizedTime, to the second, in UTC (RFC 5280, 4.1.2.5). */
export function readTime(value: Der | undefined, place = ''): Date {
  const long = value?.tag === tags.generalizedTime
  const { content, place: at } = expectTag(value, long ? tags.generalizedTime : tags.utcTime, place)
  // A revocation list holds one for each of a hundred thousand certificates.
  const digits = long ? 14 : 12
  if (content.length !== digits + 1 || content[digits] !== 0x5a || !isDigits(content, digits))
    return refuse('der.time', at, 'A time in the data is malformed.')
  const two = (from: number) => ((content[from] ?? 0) - 0x30) * 10 + (content[from + 1] ?? 0) - 0x30
  const start = long ? 2 : 0
  const century = long ? two(0) : two(0) < 50 ? 20 : 19
  const [year, month, day] = [century * 100 + two(start), two(start + 2), two(start + 4)]
  const [hour, minute, second] = [two(start + 6), two(start + 8), two(start + 10)]
  const time = new Date(0)
  time.setUTCFullYear(year, month - 1, day)
  time.setUTCHours(hour, minute, second)
  // What is out of range rolls over, and then is not what was written.
  if (
    time.getUTCMonth() !== month - 1 ||
    time.getUTCDate() !== day ||
    time.getUTCHours() !== hour ||
    time.getUTCMinutes() !== minute ||
    time.getUTCSeconds() !== second
  )
    refuse('der.time', at, 'A time in the data does not exist.')
  return time
}

function isDigits(content: Uint8Array, length: number): boolean {
  for (let i = 0; i < length; i++) {
    const octet = content[i] as number
    if (octet < 0x30 || octet > 0x39) return false
  }
  return true
}

const wide = new TextDecoder('utf-16be', { fatal: true })
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of any of the string types; undefined for a value that is no text. */
export function readText(value: Der): string | undefined {
  switch (value.tag) {
    case tags.utf8String:
      return decoded(utf8, value)
    case tags.bmpString:
      return decoded(wide, value)
    case tags.printableString:
    case tags.numericString:
    case tags.ia5String:
    case tags.visibleString:
      return readAscii(value)
    case tags.teletexString:
      // Nobody writes T.61 any more; certificates that use the type mean Latin-1.
      return latin(value.content)
    default:
      return undefined
  }
}

/** The octets of an implicitly tagged IA5String, such as a URI in a general name. */
export function readAscii(value: Der): string {
  if (value.content.some((octet) => octet < 0x20 || octet > 0x7e))
    refuse('der.text', value.place, 'A text in the data is malformed.')
  return latin(value.content)
}

function latin(octets: Uint8Array): string {
  let text = ''
  for (const octet of octets) text += String.fromCharCode(octet)
  return text
}

function decoded(decoder: typeof utf8, value: Der): string {
  try {
    return decoder.decode(value.content)
  } catch (error) {
    return refuse('der.text', value.place, 'A text in the data is malformed.', error)
  }
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, i) => octet === b[i])
}

const hex = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, '0'))

export function hexOf(bytes: Uint8Array): string {
  let text = ''
  for (const octet of bytes) text += hex[octet] as string
  return text
}
