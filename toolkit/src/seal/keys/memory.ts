// A key held in memory: of an opened key file, or a throw-away one for trial sealing.

import { algorithmsOf, sign, type Algorithm, type PrivateJwk, type PublicJwk } from '#machine'
import { refuse } from '../../refusal.ts'
import type { Signer } from '../signer.ts'

export interface MemorySettings {
  readonly verificationMethod?: string
  /** DER, leaf first. */
  readonly certificates?: readonly Uint8Array[]
  /** Where the key can do several (RSA); the first it can do otherwise. */
  readonly algorithm?: Algorithm
}

/** The public half: no private member, whatever the key holds. */
export function publicPartOf(key: PrivateJwk | PublicJwk): PublicJwk {
  const { kty, crv, x, y, n, e } = key
  const members = Object.entries({ crv, x, y, n, e }).filter(([, value]) => value !== undefined)
  return { kty, ...Object.fromEntries(members) }
}

export function memorySigner(key: PrivateJwk, settings: MemorySettings = {}): Signer {
  const able = algorithmsOf(key)
  const algorithm = settings.algorithm ?? (key.kty === 'RSA' ? 'RS256' : able[0])
  if (algorithm === undefined || !able.includes(algorithm)) {
    return refuse('key.algorithm', '', 'This key cannot sign the way it is asked to.')
  }
  return {
    algorithm,
    publicKey: publicPartOf(key),
    certificates: settings.certificates ?? [],
    ...(settings.verificationMethod === undefined
      ? {}
      : { verificationMethod: settings.verificationMethod }),
    sign: (data) => sign(algorithm, key, data),
  }
}
