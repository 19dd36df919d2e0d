// From what a proof says about its key to keys that may be tried, and whether the issuer owns them.
// The issuer's word comes from outside the file: a trust list, a certificate under a known authority,
// the DID document. The file alone can never confirm itself.

import { sha256, type PublicJwk } from '#machine'
import { canonicalJson } from '../canonical-json.ts'
import type { NamedIssuer } from '../formats/opened.ts'
import { readJsonObject } from '../read/json.ts'
import { base64url } from '../read/base64.ts'
import { multikeyToJwk } from '../read/multibase.ts'
import { utf8 } from '../read/utf8.ts'
import { attempt } from '../refusal.ts'
import type { KeyReference, Proof } from '../seal/proof.ts'
import { publicKeysOf } from '../trust/did/document.ts'
import { didKeyOf } from '../trust/did/did-key.ts'
import { didJwkOf } from '../trust/did/did-jwk.ts'
import { documentUrl } from '../trust/did/did-web.ts'
import { anchorsOf, knownIssuer, revocationListsOf } from '../trust/known.ts'
import type { Resolver } from '../trust/resolver.ts'
import type { KnownIssuer, Trust } from '../trust/trust.ts'
import { readCertificate, type Certificate } from '../trust/x509/certificate.ts'
import { validatePath } from '../trust/x509/path.ts'
import type { SentenceCode } from './sentences/index.ts'

export interface Ownership {
  readonly status: 'passed' | 'failed' | 'undecided'
  readonly code: SentenceCode
  readonly source: string
  readonly words?: Readonly<Record<string, string>>
  /** Name of the authority whose certificate identifies the issuer. */
  readonly authority?: { readonly name: string; readonly list: string; readonly subject: string }
}

export interface ProofKeys {
  /** Keys to try against the signature; empty when none could be had. */
  readonly keys: readonly PublicJwk[]
  readonly ownership: Ownership
}

export interface KeySearch {
  readonly issuer: NamedIssuer
  readonly trust: Trust
  readonly now: Date
  readonly resolver: Resolver
}

/** The keys a proof may have been made with, and whether the named issuer owns them. */
export async function keysOf(proof: Proof, search: KeySearch): Promise<ProofKeys> {
  const reference: KeyReference = proof.key
  switch (reference.kind) {
    case 'certificates':
      return byCertificate(reference.chain, search, proof.signedAt)
    case 'method':
      return byMethod(reference.url, proof, search)
    case 'embedded':
      return byEmbeddedKey(reference.key, proof, search)
    case 'issuer':
      return byIssuer(proof, search)
  }
}

function known(
  search: KeySearch,
): { readonly issuer: KnownIssuer; readonly list: string } | undefined {
  const found = knownIssuer(
    search.trust,
    {
      ids: search.issuer.id === undefined ? [] : [search.issuer.id],
      identifiers: search.issuer.identifiers,
    },
    search.now,
  )
  return found === undefined ? undefined : { issuer: found.issuer, list: found.list.name }
}

// ---------------------------------------------------------------------------------- certificates

async function byCertificate(
  chain: readonly Uint8Array[],
  search: KeySearch,
  signedAt: Date | undefined,
): Promise<ProofKeys> {
  const leafBytes = chain[0]
  const read = await attempt(() => {
    if (leafBytes === undefined) throw new Error('a chain has a leaf')
    return readCertificate(leafBytes)
  })
  if (!read.ok) {
    const detail = read.refusals[0]?.sentence ?? ''
    return {
      keys: [],
      ownership: {
        status: 'failed',
        code: 'issuer-key.certificate-refused',
        source: 'seal certificate in the file',
        words: { detail },
      },
    }
  }
  const leaf = read.value
  const source = `seal certificate of ${leaf.subjectName}`
  const owner = ownerOf(leaf, search)
  if (owner === 'other') {
    return {
      keys: [leaf.publicKey],
      ownership: { status: 'failed', code: 'issuer-key.other-issuer', source },
    }
  }
  const path = await pathOf(chain, search, signedAt)
  if (path.status !== 'passed') return { keys: [leaf.publicKey], ownership: { ...path, source } }
  if (owner === 'unclear') {
    return {
      keys: [leaf.publicKey],
      ownership: { status: 'undecided', code: 'issuer-key.not-confirmed', source },
    }
  }
  return {
    keys: [leaf.publicKey],
    ownership: {
      status: 'passed',
      code: 'issuer-key.own',
      source,
      authority: {
        name: path.anchor,
        list: path.list,
        subject: leaf.organisation ?? leaf.subjectName,
      },
    },
  }
}

type Path =
  | { readonly status: 'passed'; readonly anchor: string; readonly list: string }
  | {
      readonly status: 'failed' | 'undecided'
      readonly code: SentenceCode
      readonly words?: Readonly<Record<string, string>>
    }

async function pathOf(
  chain: readonly Uint8Array[],
  search: KeySearch,
  signedAt: Date | undefined,
): Promise<Path> {
  const anchors = anchorsOf(search.trust)
  const lists = revocationListsOf(search.trust)
  const path = await validatePath(chain, anchors, search.now, lists)
  if (path.holds) {
    const anchor = path.anchor
    const list = search.trust.find((entry) => entry.anchors.includes(anchor))?.name ?? ''
    return { status: 'passed', anchor: anchor.name, list }
  }
  if (path.code === 'x509.expired' && signedAt !== undefined) {
    // It may have been sealed in time, but only a trusted time stamp could show it (EN 319 102-1: NO_POE).
    const then = await validatePath(chain, anchors, signedAt, [])
    if (then.holds) return { status: 'undecided', code: 'issuer-key.certificate-expired' }
  }
  if (path.undecided === true)
    return { status: 'undecided', code: 'issuer-key.certificate-unknown' }
  return {
    status: 'failed',
    code: 'issuer-key.certificate-refused',
    words: { detail: path.sentence },
  }
}

/** Whether the certificate's names are the named issuer's: all identities the file claims must fit, not just one. */
function ownerOf(leaf: Certificate, search: KeySearch): 'own' | 'other' | 'unclear' {
  const names = new Set<string>([...leaf.uris, ...leaf.dnsNames.map((name) => `https://${name}`)])
  if (leaf.organizationIdentifier !== undefined) names.add(leaf.organizationIdentifier)
  for (const entry of search.trust.flatMap((list) => list.issuers)) {
    const aliases = [entry.id, ...entry.alsoKnownAs]
    // Only an organisation the list itself ties to this certificate lends its other names.
    if (
      leaf.organizationIdentifier !== undefined &&
      aliases.includes(leaf.organizationIdentifier)
    ) {
      for (const alias of aliases) names.add(alias)
    }
  }
  const { id, identifiers } = search.issuer
  const claimed = [
    ...(id === undefined || !isAddress(id) ? [] : [id]),
    ...identifiers.filter(isSealIdentifier),
  ]
  if (claimed.length === 0) return 'unclear'
  const fitting = claimed.filter((name) => names.has(name) || names.has(name.replace(/\/$/, '')))
  if (fitting.length === claimed.length) return 'own'
  // An id nobody tied to anything is unconfirmed; a legal identifier that differs is somebody else's.
  const legalDiffers = identifiers.some((name) => isSealIdentifier(name) && !names.has(name))
  const otherIsKnown =
    id !== undefined &&
    !names.has(id) &&
    search.trust.some((list) => list.issuers.some((entry) => entry.id === id))
  return legalDiffers || otherIsKnown || fitting.length === 0 ? 'other' : 'unclear'
}

function isAddress(id: string): boolean {
  return id.startsWith('did:') || id.startsWith('https://')
}

/** ETSI EN 319 412-1 semantics identifiers: VATES-…, NTRDE-…, LEIXG-… */
function isSealIdentifier(name: string): boolean {
  return /^[A-Z]{3}[A-Z]{2}-/.test(name)
}

// ------------------------------------------------------------------------------ DIDs and addresses

async function byMethod(url: string, proof: Proof, search: KeySearch): Promise<ProofKeys> {
  const controller = url.split('#')[0] ?? url
  const issuerId = search.issuer.id
  if (issuerId === undefined || controller !== issuerId) {
    // The signature is still tried, so that a changed file is told from a foreign key.
    const found = await keysOfController(controller, url, proof, search)
    return {
      keys: found.keys,
      ownership: { status: 'failed', code: 'issuer-key.other-issuer', source: controller },
    }
  }
  return keysOfController(controller, url, proof, search)
}

async function keysOfController(
  controller: string,
  url: string,
  proof: Proof,
  search: KeySearch,
): Promise<ProofKeys> {
  const own = (source: string): Ownership => ({ status: 'passed', code: 'issuer-key.own', source })
  const listed = knownIssuer(search.trust, { ids: [controller], identifiers: [] }, search.now)
  const vouched =
    listed?.issuer.keys.filter(
      (key) => key.kid === url || key.kid === url.slice(controller.length + 1),
    ) ?? []
  if (listed !== undefined && vouched.length > 0)
    return { keys: vouched, ownership: own(listed.list.name) }
  if (controller.startsWith('did:key:'))
    return selfCertified(await attempt(() => didKeyOf(controller, url)), controller)
  if (controller.startsWith('did:jwk:'))
    return selfCertified(await attempt(() => didJwkOf(controller, url)), controller)
  if (controller.startsWith('did:web:')) return byDidDocument(controller, url, proof, search)
  return byFragment(url, controller)
}

function selfCertified(
  answer: Awaited<ReturnType<typeof attempt<PublicJwk>>>,
  did: string,
): ProofKeys {
  if (!answer.ok)
    return { keys: [], ownership: { status: 'failed', code: 'issuer-key.not-listed', source: did } }
  return {
    keys: [answer.value],
    ownership: {
      status: 'passed',
      code: 'issuer-key.own',
      source: 'the issuer’s identifier, which is its key',
    },
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
  const answer = await attempt(() =>
    publicKeysOf(readJsonObject(resource.bytes, address.value), did, url, proof.purpose),
  )
  if (!answer.ok)
    return { keys: [], ownership: { status: 'undecided', code: 'issuer-key.no-key', source } }
  if (answer.value.length === 0)
    return { keys: [], ownership: { status: 'failed', code: 'issuer-key.not-listed', source } }
  return { keys: answer.value, ownership: { status: 'passed', code: 'issuer-key.own', source } }
}

/** The key stands in the fragment of an https address, which anybody can write: it confirms nothing. */
async function byFragment(url: string, controller: string): Promise<ProofKeys> {
  const fragment = url.slice(controller.length + 1)
  const key = await attempt(() => multikeyToJwk(fragment, url))
  return {
    keys: key.ok ? [key.value] : [],
    ownership: {
      status: 'undecided',
      code: key.ok ? 'issuer-key.not-confirmed' : 'issuer-key.no-key',
      source: controller,
    },
  }
}

async function byEmbeddedKey(key: PublicJwk, proof: Proof, search: KeySearch): Promise<ProofKeys> {
  const of = await byIssuer(proof, search)
  const same = of.keys.some((candidate) => thumbprint(candidate) === thumbprint(key))
  if (same) return { keys: [key], ownership: of.ownership }
  if (of.keys.length > 0) {
    return {
      keys: [key],
      ownership: { status: 'failed', code: 'issuer-key.not-listed', source: of.ownership.source },
    }
  }
  return {
    keys: [key],
    ownership: {
      status: 'undecided',
      code: 'issuer-key.not-confirmed',
      source: 'a key in the file itself',
    },
  }
}

async function byIssuer(proof: Proof, search: KeySearch): Promise<ProofKeys> {
  const listed = known(search)
  if (listed !== undefined && listed.issuer.keys.length > 0) {
    return {
      keys: listed.issuer.keys,
      ownership: { status: 'passed', code: 'issuer-key.own', source: listed.list },
    }
  }
  const id = search.issuer.id ?? ''
  if (id.startsWith('did:web:')) return byDidDocument(id, undefined, proof, search)
  if (id.startsWith('did:key:'))
    return selfCertified(await attempt(() => didKeyOf(id, undefined)), id)
  if (id.startsWith('did:jwk:'))
    return selfCertified(await attempt(() => didJwkOf(id, undefined)), id)
  return { keys: [], ownership: { status: 'undecided', code: 'issuer-key.no-key', source: id } }
}

/** RFC 7638. */
function thumbprint(key: PublicJwk): string {
  const { kty, crv, x, y, n, e } = key
  return base64url(sha256(utf8(canonicalJson({ kty, crv, x, y, n, e }))))
}
