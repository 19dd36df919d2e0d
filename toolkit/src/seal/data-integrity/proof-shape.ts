// One proof object of a secured document, read strictly (W3C Data Integrity 1.0, section 2.1).

import { base58Decode } from '../../read/base58.ts'
import { isObject, type Json, type JsonObject, listOf, textOf } from '../../read/json.ts'
import { refuse } from '../../refusal.ts'
import { readDateTime } from '../../read/date-time.ts'
import { isForeignSuite } from './foreign-suites.ts'
import { type Suite, suites } from './suites.ts'

const members = [
  '@context',
  'type',
  'id',
  'created',
  'expires',
  'verificationMethod',
  'proofPurpose',
  'proofValue',
  'domain',
  'challenge',
  'nonce',
  'previousProof',
]

export interface ProofShape {
  readonly object: JsonObject
  readonly id?: string
  /** Undefined: a suite Tessera does not read. */
  readonly suite?: Suite
  readonly suiteName: string
  readonly verificationMethod?: string
  readonly purpose: 'assertionMethod' | 'authentication'
  readonly created?: Date
  readonly expires?: Date
  readonly challenge?: string
  readonly domain?: string
  readonly previous: readonly string[]
  readonly signature: Uint8Array
}

/**
 * Refuses `proof.shape`, `proof.member`, `proof.purpose`, `proof.value`, `proof.unregistered-suite` and what its
 * parts refuse.
 */
export function readProofShape(value: Json, place: string): ProofShape {
  if (!isObject(value)) return refuse('proof.shape', place, 'A proof is not an object.')
  const type = required(value, 'type', place)
  const cryptosuite =
    type === 'DataIntegrityProof' ? required(value, 'cryptosuite', place) : undefined
  const suiteName = cryptosuite ?? type
  // A cryptosuite name is no proof type and the other way round: `type: eddsa-rdfc-2022` is unknown.
  const found = suites.get(suiteName)
  const suite =
    (suiteName === 'Ed25519Signature2020') === (cryptosuite === undefined) ? found : undefined
  const purpose = purposeOf(value, place)
  const common = {
    object: value,
    suiteName,
    purpose,
    ...optional('id', optionalText(value, 'id', place)),
    ...optional('challenge', optionalText(value, 'challenge', place)),
    ...optional('domain', domainOf(value, place)),
    ...optional('created', dateOf(value, 'created', place)),
    ...optional('expires', dateOf(value, 'expires', place)),
    previous: previousOf(value, place),
  }
  if (suite === undefined) {
    if (!isForeignSuite(type, cryptosuite))
      refuse(
        'proof.unregistered-suite',
        place,
        `Nobody has registered a proof of the kind “${suiteName.slice(0, 60)}”.`,
      )
    return {
      ...common,
      ...optional('verificationMethod', textOf(value['verificationMethod'])),
      signature: new Uint8Array(),
    }
  }
  const known = cryptosuite === undefined ? members : [...members, 'cryptosuite']
  for (const name of Object.keys(value)) {
    if (!known.includes(name))
      refuse('proof.member', place, `A proof of this kind has no member ${name.slice(0, 40)}.`)
  }
  return {
    ...common,
    suite,
    verificationMethod: required(value, 'verificationMethod', place),
    signature: signatureOf(value, suite, place),
  }
}

function optional<Name extends string, T>(name: Name, value: T | undefined) {
  return (value === undefined ? {} : { [name]: value }) as { readonly [key in Name]?: T }
}

function required(value: JsonObject, name: string, place: string): string {
  return (
    optionalText(value, name, place) ?? refuse('proof.shape', place, `The proof lacks its ${name}.`)
  )
}

function optionalText(value: JsonObject, name: string, place: string): string | undefined {
  const member = value[name]
  if (member === undefined) return undefined
  if (typeof member === 'string' && member !== '') return member
  return refuse('proof.shape', `${place}.${name}`, `The proof's ${name} is not a text.`)
}

function dateOf(value: JsonObject, name: string, place: string): Date | undefined {
  const text = optionalText(value, name, place)
  return text === undefined ? undefined : readDateTime(text, `${place}.${name}`)
}

function purposeOf(value: JsonObject, place: string): ProofShape['purpose'] {
  const purpose = required(value, 'proofPurpose', place)
  if (purpose === 'assertionMethod' || purpose === 'authentication') return purpose
  return refuse(
    'proof.purpose',
    place,
    'The proof was made for neither issuing nor presenting a credential.',
  )
}

/** Meant for several receivers, it is none's alone: whoever asks for one does not find it (2.1 and 4.4, step 8). */
function domainOf(value: JsonObject, place: string): string | undefined {
  const domains = listOf(value['domain']).map((domain) =>
    typeof domain === 'string'
      ? domain
      : refuse(
          'proof.shape',
          `${place}.domain`,
          'A receiver the proof is meant for is not a text.',
        ),
  )
  return domains.length === 1 ? domains[0] : undefined
}

function previousOf(value: JsonObject, place: string): readonly string[] {
  return listOf(value['previousProof']).map((id) =>
    typeof id === 'string'
      ? id
      : refuse(
          'proof.shape',
          `${place}.previousProof`,
          'A previous proof is not named by its identifier.',
        ),
  )
}

/** Multibase base58-btc and nothing else (Controlled Identifiers 1.0, section 2.4). */
function signatureOf(value: JsonObject, suite: Suite, place: string): Uint8Array {
  const text = required(value, 'proofValue', place)
  if (!text.startsWith('z')) {
    return refuse(
      'proof.value',
      `${place}.proofValue`,
      'The value of the proof is not written in base58 as it must be.',
    )
  }
  const signature = base58Decode(text.slice(1), `${place}.proofValue`)
  return suite.algorithmFor(signature.length) === undefined
    ? refuse(
        'proof.value',
        `${place}.proofValue`,
        'The value of the proof does not have the length of a signature.',
      )
    : signature
}
