// Encrypted and bound to its place: AES-256-GCM (NIST SP 800-38D), with the place as additional data, so that
// what was taken from one row does not open in another.

import { createCipheriv, createDecipheriv } from 'node:crypto'

/** The words of a place: organisation, table, column, row. */
export function placeOf(organisation: string, table: string, column: string, id: string): string {
  return [organisation, table, column, id].join('|')
}

/** It was changed, belongs to another place, or the key is another one. */
export class NotOurs extends Error {
  override readonly name = 'NotOurs'
}

const version = 1
const ivLength = 12
const tagLength = 16

/** version · iv · ciphertext · tag */
export function seal(
  key: Uint8Array,
  plain: Uint8Array,
  place: string,
  random: (length: number) => Uint8Array,
): Uint8Array {
  const iv = random(ivLength)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(place))
  return Buffer.concat([
    Buffer.from([version]),
    iv,
    cipher.update(plain),
    cipher.final(),
    cipher.getAuthTag(),
  ])
}

export function open(key: Uint8Array, sealed: Uint8Array, place: string): Uint8Array {
  if (sealed.length < 1 + ivLength + tagLength || sealed[0] !== version)
    throw new NotOurs(`What stands at ${place} is not encrypted the way this house does it.`)
  const iv = sealed.subarray(1, 1 + ivLength)
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagLength })
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength))
  try {
    const plain = decipher.update(sealed.subarray(1 + ivLength, sealed.length - tagLength))
    return Buffer.concat([plain, decipher.final()])
  } catch (cause) {
    throw new NotOurs(`What stands at ${place} was changed or does not belong there.`, { cause })
  }
}
