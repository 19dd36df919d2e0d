// An EDC that comes as a signed token or as a seal in another form than the Europass one.

import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Json, JsonObject } from '../../canonical-json.ts'
import { limits } from '../../limits.ts'
import { base64, base64url } from '../../read/base64.ts'
import { utf8, utf8Decode } from '../../read/utf8.ts'
import { signCompact } from '../../seal/jose/compact.ts'
import { exampleAward } from './example-award.ts'
import { codesOf, documentOf, keys } from './example-keys.ts'
import { edc } from './index.ts'

const { seal } = keys
const kid = 'did:web:uni.example#key-1'
const inToken: JsonObject = { typ: 'vc+jwt', cty: 'vc', kid }
const inSeal: JsonObject = { typ: 'jose', iat: 1_780_000_000, x5c: seal.certificates.map(base64) }
let document: JsonObject

async function token(header: JsonObject, payload: JsonObject | string): Promise<Uint8Array> {
  const content = typeof payload === 'string' ? utf8(payload) : payload
  return utf8(await signCompact(header, content, seal))
}

async function refusal(header: JsonObject, payload: JsonObject | string): Promise<string> {
  const bytes = await token(header, payload)
  return (await codesOf(() => edc.open(bytes))).join(', ') || 'opened'
}

function without(name: string): JsonObject {
  return Object.fromEntries(Object.entries(document).filter(([member]) => member !== name))
}

describe('an EDC', () => {
  before(async () => {
    document = await documentOf(exampleAward)
  })

  test('in a token of the type vc+jwt says the same, and its key is the one it names', async () => {
    const iss = 'did:web:uni.example'
    const bytes = await token(inToken, { ...document, iss, iat: 1_780_000_000 })
    assert.ok(edc.recognise(bytes))
    const opened = await edc.open(bytes)
    const bare = await edc.open(utf8(JSON.stringify(document)))
    assert.deepEqual(opened.award, bare.award)
    assert.deepEqual([opened.variant, bare.variant], ['jwt', 'bare'])
    const [proof] = opened.proofs
    assert.deepEqual(proof?.key, { kind: 'method', url: kid })
    assert.equal(proof?.signedAt?.getTime(), 1_780_000_000_000)
    assert.deepEqual(await proof?.verify(seal.publicKey), { holds: true })
    assert.ok((await edc.importDesign?.(bytes)) !== undefined)
  })

  test('sealed in compact, flattened and general form says the same', async () => {
    const compact = await token(inSeal, document)
    const [head = '', payload = '', signature = ''] = utf8Decode(compact).split('.')
    const one = { protected: head, signature }
    for (const bytes of [
      compact,
      utf8(JSON.stringify({ ...one, payload })),
      utf8(JSON.stringify({ payload, signatures: [one] })),
    ]) {
      assert.ok(edc.recognise(bytes))
      const opened = await edc.open(bytes)
      assert.deepEqual([opened.variant, opened.proofs.length], ['sealed', 1])
      assert.deepEqual(await opened.proofs[0]?.verify(seal.publicKey), { holds: true })
    }
  })

  test('is in no token of another type', async () => {
    for (const typ of ['JWT', 'kb+jwt', 'at+jwt', 'statuslist+jwt', 'vp+jwt'])
      assert.equal(await refusal({ ...inSeal, typ }, document), 'jades.type', typ)
    assert.equal(await refusal({ kid }, document), 'jades.no-certificate')
    // Sound, for all that is known, and of a form that is not read here.
    const headers: readonly JsonObject[] = [{ kid }, { kid, typ: 'JWT' }]
    for (const header of headers) {
      assert.equal(await refusal(header, { vc: document }), 'edc.not-an-edc-document')
      const shown = { verifiableCredential: [document] }
      assert.equal(await refusal(header, { vp: shown }), 'jose.presentation')
      assert.equal(await refusal({ kid, typ: 'vp+jwt' }, shown), 'jose.presentation')
    }
    const [head = '', payload = '', signature = ''] = utf8Decode(
      await token(inToken, document),
    ).split('.')
    const flattened = utf8(JSON.stringify({ protected: head, payload, signature }))
    assert.deepEqual(await codesOf(() => edc.open(flattened)), ['jades.type'])
  })

  test('that says it is a credential is one', async () => {
    const credential = { type: ['VerifiableCredential'], issuer: 'did:web:uni.example' }
    for (const header of [inToken, { ...inSeal, cty: 'vc' }]) {
      const none = 'vc-jwt.not-a-credential'
      assert.equal(await refusal(header, { ...document, type: ['Foo'] }), none)
      assert.equal(
        await refusal(header, {
          type: ['VerifiablePresentation'],
          verifiableCredential: [document],
        }),
        none,
      )
      // A credential of another kind is whole, and none of ours.
      assert.equal(await refusal(header, credential), 'edc.not-an-edc-document')
      for (const payload of ['[]', '7', 'null', '"x"'])
        assert.equal(await refusal(header, payload), 'json.not-an-object', payload)
    }
  })

  test('is told from what else is sealed, whatever that is', async () => {
    for (const payload of ['Hello', '{"title":"Hello"}', '[1]'])
      assert.equal(await refusal(inSeal, payload), 'edc.not-an-edc-document', payload)
    assert.ok(edc.recognise(await token(inSeal, 'Hello')))
    // A token about something else is not looked at here; one that speaks of an EDC is, in whatever state.
    assert.ok(!edc.recognise(await token({ typ: 'JWT' }, 'Hello')))
    assert.ok(edc.recognise(await token({ typ: 'JWT' }, '["EuropeanDigitalCredential"]')))
    for (const text of ['', 'Dear Sir', 'eyJh.e', 'e30.=.e30', '{"hello":1}'])
      assert.ok(!edc.recognise(utf8(text)), text)
  })

  test('that is sealed names one issuer', async () => {
    for (const header of [inToken, inSeal]) {
      const code = header === inToken ? 'vc-jwt.issuer' : 'edc.issuer'
      assert.equal(await refusal(header, without('issuer')), code)
      const { issuer = null } = document
      assert.equal(await refusal(header, { ...document, issuer: [issuer, issuer] }), code)
    }
    // Upload files name none.
    assert.deepEqual(await codesOf(() => edc.open(utf8(JSON.stringify(without('issuer'))))), [])
  })

  test('on VCDM 2.0 has one form of time, on VCDM 1.1 what its viewers read', async () => {
    const [, ...contexts] = document['@context'] as readonly Json[]
    const newer = { ...document, '@context': ['https://www.w3.org/ns/credentials/v2', ...contexts] }
    const from = '2026-05-01T09:00:00+02:00'
    const good = await edc.open(
      await token(inToken, { ...newer, validFrom: from, validUntil: '2030-01-01T00:00:00Z' }),
    )
    assert.equal(good.validFrom?.toISOString(), '2026-05-01T07:00:00.000Z')
    assert.equal(good.validUntil?.toISOString(), '2030-01-01T00:00:00.000Z')
    const { validFrom: _, validUntil: __, ...undated } = newer as Record<string, Json>
    const open = await edc.open(await token(inToken, undated))
    assert.deepEqual([open.validFrom, open.validUntil], [undefined, undefined])
    for (const validUntil of [
      '2030-01-01T00:00:00',
      '2030-01-01',
      '2027-02-30T00:00:00Z',
      7,
      [from],
    ]) {
      assert.equal(await refusal(inToken, { ...newer, validUntil } as JsonObject), 'time.form')
      const older = await edc.open(await token(inToken, { ...document, validUntil } as JsonObject))
      assert.ok(older.validUntil instanceof Date)
    }
  })

  test('that leaves out what may be left out is opened as well', async () => {
    const { id: _, ...unnamed } = document as Record<string, Json>
    const issuer: JsonObject = {
      id: 'urn:epass:org:1',
      eIDASIdentifier: [{}, { notation: 'VATES-A00000000' }],
    }
    const entry: JsonObject = {
      type: 'BitstringStatusListEntry',
      statusListCredential: 'https://uni.example/status/1',
      statusListIndex: 7,
    }
    const credentialStatus: readonly Json[] = [
      entry,
      { ...entry, statusListIndex: '07' },
      { id: 'urn:x' },
    ]
    const opened = await edc.open(await token(inToken, { ...unnamed, issuer, credentialStatus }))
    assert.deepEqual([opened.id, opened.issuer], [undefined, { identifiers: ['VATES-A00000000'] }])
    const list = 'https://uni.example/status/1'
    assert.deepEqual(opened.status, [
      { kind: 'bitstring', list, index: 7, purpose: 'revocation', size: 1 },
      { kind: 'other', type: 'BitstringStatusListEntry' },
      { kind: 'other', type: 'CredentialStatus' },
    ])
  })

  test('larger than is read here is not looked at', async () => {
    const bytes = new Uint8Array(limits.file + 1).fill(0x20)
    bytes.set(utf8('{"type":"EuropeanDigitalCredential"'))
    assert.ok(!edc.recognise(bytes))
    assert.deepEqual(await codesOf(() => edc.open(bytes)), ['edc.too-large'])
  })

  test('with a header beyond all measure is refused', async () => {
    const bytes = utf8(`eyJ${'A'.repeat(300_000)}.${base64url(utf8('{}'))}.AA`)
    assert.deepEqual(await codesOf(() => edc.open(bytes)), ['jose.too-long'])
  })
})
