import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { base64Decode, base64urlDecode } from '../../read/base64.ts'
import { reference, unlessPresent } from '../../reference.ts'
import { readCertificatesPem } from './pem.ts'
import { codeOf } from './example-authority.ts'

describe(
  'the certificate attacks of the vectors',
  { skip: unlessPresent('security/own/jws.json') },
  () => {
    interface Vector {
      readonly class: string
      readonly input: string
    }
    const read = (path: string): string => readFileSync(reference(path), 'utf8')
    const trust = (
      unlessPresent('security/own/trust.json') === false
        ? JSON.parse(read('security/own/trust.json'))
        : { now: '2026-06-01T12:00:00Z', x509Anchors: [] }
    ) as { now: string; x509Anchors: string[] }
    const anchors = trust.x509Anchors
      .flatMap((pem) => readCertificatesPem(pem))
      .map((certificate) => ({ name: 'Test Trust', certificate }))
    const at = new Date(trust.now)

    const expected: { readonly [name: string]: string } = {
      'good-jades-b-x5c': 'holds',
      'good-ps256-x5c': 'holds',
      'x5c-self-signed-same-dn': 'x509.self-signed|x509.not-anchored',
      'x5c-fake-root-same-dn': 'x509.not-anchored|x509.not-signed-by-issuer',
      'x5c-fake-leaf-real-root-appended': 'x509.not-anchored',
      'x5c-trusted-leaf-foreign-signature': 'holds',
      'x5c-issued-by-end-entity': 'x509.not-an-authority|x509.path-length',
      'x5c-leaf-second': 'x509.self-signed|x509.leaf-is-authority|x509.chain-broken',
      'x5c-expired': 'x509.expired',
      'x5c-not-yet-valid': 'x509.not-yet-valid',
      'x5c-expired-backdated-iat': 'x509.expired',
      'x5c-wrong-key-usage': 'x509.key-usage',
      'x5c-org-b-for-issuer-a': 'holds',
      'x5c-100-certs': 'x509.chain-too-long',
    }
    const vectors = (
      unlessPresent('security/own/jws.json') === false
        ? JSON.parse(read('security/own/jws.json'))
        : []
    ) as readonly Vector[]
    for (const [name, codes] of Object.entries(expected)) {
      it(`${name} → ${codes}`, async () => {
        const vector = vectors.find((entry) => entry.class === name)
        assert.ok(vector !== undefined)
        const header = JSON.parse(
          Buffer.from(base64urlDecode(vector.input.split('.')[0] ?? '')).toString(),
        ) as { x5c: string[] }
        const code = await codeOf(
          header.x5c.map((text) => base64Decode(text)),
          { anchors, at },
        )
        assert.ok(codes.split('|').includes(code), code)
      })
    }
  },
)
