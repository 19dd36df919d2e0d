// The key binding of a presentation (RFC 9901, 4.3 and 7.3): the holder signs who it is for, the reader's
// nonce, the time, and the hash of exactly what is shown.

import type { PublicJwk } from '#machine'
import { isObject, type JsonObject, readJsonObject } from '../../read/json.ts'
import { readPublicJwk } from '../../read/jwk.ts'
import { refuse } from '../../refusal.ts'
import { proofOfCompact, requireTyp } from '../jose/compact.ts'
import { checkSignature } from '../jose/jws.ts'
import { numericDate } from '../jose/numeric-date.ts'
import type { Proof } from '../proof.ts'
import { digestOfText } from './disclosure.ts'
import type { SdJwt } from './read.ts'

export interface KeyBinding {
  readonly audience: string
  readonly nonce: string
  readonly presentedAt: Date
  /** Holds for the confirmation key alone, and only if `sd_hash` is that of what is shown. */
  readonly proof: Proof
}

/** The key the issuer bound the credential to (RFC 7800, 3.2). Refuses `sd-jwt.confirmation`, `jwk.*`. */
export function confirmationOf(payload: JsonObject, place = ''): PublicJwk | undefined {
  if (!Object.hasOwn(payload, 'cnf')) return undefined
  const cnf = payload['cnf']
  if (!isObject(cnf)) return refuse('sd-jwt.confirmation', place, 'The claim "cnf" is malformed.')
  // Other ways to name a key (kid, x5t#S256) are not known here; a key binding then has no key.
  return Object.hasOwn(cnf, 'jwk') ? readPublicJwk(cnf['jwk'], place) : undefined
}

/**
 * The key binding, if there is one. Refuses `jose.typ`, `sd-jwt.key-binding` when a part is missing or
 * malformed, and `sd-jwt.no-confirmation` when the credential is bound to no key.
 */
export function keyBindingOf(sdJwt: SdJwt, place = ''): KeyBinding | undefined {
  const token = sdJwt.keyBinding
  if (token === undefined) return undefined
  requireTyp(token, 'kb+jwt', place)
  const confirmation = confirmationOf(sdJwt.payload, place)
  if (confirmation === undefined) {
    return refuse(
      'sd-jwt.no-confirmation',
      place,
      'The credential is bound to no key, but is shown with one.',
    )
  }
  const claims = readJsonObject(token.payload, place)
  const issuedAt = numericDate(claims, 'iat', place)
  const notBefore = numericDate(claims, 'nbf', place)
  const expiresAt = numericDate(claims, 'exp', place)
  const { aud, nonce, sd_hash: hash } = claims
  if (
    issuedAt === undefined ||
    typeof aud !== 'string' ||
    typeof nonce !== 'string' ||
    typeof hash !== 'string'
  ) {
    return refuse(
      'sd-jwt.key-binding',
      place,
      'The key binding lacks its audience, nonce, time or hash.',
    )
  }
  // It counts as shown when it says it begins to count, so a later `nbf` is not overlooked.
  const presentedAt = notBefore !== undefined && notBefore > issuedAt ? notBefore : issuedAt
  const proof = proofOfCompact(token, {
    name: 'SD-JWT key binding',
    purpose: 'authentication',
    key: { kind: 'embedded', key: confirmation },
    signedAt: issuedAt,
    challenge: nonce,
    domain: aud,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  })
  return {
    audience: aud,
    nonce,
    presentedAt,
    proof: {
      ...proof,
      verify: async (key) => {
        if (!sameKey(key, confirmation)) {
          return no('holder.other-key', 'This is not the key the credential is bound to.')
        }
        if (digestOfText(sdJwt.presented, sdJwt.hash) !== hash) {
          return no('holder.changed', 'What is shown is not what the holder bound to this key.')
        }
        return checkSignature(token, key)
      },
    },
  }
}

function no(code: string, sentence: string) {
  return { holds: false, code, sentence } as const
}

function sameKey(a: PublicJwk, b: PublicJwk): boolean {
  return (['kty', 'crv', 'x', 'y', 'n', 'e'] as const).every((member) => a[member] === b[member])
}
