// What a JSON-LD document may look like here: known contexts only, and no JSON-LD keyword that could
// hide, double or redefine content.

import { isObject, type Json, type JsonObject, listOf } from '../../read/json.ts'
import { refuse } from '../../refusal.ts'
import { bundledContexts, type Contexts, credentialsV1, credentialsV2 } from './contexts.ts'

/** JSON-LD value objects: a text with its language and direction (VCDM 2.0, section 4.6.1). */
const valueMembers = ['@value', '@language', '@direction']

/** Where W3C and its communities, 1EdTech, schema.org and the EU publish contexts: what uses one may be good. */
const publishers =
  /^https:\/\/(?:www\.w3\.org|w3id\.org|purl\.imsglobal\.org|schema\.org|data\.europa\.eu)\/[\w./-]+$/

/** The way to a value; only a refusal writes it down. */
type Path = (string | number)[]

/**
 * Refuses `json-ld.context` for a missing, inline, null or unknown context or one whose first is not a
 * credentials context, `json-ld.context-elsewhere` for one that bodies of standards may well have published and that is
 * not known here; `json-ld.keyword` for `@graph`, `@included`, `@id`, … anywhere.
 */
export function requireClosed(
  document: JsonObject,
  place: string,
  contexts: Contexts = bundledContexts,
): void {
  new Door(place, contexts).whole(document)
}

class Door {
  private readonly place: string
  private readonly contexts: Contexts
  private readonly path: Path = []

  constructor(place: string, contexts: Contexts) {
    this.place = place
    this.contexts = contexts
  }

  whole(document: JsonObject): void {
    this.known(document['@context'])
    for (const name of Object.keys(document)) {
      if (name !== '@context') this.member(document, name)
    }
  }

  private known(context: Json | undefined): void {
    const urls = Array.isArray(context) ? listOf(context) : [context]
    for (const url of urls) {
      if (typeof url !== 'string') {
        this.no(
          'context',
          'The meaning of the terms is defined inside the document itself, which is not accepted.',
        )
      } else if (!this.contexts.has(url)) {
        this.no(
          publishers.test(url) ? 'context-elsewhere' : 'context',
          `The context ${url.slice(0, 200)} is not one Tessera knows, and it is never fetched.`,
        )
      }
    }
    if (urls[0] !== credentialsV2 && urls[0] !== credentialsV1) {
      this.no('context', 'The first context is not that of W3C Verifiable Credentials.')
    }
  }

  private member(owner: JsonObject, name: string): void {
    this.path.push(name)
    if (name.startsWith('@')) {
      this.no(
        'keyword',
        `The JSON-LD keyword ${name.slice(0, 40)} may not be used in a credential.`,
      )
    }
    this.value(owner[name] as Json)
    this.path.pop()
  }

  private value(value: Json): void {
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) {
        this.path.push(i)
        this.value(value[i] as Json)
        this.path.pop()
      }
    } else if (isObject(value)) {
      if (Object.hasOwn(value, '@value')) this.valueObject(value)
      else this.object(value)
    }
  }

  private object(value: JsonObject): void {
    for (const name of Object.keys(value)) {
      if (name === 'proof' && !isCredential(value)) {
        this.no('proof-place', 'A proof stands where it proves nothing.')
      }
      if (name === '@context') this.nested(value)
      else this.member(value, name)
    }
  }

  private valueObject(value: JsonObject): void {
    const plain = Object.entries(value).every(
      ([member, inner]) => valueMembers.includes(member) && typeof inner === 'string',
    )
    if (!plain)
      this.no('keyword', 'A text with a language holds more than text, language and direction.')
  }

  /** A credential inside a presentation or an endorsement, or its envelope, brings its own context; nothing else does. */
  private nested(value: JsonObject): void {
    const types = listOf(value['type'])
    if (!bringers.some((type) => types.includes(type))) {
      this.no(
        'context',
        'Only a whole credential inside the document may bring a context of its own.',
      )
    }
    this.known(value['@context'])
  }

  private no(
    code: 'context' | 'context-elsewhere' | 'keyword' | 'proof-place',
    sentence: string,
  ): never {
    const steps = this.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    return refuse(`json-ld.${code}`, this.place + steps.join(''), sentence)
  }
}

const bringers = ['VerifiableCredential', 'EnvelopedVerifiableCredential', 'DataIntegrityProof']

function isCredential(value: JsonObject): boolean {
  return listOf(value['type']).includes('VerifiableCredential')
}
