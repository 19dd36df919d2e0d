// UTF-8, strictly: no byte order mark, no broken sequence, no lone surrogate.

import { refuse } from '../refusal.ts'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const encoder = new TextEncoder()

export function utf8Decode(bytes: Uint8Array, place = ''): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    refuse('utf8.byte-order-mark', place, 'The text begins with a byte order mark.')
  }
  try {
    return decoder.decode(bytes)
  } catch (error) {
    return refuse('utf8.broken', place, 'The text is not valid UTF-8.', error)
  }
}

export function utf8(text: string): Uint8Array {
  return encoder.encode(text)
}
