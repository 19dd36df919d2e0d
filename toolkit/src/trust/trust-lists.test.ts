import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { utf8 } from '../read/utf8.ts'
import { reference, unlessPresent } from '../reference.ts'
import { Refused } from '../refusal.ts'
import { generateKeyPair } from '../seal/keys/generate.ts'
import { memorySigner } from '../seal/keys/memory.ts'
import { anchorsOf, knownIssuer, revocationListsOf } from './known.ts'
import { readTrustList } from './lists/index.ts'
import { writeTesseraList } from './lists/tessera-list.ts'
import type { TrustList } from './trust.ts'
import { authority, later } from './x509/example-authority.ts'

const signer = memorySigner(await generateKeyPair('Ed25519'))
const issuedAt = new Date('2026-03-01T00:00:00Z')
const list: TrustList = {
  name: 'Example Alliance trust list of 1 March 2026',
  nextUpdate: new Date('2026-09-01T00:00:00Z'),
  test: true,
  anchors: [authority.anchor, { ...authority.anchor, vouchesFor: ['did:web:uni.example'] }],
  issuers: [
    {
      id: 'did:web:uni.example',
      name: 'University of Nowhere',
      alsoKnownAs: ['VATES-A00000000', 'https://uni.example'],
      keys: [signer.publicKey],
      country: 'ES',
      mayAward: { maxEqfLevel: 6, formats: ['ob3'] },
      from: new Date('2026-01-01T00:00:00Z'),
      until: new Date('2027-01-01T00:00:00Z'),
      test: true,
    },
  ],
  revocationLists: [
    await authority.revocationList({ revoked: [], number: 1, now: later, days: 30 }),
  ],
}
const text = JSON.stringify(await writeTesseraList(list, 1, issuedAt, signer), null, 2)

async function codeOf(step: Promise<unknown>): Promise<string> {
  try {
    await step
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0]?.code ?? ''
    throw error
  }
  return 'accepted'
}

describe('a trust list of our own', () => {
  it('is read as it was written, whatever its white space, and says whose signature it bears', async () => {
    for (const form of [text, JSON.stringify(JSON.parse(text))]) {
      const { signedBy, ...read } = await readTrustList(utf8(form), 'list.json')
      assert.deepEqual(read, { ...list, issuedAt })
      assert.match(signedBy ?? '', /^[A-Za-z0-9_-]{43}$/)
    }
  })

  it('is refused after any change of its content, and never raises an error', async () => {
    const bytes = utf8(text)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const changed = Uint8Array.from(bytes)
          changed[at] = (changed[at] ?? 0) ^ change
          if ((await codeOf(readTrustList(changed, 'list.json'))) !== 'accepted') return
          // White space, or another spelling of the same JSON: what it says is the same.
          assert.deepEqual(JSON.parse(new TextDecoder().decode(changed)), JSON.parse(text))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is refused without its signature', async () => {
    const { signature: _, ...unsigned } = JSON.parse(text) as { signature: unknown }
    assert.equal(
      await codeOf(readTrustList(utf8(JSON.stringify(unsigned)), 'list.json')),
      'trust-list.shape',
    )
    assert.equal(
      await codeOf(readTrustList(utf8('{"something":"else"}'), 'x')),
      'trust-list.not-known',
    )
    assert.equal(
      await codeOf(readTrustList(utf8(text.replace('"maxEqfLevel": 6', '"maxEqfLevel": 7')), 'x')),
      'trust-list.signature',
    )
  })
})

describe('the layout of the vectors', { skip: unlessPresent('security/own/trust.json') }, () => {
  it('is read with its anchor, its issuers, their keys and legal identifiers', async () => {
    const read = await readTrustList(
      readFileSync(reference('security/own/trust.json')),
      'trust.json',
    )
    assert.equal(read.anchors.length, 1)
    assert.deepEqual(
      read.issuers.map(({ id, name }) => [id, name]),
      [
        ['did:web:alderney-univ.example', 'University of Alderney'],
        ['did:web:tu-brookhaven.example', 'Technical University of Brookhaven'],
      ],
    )
    assert.ok(read.issuers[0]?.alsoKnownAs.includes('VATEU-11111111'))
    assert.ok(
      read.issuers[0]?.keys.some(({ kid }) => kid === 'did:web:alderney-univ.example#seal-2026'),
    )
    assert.equal(read.signedBy, undefined)
  })
})

describe('who is known', () => {
  const trust = [
    {
      ...list,
      name: 'old',
      issuers: list.issuers.map((issuer) => ({
        ...issuer,
        until: new Date('2026-02-01T00:00:00Z'),
      })),
    },
    list,
  ]
  const ids = ['did:web:uni.example']

  it('is found by DID, by other name and by legal identifier, in the list that knew it then', () => {
    for (const names of [
      { ids, identifiers: [] },
      { ids: ['https://uni.example'], identifiers: [] },
      { ids: [], identifiers: ['VATES-A00000000'] },
    ]) {
      const found = knownIssuer(trust, names, later)
      assert.equal(found?.list.name, list.name)
      assert.equal(found?.when, 'known')
    }
    assert.equal(
      knownIssuer(trust, { ids: ['did:web:other.example'], identifiers: ['VATES-B'] }, later),
      undefined,
    )
    assert.equal(knownIssuer([], { ids, identifiers: [] }, later), undefined)
  })

  it('is known from its first day until its last, not earlier and not later', () => {
    const when = (at: string): string | undefined =>
      knownIssuer(trust, { ids, identifiers: [] }, new Date(at))?.when
    assert.equal(when('2025-12-31T23:59:59Z'), 'not-yet')
    assert.equal(when('2026-01-01T00:00:00Z'), 'known')
    assert.equal(when('2026-12-31T23:59:59Z'), 'known')
    assert.equal(when('2027-01-01T00:00:00Z'), 'no-longer')
  })

  it('all lists’ anchors and revocation lists count', () => {
    assert.equal(anchorsOf(trust).length, 4)
    assert.equal(revocationListsOf(trust).length, 2)
  })
})
