// The canonical form of the usual proof options, written down without going through JSON-LD: they are
// six members whose meaning the credentials context fixes. Anything unusual goes the long way.

import { type JsonObject, listOf } from '../../read/json.ts'
import { credentialsV2 } from '../json-ld/contexts.ts'

const security = 'https://w3id.org/security#'
const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime'
const usual = ['@context', 'type', 'cryptosuite', 'created', 'verificationMethod', 'proofPurpose']
const plainIri = /^(?:did|https):[A-Za-z0-9:._~/#?&=%+-]{1,1000}$/
const plainText = /^[A-Za-z0-9:.+-]{1,60}$/
const purposes: { readonly [purpose: string]: string } = {
  assertionMethod: 'assertionMethod',
  authentication: 'authenticationMethod',
}

/** The canonical N-Quads, or undefined where only JSON-LD can tell. */
export function quadsOfProofOptions(options: JsonObject): string | undefined {
  const { type, cryptosuite, created, verificationMethod, proofPurpose } = options
  if (listOf(options['@context'])[0] !== credentialsV2 || type !== 'DataIntegrityProof')
    return undefined
  if (Object.keys(options).some((name) => !usual.includes(name))) return undefined
  if (typeof cryptosuite !== 'string' || !plainText.test(cryptosuite)) return undefined
  if (typeof verificationMethod !== 'string' || !plainIri.test(verificationMethod)) return undefined
  const purpose = typeof proofPurpose === 'string' ? purposes[proofPurpose] : undefined
  if (purpose === undefined) return undefined
  if (created !== undefined && (typeof created !== 'string' || !plainText.test(created)))
    return undefined
  return [
    ...(created === undefined
      ? []
      : [`_:c14n0 <http://purl.org/dc/terms/created> "${created}"^^<${dateTime}> .\n`]),
    `_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${security}DataIntegrityProof> .\n`,
    `_:c14n0 <${security}cryptosuite> "${cryptosuite}"^^<${security}cryptosuiteString> .\n`,
    `_:c14n0 <${security}proofPurpose> <${security}${purpose}> .\n`,
    `_:c14n0 <${security}verificationMethod> <${verificationMethod}> .\n`,
  ].join('')
}
