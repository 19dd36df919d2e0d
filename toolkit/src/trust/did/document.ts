// The DID document of an issuer: written with references as plain strings, because validators in use
// read nothing else, and with retired keys kept, because did:web has no history of its own.
// Controlled Identifiers 1.0; Multikey and JsonWebKey.

import type { PublicJwk } from '#machine'
import type { Organisation } from '../../credential/organisation.ts'
import { base64 } from '../../read/base64.ts'
import { isObject, listOf, textOf, type Json, type JsonObject } from '../../read/json.ts'
import { readPublicJwk } from '../../read/jwk.ts'
import { jwkToMultikey, multikeyToJwk } from '../../read/multibase.ts'
import { attempt, refuse } from '../../refusal.ts'

export interface DocumentKey {
  /** Fragment of the verification method, such as `key-2026-1`. */
  readonly fragment: string
  readonly key: PublicJwk
  /** DER, leaf first. */
  readonly certificates: readonly Uint8Array[]
  /** When it was found compromised; a retired key simply stays. */
  readonly revoked?: Date
}

/** The document of `did` with all its keys, present and retired. */
export function writeDidDocument(did: string, organisation: Organisation, keys: readonly DocumentKey[]): JsonObject {
  const methods = keys.map((entry) => method(did, entry))
  const usable = keys.filter((entry) => entry.revoked === undefined).map((entry) => `${did}#${entry.fragment}`)
  const aliases = organisation.homepage === undefined ? [] : [organisation.homepage]
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      'https://w3id.org/security/jwk/v1',
    ],
    id: did,
    ...(aliases.length === 0 ? {} : { alsoKnownAs: aliases }),
    verificationMethod: methods,
    assertionMethod: usable,
    authentication: usable,
  }
}

function method(did: string, entry: DocumentKey): JsonObject {
  const head = { id: `${did}#${entry.fragment}`, controller: did }
  const revoked: JsonObject =
    entry.revoked === undefined ? {} : { revoked: `${entry.revoked.toISOString().slice(0, 19)}Z` }
  if (entry.key.kty === 'OKP') {
    return { ...head, type: 'Multikey', publicKeyMultibase: jwkToMultikey(entry.key), ...revoked }
  }
  const { kty, crv, x, y, n, e } = entry.key
  const members = Object.entries({ kty, crv, x, y, n, e }).filter((member): member is [string, string] => member[1] !== undefined)
  const chain: JsonObject =
    entry.certificates.length === 0 ? {} : { x5c: entry.certificates.map((certificate) => base64(certificate)) }
  return { ...head, type: 'JsonWebKey', publicKeyJwk: { ...Object.fromEntries(members), ...chain }, ...revoked }
}

/**
 * The keys of a document for a purpose: the one a method address names, or all of them. The document must be
 * the DID's own, a key must be controlled by it and be listed for the purpose, as a reference or in place.
 * Empty when it lists none; refuses (`did.*`) a document that is not usable.
 */
export async function publicKeysOf(
  document: JsonObject,
  did: string,
  methodUrl: string | undefined,
  purpose: 'assertionMethod' | 'authentication',
): Promise<readonly PublicJwk[]> {
  if (document['id'] !== did) refuse('did.other-document', did, 'The key document belongs to somebody else.')
  const listed = listOf(document['verificationMethod']).filter(isObject)
  const keys: PublicJwk[] = []
  for (const entry of listOf(document[purpose])) {
    const found = typeof entry === 'string' ? listed.find((one) => absolute(did, one['id']) === absolute(did, entry)) : entry
    if (!isObject(found)) continue
    const id = absolute(did, found['id'])
    if (methodUrl !== undefined && id !== methodUrl) continue
    if (found['controller'] !== did || found['revoked'] !== undefined) continue
    const key = await attempt(() => keyOf(found, id ?? did))
    if (key.ok) keys.push(key.value)
  }
  return keys
}

function absolute(did: string, id: Json | undefined): string | undefined {
  const text = textOf(id)
  return text?.startsWith('#') === true ? `${did}${text}` : text
}

function keyOf(found: JsonObject, place: string): PublicJwk {
  const multibase = textOf(found['publicKeyMultibase'])
  if (multibase !== undefined) return multikeyToJwk(multibase, place)
  if (isObject(found['publicKeyJwk'])) return readPublicJwk(found['publicKeyJwk'], place)
  return refuse('did.key-form', place, 'The key stands there in a form Tessera does not know.')
}
