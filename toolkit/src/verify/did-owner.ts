// Keys of an identifier that can say itself which they are: did:web by its document, did:key and did:jwk by
// being one (W3C DID Core 1.0, section 7; Controlled Identifiers 1.0, section 2.2).

import type { PublicJwk } from '#machine'
import { attempt, type Attempt } from '../refusal.ts'
import type { Proof } from '../seal/proof.ts'
import { didJwkOf } from '../trust/did/did-jwk.ts'
import { didKeyOf } from '../trust/did/did-key.ts'
import { documentUrl } from '../trust/did/did-web.ts'
import { type ListedKey, publicKeysOf } from '../trust/did/document.ts'
import type { KeySearch, Ownership, ProofKeys } from './ownership.ts'

/**
 * The keys the identifier says are its own: the one called `url`, or all it has for the purpose of the proof.
 * Undefined for an identifier that says nothing of itself.
 */
export async function byDid(
  did: string,
  url: string | undefined,
  proof: Proof,
  search: KeySearch,
): Promise<ProofKeys | undefined> {
  if (did.startsWith('did:key:')) return selfCertified(await attempt(() => didKeyOf(did, url)), did)
  if (did.startsWith('did:jwk:')) return selfCertified(await attempt(() => didJwkOf(did, url)), did)
  return did.startsWith('did:web:') ? byDocument(did, url, proof, search) : undefined
}

/** An answer that the key is the issuer's, and the names it confirms. */
export function own(source: string, confirmed: readonly string[]): Ownership {
  return { status: 'passed', code: 'issuer-key.own', source, confirmed }
}

export function noKey(source: string): ProofKeys {
  return { keys: [], ownership: { status: 'undecided', code: 'issuer-key.no-key', source } }
}

function notListed(source: string): ProofKeys {
  return { keys: [], ownership: { status: 'failed', code: 'issuer-key.not-listed', source } }
}

function selfCertified(answer: Attempt<PublicJwk>, did: string): ProofKeys {
  if (!answer.ok) return notListed(did)
  return {
    keys: [answer.value],
    ownership: own('the issuer’s identifier, which is its key', [did]),
  }
}

async function byDocument(
  did: string,
  url: string | undefined,
  proof: Proof,
  search: KeySearch,
): Promise<ProofKeys> {
  const address = await attempt(() => documentUrl(did))
  // An identifier no document can be had for is unknown, as one whose server does not answer.
  if (!address.ok) return noKey(did)
  const resource = await search.resolver.get(address.value, 'did-document')
  if (resource === undefined) return noKey(address.value)
  const source = resource.from ?? address.value
  const answer = await attempt(() => publicKeysOf(resource.bytes, did, url, proof.purpose))
  if (!answer.ok) return noKey(source)
  const current = answer.value.filter(
    ({ expires }) => expires === undefined || expires > search.now,
  )
  const ended = answer.value.filter((one) => !current.includes(one))
  // Where some keys have run out, it must be told which of them it was.
  if (current.length > 0 && (ended.length === 0 || (await madeBy(proof, keysIn(current)))))
    return { keys: keysIn(current), ownership: own(source, [did]) }
  if (ended.length === 0) return notListed(source)
  const { signedAt } = proof
  const late =
    signedAt !== undefined && ended.every(({ expires = signedAt }) => expires <= signedAt)
  return {
    keys: keysIn(answer.value),
    ownership: { status: late ? 'failed' : 'undecided', code: 'issuer-key.expired', source },
  }
}

function keysIn(listed: readonly ListedKey[]): readonly PublicJwk[] {
  return listed.map(({ key }) => key)
}

/** Whether one of the keys made the proof. */
export async function madeBy(proof: Proof, keys: readonly PublicJwk[]): Promise<boolean> {
  const answers = await Promise.all(keys.map((key) => proof.verify(key)))
  return answers.some(({ holds }) => holds)
}
