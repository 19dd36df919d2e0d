// Driver, Node only: new keys from node:crypto.

import { generateKeyPair as nodeGenerate, type KeyObject } from 'node:crypto'
import type { PrivateJwk } from '#machine'
import type { KeyKind } from './key-kind.ts'

/** Makes a new key with the operating system's randomness. RSA takes up to a second. */
export async function generateKeyPair(kind: KeyKind): Promise<PrivateJwk> {
  const key = await new Promise<KeyObject>((resolve, reject) => {
    const done = (error: Error | null, _: KeyObject, made: KeyObject): void =>
      error === null ? resolve(made) : reject(error)
    if (kind === 'Ed25519') nodeGenerate('ed25519', {}, done)
    else if (kind === 'P-256') nodeGenerate('ec', { namedCurve: 'P-256' }, done)
    else nodeGenerate('rsa', { modulusLength: 3072 }, done)
  })
  return key.export({ format: 'jwk' }) as unknown as PrivateJwk
}
