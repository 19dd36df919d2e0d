// Look-ups in trust lists: who is known, by which list, at what time.

import type { AnchorPurpose, KnownIssuer, Trust, TrustAnchor, TrustList } from './trust.ts'

export interface Known {
  readonly list: TrustList
  readonly issuer: KnownIssuer
  /** Whether the entry covers the time asked for. */
  readonly when: 'known' | 'not-yet' | 'no-longer'
}

export interface Names {
  /** DID or https identifiers. */
  readonly ids: readonly string[]
  /** Legal identifiers, such as VATES-A00000000. */
  readonly identifiers: readonly string[]
}

/**
 * The lists that have not run out: an earlier edition of a list says nothing beside a later one. All of them, where
 * every one has run out; what they say is shown to be out of date then.
 */
export function listsInForce(trust: Trust, now: Date): Trust {
  const current = trust.filter((list) => !isOutOfDate(list, now))
  return current.length === 0 ? trust : current
}

export function isOutOfDate({ nextUpdate }: TrustList, now: Date): boolean {
  return nextUpdate !== undefined && nextUpdate <= now
}

/** Every entry of the issuer of those names, in all lists; those that cover the time before those that do not. */
export function knownEntries(trust: Trust, names: Names, at: Date): readonly Known[] {
  const wanted = new Set([...names.ids, ...names.identifiers])
  const found = trust.flatMap((list) =>
    list.issuers
      .filter(({ id, alsoKnownAs }) => [id, ...alsoKnownAs].some((name) => wanted.has(name)))
      .map((issuer): Known => ({ list, issuer, when: whenOf(issuer, at) })),
  )
  return found.toSorted((a, b) => Number(a.when !== 'known') - Number(b.when !== 'known'))
}

/** The issuer of those names; an entry that covers the time before one that does not. */
export function knownIssuer(trust: Trust, names: Names, at: Date): Known | undefined {
  return knownEntries(trust, names, at)[0]
}

function whenOf(entry: { readonly from?: Date; readonly until?: Date }, at: Date): Known['when'] {
  if (entry.from !== undefined && at < entry.from) return 'not-yet'
  if (entry.until !== undefined && at >= entry.until) return 'no-longer'
  return 'known'
}

/** The authorities believed for a purpose: who may certify seals says nothing about time, and the other way round. */
export function anchorsOf(trust: Trust, purpose: AnchorPurpose = 'seals'): readonly TrustAnchor[] {
  return trust.flatMap((list) =>
    list.anchors.filter(({ purposes = ['seals'] }) => purposes.includes(purpose)),
  )
}

export function revocationListsOf(trust: Trust): readonly Uint8Array[] {
  return trust.flatMap((list) => list.revocationLists)
}

/** Whether the lists that know an issuer take its word on what was withdrawn. */
export function maySayWithdrawn(trust: Trust, issuer: readonly string[]): boolean {
  return trust.every(({ issuers, statusListIssuers }) => {
    if (statusListIssuers === undefined) return true
    const entry = issuers.find(({ id, alsoKnownAs }) =>
      [id, ...alsoKnownAs].some((name) => issuer.includes(name)),
    )
    return (
      entry === undefined ||
      [entry.id, ...entry.alsoKnownAs].some((name) => statusListIssuers.includes(name))
    )
  })
}
