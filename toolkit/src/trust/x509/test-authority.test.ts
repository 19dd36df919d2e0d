import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { describe, it } from 'node:test'
import type { PublicJwk } from '#machine'
import { Refused } from '../../refusal.ts'
import { readCertificate } from './certificate.ts'
import { readCertificatesPem, readPem, writePem } from './pem.ts'
import { openTestAuthority } from './test-authority.ts'
import { authority, codeOf, ecKey, order, rsaKey, seal, sealKey } from './example-authority.ts'

describe('a seal certificate of the test authority', () => {
  it('says in every name that it is a test', () => {
    const root = readCertificate(authority.certificate)
    assert.match(root.subjectName, /TEST.*not a real authority/)
    assert.match(authority.anchor.name, /TEST.*not a real authority/)
    const leaf = readCertificate(seal)
    assert.match(leaf.commonName ?? '', /TEST/)
    assert.equal(leaf.issuer.der.length, root.subject.der.length)
  })

  it('names the organisation as EN 319 412-3 wants it', () => {
    const leaf = readCertificate(seal)
    assert.equal(leaf.organisation, order.organisation)
    assert.equal(leaf.organizationIdentifier, order.organizationIdentifier)
    assert.equal(leaf.country, 'ES')
    assert.deepEqual(leaf.uris, order.uris)
    assert.deepEqual(leaf.dnsNames, order.dnsNames)
    assert.deepEqual(leaf.crlAddresses, [order.crlAddress])
    assert.equal(leaf.publicKey.x, sealKey.x)
    assert.deepEqual(leaf.keyUsage, new Set(['digitalSignature', 'nonRepudiation']))
    assert.equal(leaf.authorityKeyId, readCertificate(authority.certificate).subjectKeyId)
  })

  it('is accepted by Node’s own X.509 reader, for EC and RSA keys', async () => {
    const root = new X509Certificate(authority.certificate)
    assert.ok(root.ca && root.verify(root.publicKey))
    for (const publicKey of [sealKey, rsaKey(3072)] as readonly PublicJwk[]) {
      const made = await authority.issueSealCertificate({ ...order, publicKey })
      const read = new X509Certificate(made)
      assert.ok(read.checkIssued(root) && read.verify(root.publicKey) && !read.ca)
      assert.match(read.subject, /organizationIdentifier=VATES-A00000000/)
      assert.equal(
        read.subjectAltName,
        'URI:did:web:uni.example, URI:https://uni.example, DNS:uni.example',
      )
      assert.equal(
        read.publicKey.export({ format: 'jwk' }).n ?? read.publicKey.export({ format: 'jwk' }).x,
        publicKey.n ?? publicKey.x,
      )
      assert.equal(await codeOf([made]), 'holds')
    }
  })

  it('comes from an authority that can be opened again', async () => {
    const again = openTestAuthority({ certificate: authority.certificate, key: authority.key })
    assert.equal(
      await codeOf([await again.issueSealCertificate({ ...order, publicKey: ecKey() })]),
      'holds',
    )
    assert.throws(
      () => openTestAuthority({ certificate: authority.certificate, key: ecKey() }),
      Refused,
    )
  })
})

describe('PEM', () => {
  it('gives the certificate back, among other things', () => {
    const text = `a note\n${writePem('CERTIFICATE', seal)}\n${writePem('X509 CRL', Uint8Array.of(5, 0))}`
    assert.deepEqual(readCertificatesPem(text), [seal])
    assert.deepEqual(readPem(text, 'X509 CRL'), [Uint8Array.of(5, 0)])
    assert.throws(() => readCertificatesPem('nothing here'), Refused)
    assert.throws(
      () => readCertificatesPem('-----BEGIN CERTIFICATE-----\nAA=A\n-----END CERTIFICATE-----\n'),
      Refused,
    )
  })
})
