// Hashes of texts as RDFC-1.0 writes them down: lower-case hex.

import { sha256 } from '#machine'
import { utf8 } from '../../read/utf8.ts'

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Hex of the hash of a text in UTF-8. */
export function textHash(text: string, hash: (bytes: Uint8Array) => Uint8Array = sha256): string {
  let hex = ''
  for (const byte of hash(utf8(text))) hex += digits[byte] as string
  return hex
}
