// Badges as signed tokens: in the form of Open Badges 3.0, and in that of VC-JOSE-COSE.

import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Json, JsonObject } from '../../canonical-json.ts'
import { base64urlDecode } from '../../read/base64.ts'
import { readJsonObject } from '../../read/json.ts'
import { utf8, utf8Decode } from '../../read/utf8.ts'
import { attempt, Refused } from '../../refusal.ts'
import { signCompact } from '../../seal/jose/compact.ts'
import { openBadges } from './index.ts'
import { writeJwt } from './jwt.ts'
import { sampleAward, sampleKeys, sampleSettings } from './sample.ts'

const keys = sampleKeys()
let credential: JsonObject
let kid: string

async function token(header: JsonObject, payload: JsonObject): Promise<string> {
  return signCompact(header, payload, keys.seal)
}

async function refusal(header: JsonObject, payload: JsonObject): Promise<string> {
  const answer = await attempt(async () => openBadges.open(utf8(await token(header, payload))))
  return answer.ok ? 'opened' : (answer.refusals[0]?.code ?? '')
}

describe('a badge in a token', () => {
  before(async () => {
    const unsigned = await openBadges.build(sampleAward(), sampleSettings())
    credential = unsigned.document as JsonObject
    kid = keys.seal.verificationMethod ?? ''
  })

  test('of the type vc+jwt is the credential itself, and signed for as long as its claims say', async () => {
    const text = await token(
      { typ: 'vc+jwt', cty: 'vc', kid },
      { ...credential, exp: 4_000_000_000 },
    )
    assert.ok(openBadges.recognise(utf8(text)))
    const opened = await openBadges.open(utf8(text))
    const [proof] = opened.proofs
    assert.deepEqual([opened.variant, proof?.key], ['jwt', { kind: 'method', url: kid }])
    // The end of the signature is not the end of what it is about.
    assert.equal(proof?.expiresAt?.getTime(), 4_000_000_000_000)
    assert.deepEqual(await proof?.verify(keys.seal.publicKey), { holds: true })
    assert.ok((await openBadges.importDesign?.(utf8(text))) !== undefined)
  })

  test('goes by the rules of its type', async () => {
    assert.equal(await refusal({ typ: 'vc+jwt' }, credential), 'vc-jwt.key')
    assert.equal(await refusal({ typ: 'vc+ld+jwt', kid }, credential), 'opened')
    assert.equal(await refusal({ typ: 'vc+jwt', kid }, { ...credential, vc: {} }), 'vc-jwt.type')
    for (const typ of ['at+jwt', 'kb+jwt'])
      assert.equal(await refusal({ typ, kid }, credential), 'ob3.jwt-type', typ)
    for (const typ of ['vp+jwt', 'application/vp+ld+json+jwt'])
      assert.equal(
        await refusal({ typ, kid }, { verifiableCredential: [credential] }),
        'jose.presentation',
        typ,
      )
    const headers: readonly JsonObject[] = [{ typ: 'JWT' }, {}]
    for (const header of headers) {
      assert.equal(await refusal(header, credential), 'opened')
      assert.equal(await refusal(header, { vc: credential }), 'opened')
      assert.equal(await refusal(header, { ...credential, vp: {} }), 'ob3.jwt-type')
      const shown = { verifiableCredential: [credential] }
      assert.equal(await refusal(header, { vp: shown }), 'jose.presentation')
      assert.equal(await refusal(header, { vp: shown, vc: credential }), 'ob3.jwt-type')
      assert.equal(await refusal(header, { ...credential, vc: 'x' }), 'ob3.jwt-claims')
    }
  })

  test('in a claim of its own is completed by the claims of the token (VCDM 1.1, 6.3.1)', async () => {
    const left = new Set(['issuer', 'id', 'validFrom', 'validUntil'])
    const rest = Object.fromEntries(Object.entries(credential).filter(([name]) => !left.has(name)))
    const { id: _, ...subject } = rest['credentialSubject'] as Record<string, Json>
    const vc = { ...rest, credentialSubject: subject }
    const iss = 'did:web:credentials.arrabida.example'
    const claims = { iss, jti: 'urn:uuid:1', sub: 'did:example:1', nbf: 86_400, exp: 4e9 }
    const opened = await openBadges.open(utf8(await token({ typ: 'JWT', kid }, { ...claims, vc })))
    assert.deepEqual(
      [opened.issuer.id, opened.id, opened.holding.subject],
      [iss, 'urn:uuid:1', 'did:example:1'],
    )
    assert.equal(opened.validFrom?.toISOString(), '1970-01-02T00:00:00.000Z')
    assert.equal(opened.validUntil?.getTime(), 4e12)
    // What neither says stays unsaid.
    const bare = await openBadges.open(utf8(await token({ typ: 'JWT', kid }, { iss, vc })))
    assert.deepEqual([bare.id, bare.validFrom, bare.holding], [undefined, undefined, {}])
    assert.equal(await refusal({ typ: 'JWT', kid }, { vc }), 'ob3.issuer')
  })

  test('is written with a key others can look up, and no more than the badge says', async () => {
    const { verificationMethod: _, ...nameless } = keys.seal
    await assert.rejects(
      writeJwt(credential, nameless),
      (error) => error instanceof Refused && error.refusals[0]?.code === 'seal.key',
    )
    const { id: __, validUntil: ___, ...less } = credential as Record<string, Json>
    const { id: ____, ...subject } = less['credentialSubject'] as Record<string, Json>
    const text = await writeJwt(
      { ...less, issuer: 'did:web:x.example', credentialSubject: subject },
      keys.seal,
    )
    const payload = readJsonObject(base64urlDecode(text.split('.')[1] ?? ''))
    assert.equal(payload['iss'], 'did:web:x.example')
    for (const claim of ['jti', 'sub', 'exp']) assert.ok(!(claim in payload), claim)
    const least = await writeJwt({ validFrom: '2026-01-01T00:00:00Z' }, keys.seal)
    assert.deepEqual(Object.keys(readJsonObject(base64urlDecode(least.split('.')[1] ?? ''))), [
      'validFrom',
      'nbf',
    ])
  })

  test('is one file: white space around it would make it another', async () => {
    const text = await token({ typ: 'JWT', kid }, credential)
    for (const other of [`${text}\n`, ` ${text}`]) {
      assert.ok(!openBadges.recognise(utf8(other)))
      const answer = await attempt(() => openBadges.open(utf8(other)))
      assert.equal(!answer.ok && answer.refusals[0]?.code, 'ob3.form')
    }
  })

  test('may stand inside a presentation', async () => {
    const text = await token({ typ: 'vc+jwt', kid }, credential)
    const presentation = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      verifiableCredential: [
        {
          '@context': ['https://www.w3.org/ns/credentials/v2'],
          type: ['EnvelopedVerifiableCredential'],
          id: `data:application/vc+jwt,${text}`,
        },
      ],
    }
    const opened = await openBadges.open(utf8(JSON.stringify(presentation)))
    assert.deepEqual(await opened.proofs[0]?.verify(keys.seal.publicKey), { holds: true })
    assert.equal(utf8Decode(utf8(text)), text)
  })
})
