// The key of the house: it wraps the secrets of learners, tokens of webhooks and passphrases of keys, and is
// itself never in the database. Several keys may be given: the first wraps, all unwrap, so that a new key comes
// in before the old one goes. What it made for itself (for fingerprints, for key files) lies wrapped in the store.

import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BadConfig } from '../config.ts'
import type { Vault } from '../house.ts'
import { NotOurs, open, seal } from './envelope.ts'
import type { Store } from './store.ts'

type Random = (length: number) => Uint8Array

/** The current one first. */
export type HouseKeys = readonly [Uint8Array, ...Uint8Array[]]

const idLength = 4

/**
 * @param keys 32 bytes each, the current one first
 * @param prints what fingerprints are made with; it stays when keys change ({@link openVaultOf}).
 */
export function openVault(keys: HouseKeys, random: Random, prints?: Uint8Array): Vault {
  const named = keys.map((key) => ({ id: idOf(key), key: derived(key, 'wrap') }))
  const current = { id: idOf(keys[0]), key: derived(keys[0], 'wrap') }
  const printing = prints ?? derived(keys[0], 'fingerprint')
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
      createHmac('sha256', printing).update(`${context}\0${text}`).digest('base64url'),
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
export function readKeys(text: string): HouseKeys {
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
export function keysOfFolder(folder: string, random: Random): HouseKeys {
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

/** The vault of a house that has a store: its fingerprints outlive its keys. */
export async function openVaultOf(store: Store, keys: HouseKeys, random: Random): Promise<Vault> {
  const wrapping = openVault(keys, random)
  return openVault(keys, random, await houseSecret(store, wrapping, random, 'fingerprints'))
}

/** 32 random bytes of that name, made at the first time and kept wrapped. */
export async function houseSecret(
  store: Store,
  vault: Vault,
  random: Random,
  name: string,
): Promise<Uint8Array> {
  const place = `house|house_secret|wrapped|${name}`
  return store.atTheDoor(async (tx) => {
    const find = () =>
      tx.selectFrom('house_secret').select('wrapped').where('name', '=', name).executeTakeFirst()
    if ((await find()) === undefined)
      await tx
        .insertInto('house_secret')
        .values({ name, wrapped: vault.wrap(random(32), place) })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    const row = await find()
    if (row === undefined) throw new NotOurs(`The house has no secret ${name}.`)
    return vault.unwrap(row.wrapped, place)
  })
}
