// What a JSON-LD document may look like here: known contexts only, and no JSON-LD keyword that could
// hide, double or redefine content.

import { isObject, type Json, type JsonObject, listOf } from '../../read/json.ts'
import { refuse } from '../../refusal.ts'
import { bundledContexts, type Contexts, credentialsV1, credentialsV2 } from './contexts.ts'

/** JSON-LD value objects: a text with its language and direction (VCDM 2.0, section 4.6.1). */
const valueMembers = ['@value', '@language', '@direction']

/**
 * Refuses `json-ld.context` for a missing, inline, null or unknown context or one whose first is not a
 * credentials context; `json-ld.keyword` for `@graph`, `@included`, `@id`, … anywhere.
 */
export function requireClosed(
  document: JsonObject,
  place: string,
  contexts: Contexts = bundledContexts,
): void {
  requireKnown(document['@context'], place, contexts)
  for (const [name, member] of Object.entries(document)) {
    if (name !== '@context') walk(name, member, `${place}.${name}`, contexts)
  }
}

function requireKnown(context: Json | undefined, place: string, contexts: Contexts): void {
  const urls = Array.isArray(context) ? listOf(context) : [context]
  for (const url of urls) {
    if (typeof url !== 'string') {
      refuse(
        'json-ld.context',
        place,
        'The meaning of the terms is defined inside the document itself, which is not accepted.',
      )
    } else if (!contexts.has(url)) {
      refuse(
        'json-ld.context',
        place,
        `The context ${url.slice(0, 200)} is not one Tessera knows, and it is never fetched.`,
      )
    }
  }
  if (urls[0] !== credentialsV2 && urls[0] !== credentialsV1) {
    refuse('json-ld.context', place, 'The first context is not that of W3C Verifiable Credentials.')
  }
}

function walk(name: string, value: Json, place: string, contexts: Contexts): void {
  if (name.startsWith('@')) {
    refuse(
      'json-ld.keyword',
      place,
      `The JSON-LD keyword ${name.slice(0, 40)} may not be used in a credential.`,
    )
  }
  if (Array.isArray(value)) {
    value.forEach((item: Json, i) => walk('', item, `${place}[${i}]`, contexts))
    return
  }
  if (!isObject(value)) return
  if (Object.hasOwn(value, '@value')) return requireValueObject(value, place)
  for (const [member, inner] of Object.entries(value)) {
    if (member === 'proof' && !isCredential(value)) {
      refuse('json-ld.proof-place', place, 'A proof stands where it proves nothing.')
    }
    if (member === '@context') requireNested(value, place, contexts)
    else walk(member, inner, `${place}.${member}`, contexts)
  }
}

function requireValueObject(value: JsonObject, place: string): void {
  const plain = Object.entries(value).every(
    ([member, inner]) => valueMembers.includes(member) && typeof inner === 'string',
  )
  if (!plain)
    refuse(
      'json-ld.keyword',
      place,
      'A text with a language holds more than text, language and direction.',
    )
}

function isCredential(value: JsonObject): boolean {
  return listOf(value['type']).includes('VerifiableCredential')
}

/** What brings its own context: a credential in a presentation or an endorsement, one in an envelope (VCDM 2.0, 4.13), a proof. */
const withContext = ['VerifiableCredential', 'EnvelopedVerifiableCredential', 'DataIntegrityProof']

function requireNested(value: JsonObject, place: string, contexts: Contexts): void {
  if (!listOf(value['type']).some((type) => withContext.some((each) => each === type))) {
    refuse(
      'json-ld.context',
      place,
      'Only a whole credential inside the document may bring a context of its own.',
    )
  }
  requireKnown(value['@context'], place, contexts)
}
