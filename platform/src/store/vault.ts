// The key of the house: it wraps the secrets of learners, tokens of webhooks and passphrases of keys, and is
// itself never in the database. Several keys may be given: the first wraps, all unwrap, so that a new key comes
// in before the old one goes.

import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { BadConfig } from '../config.ts'
import type { Vault } from '../house.ts'
import { NotOurs, open, seal } from './envelope.ts'

type Random = (length: number) => Uint8Array

const idLength = 4

/** @param keys 32 bytes each, the current one first */
export function openVault(keys: readonly [Uint8Array, ...Uint8Array[]], random: Random): Vault {
  const named = keys.map((key) => ({ id: idOf(key), key: derived(key, 'wrap') }))
  const [current] = named
  // The oldest key's, so that a fingerprint stays the same when a new key comes in.
  const oldest = keys.at(-1) ?? keys[0]
  const prints = derived(oldest, 'fingerprint')
  if (current === undefined) throw new BadConfig('There is no key of the house.')
  return {
    wrap: (plain, context) =>
      Buffer.concat([current.id, seal(current.key, plain, context, random)]),
    unwrap: (wrapped, context) => {
      const id = Buffer.from(wrapped.subarray(0, idLength))
      const found = named.find((each) => id.equals(each.id))
      if (found === undefined)
        throw new NotOurs(`What stands at ${context} was wrapped with a key that is not given.`)
      return open(found.key, wrapped.subarray(idLength), context)
    },
    isCurrent: (wrapped) => current.id.equals(Buffer.from(wrapped.subarray(0, idLength))),
    fingerprint: (text, context) =>
      createHmac('sha256', prints).update(`${context}\0${text}`).digest('base64url'),
  }
}

function idOf(key: Uint8Array): Buffer {
  return createHash('sha256')
    .update('tessera key of the house\0')
    .update(key)
    .digest()
    .subarray(0, idLength)
}

function derived(key: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), `tessera ${purpose}`, 32))
}

/** Reads `TESSERA_KEY`: one key, or several with commas between, the current one first. */
export function readKeys(text: string): readonly [Uint8Array, ...Uint8Array[]] {
  const [first, ...more] = text.split(',').map((part) => {
    const key = Buffer.from(part.trim(), 'base64url')
    if (key.length !== 32 || key.toString('base64url') !== part.trim().replace(/=$/, ''))
      throw new BadConfig(
        'TESSERA_KEY: 32 random bytes in base64url are asked for: openssl rand 32 | basenc --base64url',
      )
    return key
  })
  if (first === undefined) throw new BadConfig('TESSERA_KEY is empty.')
  return [first, ...more]
}

/** In development the house makes its own key, beside the data. */
export function keysOfFolder(
  folder: string,
  random: Random,
): readonly [Uint8Array, ...Uint8Array[]] {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'house.key')
  try {
    writeFileSync(path, `${Buffer.from(random(32)).toString('base64url')}\n`, {
      flag: 'wx',
      mode: 0o600,
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readKeys(readFileSync(path, 'utf8').trim())
}
