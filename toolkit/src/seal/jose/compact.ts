// Signed tokens: the compact serialisation of RFC 7515, 7.1, read strictly and written, without the options
// JWTs do without (RFC 7519; RFC 7797, section 7).

import { base64url, base64urlDecode } from '../../read/base64.ts'
import type { JsonObject } from '../../read/json.ts'
import { utf8 } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'
import type { KeyReference, Proof } from '../proof.ts'
import type { Signer } from '../signer.ts'
import { checkSignature, type JwsSignature, readCompactSignature } from './jws.ts'

/** A compact token, taken apart; nothing of it is believed yet. */
export interface CompactToken extends JwsSignature {
  readonly payload: Uint8Array
}

/**
 * Takes a compact token apart. Refuses `jose.form` (not exactly three non-empty parts), what {@link readCompactSignature}
 * refuses, and `jose.unencoded` for any `b64` header (RFC 7797).
 * @param understood critical header parameters the caller knows
 */
export function readCompact(
  text: string,
  place = '',
  understood: readonly string[] = [],
): CompactToken {
  const { body, ...signature } = readCompactSignature(text, { understood }, place)
  if (body === '') return refuse('jose.form', place, 'The token has no content.')
  return { ...signature, payload: base64urlDecode(body, place) }
}

/** Refuses (`jose.typ`) a token whose `typ` is not exactly this one (RFC 8725, 3.11). */
export function requireTyp(token: CompactToken, typ: string, place = ''): void {
  if (token.header['typ'] !== typ) {
    refuse('jose.typ', place, `The token is not of the type ${typ}.`)
  }
}

/** Signs a payload; the header's `alg` is the signer's. */
export async function signCompact(
  header: JsonObject,
  payload: Uint8Array | JsonObject,
  signer: Signer,
): Promise<string> {
  const { alg: _, ...members } = header
  const head = base64url(utf8(JSON.stringify({ alg: signer.algorithm, ...members })))
  const bytes = payload instanceof Uint8Array ? payload : utf8(JSON.stringify(payload))
  const protectedText = `${head}.${base64url(bytes)}`
  return `${protectedText}.${base64url(await signer.sign(utf8(protectedText)))}`
}

export interface ProofSettings {
  /** Name of the kind of proof; the algorithm is added to it: `VC-JWT` → `VC-JWT ES256`. */
  readonly name: string
  /** The time of signing it claims (`iat`). */
  readonly signedAt?: Date
  readonly purpose?: 'assertionMethod' | 'authentication'
  readonly challenge?: string
  readonly domain?: string
  readonly level?: string
  /** Overrides what the header says about the key, such as the `cnf` key for a key binding. */
  readonly key?: KeyReference
}

/** The signature of a compact token as a proof to check. */
export function proofOfCompact(token: CompactToken, settings: ProofSettings): Proof {
  const { name, key, purpose = 'assertionMethod', ...rest } = settings
  return {
    ...rest,
    suite: `${name} ${token.algorithm}`,
    algorithm: token.algorithm,
    key: key ?? token.key,
    purpose,
    verify: (jwk) => checkSignature(token, jwk),
  }
}
