// A plain list of anchors and issuers with their keys, unsigned: `x509Anchors` in PEM, `issuers` with JWKs,
// `allowedAlgs` by their JOSE names, `statusListIssuers`.
// Whoever passes such a file vouches for it.

import { isObject, listOf, textOf, type Json, type JsonObject } from '../../read/json.ts'
import { readPublicJwk } from '../../read/jwk.ts'
import { multikeyToJwk } from '../../read/multibase.ts'
import { refuse } from '../../refusal.ts'
import { algorithmNamed } from '../../seal/jose/header.ts'
import { readCertificate } from '../x509/certificate.ts'
import { readPem } from '../x509/pem.ts'
import type { KnownIssuer, TrustAnchor, TrustList } from '../trust.ts'

export function recogniseKeyList(value: JsonObject): boolean {
  return Array.isArray(value['x509Anchors']) && Array.isArray(value['issuers'])
}

export function readKeyList(value: JsonObject, place: string): TrustList {
  const anchors = listOf(value['x509Anchors']).flatMap((pem, i) =>
    anchorsIn(pem, `${place} x509Anchors[${i}]`),
  )
  const issuers = listOf(value['issuers']).map((entry, i) =>
    issuerOf(entry, `${place} issuers[${i}]`),
  )
  const { allowedAlgs, statusListIssuers } = value
  return {
    name: place,
    anchors,
    issuers,
    revocationLists: [],
    ...(allowedAlgs === undefined
      ? {}
      : { algorithms: textsIn(allowedAlgs, place).flatMap((name) => algorithmNamed(name) ?? []) }),
    ...(statusListIssuers === undefined
      ? {}
      : { statusListIssuers: textsIn(statusListIssuers, place) }),
  }
}

function anchorsIn(pem: Json, place: string): readonly TrustAnchor[] {
  const text = textOf(pem)
  const found = text === undefined ? [] : readPem(text, 'CERTIFICATE', place)
  if (found.length === 0)
    return refuse('trust-list.shape', place, 'An anchor of the trust list is no certificate.')
  return found.map((certificate) => ({
    name: readCertificate(certificate).subjectName,
    certificate,
  }))
}

/** A list that limits what is believed must be read whole, or it would limit something else. */
function textsIn(value: Json, place: string): readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string')
    ? value
    : refuse('trust-list.shape', place, 'A list of names in the trust list is malformed.')
}

function issuerOf(entry: Json, place: string): KnownIssuer {
  const id = isObject(entry) ? textOf(entry['id']) : undefined
  if (!isObject(entry) || id === undefined)
    return refuse('trust-list.shape', place, 'An issuer needs an id.')
  const keys = listOf(entry['keys']).map((key) => readPublicJwk(key, place))
  const multikey = textOf(entry['multikey'])
  const organisation = textOf(entry['sealCertificateSubjectOrganizationIdentifier'])
  return {
    id,
    name: textOf(entry['name']) ?? id,
    alsoKnownAs: [...(organisation === undefined ? [] : [organisation]), ...webNames(id)],
    keys: [
      ...keys,
      ...(multikey === undefined
        ? []
        : [{ ...multikeyToJwk(multikey, place), kid: `${id}#${multikey}` }]),
    ],
  }
}

/** A did:web and the https name of the same host are one issuer. */
export function webNames(id: string): readonly string[] {
  const parts = id.split(':')
  return id.startsWith('did:web:') && parts.length === 3 && parts[2] !== undefined
    ? [`https://${parts[2]}`]
    : []
}
