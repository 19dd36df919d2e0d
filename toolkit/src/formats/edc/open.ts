// Opens an EDC file in whatever shape it comes: sealed, bare, or wrapped for upload.

import { limits } from '../../limits.ts'
import { readJsonObject } from '../../read/json.ts'
import type { Json, JsonObject } from '../../read/json.ts'
import { utf8Decode } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'
import { looksLikeJades, readJades } from '../../seal/jades/index.ts'
import type { Proof } from '../../seal/proof.ts'
import type { StatusReference } from '../../status/reference.ts'
import type { Conformance, NamedIssuer, Opened } from '../opened.ts'
import { anyText, edcDocument, idOf, isOfType, literalOf, textsOf, unwrapped } from './document.ts'
import type { EdcDocument } from './document.ts'
import { awardFrom } from './import-award.ts'
import { countryOf, typesOf } from './import-organisation.ts'
import { edcFaults, edcProfiles } from './profile/validate.ts'
import type { EdcProfile } from './profile/validate.ts'

export interface File {
  readonly variant: 'sealed' | 'bare' | 'upload'
  readonly document: JsonObject
  readonly proofs: readonly Proof[]
}

/** Refuses `edc.*`, `jades.*`, `json.*`, `utf8.*`; checks no signature. */
export async function openEdc(bytes: Uint8Array): Promise<Opened> {
  const { variant, document: root, proofs } = edcFile(bytes)
  if (!isOfType(root, 'EuropeanDigitalCredential')) {
    refuse('edc.not-an-edc-document', 'type', 'This is not a European Digital Credential.')
  }
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
    ...dated('validFrom', award.validFrom, root['validFrom']),
    ...dated('validUntil', award.expiresAt, root['validUntil'] ?? root['expirationDate']),
    status: document.nodes(root, 'credentialStatus').map(statusFrom),
    holding: award.learner.id === undefined ? {} : { subject: award.learner.id },
    conformance: conformanceOf(document),
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
  if (looksLikeJades(startOf(bytes, 256))) {
    const { payload, signatures } = readJades(bytes)
    return {
      variant: 'sealed',
      document: readJsonObject(payload, 'payload'),
      proofs: signatures.map(({ proof }) => proof),
    }
  }
  const file = readJsonObject(utf8Decode(bytes))
  const document = unwrapped(file)
  return { variant: document === file ? 'bare' : 'upload', document, proofs: [] }
}

const latin1 = new TextDecoder('latin1')

function startOf(bytes: Uint8Array, length: number): string {
  return latin1.decode(bytes.subarray(0, length))
}

/** Whether the file begins as a sealed one does, or is JSON that speaks of a European Digital Credential. */
export function looksLikeEdc(bytes: Uint8Array): boolean {
  const start = startOf(bytes, 256)
  if (looksLikeJades(start)) return true
  if (bytes.length > limits.file || !/^\s*\{/.test(start)) return false
  return latin1.decode(bytes).includes('"EuropeanDigitalCredential"')
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
  const named = document
    .nodes(document.root, 'credentialSchema')
    .map((schema) => idOf(schema) ?? '')
  const profiles: EdcProfile[] = named.some((schema) => schema.endsWith('/ap/edc-accredited'))
    ? ['generic-full', 'accredited']
    : ['generic-full']
  return profiles.map((profile) => {
    const faults = edcFaults(document.root, profile)
    return { profile: edcProfiles[profile], conforms: faults.length === 0, faults }
  })
}
