// Independent implementations accept what Tessera issues as SD-JWT VC, and refuse it once it was changed.

import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto'
import { describe, it } from 'node:test'
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'
import { compactVerify, importJWK, importX509, type JWK } from 'jose'
import { sampleAward } from 'tessera/formats/sd-jwt-vc/sample'
import {
  eudiLearningCredential,
  present,
  sdJwtVc,
  typeMetadata,
} from 'tessera/formats/sd-jwt-vc/index'
import type { WriteSettings } from 'tessera/formats/format'
import type { PrivateJwk } from 'tessera/machine/port'
import { memorySigner } from 'tessera/seal/keys/memory'
import { newStatusTable, reserve, revoke } from 'tessera/status/table'
import { issueStatusToken } from 'tessera/status/token'
import { createTestAuthority } from 'tessera/trust/x509/test-authority'

const now = new Date('2026-06-01T12:00:00Z')
const base = 'https://credentials.uni.example'
const seconds = now.getTime() / 1000

function newKey(): PrivateJwk {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return privateKey.export({ format: 'jwk' }) as unknown as PrivateJwk
}

const authority = await createTestAuthority({
  name: 'Interop',
  now,
  random: randomBytes,
  key: newKey(),
})
const sealKey = newKey()
const leaf = await authority.issueSealCertificate({
  organisation: 'Example University',
  organizationIdentifier: 'VATES-A00000000',
  country: 'ES',
  uris: [base],
  dnsNames: ['credentials.uni.example'],
  publicKey: memorySigner(sealKey).publicKey,
  now,
  years: 2,
  random: randomBytes,
})
const seal = memorySigner(sealKey, { certificates: [leaf] })
const holder = memorySigner(newKey())

const reserved = reserve(newStatusTable(), 2, randomBytes)
const [index = 0, revokedIndex = 0] = reserved.indexes
const table = revoke(reserved.table, revokedIndex, { by: 'registrar', at: now })

async function issue(at: number): Promise<string> {
  const { kty, crv, x, y } = holder.publicKey
  const id = `did:jwk:${Buffer.from(JSON.stringify({ kty, crv, x, y })).toString('base64url')}`
  const settings: WriteSettings = {
    now,
    random: randomBytes,
    pictures: {
      certificate: async () => [],
      badge: async () => ({ png: new Uint8Array(), svg: '' }),
    },
    status: {
      index: at,
      revocationList: `${base}/r`,
      suspensionList: `${base}/s`,
      tokenList: `${base}/status/1`,
    },
    signingTime: 'iat',
    base,
  }
  const unsigned = await sdJwtVc.build(
    { ...sampleAward, learner: { ...sampleAward.learner, id } },
    settings,
  )
  const [artefact] = await sdJwtVc.seal(unsigned, { seal, proof: seal }, settings)
  return new TextDecoder().decode(artefact?.bytes)
}

const text = await issue(index)
const list = await issueStatusToken(table, seal, {
  url: `${base}/status/1`,
  now,
  validUntil: new Date('2026-06-08T12:00:00Z'),
  ttlSeconds: 3600,
})

/** Takes the key from the certificate in the header, after checking it against the one anchor. */
async function verifier(data: string, signature: string): Promise<boolean> {
  const header = JSON.parse(Buffer.from(data.split('.')[0] ?? '', 'base64url').toString())
  const certificate = new X509Certificate(Buffer.from(header.x5c[0], 'base64'))
  const anchor = new X509Certificate(authority.certificate)
  if (!certificate.verify(anchor.publicKey) || !certificate.subjectAltName?.includes(base))
    return false
  const key = await importX509(certificate.toString(), 'ES256')
  return compactVerify(`${data}.${signature}`, key).then(
    () => true,
    () => false,
  )
}

const peer = new SDJwtVcInstance({
  hasher: (data: string | ArrayBuffer) =>
    createHash('sha256')
      .update(typeof data === 'string' ? data : Buffer.from(data))
      .digest(),
  hashAlg: 'sha-256',
  verifier,
  kbVerifier: async (data, signature, payload) => {
    const cnf = (payload as { cnf?: { jwk: JWK } }).cnf
    return compactVerify(`${data}.${signature}`, await importJWK(cnf?.jwk ?? {}, 'ES256')).then(
      () => true,
      () => false,
    )
  },
  statusListFetcher: async () => list,
  statusVerifier: verifier,
})

const options = { currentDate: seconds }

describe('@sd-jwt/sd-jwt-vc', () => {
  it('accepts the whole credential, its certificate and its status list', async () => {
    const { payload, header } = await peer.verify(text, options)
    assert.equal(header?.['typ'], 'dc+sd-jwt')
    assert.equal(payload.vct, eudiLearningCredential.vct)
    const claims = payload as unknown as Record<string, unknown>
    assert.equal(claims['family_name'], sampleAward.learner.familyName)
    assert.equal(claims['assessment_grade'], '8.5')
    assert.deepEqual(claims['learning_outcomes'], ['Explain bias.', 'Judge a data set.'])
    const { credentialSubject } = claims['ld'] as {
      credentialSubject: { hasClaim: { specifiedBy: { id: string } } }
    }
    assert.equal(credentialSubject.hasClaim.specifiedBy.id, sampleAward.design.id)
  })

  it('reads each preset as we do, bound to the holder’s key', async () => {
    for (const preset of ['employer', 'admission'] as const) {
      const shown = new TextDecoder().decode(
        await present(new TextEncoder().encode(text), preset, {
          holder,
          audience: 'https://reader.example',
          nonce: 'n-123456',
          now,
        }),
      )
      const { payload, kb } = await peer.verify(shown, { ...options, keyBindingNonce: 'n-123456' })
      assert.equal(kb?.payload.aud, 'https://reader.example')
      const names = Object.keys(payload)
      assert.equal(names.includes('learner_identification'), preset === 'admission')
      assert.equal(names.includes('assessment_grade'), true)
      const subject = (payload as unknown as { ld: { credentialSubject: object } }).ld
        .credentialSubject
      assert.equal('dateOfBirth' in subject, preset === 'admission')
      await assert.rejects(peer.verify(shown, { ...options, keyBindingNonce: 'another' }))
    }
  })

  it('makes a presentation of it that we read', async () => {
    const shown = await peer.present(text, {
      given_name: true,
      ld: { credentialSubject: { dateOfBirth: true } },
    } as object)
    const { award } = await sdJwtVc.open(new TextEncoder().encode(shown))
    assert.equal(award.learner.givenName, sampleAward.learner.givenName)
    assert.equal(award.learner.dateOfBirth, sampleAward.learner.dateOfBirth)
    assert.equal(award.learner.familyName, undefined)
  })

  it('refuses it once revoked', async () => {
    await assert.rejects(peer.verify(await issue(revokedIndex), options), /status/i)
  })

  it('refuses it after its end', async () => {
    await assert.rejects(
      peer.verify(text, { currentDate: Date.parse('2036-06-02T00:00:00Z') / 1000 }),
    )
  })

  it('refuses changed copies', async () => {
    const [token = '', ...disclosures] = text.split('~')
    const [head = '', body = '', signature = ''] = token.split('.')
    const other = Buffer.from(body, 'base64url').toString().replace('Data ethics', 'Data theft!')
    const copies = [
      [`${head}.${Buffer.from(other).toString('base64url')}.${signature}`, ...disclosures],
      [
        `${head}.${body}.${signature.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))}`,
        ...disclosures,
      ],
      [
        token,
        Buffer.from(JSON.stringify(['salt', 'assessment_grade', '10'])).toString('base64url'),
        '',
      ],
    ]
    for (const copy of copies) await assert.rejects(peer.verify(copy.join('~'), options))
  })
})

describe('jose', () => {
  it('accepts the signed token, the key binding and the status list', async () => {
    const key = await importX509(new X509Certificate(leaf).toString(), 'ES256')
    const credential = await compactVerify(text.split('~')[0] ?? '', key)
    assert.equal(credential.protectedHeader.typ, 'dc+sd-jwt')
    const published = await compactVerify(list, key)
    assert.equal(published.protectedHeader.typ, 'statuslist+jwt')
    const shown = await present(new TextEncoder().encode(text), [], {
      holder,
      audience: 'a',
      nonce: 'n',
      now,
    })
    const binding = new TextDecoder().decode(shown).split('~').at(-1) ?? ''
    const bound = await compactVerify(
      binding,
      await importJWK({ ...holder.publicKey } as JWK, 'ES256'),
    )
    assert.equal(bound.protectedHeader.typ, 'kb+jwt')
  })
})

describe('the type metadata', () => {
  it('has the hash the credential names', () => {
    const { bytes, integrity } = typeMetadata(eudiLearningCredential)
    assert.equal(integrity, `sha256-${createHash('sha256').update(bytes).digest('base64')}`)
    const payload = JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString())
    assert.equal(payload['vct#integrity'], integrity)
  })
})
