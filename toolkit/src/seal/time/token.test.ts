import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sha384, sign } from '#machine'
import { limits } from '../../limits.ts'
import { base64Decode, base64urlDecode } from '../../read/base64.ts'
import { readJsonObject } from '../../read/json.ts'
import { utf8 } from '../../read/utf8.ts'
import { reference, unlessPresent } from '../../reference.ts'
import { attempt } from '../../refusal.ts'
import { readCertificate } from '../../trust/x509/certificate.ts'
import { readDer, tags } from '../../trust/x509/der.ts'
import { rsaKey } from '../../trust/x509/example-authority.ts'
import {
  boolean,
  context,
  contextPrimitive,
  der,
  nothing,
  octetString,
  oid,
  sequence,
  set,
  smallInteger,
} from '../../trust/x509/write.ts'
import { readJades } from '../jades/index.ts'
import * as example from './example-time-stamps.ts'
import { hashes, ids } from './identifiers.ts'
import { proveTime } from './prove.ts'
import { readTimeStampToken, requireImprint, requireIntact } from './token.ts'
import { stampOf } from './authority.ts'

const { certificate, data, forge, hashName, instead, later, more } = example

/** `good`, or the code it is refused with. */
async function answer(token: Uint8Array): Promise<string> {
  const read = await attempt(async () => {
    const said = readTimeStampToken(token)
    requireImprint(said, data)
    return requireIntact(said)
  })
  return read.ok ? 'good' : (read.refusals[0]?.code ?? '')
}

const forged = async (change: example.Forgery): Promise<string> => answer(await forge(change))
const time = (text: string) => der(tags.generalizedTime, utf8(text))
const accuracy = (...parts: readonly Uint8Array[]) => more(sequence(...parts))
const twice = (signers = data) => {
  const { content } = readDer(signers)
  return der(tags.set, content, content)
}
const extension = (critical: boolean) =>
  context(1, sequence(oid('1.2.3'), ...(critical ? [boolean(true)] : []), octetString(data)))

describe('a time-stamp token', () => {
  it('says when what existed, for whom, and by whom', async () => {
    const token = readTimeStampToken(await stampOf(data, await example.timeStampsAt(later)))
    assert.deepEqual(token.at, later)
    assert.equal(token.policy, '1.2.3.4')
    assert.equal(token.imprint.hash, ids.sha256)
    assert.match(token.serial, /^[0-9a-f]{2,34}$/)
    assert.match(token.nonce ?? '', /^[0-9a-f]{2,34}$/)
    const { signer, others } = await requireIntact(token)
    assert.match(signer.subjectName, /TEST time stamps/)
    assert.equal(others.length, 1)
  })

  it('is good as an honest authority writes it, in every form it may have', async () => {
    assert.equal(await forged({}), 'good')
    const forms: readonly example.Forgery[] = [
      { info: accuracy(smallInteger(1), contextPrimitive(0, Uint8Array.of(1))) },
      { info: accuracy(contextPrimitive(1, Uint8Array.of(3, 0xe7))) },
      { info: more(boolean(true), smallInteger(9), context(0, nothing()), extension(false)) },
      { info: instead({ 4: time('20260601120000.5Z') }) },
      { signedData: (parts) => [...parts.slice(0, 4), context(1, nothing()), ...parts.slice(4)] },
      { signer: more(context(1, sequence(oid('1.2.3'), set()))) },
      { attributes: more(example.attribute(ids.signingTime, time('20260601120000Z'))) },
    ]
    for (const [i, form] of forms.entries()) assert.equal(await forged(form), 'good', `form ${i}`)
  })

  it('keeps fractions of a second', async () => {
    for (const [text, millis] of [
      ['20260601120000Z', 0],
      ['20260601120000.5Z', 500],
      ['20260601120000.123456Z', 123],
    ] as const) {
      const token = readTimeStampToken(await forge({ info: instead({ 4: time(text) }) }))
      assert.equal(token.at.getTime(), later.getTime() + millis)
    }
  })

  it('is refused when its time is malformed or does not exist', async () => {
    for (const text of [
      '202606011200Z',
      '20260601120000',
      '20260601120000.50Z',
      '20260601120000.Z',
      '20260601120000+0000',
      `20260601120000.${'1'.repeat(30)}Z`,
    ])
      assert.equal(await forged({ info: instead({ 4: time(text) }) }), 'time.moment', text)
    assert.equal(await forged({ info: instead({ 4: time('20260231120000Z') }) }), 'der.time')
  })

  it('is refused when its content is not of the one form', async () => {
    const cases: readonly (readonly [example.Forgery, string])[] = [
      [{ info: instead({ 0: smallInteger(2) }) }, 'time.structure'],
      [{ info: instead({ 3: null }) }, 'der.type'],
      [{ info: more(boolean(false)) }, 'time.structure'],
      [{ info: more(octetString(data)) }, 'time.structure'],
      [{ info: more(extension(true)) }, 'time.critical-extension'],
      [{ info: accuracy(contextPrimitive(0, Uint8Array.of(0))) }, 'time.structure'],
      [{ info: accuracy(contextPrimitive(1, Uint8Array.of(3, 0xe8))) }, 'time.structure'],
      [{ info: accuracy(octetString(data)) }, 'time.structure'],
      [{ contentInfo: instead({ 0: oid('1.2.840.113549.1.7.1') }) }, 'time.structure'],
      [{ contentInfo: more(nothing()) }, 'time.structure'],
      [{ content: instead({ 0: oid('1.2.840.113549.1.7.1') }) }, 'time.structure'],
      [{ content: more(nothing()) }, 'time.structure'],
      [{ signedData: instead({ 0: smallInteger(1) }) }, 'time.structure'],
      [{ signedData: more(nothing()) }, 'time.structure'],
      [{ signedData: instead({ 4: set() }) }, 'der.type'],
      [{ signedData: (parts) => [...parts.slice(0, 4), twice(parts[4])] }, 'time.structure'],
      [{ signer: instead({ 0: smallInteger(3) }) }, 'time.structure'],
      [{ signer: instead({ 1: sequence(nothing(), nothing(), nothing()) }) }, 'time.structure'],
      [{ signer: instead({ 1: contextPrimitive(0, data) }) }, 'time.structure'],
      [{ signer: more(nothing()) }, 'time.structure'],
      [{ signer: instead({ 3: null }) }, 'der.type'],
      [{ attributes: more(nothing()) }, 'der.type'],
      [{ attributes: (parts) => [...parts, parts[0] ?? data] }, 'time.structure'],
    ]
    for (const [i, [change, code]] of cases.entries())
      assert.equal(await forged(change), code, `case ${i}`)
    assert.equal(await answer(new Uint8Array(limits.timeStamp.bytes + 1)), 'time.too-large')
    const many = Array.from({ length: limits.timeStamp.certificates + 1 }, () => certificate)
    assert.equal(
      await forged({ signedData: instead({ 3: context(0, ...many) }) }),
      'time.too-large',
    )
  })

  it('is refused when it was made for something else, or with a hash not accepted', async () => {
    const imprint = (name: Uint8Array, digest: Uint8Array) =>
      forged({ info: instead({ 2: sequence(name, octetString(digest)) }) })
    assert.equal(await imprint(hashName, new Uint8Array(32)), 'time.imprint')
    assert.equal(await imprint(sequence(oid('1.3.14.3.2.26')), new Uint8Array(20)), 'time.hash')
    for (const { id, digest } of hashes)
      assert.equal(await imprint(sequence(oid(id)), digest(data)), 'good')
    const strange = sequence(oid(ids.sha256), octetString(data))
    assert.equal(await imprint(strange, new Uint8Array(32)), 'time.structure')
    const long = sequence(oid(ids.sha256), nothing(), nothing())
    assert.equal(await imprint(long, new Uint8Array(32)), 'time.structure')
  })

  it('is refused when what must be signed is not', async () => {
    const { attribute } = example
    const cases: readonly (readonly [example.Forgery, string])[] = [
      [{ attributes: instead({ 0: null }) }, 'time.attribute'],
      [{ attributes: instead({ 0: attribute(ids.contentType) }) }, 'time.attribute'],
      [
        { attributes: instead({ 0: attribute(ids.contentType, oid('1.2.3'), oid('1.2.4')) }) },
        'time.attribute',
      ],
      [{ attributes: instead({ 0: attribute(ids.contentType, oid('1.2.3')) }) }, 'time.changed'],
      [{ attributes: instead({ 1: null }) }, 'time.attribute'],
      [
        { attributes: instead({ 1: attribute(ids.messageDigest, octetString(data)) }) },
        'time.changed',
      ],
      [{ attributes: instead({ 2: null }) }, 'time.attribute'],
      [
        {
          attributes: instead({
            2: attribute(
              ids.signingCertificateV2,
              sequence(sequence(sequence(octetString(new Uint8Array(32))))),
            ),
          }),
        },
        'time.other-signer',
      ],
      [{ signer: instead({ 4: sequence(oid('1.2.840.10045.4.1')) }) }, 'time.algorithm'],
      [{ signer: instead({ 4: sequence(oid('1.2.840.10045.4.3.3')) }) }, 'time.changed'],
      [{ signer: instead({ 5: octetString(data) }) }, 'time.changed'],
      [{ signer: instead({ 2: sequence(oid('1.3.14.3.2.26')) }) }, 'time.hash'],
      [{ signedData: instead({ 3: null }) }, 'time.no-certificate'],
      [{ signedData: instead({ 3: context(0, context(1, nothing())) }) }, 'time.no-certificate'],
      [{ signedData: instead({ 3: context(0, sequence(nothing()), certificate) }) }, 'good'],
    ]
    for (const [i, [change, code]] of cases.entries())
      assert.equal(await forged(change), code, `case ${i}`)
  })

  it('names its signer’s certificate by another hash as well, and by the identifier of its key', async () => {
    const [, second] = hashes
    const byOther = sequence(
      sequence(sequence(sequence(oid(second?.id ?? '')), octetString(sha384(certificate)))),
    )
    const attributes = instead({ 2: example.attribute(ids.signingCertificateV2, byOther) })
    assert.equal(await forged({ attributes }), 'good')
    const { subjectKeyId = '' } = readCertificate(certificate)
    const name = contextPrimitive(0, Uint8Array.from(Buffer.from(subjectKeyId, 'hex')))
    assert.equal(await forged({ signer: instead({ 0: smallInteger(3), 1: name }) }), 'good')
    const other = contextPrimitive(0, data)
    assert.equal(
      await forged({ signer: instead({ 0: smallInteger(3), 1: other }) }),
      'time.no-certificate',
    )
  })

  it('may name RSA without its hash', async () => {
    const key = rsaKey(2048)
    const by = {
      certificate: await example.authority.issueTimeStampCertificate({
        organisation: 'Example Alliance',
        publicKey: key,
        now: later,
        years: 1,
        random: example.random,
      }),
      algorithm: sequence(oid(ids.rsaEncryption), nothing()),
      sign: (bytes: Uint8Array) => sign('RS256', key, bytes),
    }
    assert.equal(await answer(await forge({}, by)), 'good')
    const none = { ...by, algorithm: sequence(oid('1.2.840.113549.1.1.2'), nothing()) }
    assert.equal(await answer(await forge({}, none)), 'time.algorithm')
  })

  it('is refused or good and the same after any change of one bit, never good with another time', async () => {
    const token = await forge()
    const { at } = readTimeStampToken(token)
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.nat(7), async (place, bit) => {
        const changed = Uint8Array.from(token)
        changed[place] = (changed[place] ?? 0) ^ (1 << bit)
        if ((await answer(changed)) === 'good')
          assert.deepEqual(readTimeStampToken(changed).at, at, `byte ${place}`)
      }),
      { numRuns: 800 },
    )
  })
})

interface SealedFile {
  readonly payload: string
  readonly signatures: readonly {
    readonly protected: string
    readonly signature: string
    readonly header: { readonly etsiU: readonly string[] }
  }[]
}

function stampsIn(etsiU: readonly string[], name: string): readonly { readonly val: string }[] {
  return etsiU.flatMap((property) => {
    const found = readJsonObject(base64urlDecode(property))[name]
    return (found as unknown as { tstTokens: { val: string }[] } | undefined)?.tstTokens ?? []
  })
}

/** Every time stamp of the official samples, and what it is over. */
const samples = [
  'eu-official-2025/AA-Annex1-MC-signed.jsonld',
  'eu-official-2025/Sample-CertOfPart-signed.jsonld',
  'eu-official-2025/Sample-JointDegree-signed.jsonld',
  'eu-official-2025/Sample-MastersDegree-signed.jsonld',
  'eu-official-2025/Sample-TranscriptOfRecords-signed.jsonld',
  'eu-official-2023/Sample-CertOfPart-signed.jsonld',
  'eu-official-2023/Sample-MC-Annex1-signed.jsonld',
  'mynextid/edc-cas-signed.jsonld',
  'mynextid/edc-cps-signed.jsonld',
  'mynextid/edc-mc-signed.jsonld',
  'edci-tests/credential-signed.jsonld',
  'edci-tests/json_sealed_advanced.json',
  'edci-tests/json_to_seal-signed-jades-baseline-lta.json',
]

describe('the time stamps of official credentials', () => {
  for (const name of samples) {
    const path = `elm/samples/${name}`
    it(`are intact and about the very seal: ${name}`, { skip: unlessPresent(path) }, async () => {
      const { signatures } = readJades(readFileSync(reference(path)))
      const stamps = signatures.flatMap(({ proof }) => proof.timeStamps ?? [])
      assert.ok(stamps.some(({ over }) => over === 'signature'))
      const nobody = { anchors: [], revocationLists: [], now: later }
      for (const stamp of stamps) {
        const found = await stamp.weigh(nobody)
        // All that is missing is somebody who believes the authority.
        assert.equal(found.status, 'undecided')
        assert.match(found.code, /^x509\.(no-anchor|self-signed)$/)
      }
    })

    it(
      `prove its time to who believes their authority: ${name}`,
      { skip: unlessPresent(path) },
      async () => {
        const file = readJsonObject(readFileSync(reference(path))) as unknown as SealedFile
        for (const { signature, header } of file.signatures)
          for (const { val } of stampsIn(header.etsiU, 'sigTst')) {
            const bytes = base64Decode(val)
            const { at: now, data: signed } = readTimeStampToken(bytes)
            const anchors = signed.certificates.map((one) => ({ name: '', certificate: one }))
            const search = { anchors, revocationLists: [], now }
            const found = await proveTime(bytes, utf8(signature), search)
            assert.ok(found.status === 'proven', JSON.stringify(found))
            assert.deepEqual(found.at, now)
          }
      },
    )

    it(
      `of archives are intact and about all before them: ${name}`,
      { skip: unlessPresent(path) },
      async () => {
        const file = readJsonObject(readFileSync(reference(path))) as unknown as SealedFile
        for (const { protected: header, signature, header: open } of file.signatures) {
          const before = open.etsiU.slice(0, -1).join('')
          for (const { val } of stampsIn(open.etsiU.slice(-1), 'arcTst')) {
            const token = readTimeStampToken(base64Decode(val))
            requireImprint(token, utf8(`${file.payload}.${header}.${signature}.${before}`))
            await requireIntact(token)
          }
        }
      },
    )
  }
})
