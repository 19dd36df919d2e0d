// From what a proof says about its key to keys that may be tried, and whether the issuer owns them.
// The issuer's word comes from outside the file: a trust list, a certificate under a known authority,
// the DID document. The file alone can never confirm itself.

import type { PublicJwk } from '#machine'
import { thumbprintOf } from '../read/jwk.ts'
import { multikeyToJwk } from '../read/multibase.ts'
import { attempt } from '../refusal.ts'
import type { KeyReference, Proof } from '../seal/proof.ts'
import { knownIssuer, type Known } from '../trust/known.ts'
import { noResolver } from '../trust/resolver.ts'
import { byCertificate } from './certificate-owner.ts'
import { byDid, noKey, own } from './did-owner.ts'
import { provenTimeOf } from './proven-time.ts'
import { areOne, type KeySearch, type ProofKeys } from './ownership.ts'

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
  const controller = url.replace(/#.*$/s, '')
  const claimed = claimedNames(search)
  const vouched = vouchedFor(url, claimed, proof, search)
  if (vouched !== undefined) return vouched
  const isIssuer = controller === search.issuer.id
  const isSame = claimed.some((name) => areOne(search.trust, controller, name))
  // Nobody is asked for a key that cannot be the issuer's: a file could send the verifier anywhere.
  const isForeign = !isIssuer && !isSame && listed(search, claimed) !== undefined
  const found = await keysOfController(
    controller,
    url,
    proof,
    isForeign ? { ...search, resolver: noResolver } : search,
  )
  const { ownership } = found
  if (isIssuer) return found
  if (isSame) {
    const confirmed =
      ownership.confirmed === undefined ? {} : { confirmed: [...ownership.confirmed, ...claimed] }
    return { keys: found.keys, ownership: { ...ownership, ...confirmed } }
  }
  // The signature is still tried, so that a changed file is told from a foreign key.
  return {
    keys: found.keys,
    ownership: (await isKnownByKeys(claimed, proof, search))
      ? { status: 'failed', code: 'issuer-key.other-issuer', source: controller }
      : { status: 'undecided', code: 'issuer-key.not-confirmed', source: controller },
  }
}

/**
 * Whether the issuer a file names is known here, or says itself which keys are its own: then another's key is a
 * wrong one. Of an issuer nobody here knows it cannot be said whose keys it uses.
 */
async function isKnownByKeys(
  claimed: readonly string[],
  proof: Proof,
  search: KeySearch,
): Promise<boolean> {
  if (listed(search, claimed) !== undefined) return true
  const said = await byIdentifier(proof, search)
  return said.keys.length > 0
}

/** The key of that name in the list's entry of the issuer. */
function vouchedFor(
  url: string,
  names: readonly string[],
  proof: Proof,
  search: KeySearch,
): ProofKeys | undefined {
  const entry = listed(search, names)
  const keys = (entry?.issuer.keys ?? []).filter(({ kid }) => kid === url)
  return entry === undefined || keys.length === 0 ? undefined : byEntry(entry, keys, names, proof)
}

/** Keys a list vouches for, and whether it accepts what this one is said to have been used with. */
function byEntry(
  { list }: Known,
  keys: readonly PublicJwk[],
  names: readonly string[],
  { algorithm }: Proof,
): ProofKeys {
  const accepted = list.algorithms?.includes(algorithm) ?? true
  if (accepted) return { keys, ownership: own(list.name, names) }
  const words = { list: list.name }
  const code = 'issuer-key.way-not-accepted'
  return { keys, ownership: { status: 'failed', code, source: list.name, words } }
}

async function keysOfController(
  controller: string,
  url: string,
  proof: Proof,
  search: KeySearch,
): Promise<ProofKeys> {
  const entry = listed(search, [controller])
  const named = (entry?.issuer.keys ?? []).filter(
    ({ kid }) => kid === url || (kid !== undefined && `${controller}#${kid}` === url),
  )
  if (entry !== undefined && named.length > 0) return byEntry(entry, named, [controller], proof)
  return (await byDid(controller, url, proof, search)) ?? byFragment(url, controller, entry, proof)
}

/** The key stands in the fragment of an https address, which anybody can write: only a list confirms it. */
async function byFragment(
  url: string,
  controller: string,
  entry: Known | undefined,
  proof: Proof,
): Promise<ProofKeys> {
  const fragment = url.slice(controller.length + 1)
  const key = await attempt(() => multikeyToJwk(fragment, url))
  if (!key.ok) return noKey(controller)
  if (entry !== undefined && hasKey(entry.issuer.keys, key.value))
    return byEntry(entry, [key.value], [controller], proof)
  const code = 'issuer-key.not-confirmed'
  return { keys: [key.value], ownership: { status: 'undecided', code, source: controller } }
}

/** A key the file brings counts only where the issuer's own word has it too. */
async function byEmbeddedKey(key: PublicJwk, proof: Proof, search: KeySearch): Promise<ProofKeys> {
  const answers = [byList(proof, search), await byIdentifier(proof, search)]
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
  return byList(proof, search) ?? byIdentifier(proof, search)
}

function byList(proof: Proof, search: KeySearch): ProofKeys | undefined {
  const names = claimedNames(search)
  const entry = listed(search, names)
  return entry === undefined || entry.issuer.keys.length === 0
    ? undefined
    : byEntry(entry, entry.issuer.keys, names, proof)
}

async function byIdentifier(proof: Proof, search: KeySearch): Promise<ProofKeys> {
  const id = search.issuer.id ?? ''
  return (await byDid(id, undefined, proof, search)) ?? noKey(id)
}

function hasKey(keys: readonly PublicJwk[], key: PublicJwk): boolean {
  return keys.some((candidate) => thumbprintOf(candidate) === thumbprintOf(key))
}
