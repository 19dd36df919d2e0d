// Opens an EDC file in whatever shape it comes: sealed, as a signed token, bare, or wrapped for upload.

import { limits } from '../../limits.ts'
import { base64urlDecode } from '../../read/base64.ts'
import { readDateTime } from '../../read/date-time.ts'
import { isObject, listOf, readJsonObject } from '../../read/json.ts'
import type { Json, JsonObject } from '../../read/json.ts'
import { utf8Decode } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'
import { looksLikeJades, readJades } from '../../seal/jades/index.ts'
import {
  isCredentialContent,
  isCredentialToken,
  readCredentialToken,
  refusePresentation,
  requireCredential,
} from '../../seal/jose/credential-token.ts'
import { type CompactToken, readCompact } from '../../seal/jose/compact.ts'
import { mediaTypeOf } from '../../seal/jose/header.ts'
import { headerOf, looksLikeCompactJws } from '../../seal/jose/jws.ts'
import type { Award } from '../../credential/award.ts'
import type { Proof } from '../../seal/proof.ts'
import type { StatusReference } from '../../status/reference.ts'
import type { Conformance, NamedIssuer, Opened } from '../opened.ts'
import { anyText, edcDocument, idOf, isOfType, literalOf, textsOf, unwrapped } from './document.ts'
import type { EdcDocument } from './document.ts'
import { awardFrom } from './import-award.ts'
import { countryOf, typesOf } from './import-organisation.ts'
import { declaredProfiles } from './profile/declared.ts'
import { edcFaults, edcProfiles } from './profile/validate.ts'

export interface File {
  readonly variant: 'sealed' | 'jwt' | 'bare' | 'upload'
  readonly document: JsonObject
  readonly proofs: readonly Proof[]
}

/** Refuses `edc.*`, `jades.*`, `jose.*`, `vc-jwt.*`, `json.*`, `utf8.*`, `time.form`; checks no signature. */
export async function openEdc(bytes: Uint8Array): Promise<Opened> {
  const { variant, document: root, proofs } = edcFile(bytes)
  if (!isOfType(root, 'EuropeanDigitalCredential')) {
    refuse('edc.not-an-edc-document', 'type', 'This is not a European Digital Credential.')
  }
  // Upload files name no issuer: who seals them is put in by the official issuer.
  if (proofs.length > 0 && listOf(root['issuer']).length !== 1)
    refuse('edc.issuer', 'issuer', 'The credential does not name one issuer.')
  const document = edcDocument(root)
  const award = awardFrom(document)
  const id = idOf(root)
  return {
    format: 'edc',
    variant,
    ...(id === undefined ? {} : { id }),
    types: typesOf(root),
    issuer: issuerOf(document),
    award,
    proofs,
    ...validityOf(root, award),
    status: document.nodes(root, 'credentialStatus').map(statusFrom),
    holding: award.learner.id === undefined ? {} : { subject: award.learner.id },
    conformance: conformanceOf(document),
  }
}

const credentialsV2 = 'https://www.w3.org/ns/credentials/v2'

/**
 * VCDM 2.0, 4.9, has one form of time, and another is a fault of the credential. Files on VCDM 1.1 are as their
 * viewers read them: without a zone they are UTC.
 */
function validityOf(root: JsonObject, award: Award): Pick<Opened, 'validFrom' | 'validUntil'> {
  const { validFrom: from, validUntil: until } = root
  if (listOf(root['@context'])[0] === credentialsV2) {
    return {
      ...(from === undefined ? {} : { validFrom: readDateTime(from, 'validFrom') }),
      ...(until === undefined ? {} : { validUntil: readDateTime(until, 'validUntil') }),
    }
  }
  return {
    ...dated('validFrom', award.validFrom, from),
    ...dated('validUntil', award.expiresAt, until ?? root['expirationDate']),
  }
}

/** A time that is said but cannot be read is no time, which is not the same as none being said. */
function dated<Name extends string>(
  name: Name,
  read: string | undefined,
  said: Json | undefined,
): { readonly [key in Name]?: Date } {
  if (read === undefined && said === undefined) return {}
  return { [name]: new Date(read ?? Number.NaN) } as { readonly [key in Name]: Date }
}

/** The document of a file and what seals it, in whatever shape it comes. */
export function edcFile(bytes: Uint8Array): File {
  if (bytes.length > limits.file) refuse('edc.too-large', '', 'The file is too large.')
  const text = utf8Decode(bytes)
  if (looksLikeJades(text)) return sealedFile(text)
  if (looksLikeCompactJws(text)) {
    const header = headerOf(text)
    if (!isCredentialToken(header)) {
      if (!Object.hasOwn(header, 'x5c')) refuseOtherToken(readCompact(text))
      return sealedFile(text)
    }
    const { credential, proof } = readCredentialToken(text)
    return { variant: 'jwt', document: credential, proofs: [proof] }
  }
  const file = readJsonObject(text)
  const document = unwrapped(file)
  return { variant: document === file ? 'bare' : 'upload', document, proofs: [] }
}

/** A token without a certificate is no seal. It may be about an EDC all the same, in a form that is not read here. */
function refuseOtherToken(token: CompactToken): void {
  refusePresentation(token)
  const type = mediaTypeOf(token.header, 'typ') ?? 'jwt'
  if (type === 'jwt' && isObject(readJsonObject(token.payload, 'payload')['vc']))
    refuse('edc.not-an-edc-document', 'payload', 'This is not a European Digital Credential.')
}

/** A seal may be about anything; it is broken only where it says that it is about a credential. */
function sealedFile(text: string): File {
  const { payload, signatures } = readJades(text)
  const declared = signatures.some(({ header }) => isCredentialContent(header.contentType))
  if (!declared && !speaksOfEdc(payload))
    refuse('edc.not-an-edc-document', 'payload', 'This is not a European Digital Credential.')
  const document = readJsonObject(payload, 'payload')
  if (declared) requireCredential(document, 'payload')
  return { variant: 'sealed', document, proofs: signatures.map(({ proof }) => proof) }
}

const latin1 = new TextDecoder('latin1')

function speaksOfEdc(text: string): boolean {
  return text.includes('"EuropeanDigitalCredential"')
}

/** Whether the file begins as a sealed one does, or is JSON or a token that speaks of a European Digital Credential. */
export function looksLikeEdc(bytes: Uint8Array): boolean {
  // An open brace, as it is or in base64url, or a token that lacks its header.
  const start = latin1.decode(bytes.subarray(0, 256))
  if (bytes.length > limits.file || !/^\s*[{e.]/.test(start)) return false
  const text = latin1.decode(bytes)
  if (looksLikeJades(text)) return true
  return /^\s*\{/.test(start) ? speaksOfEdc(text) : looksLikeCompactJws(text) && isTokenOfEdc(text)
}

/** A token that speaks of an EDC, or a seal about anything: no other kind of credential is sealed so. */
function isTokenOfEdc(text: string): boolean {
  const [header = '', payload = ''] = text.split('.', 2).map(decoded)
  return /"typ"\s*:\s*"(?:application\/)?jose(?:\+json)?"/i.test(header) || speaksOfEdc(payload)
}

/** What base64url says, in whatever state; nothing where it says nothing. */
function decoded(part: string): string {
  try {
    return latin1.decode(base64urlDecode(part))
  } catch {
    return ''
  }
}

function issuerOf(document: EdcDocument): NamedIssuer {
  const node = document.first(document.root, 'issuer')
  const id = idOf(node)
  const name = anyText(textsOf(node?.['legalName']))
  const identifiers = document
    .nodes(node, 'eIDASIdentifier')
    .flatMap((identifier) => literalOf(identifier['notation']) ?? [])
  const address = document.first(document.first(node, 'location'), 'address')
  const country = countryOf(document.first(address, 'countryCode'))
  return {
    ...(id !== undefined && /^(did:|https:)/.test(id) ? { id } : {}),
    ...(name === undefined ? {} : { name }),
    identifiers,
    ...(country === undefined ? {} : { country }),
  }
}

function statusFrom(node: JsonObject): StatusReference {
  const list = literalOf(node['statusListCredential'])
  const index = literalOf(node['statusListIndex']) ?? ''
  const size = literalOf(node['statusSize']) ?? '1'
  if (
    isOfType(node, 'BitstringStatusListEntry') &&
    list !== undefined &&
    /^(0|[1-9]\d{0,9})$/.test(index) &&
    /^[1-9]\d?$/.test(size)
  ) {
    return {
      kind: 'bitstring',
      list,
      index: Number(index),
      purpose: literalOf(node['statusPurpose']) ?? 'revocation',
      size: Number(size),
    }
  }
  return {
    kind: 'other',
    type: typesOf(node).find((type) => type !== 'CredentialStatus') ?? 'CredentialStatus',
  }
}

function conformanceOf(document: EdcDocument): readonly Conformance[] {
  return declaredProfiles(document.root).map((profile) => {
    const faults = edcFaults(document.root, profile)
    return { profile: edcProfiles[profile], conforms: faults.length === 0, faults }
  })
}
