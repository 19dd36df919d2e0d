import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PublicJwk } from '#machine'
import type { Opened } from '../formats/opened.ts'
import type { KeyReference, Proof } from '../seal/proof.ts'
import { noResolver } from '../trust/resolver.ts'
import type { KnownIssuer, Trust } from '../trust/trust.ts'
import { byMethod, bySeal, others, own, said } from './example-search.ts'
import * as world from './example-world.ts'
import { judge } from './verify.ts'

describe('several lists, or several entries of one', () => {
  const { uniKey, strangerKey, daysFromNow } = world
  const vouching = (key: PublicJwk, more: Partial<KnownIssuer> = {}) =>
    world.listing({ keys: [key], ...more })
  const bySomeKey: KeyReference = { kind: 'issuer' }
  const judged = async (trust: Trust, over: Partial<Proof> = {}, more: Partial<Opened> = {}) => {
    const made = world.proof({ key: bySomeKey, ...over }, strangerKey)
    const { verdict, checks } = await judge(
      world.context({ proofs: [made], ...more }, { trust, resolver: noResolver }),
      'Example',
    )
    return `${verdict}: ${checks.find(({ id }) => id === 'issuer-key')?.code}`
  }

  it('may each vouch for keys of their own: no key makes another false', async () => {
    const two = [vouching(uniKey), vouching(strangerKey)]
    assert.equal(await judged(two), 'valid: issuer-key.own')
    assert.equal(await judged(two.toReversed()), 'valid: issuer-key.own')
    const embedded = { key: { kind: 'embedded', key: strangerKey } } as const
    assert.equal(await judged(two, embedded), 'valid: issuer-key.own')
    const [one] = vouching(uniKey).issuers
    const [other] = vouching(strangerKey).issuers
    const services = { ...world.list, issuers: [one, other] as readonly KnownIssuer[] }
    assert.equal(await judged([services]), 'valid: issuer-key.own')
    assert.equal(await judged([vouching(uniKey)]), 'invalid: issuer-key.own')
  })

  it('do not bring back a key whose entry is over, whatever time a file claims', async () => {
    const change = daysFromNow(-10)
    const trust = [vouching(uniKey, { from: change }), vouching(strangerKey, { until: change })]
    const signedAt = (days: number) => ({ signedAt: daysFromNow(days) })
    assert.equal(await judged(trust, signedAt(-5)), 'invalid: issuer-key.expired')
    assert.equal(await judged(trust, signedAt(-20)), 'unknown: issuer-key.expired')
    assert.equal(await judged(trust), 'unknown: issuer-key.expired')
  })

  it('do not count beside a later edition once they have run out', async () => {
    const old = { ...vouching(strangerKey), nextUpdate: daysFromNow(-1) }
    for (const trust of [
      [old, vouching(uniKey)],
      [vouching(uniKey), old],
    ])
      assert.equal(await judged(trust), 'invalid: issuer-key.own')
    assert.equal(await judged([old, world.list]), 'unknown: issuer-key.no-key')
    assert.equal(await judged([old]), 'unknown: issuer-key.own')
    const seal = { proofs: [world.proof({ key: bySeal }, world.sealedKey)] }
    const former = { ...world.list, nextUpdate: daysFromNow(-1) }
    const without = { ...world.list, anchors: [] }
    const certified = (...trust: Trust) => judged(trust, {}, seal)
    assert.equal(await certified(former, without), 'unknown: issuer-key.certificate-unknown')
    const tied = {
      ...world.listing({ alsoKnownAs: [world.stranger] }),
      nextUpdate: daysFromNow(-1),
    }
    const byTie = { key: byMethod(world.strangerMethod) }
    const still = world.listing({ alsoKnownAs: [world.stranger] })
    assert.equal(await judged([still], byTie), 'valid: issuer-key.own')
    assert.equal(await judged([tied, world.list], byTie), 'invalid: issuer-key.other-issuer')
  })
})

describe('a file that adds another organisation’s legal identifier to its own name', () => {
  const famous = {
    id: 'did:web:famous.example',
    name: 'Famous',
    alsoKnownAs: ['VATFR-1'],
    keys: [],
  }
  const file = { id: world.uni, identifiers: ['VATFR-1'] }

  it('is somebody else’s, where a list knows both', async () => {
    const both = { ...world.list, issuers: [...world.list.issuers, famous] }
    assert.equal(await said(byMethod(world.method), file, { trust: [both] }), others)
    const one = world.listing({ alsoKnownAs: ['VATFR-1'] })
    assert.equal(await said(byMethod(world.method), file, { trust: [both, one] }), own)
    assert.equal(await said(byMethod(world.method), file), own)
  })
})
