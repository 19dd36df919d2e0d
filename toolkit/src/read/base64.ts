// base64url and base64 as RFC 4648 has them, strictly: one text for one value, so that no two files
// are the same credential (sections 3.5 and 5).

import { refuse } from '../refusal.ts'
import { utf8Decode } from './utf8.ts'

const urlLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const plainLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** What a letter is worth at each of the four places of its group; negative for what is no letter. */
type Values = readonly [Int32Array, Int32Array, Int32Array, Int32Array]

function valuesOf(letters: string): Values {
  const at = (shift: number) => {
    const values = new Int32Array(256).fill(-1)
    for (let i = 0; i < 64; i++) values[letters.charCodeAt(i)] = i << shift
    return values
  }
  return [at(18), at(12), at(6), at(0)]
}

function codesOf(letters: string): Uint8Array {
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
}

const urlValues = valuesOf(urlLetters)
const plainValues = valuesOf(plainLetters)
const urlCodes = codesOf(urlLetters)
const plainCodes = codesOf(plainLetters)
const encoder = new TextEncoder()
const decoder = new TextDecoder()
// Letters as bytes are read three times as fast as a text is, above all one cut out of a longer one.
const scratch = new Uint8Array(8192)
const plain = new Uint8Array(8192)

/** The characters as bytes, good until the next call. Refuses any that is not ASCII. */
function lettersOf(text: string, values: Values, place: string): Uint8Array {
  const bytes = text.length <= scratch.length ? scratch : new Uint8Array(text.length)
  const { read, written } = encoder.encodeInto(text, bytes)
  return read === text.length && written === text.length ? bytes : badLetter(text, values, place)
}

function decode(text: string, length: number, values: Values, place: string): Uint8Array {
  const bytes = new Uint8Array((length * 3) >> 2)
  decodeInto(bytes, text, length, values, place)
  return bytes
}

/** How many bytes were written. */
function decodeInto(
  bytes: Uint8Array,
  text: string,
  length: number,
  values: Values,
  place: string,
): number {
  const rest = length % 4
  if (rest === 1) refuse('base64.length', place, 'The base64 text has an impossible length.')
  const letters = lettersOf(text, values, place)
  const [first, second, third, fourth] = values
  const whole = length - rest
  let at = 0
  // Looked at once for all: one negative value makes the whole negative.
  let all = 0
  for (let i = 0; i < whole; i += 4) {
    const four =
      (first[letters[i] as number] as number) |
      (second[letters[i + 1] as number] as number) |
      (third[letters[i + 2] as number] as number) |
      (fourth[letters[i + 3] as number] as number)
    all |= four
    bytes[at++] = four >> 16
    bytes[at++] = four >> 8
    bytes[at++] = four
  }
  if (rest > 0) {
    const end =
      (first[letters[whole] as number] as number) |
      (second[letters[whole + 1] as number] as number) |
      (rest === 3 ? (third[letters[whole + 2] as number] as number) : 0)
    all |= end
    if (all >= 0 && (end & (rest === 2 ? 0xffff : 0xff)) !== 0) {
      refuse('base64.tail', place, 'The base64 text has bits left over at its end.')
    }
    bytes[at++] = end >> 16
    if (rest === 3) bytes[at++] = end >> 8
  }
  return all < 0 ? badLetter(text, values, place) : at
}

function badLetter(text: string, [, , , values]: Values, place: string): never {
  let at = 0
  while ((values[text.charCodeAt(at)] ?? -1) >= 0) at++
  return refuse(
    'base64.letter',
    place,
    `The base64 text holds a character that does not belong there (position ${at + 1}).`,
  )
}

function encode(bytes: Uint8Array, codes: Uint8Array): string {
  const letters = new Uint8Array(Math.ceil((bytes.length * 4) / 3))
  const put = (at: number, value: number) => {
    letters[at] = codes[value & 63] as number
  }
  const rest = bytes.length % 3
  const whole = bytes.length - rest
  let at = 0
  for (let i = 0; i < whole; i += 3) {
    const three =
      ((bytes[i] as number) << 16) | ((bytes[i + 1] as number) << 8) | (bytes[i + 2] as number)
    put(at++, three >> 18)
    put(at++, three >> 12)
    put(at++, three >> 6)
    put(at++, three)
  }
  const a = bytes[whole] ?? 0
  const b = bytes[whole + 1] ?? 0
  if (rest > 0) {
    put(at++, a >> 2)
    put(at++, (a << 4) | (b >> 4))
  }
  if (rest === 2) put(at, b << 2)
  return decoder.decode(letters)
}

/** RFC 4648 section 5 without padding. Refuses padding, white space and non-canonical tails. */
export function base64urlDecode(text: string, place = ''): Uint8Array {
  return decode(text, text.length, urlValues, place)
}

/** The text (UTF-8) in a base64url text: without a copy of the bytes where it is short. Refuses as {@link base64urlDecode} and {@link utf8Decode}. */
export function base64urlText(text: string, place = ''): string {
  if (text.length > plain.length) return utf8Decode(base64urlDecode(text, place), place)
  return utf8Decode(
    plain.subarray(0, decodeInto(plain, text, text.length, urlValues, place)),
    place,
  )
}

export function base64url(bytes: Uint8Array): string {
  return encode(bytes, urlCodes)
}

/** RFC 4648 section 4 with its padding, as x5c uses it (RFC 7515, 4.1.6). No white space. */
export function base64Decode(text: string, place = ''): Uint8Array {
  if (text.length % 4 !== 0) refuse('base64.length', place, 'The base64 text lacks its padding.')
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  return decode(text, text.length - padding, plainValues, place)
}

export function base64(bytes: Uint8Array): string {
  const text = encode(bytes, plainCodes)
  return text + '='.repeat((4 - (text.length % 4)) % 4)
}
