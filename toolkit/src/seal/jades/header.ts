// The signed header of a JAdES signature: what each parameter may say, and nothing else
// (ETSI TS 119 182-1, sections 5.1 and 5.2).

import { sha256, sha384, sha512 } from '#machine'
import type { Algorithm } from '#machine'
import { base64url, base64urlDecode } from '../../read/base64.ts'
import { isObject, readJsonObject } from '../../read/json.ts'
import type { Json, JsonObject } from '../../read/json.ts'
import { refuse } from '../../refusal.ts'
import { algorithmOf, keyReferenceOf, mediaTypeOf, requireUnderstood } from '../jose/header.ts'
import { numericDate } from '../jose/numeric-date.ts'

export interface JadesHeader {
  readonly algorithm: Algorithm
  /** DER, leaf first. */
  readonly chain: readonly Uint8Array[]
  /** `cty`, in its short form. */
  readonly contentType?: string
  readonly signedAt?: Date
  /** Whether everything the baseline level B-B asks of the signed header is there. */
  readonly baseline: boolean
  /** A time stamp over the content (adoTst), as it came. */
  readonly contentTimeStamp?: Json
}

/** What a seal of ours may be made with: asymmetric, SHA-2 (ETSI TS 119 312). */
export const sealAlgorithms: readonly Algorithm[] = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
]

/**
 * Parameters of section 5.2, which a signer may mark critical (v1.1.1 has them all so). What they say of the
 * signer, its policy or an earlier time stamp adds to the seal and takes nothing away; `sigD` is refused below.
 */
export const understood: readonly string[] = [
  'sigT',
  'x5t#o',
  'sigX5ts',
  'srCms',
  'sigPl',
  'srAts',
  'adoTst',
  'sigPId',
  'sigD',
]

/** Reads a signed header in base64url, as {@link jadesHeader} does. */
export function readHeader(text: string, place: string): JadesHeader {
  const header = readJsonObject(base64urlDecode(text, place), place)
  requireUnderstood(header, ['b64', ...understood], place)
  return jadesHeader(header, place)
}

/** What the header says. Refuses `jades.*`, `jose.*`; `jades.detached` where it seals what is not in the file. */
export function jadesHeader(header: JsonObject, place: string): JadesHeader {
  const contentType = requireTypes(header, place)
  const key = keyReferenceOf(header, place)
  if (key.kind !== 'certificates')
    return refuse('jades.no-certificate', `${place}.x5c`, 'The seal brings no certificate.')
  const { chain } = key
  const [leaf = new Uint8Array()] = chain
  const named = requireThumbprints(header, leaf, place)
  const signedAt = signingTimeOf(header, place)
  if (Object.hasOwn(header, 'sigD')) refuseDetached(header['sigD'], `${place}.sigD`)
  return {
    algorithm: algorithmOf(header, place),
    chain,
    ...(contentType === undefined ? {} : { contentType }),
    ...(signedAt === undefined ? {} : { signedAt }),
    baseline: named && signedAt !== undefined,
    ...(header['adoTst'] === undefined ? {} : { contentTimeStamp: header['adoTst'] }),
  }
}

function requireTypes(header: JsonObject, place: string): string | undefined {
  const type = mediaTypeOf(header, 'typ', place)
  if (type !== undefined && type !== 'jose' && type !== 'jose+json')
    refuse('jades.type', `${place}.typ`, 'The seal is not declared as a JSON signature.')
  const contentType = mediaTypeOf(header, 'cty', place)
  // 5.1.3: the types of what is sealed elsewhere stand in sigD.
  if (contentType !== undefined && Object.hasOwn(header, 'sigD')) {
    refuse(
      'jades.type',
      `${place}.cty`,
      'The seal is about a content here and about others elsewhere.',
    )
  }
  return contentType
}

type Hash = (bytes: Uint8Array) => Uint8Array
const hashes: { readonly [name: string]: Hash } = { S256: sha256, S384: sha384, S512: sha512 }

function hashNamed(name: Json | undefined): Hash | undefined {
  return typeof name === 'string' && Object.hasOwn(hashes, name) ? hashes[name] : undefined
}

/**
 * 5.1.7 and 5.2.2: which certificate the seal was made for, by its hash (`x5t#S256` was compared with the rest of
 * the key's names). True if one names it; refuses one that names another.
 */
function requireThumbprints(header: JsonObject, leaf: Uint8Array, place: string): boolean {
  if (Object.hasOwn(header, 'x5t'))
    refuse('jades.thumbprint', `${place}.x5t`, 'A thumbprint by SHA-1 names no certificate.')
  const { 'x5t#o': other, sigX5ts } = header
  if (other !== undefined) requireHashOf(other, leaf, `${place}.x5t#o`)
  if (sigX5ts !== undefined) {
    // The first names the signer's certificate, the others those above it.
    if (!Array.isArray(sigX5ts) || sigX5ts.length === 0)
      return refuse('jades.thumbprint', `${place}.sigX5ts`, 'The thumbprints are not a list.')
    requireHashOf(sigX5ts[0] as Json, leaf, `${place}.sigX5ts[0]`)
  }
  return header['x5t#S256'] !== undefined || other !== undefined || sigX5ts !== undefined
}

function requireHashOf(value: Json, leaf: Uint8Array, place: string): void {
  const hash = isObject(value) ? hashNamed(value['digAlg']) : undefined
  if (!isObject(value) || hash === undefined || value['digVal'] !== base64url(hash(leaf))) {
    refuse(
      'jades.thumbprint',
      place,
      'The seal was made for another certificate than the one it brings.',
    )
  }
}

/** 5.2.8: a seal about something elsewhere. What it names is never fetched, and so nothing can be said of it. */
function refuseDetached(value: Json | undefined, place: string): never {
  const method = isObject(value) ? value['mId'] : undefined
  const known =
    typeof method === 'string' && /^http:\/\/uri\.etsi\.org\/19182\/[A-Za-z]+$/.test(method)
  const hashed = known && method.endsWith('Hash')
  if (!isObject(value) || !known || (hashed && hashNamed(value['hashM']) === undefined))
    return refuse('jades.sigd', place, 'What the seal says of its content is malformed.')
  return refuse('jades.detached', place, 'The seal is about something outside this file.')
}

function signingTimeOf(header: JsonObject, place: string): Date | undefined {
  const { iat, sigT } = header
  if (iat !== undefined && sigT !== undefined) {
    refuse(
      'jades.signing-time',
      `${place}.iat`,
      'The seal states its time twice, as iat and as sigT.',
    )
  }
  if (iat !== undefined) return numericDate(header, 'iat', `${place}.iat`)
  if (sigT === undefined) return undefined
  const at =
    typeof sigT === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(sigT)
      ? new Date(sigT)
      : undefined
  // Date rolls the 31st of April over into May; a time that does not come back unchanged is no time.
  if (
    at === undefined ||
    Number.isNaN(at.getTime()) ||
    at.toISOString().replace('.000Z', 'Z') !== sigT
  ) {
    return refuse(
      'jades.signing-time',
      `${place}.sigT`,
      'The time of sealing must look like 2027-03-01T09:00:00Z.',
    )
  }
  return at
}
