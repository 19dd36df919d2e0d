// Seal certificates: do they lead to an authority known here, and is their subject the issuer the file
// names (ETSI EN 319 412-1, 5.1.4 and 412-3; RFC 5280)? What contradicts is somebody else's; what merely
// does not say so leaves it open.

import type { NamedIssuer } from '../formats/opened.ts'
import { attempt, firstOf, refuse } from '../refusal.ts'
import { anchorsOf, listsInForce, revocationListsOf } from '../trust/known.ts'
import type { Trust, TrustAnchor, TrustList } from '../trust/trust.ts'
import { readCertificate, type Certificate } from '../trust/x509/certificate.ts'
import { validatePath } from '../trust/x509/path.ts'
import { areOne, type KeySearch, type ProofKeys } from './ownership.ts'
import type { SentenceCode } from './sentences/index.ts'

export async function byCertificate(
  chain: readonly Uint8Array[],
  search: KeySearch,
  signedAt: Date | undefined,
  provenAt?: Date,
): Promise<ProofKeys> {
  const read = await attempt(() => {
    const [leaf, ...above] = chain.map((bytes) => readCertificate(bytes))
    return leaf === undefined
      ? refuse('x509.no-certificate', '', 'There is no certificate.')
      : { leaf, top: above.at(-1) ?? leaf }
  })
  if (!read.ok) {
    return {
      keys: [],
      ownership: {
        status: 'failed',
        code: 'issuer-key.certificate-refused',
        source: 'seal certificate in the file',
        words: { detail: firstOf(read.refusals).sentence },
      },
    }
  }
  const { leaf, top } = read.value
  const keys = [leaf.publicKey]
  const source = `seal certificate of ${leaf.subjectName}`
  const owner = ownerOf(leaf, search)
  if (owner === 'other')
    return { keys, ownership: { status: 'failed', code: 'issuer-key.other-issuer', source } }
  const path = await pathOf(chain, top, search, signedAt, provenAt)
  if (path.status !== 'passed') return { keys, ownership: { ...path, source } }
  if (owner === 'unclear')
    return { keys, ownership: { status: 'undecided', code: 'issuer-key.not-confirmed', source } }
  const { vouchesFor } = path.anchor
  const claimed = claimedNames(search.issuer)
  // An authority listed for one organisation may write another's names into its certificates; they count for nothing.
  const vouched = (name: string | undefined): boolean =>
    name !== undefined &&
    (vouchesFor === undefined ||
      vouchesFor.includes(name) ||
      vouchesFor.includes(name.replace(/\/$/, '')))
  if (!(claimed.length > 0 ? claimed : [leaf.organisation]).every(vouched))
    return { keys, ownership: { ...unknownAuthority, source } }
  const { organizationIdentifier: legal } = leaf
  return {
    keys,
    ownership: {
      status: 'passed',
      code: path.code,
      source,
      confirmed: [...claimed, ...(legal === undefined || !vouched(legal) ? [] : [legal])],
      authority: {
        name: path.anchor.name,
        list: path.list,
        subject: leaf.organisation ?? leaf.subjectName,
      },
    },
  }
}

type Path =
  | {
      readonly status: 'passed'
      readonly code: SentenceCode
      readonly anchor: TrustAnchor
      readonly list: TrustList
    }
  | {
      readonly status: 'failed' | 'undecided'
      readonly code: SentenceCode
      readonly words?: Readonly<Record<string, string>>
    }

/**
 * Whether the certificates hold: at the time a trusted time stamp proves, else now. A certificate in force that no
 * revocation list speaks of passes and the answer says so: a verifier without network has none, and the trust list may
 * bring one. Of one that has ended nobody can be asked any more, so that silence leaves it open.
 */
async function pathOf(
  chain: readonly Uint8Array[],
  top: Certificate,
  search: KeySearch,
  signedAt: Date | undefined,
  provenAt: Date | undefined,
): Promise<Path> {
  const trust = listsInForce(search.trust, search.now)
  const anchors = anchorsOf(trust)
  const crls = revocationListsOf(search.trust)
  const existed = provenAt !== undefined
  const question = existed ? { existedAskedAt: search.now } : {}
  const path = await validatePath(chain, anchors, provenAt ?? search.now, crls, question)
  if (path.holds) {
    const { anchor, revocation } = path
    // The first that has it; one does.
    const list = trust.reduceRight((found, one) => (one.anchors.includes(anchor) ? one : found))
    const ended = existed && !(await validatePath(chain, anchors, search.now, crls)).holds
    const code = ended
      ? 'issuer-key.own-then'
      : revocation.status === 'not-known'
        ? 'issuer-key.own-revocation-unknown'
        : 'issuer-key.own'
    return { status: 'passed', code, anchor, list }
  }
  if (path.code === 'x509.revocation-lost')
    return { status: 'undecided', code: 'issuer-key.certificate-status-lost' }
  if (path.undecided === true || leftTrust.has(path.code)) return unknownAuthority
  if (path.code === 'x509.not-anchored' && (await isOfAnotherKey(top, anchors)))
    return unknownAuthority
  if (path.code === 'x509.expired') {
    // It may have been sealed in time, but only a trusted time stamp could show it (EN 319 102-1: NO_POE).
    if (signedAt === undefined || (await validatePath(chain, anchors, signedAt, [])).holds)
      return { status: 'undecided', code: 'issuer-key.certificate-expired' }
  }
  return {
    status: 'failed',
    code: 'issuer-key.certificate-refused',
    words: { detail: path.sentence },
  }
}

const unknownAuthority: Exclude<Path, { status: 'passed' }> = {
  status: 'undecided',
  code: 'issuer-key.certificate-unknown',
}

/** An authority not trusted yet or any more is an authority not known here; that breaks no file. */
const leftTrust: ReadonlySet<string> = new Set(['x509.anchor-not-yet', 'x509.anchor-no-longer'])

/** Authorities change keys and keep their names: a certificate of a key no anchor has is of an authority not known. */
async function isOfAnotherKey(
  { authorityKeyId: wanted }: Certificate,
  anchors: readonly TrustAnchor[],
): Promise<boolean> {
  if (wanted === undefined) return false
  const read = await Promise.all(
    anchors.map(({ certificate }) => attempt(() => readCertificate(certificate))),
  )
  return !read.some((anchor) => anchor.ok && (anchor.value.subjectKeyId ?? wanted) === wanted)
}

type Owner = 'own' | 'other' | 'unclear'

/** Whether the certificate's names are the named issuer's: all identities the file claims must fit, not just one. */
function ownerOf(leaf: Certificate, search: KeySearch): Owner {
  const claimed = claimedNames(search.issuer)
  if (claimed.length === 0) return ownerByName(leaf, search.issuer)
  const fits = (name: string) => isNameOf(leaf, name, search)
  if (claimed.every(fits)) return 'own'
  const none = !claimed.some(fits)
  return claimed.some((name) => !fits(name) && contradicts(leaf, name, search, none))
    ? 'other'
    : 'unclear'
}

/** What the file says of its issuer that a certificate can confirm: addresses and legal identifiers. */
function claimedNames({ id, identifiers }: NamedIssuer): readonly string[] {
  return [
    ...(id !== undefined && /^(did:|https:\/\/)/.test(id) ? [id] : []),
    ...identifiers.filter(isSealIdentifier),
  ]
}

function isNameOf(leaf: Certificate, name: string, { trust: lists, now }: KeySearch): boolean {
  const trust = listsInForce(lists, now)
  const { organizationIdentifier: legal } = leaf
  const names = [
    ...leaf.uris,
    ...leaf.dnsNames.map((host) => `https://${host}`),
    ...(legal === undefined ? [] : [legal]),
  ]
  const forms = [name, name.replace(/\/$/, '')]
  // Only an organisation the list itself ties to this certificate lends its other names.
  return forms.some(
    (form) => names.includes(form) || (legal !== undefined && areOne(trust, legal, form)),
  )
}

function contradicts(
  leaf: Certificate,
  name: string,
  { trust: lists, now }: KeySearch,
  nothingFits: boolean,
): boolean {
  const trust = listsInForce(lists, now)
  const { organizationIdentifier: legal } = leaf
  if (isListed(trust, name) && (nothingFits || (legal !== undefined && isListed(trust, legal))))
    return true
  // Two numbers of one register are two organisations; of two registers, or two countries, they may be one.
  if (isSealIdentifier(name)) return legal !== undefined && legal.slice(0, 5) === name.slice(0, 5)
  const hosts = leaf.dnsNames.filter((host) => host.includes('.'))
  if (hosts.some((host) => name.startsWith(`https://${host}/`))) return false
  return nothingFits && leaf.uris.length + hosts.length > 0
}

function isListed(trust: Trust, name: string): boolean {
  return trust.some((list) =>
    list.issuers.some(({ id, alsoKnownAs }) => id === name || alsoKnownAs.includes(name)),
  )
}

/** A file that names its issuer by name alone: the name, and all else it says, must be the certificate's. */
function ownerByName(leaf: Certificate, { name, country, identifiers }: NamedIssuer): Owner {
  const number = leaf.organizationIdentifier?.slice(6)
  return name !== undefined &&
    name === leaf.organisation &&
    (country === undefined || country === leaf.country) &&
    identifiers.every((identifier) => identifier === number)
    ? 'own'
    : 'unclear'
}

/** ETSI EN 319 412-1 semantics identifiers: VATES-…, NTRDE-…, LEIXG-… */
function isSealIdentifier(name: string): boolean {
  return /^[A-Z]{3}[A-Z]{2}-/.test(name)
}
