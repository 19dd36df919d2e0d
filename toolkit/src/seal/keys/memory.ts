// Keys that live in memory only: for the trial seal before the real one, and behind the other drivers.

import { type Algorithm, type PrivateJwk, sign } from '#machine'
import type { Keyring, Signer } from '../signer.ts'
import { algorithmFor, type GenerateKeyPair, publicPartOf } from './key-kind.ts'

export interface SignerNames {
  readonly algorithm?: Algorithm
  readonly verificationMethod?: string
  /** DER, leaf first. */
  readonly certificates?: readonly Uint8Array[]
}

/** A signer over a private key. Refuses `key.algorithm`. */
export function memorySigner(key: PrivateJwk, names: SignerNames = {}): Signer {
  const algorithm = algorithmFor(key, names.algorithm)
  return {
    algorithm,
    publicKey: publicPartOf(key),
    ...(names.verificationMethod === undefined
      ? {}
      : { verificationMethod: names.verificationMethod }),
    certificates: names.certificates ?? [],
    sign: (data) => sign(algorithm, key, data),
  }
}

/** A signer like another one in every name, over a throw-away key: what it seals looks real and proves nothing. */
export async function throwAwaySigner(like: Signer, generate: GenerateKeyPair): Promise<Signer> {
  const { kty, crv } = like.publicKey
  const kind = kty === 'RSA' ? 'RSA-3072' : crv === 'Ed25519' ? 'Ed25519' : 'P-256'
  return memorySigner(await generate(kind), like)
}

export async function throwAwayKeyring(like: Keyring, generate: GenerateKeyPair): Promise<Keyring> {
  return {
    proof: await throwAwaySigner(like.proof, generate),
    seal: await throwAwaySigner(like.seal, generate),
  }
}
