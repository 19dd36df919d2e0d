// From what a proof says about its key to keys that may be tried, and whether the issuer owns them.
// The issuer's word comes from outside the file: a trust list, a certificate under a known authority,
// the DID document. The file alone can never confirm itself.

import type { PublicJwk } from '#machine'
import { thumbprintOf } from '../read/jwk.ts'
import { multikeyToJwk } from '../read/multibase.ts'
import { attempt } from '../refusal.ts'
import type { KeyReference, Proof } from '../seal/proof.ts'
import { publicKeysOf } from '../trust/did/document.ts'
import { didKeyOf } from '../trust/did/did-key.ts'
import { didJwkOf } from '../trust/did/did-jwk.ts'
import { documentUrl } from '../trust/did/did-web.ts'
import { knownIssuer, type Known } from '../trust/known.ts'
import { byCertificate } from './certificate-owner.ts'
import { provenTimeOf } from './proven-time.ts'
import { areOne, type KeySearch, type Ownership, type ProofKeys } from './ownership.ts'

/** The keys a proof may have been made with, and whether the named issuer owns them. */
export async function keysOf(proof: Proof, search: KeySearch): Promise<ProofKeys> {
  const found = await keysByReference(proof, search)
  // A key that may greet is not therefore one that may award (Data Integrity 1.0, 4.4: proofPurpose).
  if (proof.purpose === (search.purpose ?? 'assertionMethod')) return found
  return {
    keys: found.keys,
    ownership: {
      status: 'failed',
      code: 'issuer-key.other-purpose',
      source: found.ownership.source,
    },
  }
}

async function keysByReference(proof: Proof, search: KeySearch): Promise<ProofKeys> {
  const reference: KeyReference = proof.key
  switch (reference.kind) {
    case 'certificates': {
      const time = await provenTimeOf(proof, search)
      return { ...(await byCertificate(reference.chain, search, proof.signedAt, time.at)), time }
    }
    case 'method':
      return byMethod(reference.url, proof, search)
    case 'embedded':
      return byEmbeddedKey(reference.key, proof, search)
    case 'issuer':
      return byIssuer(proof, search)
  }
}

/** What the file calls its issuer: the identifier where there is one, else the legal identifiers. */
function claimedNames({ issuer }: KeySearch): readonly string[] {
  return issuer.id === undefined ? issuer.identifiers : [issuer.id]
}

function listed(search: KeySearch, names: readonly string[]): Known | undefined {
  return knownIssuer(search.trust, { ids: names, identifiers: [] }, search.now)
}

async function byMethod(url: string, proof: Proof, search: KeySearch): Promise<ProofKeys> {
  const controller = url.split('#')[0] ?? url
  const { id } = search.issuer
  const claimed = claimedNames(search)
  const found = await keysOfController(controller, url, proof, search)
  if (controller === id) return found
  if (claimed.some((name) => areOne(search.trust, controller, name))) {
    const { ownership } = found
    const confirmed =
      ownership.confirmed === undefined ? {} : { confirmed: [...ownership.confirmed, ...claimed] }
    return { keys: found.keys, ownership: { ...ownership, ...confirmed } }
  }
  // The signature is still tried, so that a changed file is told from a foreign key. An identifier that is nobody's
  // to prove (urn:uuid:…) is contradicted by no key, and confirmed by none.
  return {
    keys: found.keys,
    ownership:
      id === undefined || id.startsWith('urn:')
        ? { status: 'undecided', code: 'issuer-key.not-confirmed', source: controller }
        : { status: 'failed', code: 'issuer-key.other-issuer', source: controller },
  }
}

async function keysOfController(
  controller: string,
  url: string,
  proof: Proof,
  search: KeySearch,
): Promise<ProofKeys> {
  const entry = listed(search, [controller])
  const vouched = entry?.issuer.keys ?? []
  const named = vouched.filter(
    ({ kid }) => kid === url || (kid !== undefined && `${controller}#${kid}` === url),
  )
  if (entry !== undefined && named.length > 0)
    return { keys: named, ownership: own(entry.list.name, [controller]) }
  if (controller.startsWith('did:key:'))
    return selfCertified(await attempt(() => didKeyOf(controller, url)), controller)
  if (controller.startsWith('did:jwk:'))
    return selfCertified(await attempt(() => didJwkOf(controller, url)), controller)
  if (controller.startsWith('did:web:')) return byDidDocument(controller, url, proof, search)
  return byFragment(url, controller, entry)
}

function own(source: string, confirmed: readonly string[]): Ownership {
  return { status: 'passed', code: 'issuer-key.own', source, confirmed }
}

function selfCertified(
  answer: Awaited<ReturnType<typeof attempt<PublicJwk>>>,
  did: string,
): ProofKeys {
  if (!answer.ok)
    return { keys: [], ownership: { status: 'failed', code: 'issuer-key.not-listed', source: did } }
  return {
    keys: [answer.value],
    ownership: own('the issuer’s identifier, which is its key', [did]),
  }
}

async function byDidDocument(
  did: string,
  url: string | undefined,
  proof: Proof,
  search: KeySearch,
): Promise<ProofKeys> {
  const address = await attempt(() => documentUrl(did))
  if (!address.ok)
    return { keys: [], ownership: { status: 'failed', code: 'issuer-key.not-listed', source: did } }
  const resource = await search.resolver.get(address.value, 'did-document')
  if (resource === undefined) {
    return {
      keys: [],
      ownership: { status: 'undecided', code: 'issuer-key.no-key', source: address.value },
    }
  }
  const source = resource.from ?? address.value
  const answer = await attempt(() => publicKeysOf(resource.bytes, did, url, proof.purpose))
  if (!answer.ok)
    return { keys: [], ownership: { status: 'undecided', code: 'issuer-key.no-key', source } }
  if (answer.value.length === 0)
    return { keys: [], ownership: { status: 'failed', code: 'issuer-key.not-listed', source } }
  return { keys: answer.value, ownership: own(source, [did]) }
}

/** The key stands in the fragment of an https address, which anybody can write: only a list confirms it. */
async function byFragment(
  url: string,
  controller: string,
  entry: Known | undefined,
): Promise<ProofKeys> {
  const fragment = url.slice(controller.length + 1)
  const key = await attempt(() => multikeyToJwk(fragment, url))
  if (key.ok && entry !== undefined && hasKey(entry.issuer.keys, key.value))
    return { keys: [key.value], ownership: own(entry.list.name, [controller]) }
  return {
    keys: key.ok ? [key.value] : [],
    ownership: {
      status: 'undecided',
      code: key.ok ? 'issuer-key.not-confirmed' : 'issuer-key.no-key',
      source: controller,
    },
  }
}

/** A key the file brings counts only where the issuer's own word has it too. */
async function byEmbeddedKey(key: PublicJwk, proof: Proof, search: KeySearch): Promise<ProofKeys> {
  const answers = [byList(search), await byIdentifier(proof, search)]
  const same = answers.find((answer) => answer !== undefined && hasKey(answer.keys, key))
  if (same !== undefined) return { keys: [key], ownership: same.ownership }
  const other = answers.find((answer) => answer !== undefined && answer.keys.length > 0)
  return {
    keys: [key],
    ownership:
      other === undefined
        ? {
            status: 'undecided',
            code: 'issuer-key.not-confirmed',
            source: 'a key in the file itself',
          }
        : { status: 'failed', code: 'issuer-key.not-listed', source: other.ownership.source },
  }
}

async function byIssuer(proof: Proof, search: KeySearch): Promise<ProofKeys> {
  return byList(search) ?? byIdentifier(proof, search)
}

function byList(search: KeySearch): ProofKeys | undefined {
  const names = claimedNames(search)
  const entry = listed(search, names)
  return entry === undefined || entry.issuer.keys.length === 0
    ? undefined
    : { keys: entry.issuer.keys, ownership: own(entry.list.name, names) }
}

async function byIdentifier(proof: Proof, search: KeySearch): Promise<ProofKeys> {
  const id = search.issuer.id ?? ''
  if (id.startsWith('did:web:')) return byDidDocument(id, undefined, proof, search)
  if (id.startsWith('did:key:'))
    return selfCertified(await attempt(() => didKeyOf(id, undefined)), id)
  if (id.startsWith('did:jwk:'))
    return selfCertified(await attempt(() => didJwkOf(id, undefined)), id)
  return { keys: [], ownership: { status: 'undecided', code: 'issuer-key.no-key', source: id } }
}

function hasKey(keys: readonly PublicJwk[], key: PublicJwk): boolean {
  return keys.some((candidate) => thumbprintOf(candidate) === thumbprintOf(key))
}
