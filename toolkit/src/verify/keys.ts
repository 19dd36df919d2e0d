// From what a proof says about its key to keys that may be tried, and whether the issuer owns them.
// The issuer's word comes from outside the file: a trust list, a certificate under a known authority,
// the DID document. The file alone can never confirm itself.

import type { PublicJwk } from '#machine'
import { thumbprintOf } from '../read/jwk.ts'
import { multikeyToJwk } from '../read/multibase.ts'
import { attempt } from '../refusal.ts'
import type { KeyReference, Proof } from '../seal/proof.ts'
import { knownEntries, listsInForce, type Known } from '../trust/known.ts'
import { noResolver } from '../trust/resolver.ts'
import { byCertificate } from './certificate-owner.ts'
import { byDid, madeBy, noKey, own } from './did-owner.ts'
import { provenTimeOf } from './proven-time.ts'
import { areOne, areTwo, type KeySearch, type ProofKeys } from './ownership.ts'

/** The keys a proof may have been made with, and whether the named issuer owns them. */
export async function keysOf(proof: Proof, search: KeySearch): Promise<ProofKeys> {
  const found = withoutForeignNames(await keysByReference(proof, search), search)
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

/**
 * A key confirms the identifier it belongs to. Where the file adds a legal identifier that a list has for somebody
 * else, it passes itself off as two organisations. Certificates say themselves which names are theirs.
 */
function withoutForeignNames(found: ProofKeys, { issuer, trust: all, now }: KeySearch): ProofKeys {
  const { id, identifiers } = issuer
  const { ownership } = found
  if (id === undefined || ownership.status !== 'passed' || ownership.authority !== undefined)
    return found
  const trust = listsInForce(all, now)
  const foreign = identifiers.filter((name) => areTwo(trust, id, name))
  if (foreign.length === 0) return found
  const { source } = ownership
  return { ...found, ownership: { status: 'failed', code: 'issuer-key.other-issuer', source } }
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

/** Every entry of an issuer: each list, and each service in it, may vouch for keys of its own. */
function listed({ trust, now }: KeySearch, names: readonly string[]): readonly Known[] {
  return knownEntries(listsInForce(trust, now), { ids: names, identifiers: [] }, now)
}

async function byMethod(url: string, proof: Proof, search: KeySearch): Promise<ProofKeys> {
  const controller = url.replace(/#.*$/s, '')
  const claimed = claimedNames(search)
  const vouched = await byEntries(
    listed(search, claimed),
    (entry) => keysCalled(entry, url),
    claimed,
    proof,
  )
  if (vouched !== undefined) return vouched
  const isIssuer = controller === search.issuer.id
  const trust = listsInForce(search.trust, search.now)
  const isSame = claimed.some((name) => areOne(trust, controller, name))
  // Nobody is asked for a key that cannot be the issuer's: a file could send the verifier anywhere.
  const isForeign = !isIssuer && !isSame && listed(search, claimed).length > 0
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
  if (listed(search, claimed).length > 0) return true
  const said = await byIdentifier(proof, search)
  return said.keys.length > 0
}

/** The keys of that name in an entry: by their whole address, or by its end. */
function keysCalled({ issuer }: Known, url: string, controller?: string): readonly PublicJwk[] {
  return issuer.keys.filter(
    ({ kid }) =>
      kid === url ||
      (kid !== undefined && controller !== undefined && `${controller}#${kid}` === url),
  )
}

/**
 * Keys the entries vouch for. Of several that have some, the one counts whose key made the proof: other keys of the
 * issuer do not make it false. What an entry vouched for that is over, beside one that is not, is not confirmed any
 * more, whatever time the file claims.
 */
async function byEntries(
  entries: readonly Known[],
  keysIn: (entry: Known) => readonly PublicJwk[],
  names: readonly string[],
  proof: Proof,
): Promise<ProofKeys | undefined> {
  const found = entries
    .map((entry) => ({ entry, keys: keysIn(entry) }))
    .filter(({ keys }) => keys.length > 0)
  const [first, ...more] = found
  if (first === undefined) return undefined
  let chosen = first
  for (const candidate of more.length === 0 ? [] : found) {
    if (!(await madeBy(proof, candidate.keys))) continue
    chosen = candidate
    break
  }
  const { entry, keys } = chosen
  const isOver = entry.when !== 'known' && entries.some(({ when }) => when === 'known')
  return isOver ? over(entry, keys, proof) : byEntry(entry, keys, names, proof)
}

function over({ list, issuer }: Known, keys: readonly PublicJwk[], { signedAt }: Proof): ProofKeys {
  const late = signedAt !== undefined && issuer.until !== undefined && issuer.until <= signedAt
  const code = 'issuer-key.expired'
  return { keys, ownership: { status: late ? 'failed' : 'undecided', code, source: list.name } }
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
  const entries = listed(search, [controller])
  const vouched = await byEntries(
    entries,
    (entry) => keysCalled(entry, url, controller),
    [controller],
    proof,
  )
  if (vouched !== undefined) return vouched
  return (
    (await byDid(controller, url, proof, search)) ?? byFragment(url, controller, entries, proof)
  )
}

/** The key stands in the fragment of an https address, which anybody can write: only a list confirms it. */
async function byFragment(
  url: string,
  controller: string,
  entries: readonly Known[],
  proof: Proof,
): Promise<ProofKeys> {
  const fragment = url.slice(controller.length + 1)
  const key = await attempt(() => multikeyToJwk(fragment, url))
  if (!key.ok) return noKey(controller)
  const vouched = await byEntries(
    entries,
    ({ issuer }) => (hasKey(issuer.keys, key.value) ? [key.value] : []),
    [controller],
    proof,
  )
  if (vouched !== undefined) return vouched
  const code = 'issuer-key.not-confirmed'
  return { keys: [key.value], ownership: { status: 'undecided', code, source: controller } }
}

/** A key the file brings counts only where the issuer's own word has it too. */
async function byEmbeddedKey(key: PublicJwk, proof: Proof, search: KeySearch): Promise<ProofKeys> {
  const answers = [await byList(proof, search), await byIdentifier(proof, search)]
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
  return (await byList(proof, search)) ?? byIdentifier(proof, search)
}

async function byList(proof: Proof, search: KeySearch): Promise<ProofKeys | undefined> {
  const names = claimedNames(search)
  return byEntries(listed(search, names), ({ issuer }) => issuer.keys, names, proof)
}

async function byIdentifier(proof: Proof, search: KeySearch): Promise<ProofKeys> {
  const id = search.issuer.id ?? ''
  return (await byDid(id, undefined, proof, search)) ?? noKey(id)
}

function hasKey(keys: readonly PublicJwk[], key: PublicJwk): boolean {
  return keys.some((candidate) => thumbprintOf(candidate) === thumbprintOf(key))
}
