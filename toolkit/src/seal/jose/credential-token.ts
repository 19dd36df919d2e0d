// A credential in a signed token (W3C VC-JOSE-COSE 2025, sections 3.1.1 and 4): the payload is the credential
// itself. What the claims of the token say again must be the same; when it was signed and until when that
// counts is theirs alone.

import { readDateTime } from '../../read/date-time.ts'
import { isObject, type JsonObject, listOf, readJsonObject, textOf } from '../../read/json.ts'
import { refuse } from '../../refusal.ts'
import type { KeyReference, Proof } from '../proof.ts'
import { type CompactToken, proofOfCompact, readCompact } from './compact.ts'
import { mediaTypeOf } from './header.ts'
import { numericDate } from './numeric-date.ts'

export interface CredentialToken {
  /** The credential, without the claims of the token. */
  readonly credential: JsonObject
  readonly proof: Proof
}

/** The type of such a token; the other two are what drafts called it. */
const types: readonly string[] = ['vc+jwt', 'vc+ld+jwt', 'vc+ld+json+jwt']
const contents: readonly string[] = ['vc', 'vc+ld+json']
const claims = ['iss', 'sub', 'jti', 'nbf', 'exp', 'iat', 'aud', 'cnf']

/** Whether a content type, in its short form, is that of a credential. */
export function isCredentialContent(contentType: string | undefined): boolean {
  return contentType !== undefined && contents.includes(contentType)
}

/** Whether a header says that this is a credential in a token. */
export function isCredentialToken(header: JsonObject, place = ''): boolean {
  return types.includes(mediaTypeOf(header, 'typ', place) ?? '')
}

const presentations: readonly string[] = ['vp+jwt', 'vp+ld+jwt', 'vp+ld+json+jwt']

/**
 * Refuses (`jose.presentation`) a token that shows credentials instead of being one (VC-JOSE-COSE, 3.1.2; VCDM 1.1,
 * 6.3.1). It may be good, and is of a form that is not read here.
 */
export function refusePresentation(token: CompactToken, place = ''): void {
  const type = mediaTypeOf(token.header, 'typ', place) ?? 'jwt'
  const shows =
    presentations.includes(type) || (type === 'jwt' && holdsPresentation(token.payload, place))
  if (shows) refuse('jose.presentation', place, 'The token shows credentials, and is none itself.')
}

function holdsPresentation(payload: Uint8Array, place: string): boolean {
  const { vp, vc, type } = readJsonObject(payload, place)
  return isObject(vp) && vc === undefined && type === undefined
}

/** Refuses `jose.*`, and `vc-jwt.*` where it is not built as the standard asks; checks no signature. */
export function readCredentialToken(text: string, place = ''): CredentialToken {
  const token = readCompact(text, place)
  const contentType = mediaTypeOf(token.header, 'cty', place)
  const fits = contentType === undefined || isCredentialContent(contentType)
  if (!isCredentialToken(token.header, place) || !fits)
    refuse('vc-jwt.type', place, 'The token is of another type than a credential.')
  const payload = readJsonObject(token.payload, place)
  if (payload['vc'] !== undefined || payload['vp'] !== undefined)
    refuse('vc-jwt.type', place, 'The token is built in a way its type does not allow.')
  requireCredential(payload, place)
  const issuer = issuerIn(payload, place)
  for (const said of [token.header['iss'], payload['iss']]) agree('iss', said, [issuer], place)
  agree('jti', payload['jti'], [textOf(payload['id'])], place)
  agree('sub', payload['sub'], subjectsOf(payload), place)
  return {
    credential: Object.fromEntries(
      Object.entries(payload).filter(([name]) => !claims.includes(name)),
    ),
    proof: proofIn(token, payload, issuer, place),
  }
}

/** A credential and nothing else (VCDM 2.0, section 4.5). Refuses `vc-jwt.not-a-credential`. */
export function requireCredential(document: JsonObject, place = ''): void {
  const kinds = listOf(document['type'])
  if (!kinds.includes('VerifiableCredential') || kinds.includes('VerifiablePresentation'))
    refuse('vc-jwt.not-a-credential', place, 'What is signed is not a credential.')
}

function issuerIn({ issuer }: JsonObject, place: string): string {
  const id = isObject(issuer) ? textOf(issuer['id']) : textOf(issuer)
  return id ?? refuse('vc-jwt.issuer', place, 'The credential does not name one issuer.')
}

function subjectsOf({ credentialSubject }: JsonObject): readonly (string | undefined)[] {
  return listOf(credentialSubject).map((subject) =>
    isObject(subject) ? textOf(subject['id']) : undefined,
  )
}

function agree(
  claim: string,
  value: unknown,
  meant: readonly (string | undefined)[],
  place: string,
): void {
  if (value === undefined || meant.some((one) => one === value)) return
  if (typeof value !== 'string' || meant.some((one) => one !== undefined)) {
    refuse(
      'vc-jwt.claims',
      place,
      `The claim ${claim} of the token says something else than the credential in it.`,
    )
  }
}

function proofIn(token: CompactToken, payload: JsonObject, issuer: string, place: string): Proof {
  const { iat } = payload
  // The W3C's own test suite writes the time as a text. It has one reading either way.
  const signedAt =
    typeof iat === 'string' ? readDateTime(iat, place) : numericDate(payload, 'iat', place)
  const notBefore = numericDate(payload, 'nbf', place)
  const expiresAt = numericDate(payload, 'exp', place)
  const named = token.header['iss'] !== undefined || payload['iss'] !== undefined
  return {
    ...proofOfCompact(token, { name: 'VC-JWT', key: keyOf(token, issuer, named, place) }),
    ...(signedAt === undefined ? {} : { signedAt }),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  }
}

/**
 * Section 4.1: without `iss`, `kid` is the whole address of the key; with it, `kid` may be its end. A certificate
 * names its key and its owner by itself.
 */
function keyOf(
  { header, key }: CompactToken,
  issuer: string,
  named: boolean,
  place: string,
): KeyReference {
  if (key.kind === 'certificates') return key
  const { kid } = header
  if (typeof kid === 'string' && /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(kid))
    return { kind: 'method', url: kid }
  if (!named)
    return refuse('vc-jwt.key', place, 'The token does not name its key by a whole address.')
  return typeof kid === 'string' && kid.startsWith('#')
    ? { kind: 'method', url: `${issuer}${kid}` }
    : key
}
