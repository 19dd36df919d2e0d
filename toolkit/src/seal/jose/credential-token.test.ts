import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { Json, JsonObject } from '../../canonical-json.ts'
import { base64 } from '../../read/base64.ts'
import { readPublicJwk } from '../../read/jwk.ts'
import { reference, unlessPresent } from '../../reference.ts'
import { attempt, Refused } from '../../refusal.ts'
import { generateKeyPair } from '../keys/generate.ts'
import { memorySigner } from '../keys/memory.ts'
import { signCompact } from './compact.ts'
import { readCredentialToken } from './credential-token.ts'

const signer = memorySigner(await generateKeyPair('P-256'))
const issuer = 'did:web:uni.example'
const kid = `${issuer}#key-1`
const header = { typ: 'vc+jwt', cty: 'vc', kid }
const credential = {
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  id: 'urn:uuid:1',
  issuer: { id: issuer },
  credentialSubject: { id: 'did:example:learner' },
}

async function read(head: JsonObject, payload: JsonObject = credential) {
  return readCredentialToken(await signCompact(head, payload, signer))
}

async function codeOf(head: JsonObject, payload?: JsonObject): Promise<string> {
  try {
    await read(head, payload)
    return 'accepted'
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0]?.code ?? ''
    throw error
  }
}

describe('a credential in a token', () => {
  it('is its payload, without the claims of the token, which say when the signature counts', async () => {
    const claims = { iss: issuer, sub: 'did:example:learner', jti: 'urn:uuid:1', aud: 'x', cnf: {} }
    const opened = await read(header, { ...credential, ...claims, iat: 1, nbf: 2, exp: 3 })
    assert.deepEqual(opened.credential, credential)
    const { proof } = opened
    assert.deepEqual(
      [proof.suite, proof.signedAt, proof.notBefore, proof.expiresAt],
      ['VC-JWT ES256', new Date(1000), new Date(2000), new Date(3000)],
    )
    assert.deepEqual(await proof.verify(signer.publicKey), { holds: true })
  })

  it('was signed at a time that has one reading, if it says when', async () => {
    const signedAt = async (iat: Json) =>
      (await read(header, { ...credential, iat })).proof.signedAt?.toISOString()
    assert.equal(await signedAt(86_400), '1970-01-02T00:00:00.000Z')
    assert.equal(await signedAt('1970-01-02T01:00:00+01:00'), '1970-01-02T00:00:00.000Z')
    for (const [iat, code] of [
      ['1970-01-02', 'time.form'],
      ['86400', 'time.form'],
      [1.5, 'jose.date'],
      [null, 'jose.date'],
      [['1970-01-02T00:00:00Z'], 'jose.date'],
    ] as const)
      assert.equal(await codeOf(header, { ...credential, iat }), code, JSON.stringify(iat))
    for (const claim of ['nbf', 'exp'])
      assert.equal(
        await codeOf(header, { ...credential, [claim]: '1970-01-02T00:00:00Z' }),
        'jose.date',
      )
  })

  it('is of its type, by the name of the standard or of its drafts', async () => {
    for (const typ of [
      'vc+jwt',
      'VC+JWT',
      'application/vc+jwt',
      'vc+ld+jwt',
      'vc+ld+json+jwt',
      'application/vc+ld+json+jwt',
    ])
      assert.equal(await codeOf({ ...header, typ }), 'accepted', typ)
    for (const typ of ['JWT', 'vp+jwt', 'at+jwt', 'kb+jwt', 'vc', 'vc+sd-jwt', 'text/vc+jwt'])
      assert.equal(await codeOf({ ...header, typ }), 'vc-jwt.type', typ)
    assert.equal(await codeOf({ kid }), 'vc-jwt.type')
    for (const cty of ['vc', 'application/vc', 'vc+ld+json'])
      assert.equal(await codeOf({ ...header, cty }), 'accepted', cty)
    for (const cty of ['vp', 'JWT', 'json'])
      assert.equal(await codeOf({ ...header, cty }), 'vc-jwt.type', cty)
    assert.equal(await codeOf({ typ: 'vc+jwt', kid }), 'accepted')
    for (const typ of [['vc+jwt'], 'x'.repeat(201)])
      assert.equal(await codeOf({ ...header, typ }), 'jose.typ')
  })

  it('is no credential in a claim, no presentation, and nothing without type', async () => {
    for (const name of ['vc', 'vp'])
      assert.equal(await codeOf(header, { ...credential, [name]: {} }), 'vc-jwt.type')
    for (const type of [
      ['Foo'],
      [],
      'VerifiablePresentation',
      ['VerifiableCredential', 'VerifiablePresentation'],
    ])
      assert.equal(await codeOf(header, { ...credential, type }), 'vc-jwt.not-a-credential')
    assert.equal(await codeOf(header, { ...credential, type: 'VerifiableCredential' }), 'accepted')
  })

  it('names one issuer, and its claims name no other', async () => {
    for (const other of [undefined, null, [], [issuer], { name: 'Uni' }, 7])
      assert.equal(
        await codeOf(header, { ...credential, issuer: other } as JsonObject),
        'vc-jwt.issuer',
      )
    assert.equal(await codeOf(header, { ...credential, issuer }), 'accepted')
    const claims: readonly JsonObject[] = [
      { iss: 'did:web:evil.example' },
      { iss: 7 },
      { sub: 'x' },
      { jti: 'x' },
    ]
    for (const claim of claims)
      assert.equal(
        await codeOf(header, { ...credential, ...claim }),
        'vc-jwt.claims',
        JSON.stringify(claim),
      )
    assert.equal(await codeOf({ ...header, iss: 'did:web:evil.example' }), 'vc-jwt.claims')
  })

  it('may leave to its claims what it does not say itself', async () => {
    const { id: _, ...unnamed } = credential
    assert.equal(await codeOf(header, { ...unnamed, jti: 'urn:uuid:9' }), 'accepted')
    const subjects = [{ name: 'Mira' }, 'did:example:learner']
    assert.equal(
      await codeOf(header, { ...credential, credentialSubject: subjects, sub: 'x' }),
      'accepted',
    )
  })

  it('names its key in full, unless it says whose it is', async () => {
    const keyOf = async (head: JsonObject, claims: JsonObject = {}) =>
      (await read({ typ: 'vc+jwt', ...head }, { ...credential, ...claims })).proof.key
    const method = { kind: 'method', url: kid }
    assert.deepEqual(await keyOf({ kid }), method)
    assert.deepEqual(await keyOf({ kid: 'https://uni.example/keys/1' }), {
      kind: 'method',
      url: 'https://uni.example/keys/1',
    })
    for (const other of ['key-1', '#key-1', '', '../../dev/null', '__proto__', "x' --"])
      assert.match(await codeOf({ typ: 'vc+jwt', kid: other }), /^(vc-jwt\.key|jose\.kid)$/, other)
    assert.equal(await codeOf({ typ: 'vc+jwt' }), 'vc-jwt.key')
    const { kty, crv, x, y } = signer.publicKey
    const jwk = JSON.parse(JSON.stringify({ kty, crv, x, y })) as JsonObject
    assert.equal(await codeOf({ typ: 'vc+jwt', jwk }), 'vc-jwt.key')
    const iss = issuer
    assert.deepEqual(await keyOf({ kid: '#key-1' }, { iss }), method)
    assert.deepEqual(await keyOf({ kid: 'key-1' }, { iss }), { kind: 'issuer' })
    assert.deepEqual(await keyOf({ iss }), { kind: 'issuer' })
    const x5c = [base64(Uint8Array.of(0x30, 0))]
    assert.equal((await keyOf({ x5c })).kind, 'certificates')
  })
})

const suite = 'vc/w3c/vc-jose-cose-test-suite-input'

describe('the tokens of the W3C test suite', { skip: unlessPresent(suite) }, () => {
  /** Holds, does not, or is refused and why; with the key the suite names by its curve. */
  async function answerTo(file: string, curve: string): Promise<string> {
    const text = (name: string) => readFileSync(reference(`${suite}/${name}`), 'utf8').trim()
    const { publicKeyJwk } = JSON.parse(text(`vm-${curve}.json`)) as { publicKeyJwk: Json }
    const answer = await attempt(async () =>
      readCredentialToken(text(file)).proof.verify(readPublicJwk(publicKeyJwk)),
    )
    if (!answer.ok) return answer.refusals[0]?.code ?? ''
    return answer.value.holds ? 'holds' : answer.value.code
  }

  it('are answered as the suite asks', async () => {
    assert.equal(await answerTo('credential-jose-minimal.txt', 'p256'), 'holds')
    assert.equal(await answerTo('credential-jose-minimal.txt', 'p384'), 'signature.algorithm')
    assert.equal(await answerTo('credential-issuer-match-signed.txt', 'ed25519'), 'holds')
    assert.equal(
      await answerTo('credential-jose-bad-signature.txt', 'ed25519'),
      'signature.changed',
    )
    assert.equal(await answerTo('credential-jose-bad-media-type.txt', 'ed25519'), 'vc-jwt.type')
    assert.equal(await answerTo('credential-jose-vc-vp-claims.txt', 'ed25519'), 'vc-jwt.type')
    assert.equal(await answerTo('presentation-jose-multiple.txt', 'p384'), 'vc-jwt.type')
  })
})
