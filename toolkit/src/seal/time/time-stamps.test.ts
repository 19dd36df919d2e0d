import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sha256, sign, type PrivateJwk } from '#machine'
import { limits } from '../../limits.ts'
import { utf8 } from '../../read/utf8.ts'
import { attempt } from '../../refusal.ts'
import type { TrustAnchor } from '../../trust/trust.ts'
import { readCertificate } from '../../trust/x509/certificate.ts'
import { ca, ecKey, make, rsaKey, usage } from '../../trust/x509/example-authority.ts'
import { createTestAuthority } from '../../trust/x509/test-authority.ts'
import { derEcdsa } from '../../trust/x509/signature.ts'
import {
  bitString,
  boolean,
  context,
  contextPrimitive,
  namedBits,
  nothing,
  octetString,
  oid,
  sequence,
  smallInteger,
  utf8String,
} from '../../trust/x509/write.ts'
import * as example from './example-time-stamps.ts'
import { generateKeyPair } from '../keys/generate.ts'
import { authorityOver, proveTime, stampOf, unproven, type TimeSearch } from './index.ts'
import { readTimeStampRequest, writeImprint, writeTimeStampRequest } from './request.ts'
import { readTimeStampResponse, writeTimeStampResponse } from './response.ts'
import { testTimeStamps } from './test-authority.ts'

const { authority, believing, data, forge, instead, later, random } = example
const day = 86_400_000
const years = (count: number) => new Date(later.getTime() + count * 365 * day)

async function codeOf(step: () => unknown): Promise<string> {
  const answer = await attempt(step)
  return answer.ok ? 'good' : (answer.refusals[0]?.code ?? '')
}

async function proved(token: Uint8Array, search: Partial<TimeSearch> = {}): Promise<string> {
  const answer = await proveTime(token, data, believing(search))
  return answer.status === 'proven'
    ? `proven ${answer.at.toISOString()}`
    : `${answer.status} ${answer.code}`
}

/** A forger with a certificate of their own, P-256. */
function forgerOf({
  certificate,
  key,
}: {
  certificate: Uint8Array
  key: PrivateJwk
}): example.Forger {
  return {
    certificate,
    algorithm: sequence(oid('1.2.840.10045.4.3.2')),
    sign: async (bytes) => derEcdsa(await sign('ES256', key, bytes)),
  }
}

const token = await forge()
const proven = `proven ${later.toISOString()}`

describe('what a time stamp proves', () => {
  it('is the time, to who believes its authority', async () => {
    assert.equal(await proved(token), proven)
    const found = await proveTime(token, data, believing())
    assert.ok(found.status === 'proven')
    assert.match(found.authority, /Example Alliance TEST time stamps/)
    assert.equal(found.anchor, believing().anchors[0])
  })

  it('is nothing to who does not believe the authority, or believes its seals alone', async () => {
    assert.equal(await proved(token, { anchors: [] }), 'undecided x509.no-anchor')
    const twin = await createTestAuthority({
      name: 'Example Alliance',
      now: new Date('2026-01-01T00:00:00Z'),
      random,
      key: ecKey(),
    })
    assert.equal(
      await proved(token, { anchors: [twin.timeStampAnchor] }),
      'undecided x509.not-anchored',
    )
  })

  it('is nothing when it is damaged or about something else', async () => {
    assert.equal(await proved(utf8('no time stamp')), 'broken der.cut')
    assert.equal(
      await proved(await forge({ signer: instead({ 5: octetString(data) }) })),
      'broken time.changed',
    )
    const other = await proveTime(token, utf8('something else'), believing())
    assert.deepEqual([other.status, 'code' in other && other.code], ['broken', 'time.imprint'])
    assert.deepEqual(unproven([]), {
      status: 'broken',
      code: 'time.structure',
      sentence: 'The time stamp is malformed.',
    })
  })

  it('is open when it cannot be understood, which is not the same as broken', async () => {
    assert.equal(
      await proved(await forge({ signedData: instead({ 3: null }) })),
      'undecided time.no-certificate',
    )
  })

  it('is nothing when it lies in the future, clocks’ grace aside', async () => {
    const earlier = (seconds: number) => new Date(later.getTime() - seconds * 1000)
    assert.equal(await proved(token, { now: earlier(limits.clockSkewSeconds) }), proven)
    assert.equal(
      await proved(token, { now: earlier(limits.clockSkewSeconds + 1) }),
      'broken time.future',
    )
  })

  it('ends with the certificate of the authority, for nothing shows that the stamp is older', async () => {
    assert.equal(await proved(token, { now: years(4) }), proven)
    assert.equal(await proved(token, { now: years(5) }), 'undecided x509.expired')
    const late = await example.timeStampsAt(later, years(1))
    assert.equal(
      await proved(await stampOf(data, late), { now: years(2) }),
      'undecided x509.not-yet-valid',
    )
  })

  it('is nothing once the certificate of the authority is revoked', async () => {
    const { serial } = readCertificate(example.certificate)
    const revocationLists = [
      await authority.revocationList({
        revoked: [{ serial, at: later }],
        number: 1,
        now: later,
        days: 30,
      }),
    ]
    assert.equal(await proved(token, { revocationLists }), 'undecided x509.revoked')
  })

  it('is nothing from a certificate not issued for time stamps alone, and critically so', async () => {
    const purpose = (critical: boolean, ...ids: readonly string[]) =>
      sequence(
        oid('2.5.29.37'),
        ...(critical ? [boolean(true)] : []),
        octetString(sequence(...ids.map((id) => oid(id)))),
      )
    const [stamping, signing] = ['1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.4'] as const
    const root = await make('Root', undefined, [ca()])
    const anchors: readonly TrustAnchor[] = [{ name: 'Root', certificate: root.certificate }]
    const answerOf = async (extensions: readonly Uint8Array[], direct = false): Promise<string> => {
      const unit = await make('Unit', root, extensions)
      const stamp = await forge({}, forgerOf(unit))
      const own = [{ name: 'Unit', certificate: unit.certificate }]
      return proved(stamp, { anchors: direct ? own : anchors })
    }
    for (const direct of [false, true]) {
      assert.equal(await answerOf([purpose(true, stamping)], direct), proven)
      for (const extensions of [
        [],
        [purpose(false, stamping)],
        [purpose(true, signing)],
        [purpose(true, stamping, signing)],
      ])
        assert.equal(await answerOf(extensions, direct), 'undecided x509.purpose')
      assert.equal(
        await answerOf([purpose(true, stamping), usage(2)], direct),
        'undecided x509.key-usage',
      )
      const critical = sequence(oid('1.2.3.4'), boolean(true), octetString(nothing()))
      assert.equal(
        await answerOf([purpose(true, stamping), critical], direct),
        'undecided x509.critical-extension',
      )
    }
  })

  it('goes by an authority in between that the token brings, in any order, however many others there are', async () => {
    const purpose = sequence(
      oid('2.5.29.37'),
      boolean(true),
      octetString(sequence(oid('1.3.6.1.5.5.7.3.8'))),
    )
    const id = (text: string) => sequence(oid('2.5.29.14'), octetString(octetString(utf8(text))))
    const by = (text: string) =>
      sequence(oid('2.5.29.35'), octetString(sequence(contextPrimitive(0, utf8(text)))))
    const root = await make('Root', undefined, [ca()])
    const between = await make('Between', root, [ca(), id('right')])
    const impostor = await make('Between', undefined, [ca(), id('wrong')])
    const unit = await make('Unit', between, [purpose, by('right')])
    const bring = (...certificates: readonly Uint8Array[]) =>
      forge({ signedData: instead({ 3: context(0, ...certificates) }) }, forgerOf(unit))
    const anchors = [{ name: 'Root', certificate: root.certificate }]
    const all = [impostor, root, between, unit].map(({ certificate }) => certificate)
    assert.equal(await proved(await bring(...all), { anchors }), proven)
    assert.equal(
      await proved(await bring(unit.certificate), { anchors }),
      'undecided x509.no-anchor',
    )
    const wrong = [impostor, unit].map(({ certificate }) => certificate)
    assert.equal(
      await proved(await bring(...wrong), { anchors }),
      'undecided x509.not-signed-by-issuer',
    )
  })
})

describe('a request for a time stamp', () => {
  const hash = sha256(data)
  const refused = (bytes: Uint8Array) => codeOf(() => readTimeStampRequest(bytes))

  it('is read as it was written', () => {
    const request = readTimeStampRequest(writeTimeStampRequest(hash, Uint8Array.of(0x80, 1)))
    assert.deepEqual(request.imprint.digest, hash)
    assert.equal(request.nonce, '008001')
    assert.equal(request.wantsCertificate, true)
    const plain = readTimeStampRequest(sequence(smallInteger(1), writeImprint(hash)))
    assert.deepEqual([plain.nonce, plain.wantsCertificate], [undefined, false])
  })

  it('is refused when it is not of the one form', async () => {
    const imprint = writeImprint(hash)
    assert.equal(await refused(sequence(smallInteger(2), imprint)), 'time.structure')
    assert.equal(await refused(sequence(smallInteger(1), writeImprint(data))), 'time.structure')
    assert.equal(await refused(sequence(smallInteger(1), imprint, oid('1.2.3'))), 'time.policy')
    assert.equal(await refused(sequence(smallInteger(1), imprint, nothing())), 'time.structure')
    assert.equal(await refused(new Uint8Array(limits.timeStamp.bytes + 1)), 'time.too-large')
  })
})

describe('the answer of a time-stamp authority', () => {
  it('is a token when it is granted, with or without changes', () => {
    assert.deepEqual(readTimeStampResponse(writeTimeStampResponse(token)), token)
    const changed = sequence(sequence(smallInteger(1)), token)
    assert.deepEqual(readTimeStampResponse(changed), token)
  })

  it('is refused with the authority’s own reason, else', async () => {
    const said = async (...status: readonly Uint8Array[]) => {
      const answer = await attempt(() => readTimeStampResponse(sequence(sequence(...status))))
      assert.ok(!answer.ok)
      return `${answer.refusals[0]?.code}: ${answer.refusals[0]?.sentence}`
    }
    const none = 'time.refused: The time-stamp authority gave no time stamp'
    assert.equal(await said(smallInteger(2)), `${none}.`)
    const text = sequence(utf8String('Out of order'), boolean(true))
    assert.equal(await said(smallInteger(2), text), `${none}: Out of order; .`)
    assert.equal(await said(smallInteger(2), namedBits(0, 1)), `${none}: the hash is not accepted.`)
    assert.equal(
      await said(smallInteger(2), sequence(), bitString(Uint8Array.of(0, 2))),
      `${none}: its clock is out of order.`,
    )
  })

  it('is refused when it is not of the one form', async () => {
    const refused = (bytes: Uint8Array) => codeOf(() => readTimeStampResponse(bytes))
    assert.equal(await refused(sequence(sequence(smallInteger(0)))), 'der.type')
    assert.equal(
      await refused(sequence(sequence(smallInteger(0), nothing()), token)),
      'time.structure',
    )
    assert.equal(await refused(sequence(sequence(smallInteger(0)), token, token)), 'time.structure')
    assert.equal(await refused(new Uint8Array(limits.timeStamp.bytes + 1)), 'time.too-large')
  })
})

it('no request, answer or token raises an error, however it is damaged', async () => {
  const whole = [
    writeTimeStampRequest(sha256(data), random(16)),
    writeTimeStampResponse(token),
    sequence(sequence(smallInteger(2), sequence(utf8String('no')), namedBits(0))),
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...whole),
      fc.nat(1_000_000),
      fc.uint8Array({ minLength: 1, maxLength: 4 }),
      async (bytes, place, other) => {
        const changed = Uint8Array.from(bytes)
        changed.set(other.subarray(0, changed.length), place % (changed.length - other.length))
        await attempt(() => readTimeStampRequest(changed))
        await attempt(() => readTimeStampResponse(changed))
        await proveTime(changed, data, believing())
      },
    ),
    { numRuns: 500 },
  )
})

describe('an authority asked for a time stamp', () => {
  const plan = { authority, organisation: 'Example Alliance', random, clock: () => later }

  it('gives one, with keys of every kind', async () => {
    for (const key of [ecKey(), ecKey('P-384'), rsaKey(2048)]) {
      const stamps = await testTimeStamps({ ...plan, key })
      assert.equal(await proved(await stampOf(data, stamps)), proven)
    }
  })

  it('cannot be one whose key makes no time stamps', async () => {
    const stamps = await testTimeStamps({ ...plan, key: await generateKeyPair('Ed25519') })
    assert.equal(await codeOf(() => stampOf(data, stamps)), 'time.key')
  })

  it('leaves its certificate out when it is not asked for, and refuses what it does not understand', async () => {
    const stamps = await example.timeStampsAt(later)
    const bare = sequence(smallInteger(1), writeImprint(sha256(data)))
    const without = readTimeStampResponse(await stamps.answer(bare))
    assert.equal(await proved(without), 'undecided time.no-certificate')
    const nonsense = await stamps.answer(utf8('nonsense'))
    assert.equal(await codeOf(() => readTimeStampResponse(nonsense)), 'time.refused')
  })

  it('is not heard when it answers another question', async () => {
    const stamps = await example.timeStampsAt(later)
    const answering = (change: (request: Uint8Array) => Uint8Array) =>
      codeOf(() =>
        stampOf(
          data,
          authorityOver((request) => stamps.answer(change(request)), random),
        ),
      )
    assert.equal(await answering((request) => request), 'good')
    const other = writeTimeStampRequest(sha256(utf8('other')), random(16))
    assert.equal(await answering(() => other), 'time.imprint')
    const longer = sequence(oid('2.16.840.1.101.3.4.2.3'))
    const otherHash = sequence(longer, octetString(new Uint8Array(64)))
    assert.equal(
      await answering(() => sequence(smallInteger(1), otherHash, boolean(true))),
      'time.imprint',
    )
    const again = writeTimeStampRequest(sha256(data), random(16))
    assert.equal(await answering(() => again), 'time.nonce')
    const damaged = authorityOver(async (request) => {
      const answer = Uint8Array.from(await stamps.answer(request))
      answer[answer.length - 1] = (answer.at(-1) ?? 0) ^ 1
      return answer
    }, random)
    assert.equal(await codeOf(() => stampOf(data, damaged)), 'time.changed')
  })

  it('is not heard when those who verify would not believe it', async () => {
    const { answer } = await example.timeStampsAt(later)
    const to = (search: TimeSearch) =>
      codeOf(() =>
        stampOf(
          data,
          authorityOver(answer, random, () => search),
        ),
      )
    assert.equal(await to(believing()), 'good')
    assert.equal(await to(believing({ anchors: [] })), 'time.not-believed')
  })
})
