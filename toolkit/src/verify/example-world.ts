// For tests only: an invented university with keys, a certificate, a web server and a trust list, and files
// as a format would open them, their proofs made of nothing but “this key made it”.

import type { PrivateJwk, PublicJwk } from '#machine'
import type { JsonObject } from '../canonical-json.ts'
import { awardSchema } from '../credential/award.ts'
import type { Opened } from '../formats/opened.ts'
import { utf8 } from '../read/utf8.ts'
import { signCompact } from '../seal/jose/compact.ts'
import { generateKeyPair } from '../seal/keys/generate.ts'
import { memorySigner } from '../seal/keys/memory.ts'
import type { Proof } from '../seal/proof.ts'
import { bitstringCredential, type BitstringPurpose } from '../status/bitstring.ts'
import { newStatusTable, type StatusTable, type StatusWord } from '../status/table.ts'
import { issueStatusToken } from '../status/token.ts'
import { didKeyFrom } from '../trust/did/did-key.ts'
import type { Resolver } from '../trust/resolver.ts'
import type { KnownIssuer, TrustList } from '../trust/trust.ts'
import { authority, later, order, seal } from '../trust/x509/example-authority.ts'
import { readCertificate } from '../trust/x509/certificate.ts'
import type { CheckContext } from './context.ts'

export { authority, order, seal }

/** The time of checking: 1 June 2026, noon. */
export const now = later
export const daysFromNow = (days: number): Date => new Date(now.getTime() + days * 86_400_000)

export const uni = 'did:web:uni.example'
export const method = `${uni}#key-1`
export const legal = 'VATES-A00000000'
const uniPrivate: PrivateJwk = await generateKeyPair('Ed25519')
export const uniSigner = memorySigner(uniPrivate, { verificationMethod: method })
export const uniKey = uniSigner.publicKey
export const sealedKey = readCertificate(seal).publicKey
export const strangerSigner = memorySigner(await generateKeyPair('Ed25519'))
export const strangerKey = strangerSigner.publicKey
export const { did: uniAsKey, method: uniAsKeyMethod } = didKeyFrom(uniKey)
export const { did: stranger, method: strangerMethod } = didKeyFrom(strangerKey)

/** The authority's word that none of its certificates is withdrawn. */
const noneRevoked = await authority.revocationList({ revoked: [], number: 1, now, days: 30 })

/** A list that knows the university by its identifier alone, and the authority of its certificate. */
export const list: TrustList = {
  name: 'Example Alliance',
  anchors: [authority.anchor],
  issuers: [{ id: uni, name: 'University of Nowhere', alsoKnownAs: [], keys: [] }],
  revocationLists: [noneRevoked],
}

export function listing(issuer: Partial<KnownIssuer>, more: Partial<TrustList> = {}): TrustList {
  const [first] = list.issuers
  const known = { id: uni, name: '', alsoKnownAs: [], keys: [], ...first, ...issuer }
  return { ...list, issuers: [known], ...more }
}

function multikey(key: PublicJwk): string {
  return didKeyFrom(key).did.slice('did:key:'.length)
}

export function documentOf(
  did: string,
  keys: Readonly<Record<string, PublicJwk>>,
  expires?: Date,
): Uint8Array {
  const methods = Object.entries(keys).map(([name, key]) => ({
    id: `${did}#${name}`,
    controller: did,
    type: 'Multikey',
    publicKeyMultibase: multikey(key),
    ...(expires === undefined ? {} : { expires: expires.toISOString() }),
  }))
  const all = methods.map(({ id }) => id)
  return utf8(
    JSON.stringify({
      id: did,
      verificationMethod: methods,
      assertionMethod: all.filter((id) => !id.endsWith('#door')),
      authentication: all,
    }),
  )
}

export const documentAddress = 'https://uni.example/.well-known/did.json'

/** Answers with these bytes for these addresses, and with the university's DID document. */
export function web(pages: Readonly<Record<string, Uint8Array>> = {}): Resolver {
  const served: Readonly<Record<string, Uint8Array>> = {
    [documentAddress]: documentOf(uni, { 'key-1': uniKey }),
    ...pages,
  }
  return {
    get: async (url) => {
      const bytes = served[url]
      return bytes === undefined ? undefined : { bytes }
    },
  }
}

function sameKey(a: PublicJwk, b: PublicJwk): boolean {
  return a.kty === b.kty && a.x === b.x && a.y === b.y
}

/** A proof that holds for the key that made it, and for no other. */
export function proof(over: Partial<Proof> = {}, by: PublicJwk = uniKey): Proof {
  return {
    suite: 'example',
    algorithm: 'EdDSA',
    key: { kind: 'method', url: method },
    purpose: 'assertionMethod',
    verify: async (key) =>
      sameKey(key, by)
        ? { holds: true }
        : { holds: false, code: 'signature.changed', sentence: 'It was changed.' },
    ...over,
  }
}

export function opened(over: Partial<Opened> = {}): Opened {
  return {
    format: 'ob3',
    variant: 'json',
    types: ['OpenBadgeCredential'],
    issuer: { id: uni, identifiers: [] },
    award: awardSchema.parse({
      tessera: 'award/1',
      design: { tessera: 'design/1', id: 'https://uni.example/designs/1' },
    }),
    proofs: [proof()],
    status: [],
    holding: {},
    conformance: [],
    ...over,
  }
}

export function context(
  file: Partial<Opened> = {},
  over: Partial<Omit<CheckContext, 'opened'>> = {},
): CheckContext {
  return {
    opened: opened(file),
    trust: [list],
    now,
    resolver: web(),
    expect: {},
    language: 'en',
    ...over,
  }
}

// ------------------------------------------------------------------------------------ status lists

export const listAddress = 'https://uni.example/status/1'
/** Entries of the lists: what became of which. */
export const entry = { good: 1, revoked: 2, suspended: 3 } as const

function tableOf(words: readonly (readonly [number, StatusWord])[]): StatusTable {
  const changes = words.map(
    ([index, status]) => [index, [{ status, at: now, by: 'officer' }]] as const,
  )
  return { ...newStatusTable(), changes: new Map(changes) }
}

const table = tableOf([
  [entry.revoked, 'revoked'],
  [entry.suspended, 'suspended'],
])

export interface ListPlan {
  readonly url?: string
  readonly issuer?: string
  readonly purpose?: BitstringPurpose
  readonly validFrom?: Date
  readonly validUntil?: Date
  readonly signer?: typeof uniSigner
}

/** A W3C list as a signed token. */
export async function bitstringList(plan: ListPlan = {}): Promise<Uint8Array> {
  const signer = plan.signer ?? uniSigner
  return utf8(await signCompact(headerOf('vc+jwt', signer), await bitstringDocument(plan), signer))
}

/** The same list, signed by nobody. */
export async function bitstringDocument(plan: ListPlan = {}): Promise<JsonObject> {
  return bitstringCredential(table, {
    url: plan.url ?? listAddress,
    issuer: plan.issuer ?? uni,
    purpose: plan.purpose ?? 'revocation',
    validFrom: plan.validFrom ?? daysFromNow(-1),
    validUntil: plan.validUntil ?? daysFromNow(1),
  })
}

/** An IETF list. */
export async function tokenList(plan: ListPlan = {}): Promise<Uint8Array> {
  return utf8(
    await issueStatusToken(table, plan.signer ?? uniSigner, {
      url: plan.url ?? listAddress,
      now: plan.validFrom ?? daysFromNow(-1),
      validUntil: plan.validUntil ?? daysFromNow(1),
      ...(plan.issuer === undefined ? {} : { issuer: plan.issuer }),
    }),
  )
}

/** Whoever signs calls it the university's key, unless the signer has a name of its own. */
function headerOf(typ: string, { verificationMethod: kid = method }: typeof uniSigner): JsonObject {
  return { typ, kid }
}
