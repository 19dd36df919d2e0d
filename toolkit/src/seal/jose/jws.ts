// A JWS in any of its three serialisations (RFC 7515, section 7), taken apart strictly: what the signature
// is about is signed, what is signed is what was received, and there is one way to read it.

import { type Algorithm, algorithmsOf, type PublicJwk, verifySignature } from '#machine'
import { limits } from '../../limits.ts'
import { base64urlDecode } from '../../read/base64.ts'
import { isObject, type Json, type JsonObject, readJsonObject } from '../../read/json.ts'
import { utf8, utf8Decode } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'
import type { KeyReference, SignatureAnswer } from '../proof.ts'
import { algorithmOf, isEncoded, keyReferenceOf, registered, requireUnderstood } from './header.ts'

/** What the standard of a reader allows a JWS to say. */
export interface JwsRules {
  /** Critical header parameters it knows, besides `b64`. */
  readonly understood?: readonly string[]
  /** `forbidden`: no `b64` at all (RFC 7797, section 7: JWTs); `any`: it may be there, and in JSON it may be false. */
  readonly b64?: 'forbidden' | 'any'
}

/** One signature of a JWS; nothing it says is believed yet. */
export interface JwsSignature {
  /** The protected header. */
  readonly header: JsonObject
  /** What stands beside it in a JSON serialisation, signed by nobody. */
  readonly unsigned: JsonObject
  /** The header's `alg`; the key must fit it. */
  readonly algorithm: Algorithm
  /** What the header says about its key. */
  readonly key: KeyReference
  /** Whether the payload stands in base64url, as it does unless `b64` says otherwise (RFC 7797). */
  readonly encoded: boolean
  readonly signature: Uint8Array
  /** Protected header, dot and payload as received: the characters that are signed. */
  readonly signedText: string
}

export interface Jws {
  readonly serialisation: 'compact' | 'flattened' | 'general'
  /** As it stands in the file; undefined where the file does not hold it. */
  readonly payload: string | undefined
  /** Whether it stands in base64url. */
  readonly encoded: boolean
  readonly signatures: readonly JwsSignature[]
}

const jsonStart = /^\s*\{\s*"(payload|protected|header|signatures?)"\s*:/
// In base64url: `{"`, `{` and white space, `{}`.
const compactStart = /^\s*e(?:y[A-DI-L]|w[k-r0-3]|3[0-3])/
const compactLetters = /^[\w\s+/=.-]*$/

/** A cheap look: JSON that begins with `payload`, or with another member of a JWS and has a signature. */
export function looksLikeJsonJws(text: string): boolean {
  const first = jsonStart.exec(text)?.[1]
  return first === 'payload' || (first !== undefined && text.includes('"signature'))
}

/** A cheap look: text that begins as a compact token does and holds nothing one cannot hold, or could only be one. */
export function looksLikeCompactJws(text: string): boolean {
  return (
    compactLetters.test(text) &&
    text.includes('.') &&
    (compactStart.test(text) || /^\s*\..*\./s.test(text))
  )
}

/**
 * Takes a JWS apart. Refuses `jose.too-large`, `jose.form` (no serialisation of RFC 7515), `jose.too-long`, `jose.member`,
 * `jose.unprotected`, `jose.b64`, `jose.unencoded`, what the readers of its header refuse, `base64.*`, `json.*`.
 */
export function readJws(input: Uint8Array | string, rules: JwsRules = {}, place = ''): Jws {
  if (input.length > limits.file) refuse('jose.too-large', place, 'The file is too large.')
  const text = typeof input === 'string' ? input : utf8Decode(input, place)
  return text.trimStart().startsWith('{')
    ? readJson(readJsonObject(text, place), rules, place)
    : readCompactJws(text, rules, place)
}

function readCompactJws(text: string, rules: JwsRules, place: string): Jws {
  const { body, ...signature } = readCompactSignature(text, rules, place)
  return {
    serialisation: 'compact',
    payload: body === '' ? undefined : body,
    encoded: true,
    signatures: [signature],
  }
}

/** The compact serialisation (RFC 7515, 7.1): its signature, and its middle part as it stands, which may be empty. */
export function readCompactSignature(
  text: string,
  rules: JwsRules = {},
  place = '',
): JwsSignature & { readonly body: string } {
  if (text.length > limits.token) refuse('jose.too-large', place, 'The token is too long.')
  const [head = '', body, seal, ...more] = text.split('.', 4)
  if (body === undefined || seal === undefined || more.length > 0)
    return refuse('jose.form', place, 'This is not a signed token of three parts.')
  const signature = readSignature(head, body, seal, rules, place)
  if (!signature.encoded)
    refuse('jose.unencoded', place, 'The content of a compact token must be encoded.')
  return { ...signature, body, unsigned: {} }
}

/** The header of a compact token, to tell what kind of token it is before its own reader looks at it. */
export function headerOf(text: string, place = ''): JsonObject {
  const [head = ''] = text.split('.', 1)
  if (head.length > limits.jose.header)
    refuse('jose.too-long', place, 'The signed header is too long.')
  return readJsonObject(base64urlDecode(head, place), place)
}

/** The JSON serialisations (RFC 7515, 7.2): general, or flattened for one signature. */
function readJson(file: JsonObject, rules: JwsRules, place: string): Jws {
  const { payload, signatures } = file
  const general = signatures !== undefined
  if (general) requireOnly(file, ['payload', 'signatures'], place)
  if (payload !== undefined && typeof payload !== 'string')
    return refuse('jose.form', at(place, 'payload'), 'The signed content is not a text.')
  const list = general ? signatures : [file]
  const members = general ? signatureMembers : ['payload', ...signatureMembers]
  if (!Array.isArray(list) || list.length === 0)
    return refuse('jose.form', at(place, 'signatures'), 'The file carries no signature.')
  if (list.length > limits.proofs)
    refuse('jose.too-long', at(place, 'signatures'), 'The file carries too many signatures.')
  const read = (list as readonly Json[]).map((item, i) =>
    readMember(
      item,
      members,
      payload ?? '',
      rules,
      general ? at(place, `signatures[${i}]`) : place,
    ),
  )
  const encoded = read.every((each) => each.encoded)
  // RFC 7797, section 3: all signatures are about the same form of the content.
  if (!encoded && read.some((each) => each.encoded))
    refuse('jose.b64', place, 'The signatures are about the content in different forms.')
  return {
    serialisation: general ? 'general' : 'flattened',
    payload,
    encoded,
    signatures: read,
  }
}

const signatureMembers = ['protected', 'header', 'signature']

/** RFC 7515 lets readers skip unknown members; what nobody signed and nobody knows has no place in a file to be believed. */
function requireOnly(value: JsonObject, names: readonly string[], place: string): void {
  const stranger = Object.keys(value).find((name) => !names.includes(name))
  if (stranger !== undefined) {
    const name = stranger.slice(0, 60)
    refuse('jose.member', at(place, name), `A signed file has no place for "${name}".`)
  }
}

function at(place: string, name: string): string {
  return place === '' ? name : `${place}.${name}`
}

function readMember(
  value: Json,
  members: readonly string[],
  payload: string,
  rules: JwsRules,
  place: string,
): JwsSignature {
  if (!isObject(value)) return refuse('jose.form', place, 'A signature is not an object.')
  requireOnly(value, members, place)
  const { protected: head, header: unsigned = {}, signature: seal } = value
  if (typeof head !== 'string' || typeof seal !== 'string')
    return refuse('jose.form', place, 'A signature or its signed header is missing.')
  if (!isObject(unsigned))
    return refuse('jose.form', at(place, 'header'), 'The unsigned header is not an object.')
  const signature = readSignature(head, payload, seal, rules, at(place, 'protected'))
  for (const name of Object.keys(unsigned)) {
    // RFC 7515, 7.2.1: nothing is said in both; and what a signature goes by must be signed.
    if (Object.hasOwn(signature.header, name) || registered.has(name) || name === 'b64') {
      refuse(
        'jose.unprotected',
        at(place, 'header'),
        'The unsigned header says what must be signed.',
      )
    }
  }
  return { ...signature, unsigned }
}

/** One signature by its three texts. */
function readSignature(
  head: string,
  body: string,
  seal: string,
  rules: JwsRules,
  place: string,
): Omit<JwsSignature, 'unsigned'> {
  if (head === '' || seal === '')
    return refuse('jose.form', place, 'The signature or its signed header is missing.')
  if (head.length > limits.jose.header || seal.length > limits.jose.signature)
    refuse('jose.too-long', place, 'The signature or its signed header is too long.')
  const header = readJsonObject(base64urlDecode(head, place), place)
  const algorithm = algorithmOf(header, place)
  if (rules.b64 !== 'any' && Object.hasOwn(header, 'b64'))
    refuse(
      'jose.unencoded',
      place,
      'Tokens that say how their content is encoded are not accepted here.',
    )
  requireUnderstood(header, ['b64', ...(rules.understood ?? [])], place)
  return {
    header,
    algorithm,
    key: keyReferenceOf(header, place),
    encoded: isEncoded(header, place),
    signature: base64urlDecode(seal, place),
    signedText: `${head}.${body}`,
  }
}

/** What is signed, as bytes. Refuses `jose.form` where the file does not hold it. */
export function contentOf({ payload, encoded }: Jws, place = ''): Uint8Array {
  if (payload === undefined) return refuse('jose.form', place, 'The signed content is missing.')
  return encoded ? base64urlDecode(payload, place) : utf8(payload)
}

/** Whether the key can do the algorithm the signature names, and made it. */
export async function checkSignature(
  {
    algorithm,
    signature,
    signedText,
  }: Pick<JwsSignature, 'algorithm' | 'signature' | 'signedText'>,
  key: PublicJwk,
): Promise<SignatureAnswer> {
  if (!algorithmsOf(key).includes(algorithm)) {
    return {
      holds: false,
      code: 'signature.algorithm',
      sentence: `The signature names the algorithm ${algorithm}, which does not go with this key.`,
    }
  }
  return (await verifySignature(algorithm, key, utf8(signedText), signature))
    ? { holds: true }
    : {
        holds: false,
        code: 'signature.changed',
        sentence: 'The content is not what was signed, or another key signed it.',
      }
}
