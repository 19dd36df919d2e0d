// The kinds of keys Tessera makes, and what they sign with.

import { type Algorithm, algorithmsOf, type PrivateJwk, type PublicJwk } from '#machine'
import { refuse } from '../../refusal.ts'

/** Ed25519 for Data Integrity proofs, P-256 or RSA for seals. */
export type KeyKind = 'Ed25519' | 'P-256' | 'RSA-3072'

/** Makes a new key. Passed in: the toolkit has no randomness of its own. */
export type GenerateKeyPair = (kind: KeyKind) => Promise<PrivateJwk>

/** The public half of a private key. */
export function publicPartOf({ kty, crv, x, y, n, e }: PublicJwk): PublicJwk {
  const members = Object.entries({ kty, crv, x, y, n, e }).filter(
    ([, value]) => value !== undefined,
  )
  return Object.fromEntries(members) as unknown as PublicJwk
}

/** The algorithm a key signs with; RSA seals use RS256, as all EDC seals seen do, unless another is asked for. */
export function algorithmFor(key: PublicJwk, wanted?: Algorithm): Algorithm {
  const able = algorithmsOf(key)
  const algorithm = wanted ?? (key.kty === 'RSA' ? 'RS256' : able[0])
  if (algorithm === undefined || !able.includes(algorithm)) {
    return refuse(
      'key.algorithm',
      '',
      wanted === undefined
        ? 'This kind of key cannot sign here.'
        : `This key cannot sign with ${wanted}.`,
    )
  }
  return algorithm
}
