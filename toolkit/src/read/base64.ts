// base64url and base64 as RFC 4648 has them, strictly: one text for one value, so that no two files
// are the same credential (sections 3.5 and 5).

import { refuse } from '../refusal.ts'

const urlLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const plainLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function valuesOf(letters: string): Int8Array {
  const values = new Int8Array(128).fill(-1)
  for (let i = 0; i < 64; i++) values[letters.charCodeAt(i)] = i
  return values
}

const urlValues = valuesOf(urlLetters)
const plainValues = valuesOf(plainLetters)

function decode(text: string, length: number, values: Int8Array, place: string): Uint8Array {
  const rest = length % 4
  if (rest === 1) refuse('base64.length', place, 'The base64 text has an impossible length.')
  const bytes = new Uint8Array(Math.floor((length * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (let i = 0; i < length; i++) {
    const value = values[text.charCodeAt(i)] ?? -1
    if (value < 0)
      refuse(
        'base64.letter',
        place,
        `The base64 text holds a character that does not belong there (position ${i + 1}).`,
      )
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (held >> bits) & 0xff
    }
  }
  if ((held & ((1 << bits) - 1)) !== 0) {
    refuse('base64.tail', place, 'The base64 text has bits left over at its end.')
  }
  return bytes
}

function encode(bytes: Uint8Array, letters: string): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] ?? 0
    const b = bytes[i + 1]
    const c = bytes[i + 2]
    text += letters.charAt(a >> 2) + letters.charAt(((a & 3) << 4) | ((b ?? 0) >> 4))
    if (b !== undefined) text += letters.charAt(((b & 15) << 2) | ((c ?? 0) >> 6))
    if (c !== undefined) text += letters.charAt(c & 63)
  }
  return text
}

/** RFC 4648 section 5 without padding. Refuses padding, white space and non-canonical tails. */
export function base64urlDecode(text: string, place = ''): Uint8Array {
  return decode(text, text.length, urlValues, place)
}

export function base64url(bytes: Uint8Array): string {
  return encode(bytes, urlLetters)
}

/** RFC 4648 section 4 with its padding, as x5c uses it (RFC 7515, 4.1.6). No white space. */
export function base64Decode(text: string, place = ''): Uint8Array {
  if (text.length % 4 !== 0) refuse('base64.length', place, 'The base64 text lacks its padding.')
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  return decode(text, text.length - padding, plainValues, place)
}

export function base64(bytes: Uint8Array): string {
  const text = encode(bytes, plainLetters)
  return text + '='.repeat((4 - (text.length % 4)) % 4)
}
