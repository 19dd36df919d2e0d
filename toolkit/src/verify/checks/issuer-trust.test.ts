import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Opened } from '../../formats/opened.ts'
import type { Proof } from '../../seal/proof.ts'
import type { Trust } from '../../trust/trust.ts'
import * as world from '../example-world.ts'
import { judge, type Verdict } from '../verify.ts'

const { context, daysFromNow, legal, list, listing, proof, uni, uniAsKey, uniAsKeyMethod } = world

async function verdictOf(file: Partial<Opened>, trust: Trust): Promise<Verdict> {
  return judge(context(file, { trust }), 'Example')
}

async function said(file: Partial<Opened>, trust: Trust): Promise<string> {
  const { verdict, checks } = await verdictOf(file, trust)
  return `${verdict}: ${checks.find(({ id }) => id === 'issuer-trust')?.code}`
}

function sealed(over: Partial<Proof> = {}): Proof {
  return proof({ key: { kind: 'certificates', chain: [world.seal] }, ...over }, world.sealedKey)
}

describe('trust in an issuer', () => {
  const famous = [
    ...listing({ id: 'did:web:famous.example', name: 'Famous', alsoKnownAs: [legal, 'VATFR-1'] })
      .issuers,
  ]

  it('is not had by adding a known organisation’s legal identifier to one’s own identifier', async () => {
    const trust = [{ ...list, issuers: famous }]
    const own = proof({ key: { kind: 'method', url: uniAsKeyMethod } })
    const file = { issuer: { id: uniAsKey, identifiers: [legal] }, proofs: [own] }
    assert.equal(await said(file, trust), 'unknown: issuer-trust.not-known-here')
  })

  it('is not had by a certificate of one’s own and another’s address among the identifiers', async () => {
    // The authority is known, so the holder of the certificate is: under its own name only.
    const trust = [{ ...list, issuers: [{ ...famous[0], alsoKnownAs: [] } as (typeof famous)[0]] }]
    for (const id of [{ id: uni }, {}]) {
      const issuer = { ...id, identifiers: [legal, 'did:web:famous.example'], name: 'Famous' }
      const verdict = await verdictOf({ issuer, proofs: [sealed()] }, trust)
      const line = verdict.checks.find(({ id: check }) => check === 'issuer-trust')
      assert.equal(line?.code, 'issuer-trust.by-authority')
      assert.doesNotMatch(line?.message ?? '', /Famous/)
      assert.equal(verdict.issuer?.name, world.order.organisation)
    }
  })

  it('is in the name the list has for the issuer, not in the one the file gives', async () => {
    const issuer = { id: uni, identifiers: [], name: 'Famous' }
    const verdict = await verdictOf({ issuer }, [list])
    assert.equal(verdict.verdict, 'valid')
    assert.equal(verdict.issuer?.name, 'University of Nowhere')
    // Where nothing is confirmed, the file’s own word is all there is.
    const unsigned = await verdictOf({ issuer, proofs: [] }, [list])
    assert.equal(unsigned.issuer?.name, 'Famous')
    assert.equal(unsigned.verdict, 'unknown')
  })

  it('shows none of the numbers and countries a file adds, but those somebody confirms', async () => {
    const issuer = { id: uni, identifiers: [legal, 'VATFR-1'], name: 'Famous', country: 'FR' }
    const shown = async (trust: Trust, over: Partial<Opened> = {}) => {
      const { identifiers, country } = (await verdictOf({ issuer, ...over }, trust)).issuer ?? {}
      return [identifiers, country]
    }
    assert.deepEqual(await shown([list]), [[], 'FR'])
    const knowing = [listing({ alsoKnownAs: [legal], country: 'ES' })]
    assert.deepEqual(await shown(knowing), [[legal], 'ES'])
    const { organisation: name } = world.order
    const byName = { issuer: { name, identifiers: ['A00000000'] }, proofs: [sealed()] }
    assert.deepEqual(await shown([list], byName), [['A00000000'], undefined])
  })

  it('counts at the time of signing, as a list says', async () => {
    const file = { proofs: [proof({ signedAt: daysFromNow(-10) })] }
    const span = (from: number, until: number) => [
      listing({ from: daysFromNow(from), until: daysFromNow(until) }),
    ]
    assert.equal(await said(file, span(-20, -5)), 'valid: issuer-trust.known')
    assert.equal(await said(file, span(-20, -15)), 'unknown: issuer-trust.not-at-that-time')
    assert.equal(await said(file, span(-5, 5)), 'unknown: issuer-trust.not-at-that-time')
  })

  it('by a list that has run out is open, by another that has not is had', async () => {
    const old = { ...list, nextUpdate: daysFromNow(-1) }
    assert.equal(await said({}, [old]), 'unknown: issuer-trust.list-out-of-date')
    assert.equal(
      await said({}, [{ ...list, nextUpdate: daysFromNow(1) }]),
      'valid: issuer-trust.known',
    )
    assert.equal(await said({}, [old, list]), 'valid: issuer-trust.known')
    const file = { issuer: { identifiers: [legal] }, proofs: [sealed()] }
    assert.equal(
      await said(file, [{ ...old, issuers: [] }]),
      'unknown: issuer-trust.list-out-of-date',
    )
    assert.equal(
      await said(file, [
        { ...old, issuers: [] },
        { ...list, issuers: [] },
      ]),
      'valid: issuer-trust.by-authority',
    )
  })

  it('says so when it is for tests: the list, the entry, or the authority of the certificate', async () => {
    const file = { issuer: { identifiers: [legal] }, proofs: [sealed()] }
    const test = { ...list, issuers: [], test: true, name: 'Trial' }
    const real = listing({ alsoKnownAs: [legal] }, { anchors: [] })
    assert.equal(await said({}, [listing({ test: true })]), 'valid: issuer-trust.known-test')
    assert.equal(await said(file, [test]), 'valid: issuer-trust.known-test')
    assert.equal(await said(file, [test, real]), 'valid: issuer-trust.known-test')
    assert.equal(await said(file, [real, { ...list, issuers: [] }]), 'valid: issuer-trust.known')
  })

  it('ends where the list’s leave ends', async () => {
    const award = world.opened().award
    const file = { award: { ...award, design: { ...award.design, fields: ['0521'] } } }
    const cases = [
      [{ fields: ['05'] }, 'valid: issuer-trust.known'],
      [{ fields: ['06'] }, 'invalid: issuer-trust.may-not-award'],
      [{ formats: ['ob3'] }, 'valid: issuer-trust.known'],
      [{ formats: ['edc'] }, 'invalid: issuer-trust.may-not-award'],
    ] as const
    for (const [mayAward, answer] of cases)
      assert.equal(await said(file, [listing({ mayAward })]), answer)
  })
})
