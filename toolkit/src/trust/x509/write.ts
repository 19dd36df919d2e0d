// DER, written (ITU-T X.690, section 10).

import { utf8 } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'
import { contextTag, hexOf, tags } from './der.ts'

/** One value from its identifier octet and its content. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest & 0xff)
  const head = length < 0x80 ? [tag, length] : [tag, 0x80 | octets.length, ...octets]
  const bytes = new Uint8Array(head.length + length)
  bytes.set(head)
  let at = head.length
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

export function sequence(...parts: readonly Uint8Array[]): Uint8Array {
  return der(tags.sequence, ...parts)
}

/** A SET OF: its members in the order of their encodings (X.690, 11.6). */
export function set(...parts: readonly Uint8Array[]): Uint8Array {
  return der(tags.set, ...parts.toSorted((a, b) => (hexOf(a) < hexOf(b) ? -1 : 1)))
}

/** A whole number above zero from its big-endian octets. */
export function positive(octets: Uint8Array): Uint8Array {
  let begin = 0
  while (begin < octets.length - 1 && octets[begin] === 0) begin++
  const trimmed = octets.subarray(begin)
  const [first = 0] = trimmed
  return der(tags.integer, first >= 0x80 ? Uint8Array.of(0, ...trimmed) : trimmed)
}

export function smallInteger(value: number): Uint8Array {
  const octets: number[] = []
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest & 0xff)
  return positive(Uint8Array.from(octets.length === 0 ? [0] : octets))
}

export function boolean(value: boolean): Uint8Array {
  return der(tags.boolean, Uint8Array.of(value ? 0xff : 0))
}

export function nothing(): Uint8Array {
  return der(tags.null)
}

export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const octets = [first * 40 + second, ...rest].flatMap((arc) => {
    const sevens = [arc & 0x7f]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      sevens.unshift((left & 0x7f) | 0x80)
    return sevens
  })
  return der(tags.oid, Uint8Array.from(octets))
}

export function utf8String(text: string): Uint8Array {
  return der(tags.utf8String, utf8(text))
}

export function printableString(text: string): Uint8Array {
  if (!/^[A-Za-z0-9 '()+,\-./:=?]*$/.test(text))
    refuse('der.text', '', 'A country code holds a character that does not belong there.')
  return der(tags.printableString, utf8(text))
}

export function octetString(bytes: Uint8Array): Uint8Array {
  return der(tags.octetString, bytes)
}

/** A BIT STRING of whole octets. */
export function bitString(bytes: Uint8Array): Uint8Array {
  return der(tags.bitString, Uint8Array.of(0), bytes)
}

/** A BIT STRING of named bits 0 to 7, without trailing zero bits. */
export function namedBits(...bits: readonly number[]): Uint8Array {
  const octet = bits.reduce((sum, bit) => sum | (0x80 >> bit), 0)
  return der(tags.bitString, Uint8Array.of(7 - Math.max(...bits), octet))
}

/** A time to the second: UTCTime up to 2049, GeneralizedTime from 2050 (RFC 5280, 4.1.2.5). */
export function time(at: Date): Uint8Array {
  const digits = at.toISOString().slice(0, 19).replaceAll(/[-T:]/g, '')
  const year = at.getUTCFullYear()
  return year < 2050
    ? der(tags.utcTime, utf8(`${digits.slice(2)}Z`))
    : der(tags.generalizedTime, utf8(`${digits}Z`))
}

/** GeneralizedTime to the second, as time stamps have it (RFC 3161, 2.4.2). */
export function generalizedTime(at: Date): Uint8Array {
  return der(
    tags.generalizedTime,
    utf8(`${at.toISOString().slice(0, 19).replaceAll(/[-T:]/g, '')}Z`),
  )
}

export function context(number: number, ...parts: readonly Uint8Array[]): Uint8Array {
  return der(contextTag(number, true), ...parts)
}

export function contextPrimitive(number: number, bytes: Uint8Array): Uint8Array {
  return der(contextTag(number, false), bytes)
}
