import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { attempt } from '../refusal.ts'
import { utf8 } from '../read/utf8.ts'
import { readJades, sealJades } from '../seal/jades/index.ts'
import { memorySigner } from '../seal/keys/memory.ts'
import type { Proof, ProofTimeStamp } from '../seal/proof.ts'
import { timeStampsAt } from '../seal/time/example-time-stamps.ts'
import { testTimeStamps } from '../seal/time/test-authority.ts'
import type { TimeAnswer } from '../seal/time/index.ts'
import type { TrustList } from '../trust/trust.ts'
import { readCertificate } from '../trust/x509/certificate.ts'
import { ecKey } from '../trust/x509/example-authority.ts'
import { createTestAuthority } from '../trust/x509/test-authority.ts'
import * as world from './example-world.ts'
import { provenTimeOf } from './proven-time.ts'
import { judge } from './verify.ts'

const { authority, daysFromNow, legal, now, order } = world
/** The seal certificate of the examples ends in March 2029; the time stamps' in March 2031. */
const yearsLater = new Date('2030-01-01T00:00:00Z')
const key = ecKey()
const certificate = await authority.issueSealCertificate({ ...order, publicKey: key })
const { serial } = readCertificate(certificate)
const signer = memorySigner(key, { certificates: [certificate] })

const believing: TrustList = {
  ...world.list,
  anchors: [authority.anchor, authority.timeStampAnchor],
}

type Stamps = Awaited<ReturnType<typeof testTimeStamps>>
const stampedAt = (at: Date) => timeStampsAt(at)

async function textOf(timeStamps?: Stamps, payload = '{}'): Promise<string> {
  const plan = { now, signingTime: 'iat' } as const
  return sealJades(payload, signer, timeStamps === undefined ? plan : { ...plan, timeStamps })
}

function proofIn(text: string): Proof {
  return readJades(utf8(text)).signatures[0]?.proof ?? assert.fail()
}

const sealed = async (timeStamps?: Stamps): Promise<Proof> => proofIn(await textOf(timeStamps))

/** Verdict, signature, issuer's key, and what the signature check goes by. */
async function said(
  proofs: readonly Proof[],
  at = now,
  list: TrustList = believing,
): Promise<{ readonly line: string; readonly source: string }> {
  const file = { issuer: { identifiers: [legal] }, proofs }
  const { verdict, checks } = await judge(
    world.context(file, { now: at, trust: [list] }),
    'Example',
  )
  const found = (id: string) => checks.find((check) => check.id === id)
  return {
    line: `${verdict}: ${found('signature')?.code}, ${found('issuer-key')?.code}`,
    source: found('signature')?.source ?? '',
  }
}

const revokedAt = async (at: Date): Promise<TrustList> => ({
  ...believing,
  revocationLists: [
    await authority.revocationList({
      revoked: [{ serial, at }],
      number: 2,
      now: daysFromNow(2),
      days: 30,
    }),
  ],
})

const proof = await sealed(await stampedAt(now))
const inTime = 'valid: signature.holds-at-time, issuer-key.own'
const endedSince = 'valid: signature.holds-at-time, issuer-key.own-then'
const expired = 'issuer-key.certificate-expired'

describe('a seal with a time stamp that is believed', () => {
  it('is of level B-T, and the verdict says by when it was signed', async () => {
    const { line, source } = await said([proof])
    assert.equal(line, inTime)
    assert.match(source, /^JAdES ES256, level B-T, time stamp of .*TEST time stamps$/)
    const { checks } = await judge(
      world.context(
        { issuer: { identifiers: [legal] }, proofs: [proof] },
        { trust: [believing], language: 'de' },
      ),
      'Example',
    )
    assert.match(checks.map(({ message }) => message).join(), /spätestens am 2026-06-01 12:00 UTC/)
  })

  it('outlives its certificate, which one without does not', async () => {
    assert.equal((await said([proof], yearsLater)).line, endedSince)
    assert.equal(
      (await said([await sealed()], yearsLater)).line,
      `unknown: signature.holds, ${expired}`,
    )
  })

  it('does not, when no list shows that the certificate had not been withdrawn before it ended', async () => {
    const made = (at: Date) =>
      authority.revocationList({ revoked: [], number: 3, now: at, days: 30 })
    const knowing = async (...days: readonly Date[]) =>
      (
        await said([proof], yearsLater, {
          ...believing,
          revocationLists: await Promise.all(days.map(made)),
        })
      ).line
    const lost = 'unknown: signature.holds-at-time, issuer-key.certificate-status-lost'
    const afterTheEnd = new Date('2029-12-20T00:00:00Z')
    assert.equal(await knowing(), lost)
    assert.equal(await knowing(afterTheEnd), lost)
    assert.equal(await knowing(daysFromNow(-5)), lost)
    assert.equal(await knowing(afterTheEnd, daysFromNow(200)), endedSince)
    // As long as it is in force, its authority can still be asked, and silence is only reported.
    const { line } = await said([proof], daysFromNow(300), { ...believing, revocationLists: [] })
    assert.equal(line, 'valid: signature.holds-at-time, issuer-key.own-revocation-unknown')
  })

  it('does not, when it was stamped after the certificate had ended', async () => {
    const late = await sealed(await stampedAt(new Date('2029-06-01T00:00:00Z')))
    assert.equal(
      (await said([late], yearsLater)).line,
      `unknown: signature.holds-at-time, ${expired}`,
    )
  })

  it('stands what is revoked later, and falls by what was revoked before', async () => {
    const after = daysFromNow(3)
    assert.equal((await said([proof], after, await revokedAt(daysFromNow(1)))).line, endedSince)
    const before = await revokedAt(daysFromNow(-1))
    const refused = 'issuer-key.certificate-refused'
    assert.equal(
      (await said([proof], after, before)).line,
      `invalid: signature.holds-at-time, ${refused}`,
    )
    const bare = await sealed()
    const since = await revokedAt(daysFromNow(1))
    assert.equal((await said([bare], after, since)).line, `invalid: signature.holds, ${refused}`)
  })

  it('does not help content that was changed', async () => {
    const text = await textOf(await stampedAt(now))
    const changed = proofIn(text.replace('"payload":"{}"', '"payload":"{ }"'))
    assert.equal((await said([changed])).line, 'invalid: signature.changed, issuer-key.own')
  })
})

it('no changed byte of a stamped seal gives it another content or another time', async () => {
  const text = await textOf(await stampedAt(now))
  const own = await said([proofIn(text)])
  const bytes = utf8(text)
  await fc.assert(
    fc.asyncProperty(
      fc.nat(bytes.length - 1),
      fc.integer({ min: 1, max: 255 }),
      async (at, flip) => {
        const changed = Uint8Array.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ flip
        const file = await attempt(() => readJades(changed))
        if (!file.ok) return
        const { line, source } = await said(file.value.signatures.map(({ proof: found }) => found))
        if (!line.startsWith('valid')) return
        assert.equal(file.value.payload, '{}')
        if (line === inTime) assert.equal(source, own.source)
      },
    ),
    { numRuns: 300 },
  )
})

describe('a time stamp that is not believed', () => {
  it('proves nothing: of an authority nobody knows, or known for its seals alone', async () => {
    const strangers = await createTestAuthority({
      name: 'Strangers',
      now: daysFromNow(-90),
      random: order.random,
      key: ecKey(),
    })
    const theirs = await testTimeStamps({
      authority: strangers,
      organisation: 'Strangers',
      key: ecKey(),
      random: order.random,
      clock: () => now,
      from: daysFromNow(-90),
    })
    const file = [await sealed(theirs)]
    for (const [proofs, list] of [
      [file, believing],
      [[proof], world.list],
    ] as const) {
      const { line, source } = await said(proofs, now, list)
      assert.equal(line, 'valid: signature.holds, issuer-key.own')
      assert.match(source, /^JAdES ES256, level B-B, time stamp not believed here: x509\./)
      assert.equal(
        (await said(proofs, yearsLater, list)).line,
        `unknown: signature.holds, ${expired}`,
      )
    }
  })

  it('proves nothing when the list that knows its authority has run out', async () => {
    const past = { ...believing, nextUpdate: daysFromNow(-1) }
    const { source } = await said([proof], now, past)
    assert.match(source, /level B-B, time stamp not believed here: x509\.no-anchor$/)
  })

  it('proves nothing, and is reported, when it is that of another seal', async () => {
    const text = await textOf(await stampedAt(now))
    const other = await textOf(await stampedAt(now), '{"other":true}')
    const header = /"header":\{[^}]*\}/
    const broken = proofIn(text.replace(header, header.exec(other)?.[0] ?? ''))
    const { line, source } = await said([broken])
    assert.equal(line, 'valid: signature.time-stamp-broken, issuer-key.own')
    assert.match(source, /level B-B, time stamp: time\.imprint$/)
    assert.equal(
      (await said([broken], yearsLater)).line,
      `unknown: signature.time-stamp-broken, ${expired}`,
    )
  })
})

describe('several time stamps', () => {
  const { anchor } = authority
  const stamp = (over: ProofTimeStamp['over'], answer: TimeAnswer): ProofTimeStamp => ({
    over,
    weigh: async () => answer,
  })
  const proven = (days: number): TimeAnswer => ({
    status: 'proven',
    at: daysFromNow(days),
    authority: 'Time',
    anchor,
  })
  const broken: TimeAnswer = { status: 'broken', code: 'time.changed', sentence: '' }
  const timeOf = (...timeStamps: readonly ProofTimeStamp[]) =>
    provenTimeOf(
      { ...proof, timeStamps },
      { issuer: { identifiers: [] }, trust: [believing], now, resolver: world.web() },
    )

  it('prove the earliest time; one that is broken takes nothing from one that holds', async () => {
    assert.deepEqual(await timeOf(stamp('signature', proven(-1)), stamp('signature', proven(-2))), {
      status: 'proven',
      at: daysFromNow(-2),
      source: 'time stamp of Time',
    })
    assert.deepEqual(await timeOf(stamp('signature', broken), stamp('signature', proven(-2))), {
      status: 'proven',
      at: daysFromNow(-2),
      source: 'time stamp of Time; another time stamp is damaged',
    })
  })

  it('prove nothing when the content’s comes after the signature’s', async () => {
    const { status, at } = await timeOf(
      stamp('signature', proven(-2)),
      stamp('content', proven(-1)),
    )
    assert.deepEqual([status, at], ['broken', undefined])
    const inOrder = await timeOf(stamp('content', proven(-2)), stamp('signature', proven(-1)))
    assert.deepEqual([inOrder.status, inOrder.at], ['proven', daysFromNow(-1)])
  })

  it('over the content alone do not prove when it was signed', async () => {
    assert.deepEqual(await timeOf(stamp('content', proven(-2))), {
      status: 'unknown',
      source: 'time stamp not believed here: over the content alone',
    })
    assert.deepEqual(await timeOf(), { status: 'none' })
  })

  it('of several signatures must prove the time of each', async () => {
    const bare = await sealed()
    assert.equal((await said([proof, bare])).line, 'valid: signature.holds, issuer-key.own')
    const { line } = await said([proof, await sealed(await stampedAt(daysFromNow(0)))])
    assert.equal(line, inTime)
  })

  it('make no B-T of a seal that is no B-B', async () => {
    const { level, ...lower } = proof
    assert.equal(level, 'B-B')
    assert.match((await said([lower])).source, /^JAdES ES256, time stamp of/)
  })
})
