import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Proof } from '../seal/proof.ts'
import { countsUntil, madeAt } from './age.ts'

const made = new Date('2026-06-01T12:00:00Z')
const had = new Date('2026-06-02T12:00:00Z')
const end = new Date('2026-07-01T00:00:00Z')
const proofs: readonly Proof[] = [
  {
    suite: 'VC-JWT ES256',
    algorithm: 'ES256',
    key: { kind: 'issuer' },
    purpose: 'assertionMethod',
    signedAt: made,
    verify: async () => ({ holds: true }),
  },
]

function after(from: Date, seconds: number): Date {
  return new Date(from.getTime() + seconds * 1000)
}

describe('a copy of a status list', () => {
  it('counts until the end of the list, however old it is and whatever its time to live', () => {
    const list = { proofs, validFrom: made, validUntil: end, ttlSeconds: 60 }
    assert.deepEqual(countsUntil(list, had), end)
    assert.deepEqual(countsUntil(list, undefined), end)
  })

  it('of a list without an end ages from when it was had', () => {
    assert.deepEqual(
      countsUntil({ proofs, validFrom: made, ttlSeconds: 3600 }, had),
      after(had, 3600),
    )
    assert.deepEqual(countsUntil({ proofs, validFrom: made }, had), after(had, 86_400))
  })

  it('that nobody knows when it was had ages from when it was made', () => {
    assert.deepEqual(
      countsUntil({ proofs: [], validFrom: made, ttlSeconds: 60 }, undefined),
      after(made, 60),
    )
    assert.deepEqual(countsUntil({ proofs }, undefined), after(made, 86_400))
    assert.deepEqual(madeAt({ proofs }), made)
  })

  it('without any time counts for nothing', () => {
    assert.equal(countsUntil({ proofs: [], ttlSeconds: 60 }, undefined), undefined)
    assert.equal(madeAt({ proofs: [] }), undefined)
  })
})
