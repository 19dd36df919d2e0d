import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { describe, it } from 'node:test'
import type { PrivateJwk } from '#machine'
import type { JsonObject } from '../canonical-json.ts'
import { base64url } from '../read/base64.ts'
import { limits } from '../limits.ts'
import { chunkOf } from '../read/png-chunk.ts'
import { bakeIntoPng } from '../read/png.ts'
import { utf8 } from '../read/utf8.ts'
import { signCompact } from '../seal/jose/compact.ts'
import { memorySigner } from '../seal/keys/memory.ts'
import { noResolver } from '../trust/resolver.ts'
import { verify } from './verify.ts'

const now = new Date('2026-06-01T12:00:00Z')

const student = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential', 'StudentCard'],
  issuer: 'did:web:uni.example',
  credentialSubject: { name: 'Mira Kowalska' },
}
const proof = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  proofPurpose: 'assertionMethod',
  verificationMethod: 'did:web:uni.example#k',
  proofValue: `z${'1'.repeat(64)}`,
}

async function said(document: unknown): Promise<string> {
  return saidOf(JSON.stringify(document))
}

async function saidOf(text: string): Promise<string> {
  const { verdict, checks } = await verify(utf8(text), {
    trust: [],
    now,
    resolver: noResolver,
  })
  assert.equal(checks.length, 7)
  return [
    verdict,
    ...checks.filter(({ code }) => code !== 'not-reached').map(({ code }) => code),
  ].join(' ')
}

describe('a credential of a kind Tessera does not read', () => {
  it('is unknown as long as it may be good', async () => {
    const unknown = 'unknown format.not-known'
    assert.equal(await said({ ...student, proof }), unknown)
    assert.equal(await said({ ...student, proof: [proof, proof] }), unknown)
    assert.equal(await said({ ...student, proof: { ...proof, cryptosuite: 'bbs-2023' } }), unknown)
    assert.equal(await said({ ...student, proof: { ...proof, domain: ['a', 'b'] } }), unknown)
    assert.equal(await said({ ...student, proof: { ...proof, proofPurpose: 'other' } }), unknown)
    assert.equal(await said({ ...student, proof: { ...proof, seen: true } }), unknown)
    assert.equal(await said({ hello: 'world' }), unknown)
    assert.equal(await said(['VerifiableCredential']), unknown)
  })

  it('is broken where nobody signed it', async () => {
    const broken = 'invalid format.not-known signature.none'
    assert.equal(await said(student), broken)
    assert.equal(await said({ ...student, proof: [] }), broken)
    assert.equal(await said({ ...student, type: 'VerifiableCredential' }), broken)
  })

  it('is broken where its proof can be none', async () => {
    const broken = 'invalid format.damaged'
    assert.equal(await said({ ...student, proof: { ...proof, proofValue: 'z1' } }), broken)
    assert.equal(await said({ ...student, proof: { ...proof, proofValue: 'z0OIl' } }), broken)
    assert.equal(await said({ ...student, proof: { ...proof, cryptosuite: 'none' } }), broken)
  })
})

describe('a signed token about something Tessera does not read', () => {
  const signer = memorySigner(
    generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as PrivateJwk,
  )
  const kid = 'did:web:uni.example#k'
  const token = (header: JsonObject, payload: JsonObject | Uint8Array) =>
    signCompact(header, payload, signer)

  it('is unknown as long as it is whole', async () => {
    const unknown = 'unknown format.not-known'
    assert.equal(await saidOf(await token({ typ: 'at+jwt' }, { scope: 'x' })), unknown)
    assert.equal(await saidOf(await token({}, utf8('Hello'))), unknown)
    assert.equal(await saidOf(await token({ typ: 'vc+jwt', kid }, student)), unknown)
  })

  it('is unknown when it shows credentials that would be read by themselves', async () => {
    for (const kind of ['OpenBadgeCredential', 'EuropeanDigitalCredential']) {
      const shown = { verifiableCredential: [{ ...student, type: [kind] }] }
      for (const text of [
        await token({ typ: 'vp+jwt', kid }, shown),
        await token({ typ: 'JWT', kid }, { vp: shown }),
      ])
        assert.equal(await saidOf(text), 'unknown format.not-known', kind)
    }
  })

  it('is unknown when it is larger than what is read here', async () => {
    assert.equal(await saidOf(`eyJ.${'A'.repeat(limits.token)}.AA`), 'unknown format.too-large')
    const seal = base64url(utf8('{"typ":"jose"}'))
    assert.equal(await saidOf(`${seal}.${'A'.repeat(limits.token)}.AA`), 'unknown format.too-large')
  })

  it('is broken when it is no token, or not the credential it says it is', async () => {
    const broken = 'invalid format.damaged'
    const whole = await token({ typ: 'at+jwt' }, { scope: 'x' })
    for (const text of [`${whole}\n`, ` ${whole}`, `${whole}.e30`, `${whole}=`, '..', 'e30.e30.AA'])
      assert.equal(await saidOf(text), broken, text)
    for (const payload of ['[]', '7', 'null', '"x"', '{}', '{"type":["VerifiableCredential"]}'])
      assert.equal(
        await saidOf(await token({ typ: 'vc+jwt', kid }, utf8(payload))),
        broken,
        payload,
      )
    assert.equal(await saidOf(await token({ typ: 'vc+jwt' }, student)), broken)
  })
})

describe('a seal about something else', () => {
  it('is unknown, also where what it is about is not in the file', async () => {
    const sigD = { mId: 'http://uri.etsi.org/19182/ObjectIdByURI', pars: ['https://uni.example/1'] }
    const header = { alg: 'ES256', typ: 'jose', crit: ['sigD'], x5c: ['MAA='], sigD }
    const head = base64url(utf8(JSON.stringify(header)))
    assert.equal(await saidOf(`${head}..AAAA`), 'unknown format.not-known')
    const bytes = utf8(JSON.stringify({ ...header, cty: 'vc' }))
    assert.equal(await saidOf(`${base64url(bytes)}..AAAA`), 'invalid format.malformed')
  })
})

describe('a picture', () => {
  const drawing = (inside: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">${inside}<path d="M0 0h1"/></svg>`
  const pixel = Uint8Array.from(
    atob(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
    ),
    (letter) => letter.charCodeAt(0),
  )
  const withText = (key: string, text: string) =>
    Uint8Array.from([
      ...pixel.subarray(0, 33),
      ...chunkOf('iTXt', utf8(`${key}\0\0\0\0\0${text}`)),
      ...pixel.subarray(33),
    ])
  const saidOfBytes = async (bytes: Uint8Array) =>
    (await verify(bytes, { trust: [], now, resolver: noResolver })).checks
      .filter(({ code }) => code !== 'not-reached')
      .map(({ status, code }) => `${status} ${code}`)
      .join()

  it('without a badge in it, or with an older one, is no broken badge', async () => {
    const unknown = 'unknown format.not-known'
    assert.equal(await saidOf(drawing('')), unknown)
    assert.equal(await saidOf(drawing('<script>alert(1)</script>')), unknown)
    const older = '<a:assertion xmlns:a="http://openbadges.org" verify="https://uni.example/1"/>'
    assert.equal(await saidOf(drawing(older)), unknown)
    const other = 'undecided format.not-known'
    assert.equal(await saidOfBytes(pixel), other)
    assert.equal(await saidOfBytes(Uint8Array.from([...pixel, 1, 2, 3])), other)
    assert.equal(await saidOfBytes(withText('openbadges', 'https://uni.example/1')), other)
    const broken = 'failed format.malformed'
    assert.equal(await saidOfBytes(await bakeIntoPng(pixel, '{')), broken)
    assert.equal(
      await saidOfBytes(Uint8Array.from([...(await bakeIntoPng(pixel, '{}')), 1])),
      broken,
    )
  })
})
