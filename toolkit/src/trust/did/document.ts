// The DID document of an issuer: which keys it says are its own, and for what. Read strictly (W3C DID Core
// 1.0, section 5; Controlled Identifiers 1.0, section 2); written with references as plain strings, because
// validators in use read nothing else, and with retired keys kept, because did:web has no history of its own.

import type { PublicJwk } from '#machine'
import type { Organisation } from '../../credential/organisation.ts'
import { limits } from '../../limits.ts'
import { base58Decode } from '../../read/base58.ts'
import { base64, base64Decode, base64url } from '../../read/base64.ts'
import {
  isObject,
  type Json,
  type JsonObject,
  listOf,
  readJsonObject,
  textOf,
} from '../../read/json.ts'
import { readPublicJwk } from '../../read/jwk.ts'
import { jwkToMultikey, multikeyToJwk } from '../../read/multibase.ts'
import { refuse, Refused } from '../../refusal.ts'
import { documentUrl } from './did-web.ts'

/** What a key may be used for. */
export type Relation = 'assertionMethod' | 'authentication'

export interface VerificationMethod {
  /** Absolute DID URL. */
  readonly id: string
  readonly controller: string
  /** Undefined for kinds of keys Tessera does not know. */
  readonly key: PublicJwk | undefined
  /** `x5c` of the JWK, DER, leaf first. */
  readonly certificates: readonly Uint8Array[]
  readonly revoked: Date | undefined
  readonly expires: Date | undefined
}

export interface DidDocument {
  readonly id: string
  readonly alsoKnownAs: readonly string[]
  readonly methods: readonly VerificationMethod[]
  /** Absolute ids of the methods in each relation. */
  readonly relations: { readonly [relation in Relation]: readonly string[] }
}

/** Reads the document of `did`. Refuses `did.document` and, for broken JSON, `json.*`. */
export function readDidDocument(input: Uint8Array | JsonObject, did: string): DidDocument {
  if (input instanceof Uint8Array && input.length > limits.didDocument)
    no('The document is too long.')
  const document =
    input instanceof Uint8Array ? readJsonObject(input, 'DID document') : (input as JsonObject)
  if (document['id'] !== did) no('The document is about another identifier.')
  const methods = new Map<string, VerificationMethod>()
  for (const value of listOf(document['verificationMethod'])) addMethod(methods, value, did)
  const relationOf = (name: Relation): readonly string[] =>
    listOf(document[name]).map((value) => {
      if (typeof value === 'string') return absolute(value, did)
      return addMethod(methods, value, did)
    })
  const relations = {
    assertionMethod: relationOf('assertionMethod'),
    authentication: relationOf('authentication'),
  }
  return {
    id: did,
    alsoKnownAs: listOf(document['alsoKnownAs']).filter(
      (name): name is string => typeof name === 'string',
    ),
    methods: [...methods.values()],
    relations,
  }
}

function addMethod(methods: Map<string, VerificationMethod>, value: Json, did: string): string {
  if (!isObject(value)) return no('A key in the document is malformed.')
  const method = readMethod(value, did)
  // Two keys of one name: which of them signed would be a guess.
  if (methods.has(method.id)) no('Two keys in the document have the same name.')
  methods.set(method.id, method)
  return method.id
}

function readMethod(value: JsonObject, did: string): VerificationMethod {
  const id = absolute(textOf(value['id']) ?? no('A key in the document has no name.'), did)
  const controller = textOf(value['controller']) ?? no('A key in the document has no controller.')
  const jwk = value['publicKeyJwk']
  const x5c = isObject(jwk) ? listOf(jwk['x5c']) : []
  return {
    id,
    controller,
    key: readKey(value, id),
    certificates: x5c.map((text) =>
      base64Decode(textOf(text) ?? no('A certificate in the document is malformed.'), id),
    ),
    revoked: readDate(value['revoked'], id),
    expires: readDate(value['expires'], id),
  }
}

/** One key in one form. An unknown kind is undefined; a private or broken key is a fault of the document. */
function readKey(value: JsonObject, place: string): PublicJwk | undefined {
  const forms = ['publicKeyJwk', 'publicKeyMultibase', 'publicKeyBase58'].filter(
    (name) => value[name] !== undefined,
  )
  if (forms.length > 1) no('A key in the document is given twice.')
  try {
    switch (value['type']) {
      case 'JsonWebKey':
      case 'JsonWebKey2020':
        return readPublicJwk(value['publicKeyJwk'], place)
      case 'Multikey':
        return multikeyToJwk(textOf(value['publicKeyMultibase']) ?? '', place)
      case 'Ed25519VerificationKey2020':
        return onlyEd25519(multikeyToJwk(textOf(value['publicKeyMultibase']) ?? '', place))
      case 'Ed25519VerificationKey2018':
        return rawEd25519(textOf(value['publicKeyBase58']) ?? '', place)
    }
    return undefined
  } catch (error) {
    if (
      error instanceof Refused &&
      error.refusals.some(({ code }) => code === 'jwk.kind' || code === 'multikey.kind')
    )
      return undefined
    throw error
  }
}

function onlyEd25519(key: PublicJwk): PublicJwk {
  return key.crv === 'Ed25519' ? key : no('A key in the document is of another kind than it says.')
}

function rawEd25519(text: string, place: string): PublicJwk {
  const bytes = base58Decode(text, place)
  return bytes.length === 32
    ? { kty: 'OKP', crv: 'Ed25519', x: base64url(bytes) }
    : no('A key in the document is malformed.')
}

/** A DID URL of this document; `#key-1` is short for it. */
function absolute(id: string, did: string): string {
  return id.startsWith('#') ? `${did}${id}` : id
}

function readDate(value: Json | undefined, place: string): Date | undefined {
  if (value === undefined) return undefined
  const date =
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(value)
      ? new Date(value)
      : undefined
  if (date === undefined || Number.isNaN(date.getTime()))
    return refuse('did.document', place, 'A time in the document is malformed.')
  return date
}

function no(sentence: string): never {
  return refuse('did.document', '', sentence)
}

/** The method of that URL, if this document lists it for that purpose and controls it itself. */
function methodFor(
  document: DidDocument,
  url: string,
  purpose: Relation,
): VerificationMethod | undefined {
  if (!document.relations[purpose].includes(url)) return undefined
  const method = document.methods.find(({ id }) => id === url)
  return method?.controller === document.id && url.startsWith(`${document.id}#`)
    ? method
    : undefined
}

/**
 * The key behind a verification method URL. Refuses `did.not-listed` when the document does not list it for that
 * purpose, `did.revoked` when the issuer revoked it, `did.key-kind` for a kind of key not known here.
 */
export function publicKeyOf(
  document: DidDocument,
  methodUrl: string,
  purpose: Relation,
): PublicJwk {
  const method =
    methodFor(document, methodUrl, purpose) ??
    refuse('did.not-listed', methodUrl, 'The issuer does not list this key for this purpose.')
  // A revoked key may have signed anything with any date, so what it signed earlier counts no more either.
  if (method.revoked !== undefined)
    refuse('did.revoked', methodUrl, 'The issuer has revoked this key.')
  const key =
    method.key ?? refuse('did.key-kind', methodUrl, 'The issuer’s key is of a kind not known here.')
  return key.kid === undefined || key.kid === methodUrl ? { ...key, kid: methodUrl } : key
}

/** A key a document lists, and when the issuer says that it ends. */
export interface ListedKey {
  readonly key: PublicJwk
  readonly expires?: Date
}

/**
 * The keys a document lists for a purpose: the one of `url`, or all of them. Empty when there is none that may be
 * used. What a key signed may not be believed from the time on when it `expires` (Controlled Identifiers 1.0, 2.2).
 * Refuses `did.document` for a document that is broken or is about another identifier.
 */
export function publicKeysOf(
  input: Uint8Array | JsonObject,
  did: string,
  url: string | undefined,
  purpose: Relation,
): readonly ListedKey[] {
  const document = readDidDocument(input, did)
  const urls = url === undefined ? document.relations[purpose] : [url]
  return urls.flatMap((each) => {
    const method = methodFor(document, each, purpose)
    if (method?.key === undefined || method.revoked !== undefined) return []
    const { expires } = method
    const key = publicKeyOf(document, each, purpose)
    return [{ key, ...(expires === undefined ? {} : { expires }) }]
  })
}

export interface DocumentKey {
  /** Fragment of the verification method, such as `key-2026-1`. */
  readonly fragment: string
  readonly key: PublicJwk
  /** DER, leaf first. */
  readonly certificates: readonly Uint8Array[]
  /** Not used for new signatures any more; what it signed stays confirmed. */
  readonly retired?: boolean
  /** When it was found compromised: nothing it signed is confirmed any more. */
  readonly revoked?: Date
}

/** The document of `did` with all its keys, present and retired. Refuses `did.web`, `did.key-name`. */
export function writeDidDocument(
  did: string,
  organisation: Organisation,
  keys: readonly DocumentKey[],
): JsonObject {
  documentUrl(did)
  const sound = keys.filter(({ revoked }) => revoked === undefined)
  const aliases = otherNames(organisation).filter((name) => name !== did)
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      'https://w3id.org/security/jwk/v1',
    ],
    id: did,
    ...(aliases.length === 0 ? {} : { alsoKnownAs: aliases }),
    verificationMethod: keys.map((entry) => writeMethod(did, entry)),
    // A compromised key keeps its place above, so that people see what happened, but confirms nothing.
    assertionMethod: sound.map(({ fragment }) => `${did}#${fragment}`),
    authentication: sound
      .filter(({ retired }) => retired !== true)
      .map(({ fragment }) => `${did}#${fragment}`),
  }
}

/** The organisation's other identifiers that are addresses (DID Core 5.1.3 wants URIs). */
function otherNames({ id, homepage, identifiers }: Organisation): readonly string[] {
  const addresses = identifiers.map(({ scheme, value }) =>
    scheme === 'ror' && !value.includes('/') ? `https://ror.org/${value}` : value,
  )
  const names = [id, ...(homepage === undefined ? [] : [homepage]), ...addresses]
  return [...new Set(names.filter((name) => /^(?:https:\/\/|did:|urn:)/.test(name)))]
}

function writeMethod(
  did: string,
  { fragment, key, certificates, revoked }: DocumentKey,
): JsonObject {
  const id = `${did}#${fragment}`
  if (!/^[A-Za-z0-9._-]{1,100}$/.test(fragment))
    refuse(
      'did.key-name',
      id,
      'The name of a key may hold letters, digits, dots, dashes and underscores.',
    )
  const head: JsonObject = { id, controller: did }
  const end: JsonObject =
    revoked === undefined ? {} : { revoked: `${revoked.toISOString().slice(0, 19)}Z` }
  if (key.kty === 'OKP')
    return { ...head, type: 'Multikey', publicKeyMultibase: jwkToMultikey(key, id), ...end }
  const { kty, crv, x, y, n, e } = key
  const members = Object.entries({ kty, crv, x, y, n, e, kid: id }).filter(
    (member): member is [string, string] => member[1] !== undefined,
  )
  const chain: JsonObject = certificates.length === 0 ? {} : { x5c: certificates.map(base64) }
  return {
    ...head,
    type: 'JsonWebKey',
    publicKeyJwk: { ...Object.fromEntries(members), ...chain },
    ...end,
  }
}
