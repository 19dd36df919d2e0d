import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { describe, it } from 'node:test'
import type { PublicJwk } from '#machine'
import { limits } from '../../limits.ts'
import { base64url } from '../../read/base64.ts'
import { Refused } from '../../refusal.ts'
import { readCertificate } from './certificate.ts'
import { readDer, sameBytes } from './der.ts'
import { ecKey, make, nameOf, now, rsaKey } from './example-authority.ts'
import { readCertificatesPem, writePem } from './pem.ts'
import { readPublicKey, rsaBits, writePublicKey } from './public-key.ts'
import { readAlgorithm, signedBy } from './signature.ts'
import {
  bitString,
  context,
  contextPrimitive,
  nothing,
  oid,
  positive,
  sequence,
  smallInteger,
  time,
} from './write.ts'

function codeOf(step: () => unknown): string {
  try {
    step()
  } catch (error) {
    assert.ok(error instanceof Refused, String(error))
    return error.refusals.map(({ code }) => code).join()
  }
  return 'accepted'
}

const ecdsa = sequence(oid('1.2.840.10045.4.3.2'))
const key = ecKey()
const whole = {
  version: context(0, smallInteger(2)),
  serial: smallInteger(7),
  inner: ecdsa,
  issuer: nameOf('Uni'),
  validity: sequence(time(now), time(new Date('2036-01-01T00:00:00Z'))),
  subject: nameOf('Uni'),
  key: writePublicKey(key),
} as const

/** A certificate of these parts, with others behind them; nobody signed it. */
function madeOf(
  parts: { readonly [part in keyof typeof whole]?: Uint8Array } = {},
  behind: readonly Uint8Array[] = [],
): Uint8Array {
  const toBeSigned = sequence(...Object.values({ ...whole, ...parts }), ...behind)
  return sequence(toBeSigned, ecdsa, bitString(new Uint8Array(8)))
}

describe('a certificate', () => {
  it('is read with what may stand behind its key, in that order', () => {
    const uniqueIds = [contextPrimitive(1, Uint8Array.of(0)), contextPrimitive(2, Uint8Array.of(0))]
    for (const behind of [[], [context(3, sequence())], [...uniqueIds, context(3, sequence())]])
      assert.equal(
        codeOf(() => readCertificate(madeOf({}, behind))),
        'accepted',
      )
  })

  it('is refused when its parts are not those of version 3', () => {
    const two = context(0, smallInteger(2), smallInteger(2))
    const cases: readonly (readonly [code: string, bytes: Uint8Array])[] = [
      ['x509.version', madeOf({ version: context(0, smallInteger(1)) })],
      ['x509.version', madeOf({ version: two })],
      ['x509.version', madeOf({ version: context(0) })],
      ['x509.structure', madeOf({ validity: sequence(time(now), time(now), time(now)) })],
      ['x509.structure', madeOf({}, [context(3)])],
      ['x509.structure', madeOf({}, [context(3, sequence(), sequence())])],
      [
        'x509.structure',
        madeOf({}, [context(3, sequence()), contextPrimitive(1, new Uint8Array())]),
      ],
      ['x509.structure', madeOf({}, [contextPrimitive(1, new Uint8Array())])],
      ['x509.structure', madeOf({}, [nothing()])],
      ['x509.structure', madeOf({ inner: sequence(oid('1.2.840.10045.4.3.3')) })],
      ['x509.structure', sequence(sequence(whole.version), ecdsa, bitString(new Uint8Array(8)))],
      ['x509.structure', sequence(sequence())],
      ['x509.structure', sequence()],
      ['x509.structure', sequence(sequence(), ecdsa, bitString(new Uint8Array(8)), nothing())],
      ['x509.too-long', new Uint8Array(limits.certificates.bytes + 1)],
    ]
    for (const [i, [code, bytes]] of cases.entries())
      assert.equal(
        codeOf(() => readCertificate(bytes)),
        code,
        String(i),
      )
  })

  it('is refused when it ends before all of its parts', () => {
    const parts = Object.values(whole)
    for (let length = 3; length < parts.length; length++) {
      const toBeSigned = sequence(...parts.slice(0, length))
      const cut = sequence(toBeSigned, ecdsa, bitString(new Uint8Array(8)))
      assert.equal(
        codeOf(() => readCertificate(cut)),
        'der.type',
        String(length),
      )
    }
  })

  it('is given in PEM and found again, beside anything else', async () => {
    const { certificate } = await make('Uni', undefined, [])
    const text = writePem('PRIVATE KEY', Uint8Array.of(1)) + writePem('CERTIFICATE', certificate)
    assert.deepEqual(readCertificatesPem(text), [certificate])
    assert.ok(text.split('\n').every((line) => line.length <= 64))
    assert.equal(
      codeOf(() => readCertificatesPem('nothing')),
      'pem.none',
    )
  })
})

describe('the key of a certificate', () => {
  const ec = oid('1.2.840.10045.2.1')
  const rsa = oid('1.2.840.113549.1.1.1')
  const ed = oid('1.3.101.112')
  const p256 = oid('1.2.840.10045.3.1.7')
  const read = (bytes: Uint8Array): PublicJwk => readPublicKey(readDer(bytes))

  it('is read as it was written, whatever its kind', () => {
    const { publicKey } = generateKeyPairSync('ed25519')
    const kinds = [key, ecKey('P-384'), ecKey('P-521'), rsaKey(2048)]
    for (const each of [...kinds, publicKey.export({ format: 'jwk' }) as PublicJwk]) {
      const { kty, crv, x, y, n, e } = read(writePublicKey(each))
      assert.deepEqual([kty, crv, x, y, n, e], [each.kty, each.crv, each.x, each.y, each.n, each.e])
    }
  })

  it('may be a compressed point, if there is one on the curve', () => {
    const { x = '', y = '' } = key
    const even = (Buffer.from(y, 'base64url').at(-1) ?? 0) % 2 === 0
    const point = Uint8Array.of(even ? 2 : 3, ...Buffer.from(x, 'base64url'))
    const { x: readX, y: readY } = read(sequence(sequence(ec, p256), bitString(point)))
    assert.deepEqual([readX, readY], [x, y])
    const none = Uint8Array.of(2, ...new Uint8Array(32).fill(0xff))
    assert.equal(
      codeOf(() => read(sequence(sequence(ec, p256), bitString(none)))),
      'x509.key',
    )
  })

  it('is refused when it is of another kind or form', () => {
    const numbers = [positive(Uint8Array.of(5)), positive(Uint8Array.of(3))] as const
    const thirtyTwo = bitString(new Uint8Array(32))
    const keys: readonly Uint8Array[] = [
      sequence(sequence(ec, oid('1.3.132.0.10')), bitString(new Uint8Array(65).fill(4))),
      sequence(sequence(ec, p256), bitString(new Uint8Array(64))),
      sequence(sequence(rsa), bitString(sequence(...numbers))),
      sequence(sequence(rsa, smallInteger(1)), bitString(sequence(...numbers))),
      sequence(sequence(rsa, nothing()), bitString(sequence(...numbers, smallInteger(1)))),
      sequence(sequence(ed, nothing()), thirtyTwo),
      sequence(sequence(ed), bitString(new Uint8Array(31))),
      sequence(sequence(oid('1.3.101.110')), thirtyTwo),
      sequence(sequence(ed), thirtyTwo, nothing()),
      sequence(sequence(ed, nothing(), nothing()), thirtyTwo),
    ]
    for (const [i, bytes] of keys.entries())
      assert.equal(
        codeOf(() => read(bytes)),
        'x509.key',
        String(i),
      )
    assert.equal(
      codeOf(() => writePublicKey({ ...key, crv: 'secp256k1' })),
      'x509.key',
    )
  })

  it('of RSA is as long as its modulus', () => {
    const bitsOf = (...octets: readonly number[]) =>
      rsaBits({ kty: 'RSA', n: base64url(Uint8Array.from(octets)), e: 'AQAB' })
    assert.deepEqual([bitsOf(), bitsOf(1), bitsOf(0x80), bitsOf(1, 0)], [0, 1, 8, 9])
    assert.equal(rsaBits({ kty: 'RSA', e: 'AQAB' }), 0)
    assert.equal(rsaBits(key), 0)
  })
})

describe('the signature of a certificate', () => {
  const named = (...parts: readonly Uint8Array[]) =>
    readAlgorithm(readDer(sequence(...parts))).named
  const sha256 = '2.16.840.1.101.3.4.2.1'
  const pss = (
    hash: string,
    mask: string,
    maskHash: string,
    salt: number,
    more: Uint8Array[] = [],
  ) =>
    sequence(
      context(0, sequence(oid(hash), nothing())),
      context(1, sequence(oid(mask), sequence(oid(maskHash), nothing()))),
      context(2, smallInteger(salt)),
      ...more,
    )
  const mgf1 = '1.2.840.113549.1.1.8'
  const psses = oid('1.2.840.113549.1.1.10')

  it('is known by its algorithm and parameters, and by no others', () => {
    const rs256 = oid('1.2.840.113549.1.1.11')
    const ed25519 = oid('1.3.101.112')
    assert.equal(named(ed25519), 'EdDSA')
    assert.equal(named(ed25519, nothing()), undefined)
    assert.equal(named(oid('1.2.840.10045.4.3.2')), 'ES256')
    assert.equal(named(oid('1.2.840.10045.4.3.2'), nothing()), undefined)
    assert.equal(named(rs256, nothing()), 'RS256')
    assert.equal(named(rs256), undefined)
    assert.equal(named(rs256, smallInteger(1)), undefined)
    assert.equal(named(oid('1.2.840.113549.1.1.5'), nothing()), undefined)
    assert.equal(
      codeOf(() => named(rs256, nothing(), nothing())),
      'x509.structure',
    )
  })

  it('with PSS is known with one hash throughout and a salt of its length', () => {
    assert.equal(named(psses, pss(sha256, mgf1, sha256, 32)), 'PS256')
    const sha384 = '2.16.840.1.101.3.4.2.2'
    assert.equal(named(psses, pss(sha384, mgf1, sha384, 48)), 'PS384')
    for (const parameters of [
      pss(sha256, mgf1, sha384, 32),
      pss(sha256, mgf1, sha256, 20),
      pss(sha256, '1.2.840.113549.1.1.9', sha256, 32),
      pss('1.3.14.3.2.26', mgf1, '1.3.14.3.2.26', 20),
      pss(sha256, mgf1, sha256, 32, [context(3, smallInteger(1))]),
      sequence(),
      sequence(context(0, sequence(oid(sha256)))),
    ])
      assert.equal(named(psses, parameters), undefined)
    assert.equal(named(psses), undefined)
  })

  it('is not made by a key, rather than an error, where it has no shape or no known way', async () => {
    const { signed } = readCertificate((await make('Uni', undefined, [], key)).certificate)
    assert.equal(await signedBy(signed, key), true)
    assert.equal(await signedBy({ ...signed, algorithm: undefined }, key), false)
    const three = sequence(smallInteger(1), smallInteger(1), smallInteger(1))
    const long = sequence(positive(new Uint8Array(33).fill(1)), smallInteger(1))
    const longer = sequence(smallInteger(1), positive(new Uint8Array(33).fill(1)))
    const shapes = [new Uint8Array(), sequence(), sequence(smallInteger(1)), three, long, longer]
    for (const signature of shapes)
      assert.equal(await signedBy({ ...signed, signature }, key), false)
    assert.equal(await signedBy(signed, { ...key, crv: 'secp256k1' }), false)
    const { crv: _, ...curveless } = key
    assert.equal(await signedBy(signed, curveless), false)
    assert.equal(await signedBy(signed, rsaKey(2048)), false)
    assert.ok(!sameBytes(signed.signature, new Uint8Array()))
  })
})
