// JWS Compact Serialization (RFC 7515, 7.1), read strictly and written: header.payload.signature.
// The bytes that are signed are the received ones, never bytes made again.

import { type Algorithm, algorithmsOf, type PublicJwk, verifySignature } from '#machine'
import { limits } from '../../limits.ts'
import { base64url, base64urlDecode } from '../../read/base64.ts'
import { type JsonObject, readJsonObject } from '../../read/json.ts'
import { utf8 } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'
import type { KeyReference, Proof, SignatureAnswer } from '../proof.ts'
import type { Signer } from '../signer.ts'
import { algorithmOf, keyReferenceOf, requireUnderstood } from './header.ts'

/** A compact token, taken apart; nothing of it is believed yet. */
export interface CompactToken {
  readonly header: JsonObject
  /** The header's `alg`; the key must fit it ({@link proofOfCompact}). */
  readonly algorithm: Algorithm
  /** What the header says about its key. */
  readonly key: KeyReference
  readonly payload: Uint8Array
  readonly signature: Uint8Array
  /** `header.payload` as received. */
  readonly protectedText: string
  /** The bytes of {@link protectedText}: what is signed. */
  readonly signingInput: Uint8Array
}

/**
 * Takes a compact token apart. Refuses `jose.form` (not exactly three non-empty parts, no length over the
 * limit), `base64.*`, `json.*`, `jose.header`, `jose.algorithm`, `jose.critical`, `jose.x5c`, `jose.kid`,
 * `jose.remote-key`, and `jose.unencoded` for any `b64` header (RFC 7797).
 * @param understood critical header parameters the caller knows
 */
export function readCompact(
  text: string,
  place = '',
  understood: readonly string[] = [],
): CompactToken {
  if (text.length > limits.token) refuse('jose.too-long', place, 'The token is too long.')
  const [head, body, seal, ...more] = text.split('.', 4)
  if (!head || !body || !seal || more.length > 0) {
    return refuse('jose.form', place, 'This is not a signed token of three parts.')
  }
  const header = readJsonObject(base64urlDecode(head, place), place)
  const algorithm = algorithmOf(header, place)
  if (Object.hasOwn(header, 'b64')) {
    refuse('jose.unencoded', place, 'Tokens whose payload is not encoded are not accepted here.')
  }
  requireUnderstood(header, understood, place)
  const protectedText = text.slice(0, head.length + 1 + body.length)
  return {
    header,
    algorithm,
    key: keyReferenceOf(header, place),
    payload: base64urlDecode(body, place),
    signature: base64urlDecode(seal, place),
    protectedText,
    signingInput: utf8(protectedText),
  }
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

/** Whether the key can do the algorithm the token names, and made its signature. */
export async function checkSignature(
  token: CompactToken,
  key: PublicJwk,
): Promise<SignatureAnswer> {
  if (!algorithmsOf(key).includes(token.algorithm)) {
    return {
      holds: false,
      code: 'signature.algorithm',
      sentence: `The token names the algorithm ${token.algorithm}, which does not go with this key.`,
    }
  }
  return (await verifySignature(token.algorithm, key, token.signingInput, token.signature))
    ? { holds: true }
    : {
        holds: false,
        code: 'signature.changed',
        sentence: 'The content is not what was signed, or another key signed it.',
      }
}
