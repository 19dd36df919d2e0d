import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readCertificate } from './certificate.ts'
import { readRevocationList } from './crl.ts'
import { validatePath } from './path.ts'
import { createTestAuthority } from './test-authority.ts'
import { authority, codeOf, ecKey, later, now, random, seal } from './example-authority.ts'

describe('a revocation list', () => {
  const days = 30
  const { serial } = readCertificate(seal)

  it('is made, read back, and says who is revoked since when', async () => {
    const bytes = await authority.revocationList({
      revoked: [{ serial, at: later }],
      number: 3,
      now: later,
      days,
    })
    const list = readRevocationList(bytes)
    assert.deepEqual(list.revoked.get(serial), later)
    assert.deepEqual(list.thisUpdate, later)
    assert.equal(await codeOf([seal], { crls: [bytes] }), 'x509.revoked')
    assert.equal(await codeOf([seal, authority.certificate], { crls: [bytes] }), 'x509.revoked')
  })

  it('that is current and does not list the certificate says it is not revoked; an old one says nothing', async () => {
    const bytes = await authority.revocationList({
      revoked: [{ serial: '01', at: later }],
      number: 3,
      now: later,
      days,
    })
    const current = await validatePath([seal], [authority.anchor], later, [bytes])
    assert.ok(current.holds)
    assert.deepEqual(current.revocation, { status: 'not-revoked', asOf: later })
    const old = await validatePath([seal], [authority.anchor], new Date('2026-12-01T00:00:00Z'), [
      bytes,
    ])
    assert.ok(old.holds)
    assert.equal(old.revocation.status, 'not-known')
  })

  it('still shows a revocation when it is old, for a revocation is final', async () => {
    const bytes = await authority.revocationList({
      revoked: [{ serial, at: now }],
      number: 1,
      now,
      days: 1,
    })
    assert.equal(await codeOf([seal], { crls: [bytes] }), 'x509.revoked')
  })

  it('counts only when the certificate’s own authority signed it, unchanged', async () => {
    const twin = await createTestAuthority({ name: 'Example Alliance', now, random, key: ecKey() })
    const foreign = await twin.revocationList({
      revoked: [{ serial, at: later }],
      number: 1,
      now: later,
      days,
    })
    assert.equal(await codeOf([seal], { crls: [foreign, new Uint8Array([1, 2, 3])] }), 'holds')
    const good = await authority.revocationList({ revoked: [], number: 1, now: later, days })
    for (let at = 0; at < good.length; at++) {
      const changed = Uint8Array.from(good)
      changed[at] = (changed[at] ?? 0) ^ 1
      const answer = await validatePath([seal], [authority.anchor], later, [changed])
      assert.ok(answer.holds && answer.revocation.status === 'not-known', `byte ${at}`)
    }
  })
})
