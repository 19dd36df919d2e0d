import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { utf8 } from '../read/utf8.ts'
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
  const { verdict, checks } = await verify(utf8(JSON.stringify(document)), {
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
