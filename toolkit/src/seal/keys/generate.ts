// Driver, Node only: new keys from node:crypto.

import { generateKeyPair as nodeGenerate, type KeyPairKeyObjectResult } from 'node:crypto'
import { promisify } from 'node:util'
import type { PrivateJwk } from '#machine'
import type { KeyKind } from './key-kind.ts'

const make = promisify(nodeGenerate)

async function made(kind: KeyKind): Promise<KeyPairKeyObjectResult> {
  switch (kind) {
    case 'Ed25519':
      return make('ed25519')
    case 'P-256':
      return make('ec', { namedCurve: 'P-256' })
    case 'RSA-3072':
      return make('rsa', { modulusLength: 3072 })
  }
}

/** Makes a new key with the operating system's randomness. RSA takes up to a second. */
export async function generateKeyPair(kind: KeyKind): Promise<PrivateJwk> {
  const { privateKey } = await made(kind)
  return privateKey.export({ format: 'jwk' }) as unknown as PrivateJwk
}
