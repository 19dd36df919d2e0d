import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readCertificate } from './certificate.ts'
import { readRevocationList } from './crl.ts'
import { validatePath } from './path.ts'
import { createTestAuthority } from './test-authority.ts'
import {
  generalizedTime,
  octetString,
  oid,
  positive,
  sequence,
  smallInteger,
  time,
} from './write.ts'
import { signatureAlgorithm, signedObject } from './signed-object.ts'
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

  it('does no harm to what is proven to have existed before the revocation', async () => {
    const listed = (at: Date, made = at) =>
      authority.revocationList({ revoked: [{ serial, at }], number: 4, now: made, days })
    const after = new Date('2026-07-01T00:00:00Z')
    const answer = async (crl: Uint8Array, existed: boolean, at = later) => {
      const path = await validatePath([seal], [authority.anchor], at, [crl], { existed })
      return path.holds ? path.revocation.status : path.code
    }
    assert.equal(await answer(await listed(after), true), 'not-revoked')
    assert.equal(await answer(await listed(after), false), 'x509.revoked')
    assert.equal(await answer(await listed(later), true), 'x509.revoked')
    // A later list shows that it was not revoked then, but not one from after its end, which may leave it out.
    const empty = (made: Date) =>
      authority.revocationList({ revoked: [], number: 5, now: made, days })
    assert.equal(await answer(await empty(after), true), 'not-revoked')
    assert.equal(await answer(await empty(after), false), 'not-known')
    assert.equal(await answer(await empty(new Date('2029-06-01T00:00:00Z')), true), 'not-known')
    assert.equal(await answer(await empty(now), true, after), 'not-known')
  })

  it('counts from when the key was lost, if the authority says so, not from when it acted', async () => {
    const lost = (at: Date) => sequence(oid('2.5.29.24'), octetString(generalizedTime(at)))
    const list = async (since: Date, revoked: Date): Promise<Uint8Array> => {
      const number = Uint8Array.from(Buffer.from(serial, 'hex'))
      const toBeSigned = sequence(
        smallInteger(1),
        signatureAlgorithm('ES256'),
        readCertificate(authority.certificate).subject.der,
        time(revoked),
        time(new Date('2026-12-01T00:00:00Z')),
        sequence(sequence(positive(number), time(revoked), sequence(lost(since)))),
      )
      return signedObject(toBeSigned, 'ES256', authority.key)
    }
    const before = new Date('2026-05-01T00:00:00Z')
    const after = new Date('2026-07-01T00:00:00Z')
    for (const [since, revoked, first] of [
      [before, after, before],
      [after, before, before],
    ] as const) {
      const bytes = await list(since, revoked)
      assert.deepEqual(readRevocationList(bytes).revoked.get(serial), first)
      const existed = { existed: true }
      const path = await validatePath([seal], [authority.anchor], later, [bytes], existed)
      assert.equal(path.holds ? 'holds' : path.code, 'x509.revoked')
    }
  })
})
