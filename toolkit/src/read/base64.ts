// base64url and base64 as RFC 4648 has them, strictly: one text for one value, so that no two files
// are the same credential (sections 3.5 and 5).

import { refuse } from '../refusal.ts'

const urlLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const plainLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function valuesOf(letters: string): Int8Array {
  const values = new Int8Array(256).fill(-1)
  for (let i = 0; i < 64; i++) values[letters.charCodeAt(i)] = i
  return values
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

/** The characters as bytes, good until the next call. Refuses any that is not ASCII. */
function lettersOf(text: string, values: Int8Array, place: string): Uint8Array {
  const bytes = text.length <= scratch.length ? scratch : new Uint8Array(text.length)
  const { read, written } = encoder.encodeInto(text, bytes)
  return read === text.length && written === text.length ? bytes : badLetter(text, values, place)
}

function decode(text: string, length: number, values: Int8Array, place: string): Uint8Array {
  const rest = length % 4
  if (rest === 1) refuse('base64.length', place, 'The base64 text has an impossible length.')
  const letters = lettersOf(text, values, place)
  const bytes = new Uint8Array(Math.floor((length * 3) / 4))
  const value = (i: number) => values[letters[i] ?? 0] ?? -1
  const whole = length - rest
  let at = 0
  for (let i = 0; i < whole; i += 4) {
    const four = (value(i) << 18) | (value(i + 1) << 12) | (value(i + 2) << 6) | value(i + 3)
    // One negative value makes the whole negative.
    if (four < 0) return badLetter(text, values, place)
    bytes[at++] = four >> 16
    bytes[at++] = four >> 8
    bytes[at++] = four
  }
  if (rest === 0) return bytes
  const a = value(whole)
  const b = value(whole + 1)
  const c = rest === 3 ? value(whole + 2) : 0
  if ((a | b | c) < 0) return badLetter(text, values, place)
  if ((rest === 2 ? b & 0x0f : c & 0x03) !== 0) {
    refuse('base64.tail', place, 'The base64 text has bits left over at its end.')
  }
  bytes[at++] = (a << 2) | (b >> 4)
  if (rest === 3) bytes[at] = (b << 4) | (c >> 2)
  return bytes
}

function badLetter(text: string, values: Int8Array, place: string): never {
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
    letters[at] = codes[value & 63] ?? 0
  }
  const rest = bytes.length % 3
  const whole = bytes.length - rest
  let at = 0
  for (let i = 0; i < whole; i += 3) {
    const three = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
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
