// base58-btc, the Bitcoin alphabet (W3C Controlled Identifiers 1.0, section 2.4).

import { limits } from '../limits.ts'
import { refuse } from '../refusal.ts'

const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const values = new Map([...letters].map((letter, i) => [letter, i]))

export function base58Decode(text: string, place = ''): Uint8Array {
  // The decoder is quadratic: 200,000 letters cost half a minute.
  if (text.length > limits.base58) refuse('base58.too-long', place, 'The base58 text is too long.')
  let zeros = 0
  while (text[zeros] === '1') zeros++
  const digits: number[] = []
  for (const letter of text.slice(zeros)) {
    let carry =
      values.get(letter) ??
      refuse(
        'base58.letter',
        place,
        'The base58 text holds a character that does not belong there.',
      )
    for (let i = 0; i < digits.length; i++) {
      carry += (digits[i] as number) * 58
      digits[i] = carry & 0xff
      carry >>= 8
    }
    while (carry > 0) {
      digits.push(carry & 0xff)
      carry >>= 8
    }
  }
  const bytes = new Uint8Array(zeros + digits.length)
  bytes.set(digits.toReversed(), zeros)
  return bytes
}

export function base58(bytes: Uint8Array): string {
  let zeros = 0
  while (bytes[zeros] === 0 && zeros < bytes.length) zeros++
  const digits: number[] = []
  for (const byte of bytes.subarray(zeros)) {
    let carry = byte
    for (let i = 0; i < digits.length; i++) {
      carry += (digits[i] as number) << 8
      digits[i] = carry % 58
      carry = Math.floor(carry / 58)
    }
    while (carry > 0) {
      digits.push(carry % 58)
      carry = Math.floor(carry / 58)
    }
  }
  return (
    '1'.repeat(zeros) +
    digits
      .toReversed()
      .map((digit) => letters.charAt(digit))
      .join('')
  )
}
