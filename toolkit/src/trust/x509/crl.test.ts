import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readCertificate } from './certificate.ts'
import { readRevocationList } from './crl.ts'
import { validatePath } from './path.ts'
import { createTestAuthority } from './test-authority.ts'
import {
  boolean,
  context,
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
    const answer = async (crl: Uint8Array, existed: boolean, at = later, askedAt = after) => {
      const question = existed ? { existedAskedAt: askedAt } : {}
      const path = await validatePath([seal], [authority.anchor], at, [crl], question)
      return path.holds ? path.revocation.status : path.code
    }
    assert.equal(await answer(await listed(after), true), 'not-revoked')
    assert.equal(await answer(await listed(after), false), 'x509.revoked')
    assert.equal(await answer(await listed(later), true), 'x509.revoked')
    // A later list shows that it was not revoked then.
    const empty = (made: Date) =>
      authority.revocationList({ revoked: [], number: 5, now: made, days })
    assert.equal(await answer(await empty(after), true), 'not-revoked')
    assert.equal(await answer(await empty(after), false), 'not-known')
    assert.equal(await answer(await empty(now), true, after), 'not-known')
  })

  it('that says nothing of a certificate which has ended shows nothing, unless it was made before the end', async () => {
    const years = new Date('2030-01-01T00:00:00Z')
    const asked = async (...crls: readonly Uint8Array[]) => {
      const question = { existedAskedAt: years }
      const path = await validatePath([seal], [authority.anchor], later, crls, question)
      return path.holds ? path.revocation.status : `${path.undecided ?? false} ${path.code}`
    }
    const made = async (at: string, revoked: readonly { serial: string; at: Date }[] = []) =>
      authority.revocationList({ revoked, number: 6, now: new Date(at), days })
    const [lost, good] = ['true x509.revocation-lost', 'not-revoked']
    assert.equal(await asked(), lost)
    assert.equal(await asked(await made('2029-06-01T00:00:00Z')), lost)
    // One of before the signature may not know yet what became of it, even if it counts for longer.
    assert.equal(await asked(await made('2026-05-20T00:00:00Z')), lost)
    assert.equal(await asked(await made('2026-06-01T12:00:00Z')), good)
    assert.equal(await asked(await made('2029-02-01T00:00:00Z')), good)
    assert.equal(
      await asked(await made('2029-06-01T00:00:00Z'), await made('2029-02-01T00:00:00Z')),
      good,
    )
    const since = await made('2029-06-01T00:00:00Z', [{ serial, at: new Date('2028-01-01') }])
    assert.equal(await asked(since), good)
    const before = await made('2029-06-01T00:00:00Z', [{ serial, at: new Date('2026-04-01') }])
    assert.equal(await asked(since, before), 'false x509.revoked')
  })

  it('may promise to keep what was revoked after it has ended (expiredCertsOnCRL)', async () => {
    const { notAfter } = readCertificate(seal)
    const asked = async (since: Date, critical = false) => {
      const kept = sequence(
        oid('2.5.29.60'),
        ...(critical ? [boolean(true)] : []),
        octetString(generalizedTime(since)),
      )
      const toBeSigned = sequence(
        smallInteger(1),
        signatureAlgorithm('ES256'),
        readCertificate(authority.certificate).subject.der,
        time(new Date('2029-12-31T00:00:00Z')),
        time(new Date('2030-01-31T00:00:00Z')),
        context(0, sequence(kept)),
      )
      const crl = await signedObject(toBeSigned, 'ES256', authority.key)
      const question = { existedAskedAt: new Date('2030-01-01T00:00:00Z') }
      const path = await validatePath([seal], [authority.anchor], later, [crl], question)
      return path.holds ? path.revocation.status : path.code
    }
    assert.equal(await asked(now), 'not-revoked')
    assert.equal(await asked(now, true), 'not-revoked')
    assert.equal(await asked(notAfter), 'not-revoked')
    assert.equal(await asked(new Date(notAfter.getTime() + 1000)), 'x509.revocation-lost')
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
      const existed = { existedAskedAt: after }
      const path = await validatePath([seal], [authority.anchor], later, [bytes], existed)
      assert.equal(path.holds ? 'holds' : path.code, 'x509.revoked')
    }
  })
})
