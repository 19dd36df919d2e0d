// Every sentence the verifier can say, said once by a case that calls for it: a code nothing reaches does not
// compile here, and one reached by mistake fails.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Award } from '../credential/award.ts'
import type { NamedIssuer, Opened } from '../formats/opened.ts'
import { limits } from '../limits.ts'
import { utf8 } from '../read/utf8.ts'
import type { KeyReference, Proof } from '../seal/proof.ts'
import type { StatusReference } from '../status/reference.ts'
import type { TimeAnswer } from '../seal/time/index.ts'
import { noResolver } from '../trust/resolver.ts'
import { make, usage } from '../trust/x509/example-authority.ts'
import type { CheckContext, Expectations } from './context.ts'
import * as world from './example-world.ts'
import type { SentenceCode } from './sentences/index.ts'
import type { CheckLine } from './verdict.ts'
import { judge, verify } from './verify.ts'

const { uni, legal, list, listing, listAddress, entry, proof, daysFromNow } = world

type Case = () => Promise<readonly CheckLine[]>

function file(opened: Partial<Opened>, over: Partial<Omit<CheckContext, 'opened'>> = {}): Case {
  return async () => (await judge(world.context(opened, over), 'Example')).checks
}

function bytes(content: Uint8Array): Case {
  return async () => {
    const settings = { trust: [list], now: world.now, resolver: noResolver }
    return (await verify(content, settings)).checks
  }
}

function key(
  reference: KeyReference,
  issuer: NamedIssuer,
  over: Partial<Proof> = {},
): Partial<Opened> {
  return { issuer, proofs: [proof({ key: reference, ...over })] }
}

const sealOf = (...chain: readonly Uint8Array[]) =>
  key({ kind: 'certificates', chain }, { identifiers: [legal] })
const bySeal = sealOf(world.seal)
/** Sealed, with a time stamp that comes to this. */
function stamped(answer: TimeAnswer): Partial<Opened> {
  const seal = { kind: 'certificates', chain: [world.seal] } as const
  const timeStamps = [{ over: 'signature', weigh: async () => answer }] as const
  return {
    issuer: { identifiers: [legal] },
    proofs: [proof({ key: seal, timeStamps }, world.sealedKey)],
  }
}
const authority = 'Example time stamps'
const { anchor } = world.authority
const provenTime = stamped({ status: 'proven', at: daysFromNow(-1), authority, anchor })
const brokenTime = stamped({ status: 'broken', code: 'time.imprint', sentence: '' })
const self = await make('Nobody', undefined, [usage(0)])

function status(over: Partial<StatusReference>, served?: Promise<Uint8Array>): Case {
  return async () => {
    const reference = {
      kind: 'bitstring',
      list: listAddress,
      index: entry.good,
      purpose: 'revocation',
      size: 1,
      ...over,
    }
    const resolver = world.web(served === undefined ? {} : { [listAddress]: await served })
    return file({ status: [reference as StatusReference] }, { resolver })()
  }
}

function held(
  presentation: Partial<NonNullable<Opened['holding']['presentation']>> | undefined,
  expect: Expectations,
  holding: Partial<Opened['holding']> = { confirmation: world.strangerKey },
): Case {
  const embedded = { kind: 'embedded', key: world.strangerKey } as const
  const own = proof({ purpose: 'authentication', key: embedded }, world.strangerKey)
  const shown = { nonce: 'n', presentedAt: world.now, proofs: [own], ...presentation }
  return file(
    { holding: { ...holding, ...(presentation === undefined ? {} : { presentation: shown }) } },
    { expect },
  )
}

const asked = { nonce: 'n' }
const levelSeven: Award = {
  ...world.opened().award,
  design: { ...world.opened().award.design, level: { eqf: 7 } as Award['design']['level'] },
}

const cases: Readonly<Record<SentenceCode, Case>> = {
  'format.known': file({}),
  'format.not-known': bytes(utf8('Dear Sir or Madam')),
  'format.malformed': bytes(utf8('{"payload": 1, "signatures": []}')),
  'format.damaged': bytes(utf8('eyJhbGciOiJub25lIn0.e30.')),
  'format.too-large': bytes(new Uint8Array(limits.file + 1)),
  'format.several': bytes(
    utf8(
      JSON.stringify({
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiablePresentation'],
        verifiableCredential: [1, 2].map(() => ({ type: ['OpenBadgeCredential'] })),
      }),
    ),
  ),
  'format.other-words': bytes(
    utf8(
      JSON.stringify({
        '@context': ['https://www.w3.org/ns/credentials/v2', 'https://w3id.org/dcc/v1'],
        type: ['VerifiableCredential', 'OpenBadgeCredential'],
      }),
    ),
  ),
  'format.other-type': file({}, { expect: { vct: 'urn:other' } }),

  'signature.holds': file({}),
  'signature.holds-at-time': file(provenTime),
  'signature.time-stamp-broken': file(brokenTime),
  'signature.changed': file({ proofs: [proof({}, world.strangerKey)] }),
  'signature.none': file({ proofs: [] }),
  'signature.no-key': file({}, { resolver: noResolver }),
  'signature.unsupported': file({
    proofs: [
      proof({ verify: async () => ({ holds: false, undecided: true, code: '', sentence: '' }) }),
    ],
  }),
  'signature.too-complex': file({
    proofs: [
      proof({
        verify: async () => ({
          holds: false,
          undecided: true,
          code: 'json-ld.too-complex',
          sentence: '',
        }),
      }),
    ],
  }),

  'issuer-key.own': file({}),
  'issuer-key.own-then': file(provenTime, { now: new Date('2030-01-01T00:00:00Z') }),
  'issuer-key.certificate-status-lost': file(provenTime, {
    now: new Date('2030-01-01T00:00:00Z'),
    trust: [{ ...list, revocationLists: [] }],
  }),
  'issuer-key.own-revocation-unknown': file(bySeal, {
    trust: [{ ...list, revocationLists: [] }],
  }),
  'issuer-key.other-issuer': file({ issuer: { id: world.stranger, identifiers: [] } }),
  'issuer-key.not-confirmed': file(
    key({ kind: 'embedded', key: world.uniKey }, { id: 'https://uni.example', identifiers: [] }),
  ),
  'issuer-key.no-key': file({}, { resolver: noResolver }),
  'issuer-key.not-listed': file(
    key({ kind: 'method', url: `${uni}#key-9` }, { id: uni, identifiers: [] }),
  ),
  'issuer-key.certificate-unknown': file(bySeal, { trust: [] }),
  'issuer-key.certificate-expired': file(bySeal, { now: new Date('2030-01-01T00:00:00Z') }),
  'issuer-key.certificate-refused': file(sealOf(self.certificate)),
  'issuer-key.expired': file(
    {},
    {
      resolver: world.web({
        [world.documentAddress]: world.documentOf(uni, { 'key-1': world.uniKey }, daysFromNow(-1)),
      }),
    },
  ),
  'issuer-key.way-not-accepted': file(
    {},
    {
      trust: [
        listing({ keys: [{ ...world.uniKey, kid: world.method }] }, { algorithms: ['ES256'] }),
      ],
    },
  ),
  'issuer-key.other-purpose': file({ proofs: [proof({ purpose: 'authentication' })] }),
  'issuer-key.unsigned': file({ proofs: [] }),

  'issuer-trust.known': file({}),
  'issuer-trust.by-authority': file(bySeal, { trust: [{ ...list, issuers: [] }] }),
  'issuer-trust.known-test': file({}, { trust: [{ ...list, test: true }] }),
  'issuer-trust.not-known-here': file({}, { trust: [] }),
  'issuer-trust.not-at-that-time': file({}, { trust: [listing({ until: daysFromNow(-1) })] }),
  'issuer-trust.may-not-award': file(
    { award: levelSeven },
    { trust: [listing({ mayAward: { maxEqfLevel: 6 } })] },
  ),
  'issuer-trust.list-out-of-date': file({}, { trust: [{ ...list, nextUpdate: daysFromNow(-1) }] }),

  'status.not-revoked': status({}, world.bitstringList()),
  'status.none': file({}),
  'status.revoked': status({ index: entry.revoked }, world.bitstringList()),
  'status.suspended': status({ kind: 'token', index: entry.suspended }, world.tokenList()),
  'status.unreadable': status({}),
  'status.out-of-date': status({}, world.bitstringList({ validUntil: daysFromNow(-0.5) })),
  'status.not-genuine': status({}, world.bitstringList({ signer: world.strangerSigner })),
  'status.not-usable': status({}, Promise.resolve(utf8('<html>'))),
  'status.unsupported': file({ status: [{ kind: 'other', type: 'Register2019' }] }),

  'dates.in-force': file({}),
  'dates.not-yet': file({ validFrom: daysFromNow(1) }),
  'dates.expired': file({ validUntil: daysFromNow(-1) }),
  'dates.signed-in-future': file({ proofs: [proof({ signedAt: daysFromNow(1) })] }),
  'dates.proof-expired': file({ proofs: [proof({ expiresAt: daysFromNow(-1) })] }),
  'dates.contradictory': file({ validFrom: daysFromNow(1), validUntil: daysFromNow(-1) }),
  'dates.unreadable': file({ validUntil: new Date('some day') }),

  'holder.not-asked': file({}),
  'holder.bound': held({}, asked),
  'holder.no-presentation': held(undefined, asked),
  'holder.changed': held({ proofs: [proof({ purpose: 'authentication' })] }, asked),
  'holder.no-key': held(
    {
      holder: 'did:web:learner.example',
      proofs: [
        proof({
          purpose: 'authentication',
          key: { kind: 'method', url: 'did:web:learner.example#k' },
        }),
      ],
    },
    asked,
    {},
  ),
  'holder.other-request': held({ nonce: 'm' }, asked),
  'holder.not-fresh': held({ presentedAt: daysFromNow(-1) }, asked),
  'holder.not-subject': held(
    { holder: world.stranger },
    { holderIsSubject: true },
    { subject: 'did:example:learner' },
  ),
  'holder.not-bound': held({}, asked, {}),

  'not-reached': bytes(utf8('Dear Sir or Madam')),
}

describe('every sentence of the verifier', () => {
  for (const [code, said] of Object.entries(cases)) {
    it(`is said where it is called for: ${code}`, async () => {
      const lines = await said()
      const codes = lines.map((line) => line.code)
      assert.equal(lines.length, 7)
      assert.ok(codes.includes(code), codes.join(', '))
    })
  }
})
