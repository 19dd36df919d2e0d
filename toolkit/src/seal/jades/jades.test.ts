import assert from 'node:assert/strict'
import { X509Certificate, generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { sign } from '#machine'
import type { Algorithm, PrivateJwk, PublicJwk } from '#machine'
import { base64url, base64urlDecode } from '../../read/base64.ts'
import { readJsonObject } from '../../read/json.ts'
import { utf8, utf8Decode } from '../../read/utf8.ts'
import { reference, unlessPresent } from '../../reference.ts'
import { Refused } from '../../refusal.ts'
import type { Signer } from '../signer.ts'
import { readJades, sealJades } from './index.ts'

const samples = 'elm/samples'
const sealed = [
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

function leafKeyOf(chain: readonly Uint8Array[]): PublicJwk {
  return new X509Certificate(chain[0] ?? new Uint8Array()).publicKey.export({
    format: 'jwk',
  }) as PublicJwk
}

function signerOf(
  algorithm: Algorithm,
  pair: { publicKey: PublicJwk; privateKey: PrivateJwk },
): Signer {
  return {
    algorithm,
    publicKey: pair.publicKey,
    // What begins as a certificate does; what they say is the business of the verifier.
    certificates: [utf8('0 leaf'), utf8('0 intermediate')],
    sign: (data) => sign(algorithm, pair.privateKey, data),
  }
}

function jwks(pair: ReturnType<typeof generateKeyPairSync>) {
  const { publicKey, privateKey } = pair as unknown as Record<
    'publicKey' | 'privateKey',
    { export(o: object): object }
  >
  return {
    publicKey: publicKey.export({ format: 'jwk' }) as PublicJwk,
    privateKey: privateKey.export({ format: 'jwk' }) as PrivateJwk,
  }
}

const p256 = jwks(generateKeyPairSync('ec', { namedCurve: 'P-256' }) as never)
const p384 = jwks(generateKeyPairSync('ec', { namedCurve: 'P-384' }) as never)
const rsa = jwks(generateKeyPairSync('rsa', { modulusLength: 2048 }) as never)
const now = new Date('2027-03-01T09:00:00.500Z')

function refusedWith(code: string) {
  return (error: unknown) => {
    assert.ok(error instanceof Refused, String(error))
    assert.equal(error.refusals[0]?.code, code)
    return true
  }
}

function without(header: Record<string, unknown>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(header).filter(([key]) => key !== name))
}

/** A sealed file whose signed header was changed before sealing. */
async function sealedWith(
  change: (header: Record<string, unknown>) => Record<string, unknown>,
): Promise<Uint8Array> {
  const file = readJsonObject(
    await sealJades('{}', signerOf('ES256', p256), { now, signingTime: 'iat' }),
  )
  const [signature] = file['signatures'] as unknown as [{ protected: string; signature: string }]
  const header = readJsonObject(base64urlDecode(signature.protected))
  const changed = base64url(utf8(JSON.stringify(change({ ...header }))))
  return utf8(JSON.stringify({ payload: '{}', signatures: [{ ...signature, protected: changed }] }))
}

describe('official sealed credentials', () => {
  for (const name of sealed) {
    test(
      `${name}: the seal holds, and not after any change of the content`,
      { skip: unlessPresent(`${samples}/${name}`) },
      async () => {
        const bytes = readFileSync(reference(`${samples}/${name}`))
        const file = readJades(bytes)
        for (const { proof, header } of file.signatures) {
          assert.equal(proof.level, 'B-B')
          const key = leafKeyOf(header.chain)
          assert.deepEqual(await proof.verify(key), { holds: true })
          const other = await proof.verify(rsa.publicKey)
          assert.equal(other.holds, false)
        }
        const text = utf8Decode(bytes)
        const start = text.indexOf('"payload"') + 12
        const end = start + JSON.stringify(file.payload).length - 3
        const step = Math.max(1, Math.floor((end - start) / 40))
        let compared = 0
        for (let at = start; at < end; at += step) {
          const letter = text[at] ?? ''
          // An escape may be written in other ways that mean the same text; those are not changes of the content.
          if (!/[A-Za-z0-9 ]/.test(letter) || text[at - 1] === '\\') continue
          const changed = text.slice(0, at) + (letter === 'x' ? 'y' : 'x') + text.slice(at + 1)
          for (const { proof, header } of readJades(utf8(changed)).signatures) {
            const answer = await proof.verify(leafKeyOf(header.chain))
            assert.equal(answer.holds, false, `changed at ${at}`)
          }
          compared++
        }
        assert.ok(compared > 3)
      },
    )
  }
})

describe('a seal of our own', () => {
  for (const [algorithm, pair] of [
    ['ES256', p256],
    ['ES384', p384],
    ['RS256', rsa],
    ['PS256', rsa],
  ] as const) {
    for (const signingTime of ['iat', 'sigT'] as const) {
      test(`${algorithm} with ${signingTime} is read back and holds`, async () => {
        const text = await sealJades('{"name":"Zoë \\"Z\\" 学"}', signerOf(algorithm, pair), {
          now,
          signingTime,
        })
        assert.ok(text.startsWith('{"payload"'))
        const { payload, signatures } = readJades(utf8(text))
        assert.equal(payload, '{"name":"Zoë \\"Z\\" 学"}')
        const [signature] = signatures
        assert.equal(signature?.proof.level, 'B-B')
        assert.equal(signature?.proof.suite, `JAdES ${algorithm}`)
        assert.equal(signature?.proof.signedAt?.toISOString(), '2027-03-01T09:00:00.000Z')
        assert.equal(signature?.header.chain.length, 2)
        assert.deepEqual(await signature?.proof.verify(pair.publicKey), { holds: true })
      })
    }
  }

  test('a key that cannot have made it is named as such', async () => {
    const text = await sealJades('{}', signerOf('ES256', p256), { now, signingTime: 'iat' })
    const answer = await readJades(utf8(text)).signatures[0]?.proof.verify(p384.publicKey)
    assert.equal(answer?.holds === false && answer.code, 'signature.algorithm')
  })

  test('a key without certificate, or one that makes no seals, is refused', async () => {
    const bare = { ...signerOf('ES256', p256), certificates: [] }
    await assert.rejects(
      sealJades('{}', bare, { now, signingTime: 'iat' }),
      refusedWith('jades.no-certificate'),
    )
    const edDsa = signerOf('EdDSA', p256)
    await assert.rejects(
      sealJades('{}', edDsa, { now, signingTime: 'iat' }),
      refusedWith('jades.algorithm'),
    )
  })

  test('after any single-byte change it is refused, does not hold, or says the same', async () => {
    const payload = '{"a":"ü","b":[1,2]}'
    const bytes = utf8(
      await sealJades(payload, signerOf('ES256', p256), { now, signingTime: 'sigT' }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const changed = bytes.slice()
          changed[at] = (changed[at] ?? 0) ^ flip
          let file
          try {
            file = readJades(changed)
          } catch (error) {
            assert.ok(error instanceof Refused)
            return
          }
          const answers = await Promise.all(
            file.signatures.map(({ proof }) => proof.verify(p256.publicKey)),
          )
          if (answers.every((answer) => answer.holds)) assert.equal(file.payload, payload)
        },
      ),
      { numRuns: 400 },
    )
  })
})

const elsewhere = {
  mId: 'http://uri.etsi.org/19182/ObjectIdByURI',
  pars: ['https://uni.example/1'],
}

describe('the signed header', () => {
  const faults: readonly [
    string,
    string,
    (header: Record<string, unknown>) => Record<string, unknown>,
  ][] = [
    ['no algorithm', 'jose.header', (header) => without(header, 'alg')],
    ['alg none', 'jose.algorithm', (header) => ({ ...header, alg: 'none' })],
    ['alg HS256', 'jose.algorithm', (header) => ({ ...header, alg: 'HS256' })],
    [
      'b64 not in it, so that the content would be encoded',
      'base64.letter',
      (header) => ({ ...without(header, 'b64'), crit: undefined }),
    ],
    ['b64 as text', 'jose.b64', (header) => ({ ...header, b64: 'false' })],
    [
      'b64 not critical',
      'jose.b64',
      (header) => ({ ...header, crit: ['sigT'], sigT: '2027-03-01T09:00:00Z', iat: undefined }),
    ],
    ['no crit', 'jose.b64', (header) => without(header, 'crit')],
    ['empty crit', 'jose.critical', (header) => ({ ...header, crit: [] })],
    [
      'unknown critical parameter',
      'jose.critical',
      (header) => ({ ...header, crit: ['b64', 'exp'], exp: 1 }),
    ],
    ['critical but absent', 'jose.critical', (header) => ({ ...header, crit: ['b64', 'sigT'] })],
    ['critical twice', 'jose.critical', (header) => ({ ...header, crit: ['b64', 'b64'] })],
    [
      'iat and sigT',
      'jades.signing-time',
      (header) => ({ ...header, sigT: '2027-03-01T09:00:00Z' }),
    ],
    ['iat as text', 'jose.date', (header) => ({ ...header, iat: '1' })],
    ['iat with fractions', 'jose.date', (header) => ({ ...header, iat: 1.5 })],
    [
      'sigT without zone',
      'jades.signing-time',
      (header) => ({ ...without(header, 'iat'), sigT: '2027-03-01T09:00:00' }),
    ],
    [
      'sigT with offset',
      'jades.signing-time',
      (header) => ({ ...without(header, 'iat'), sigT: '2027-03-01T09:00:00+01:00' }),
    ],
    [
      'sigT on 31 April',
      'jades.signing-time',
      (header) => ({ ...without(header, 'iat'), sigT: '2027-04-31T09:00:00Z' }),
    ],
    [
      'content elsewhere',
      'jades.detached',
      (header) => ({ ...without(header, 'cty'), sigD: elsewhere }),
    ],
    ['content elsewhere and here', 'jades.type', (header) => ({ ...header, sigD: elsewhere })],
    ['content nowhere', 'jades.sigd', (header) => ({ ...without(header, 'cty'), sigD: {} })],
    ['content by name alone', 'jades.sigd', (header) => ({ ...without(header, 'cty'), sigD: 'x' })],
    [
      'content elsewhere by an unknown hash',
      'jades.sigd',
      (header) => ({
        ...without(header, 'cty'),
        sigD: { mId: `${elsewhere.mId}Hash`, hashM: 'MD5' },
      }),
    ],
    ['typ JWT', 'jades.type', (header) => ({ ...header, typ: 'JWT' })],
    ['no certificates', 'jades.no-certificate', (header) => without(header, 'x5c')],
    ['empty x5c', 'jose.x5c', (header) => ({ ...header, x5c: [] })],
    ['x5c with white space', 'base64.length', (header) => ({ ...header, x5c: [' bGVhZg=='] })],
    [
      'thumbprint of another certificate',
      'jose.x5t',
      (header) => ({ ...header, x5c: ['MCBvdGhlcg=='] }),
    ],
    ['short thumbprint', 'jose.x5t', (header) => ({ ...header, 'x5t#S256': 'AAAA' })],
    ['thumbprint by SHA-1', 'jades.thumbprint', (header) => ({ ...header, x5t: 'AAAA' })],
    [
      'thumbprint by an unknown hash',
      'jades.thumbprint',
      (header) => ({ ...header, 'x5t#o': { digAlg: 'S1', digVal: '' } }),
    ],
    [
      'another thumbprint that is none',
      'jades.thumbprint',
      (header) => ({ ...header, 'x5t#o': 'S256' }),
    ],
    ['no thumbprint in a list', 'jades.thumbprint', (header) => ({ ...header, sigX5ts: [] })],
    [
      'another certificate first in a list',
      'jades.thumbprint',
      (header) => ({ ...header, sigX5ts: [{ digAlg: 'S512', digVal: 'AAAA' }] }),
    ],
    ['typ as list', 'jose.typ', (header) => ({ ...header, typ: ['JOSE'] })],
    ['too many certificates', 'jose.x5c', (header) => ({ ...header, x5c: Array(7).fill('AAAA') })],
  ]
  for (const [name, code, change] of faults) {
    test(`${name}: refused`, async () => {
      const bytes = await sealedWith(change)
      assert.throws(() => readJades(bytes), refusedWith(code))
    })
  }

  test('without thumbprint or time no level is claimed', async () => {
    const first = readJades(await sealedWith((header) => without(header, 'x5t#S256')))
    assert.equal(first.signatures[0]?.proof.level, undefined)
    const second = readJades(await sealedWith((header) => without(header, 'iat')))
    assert.equal(second.signatures[0]?.proof.level, undefined)
  })
})

describe('the file around it', () => {
  const faults: readonly [string, string, string][] = [
    [
      'another member',
      'jose.member',
      '{"payload":"{}","signatures":[{"protected":"","signature":""}],"header":{}}',
    ],
    ['no signature', 'jose.form', '{"payload":"{}","signatures":[]}'],
    ['content as object', 'jose.form', '{"payload":{},"signatures":[{}]}'],
    ['content twice', 'json.duplicate-member', '{"payload":"{}","payload":"{}","signatures":[]}'],
    [
      'member beside the signature',
      'jose.member',
      '{"payload":"{}","signatures":[{"protected":"","signature":"","x":1}]}',
    ],
    [
      'too many signatures',
      'jose.too-long',
      `{"payload":"{}","signatures":[${Array(9).fill('{}').join()}]}`,
    ],
  ]
  for (const [name, code, text] of faults) {
    test(`${name}: refused`, () => assert.throws(() => readJades(utf8(text)), refusedWith(code)))
  }

  async function besides(header: unknown): Promise<Uint8Array> {
    const file = readJsonObject(
      await sealJades('{}', signerOf('ES256', p256), { now, signingTime: 'iat' }),
    )
    const [signature] = file['signatures'] as unknown as [object]
    return utf8(JSON.stringify({ ...file, signatures: [{ ...signature, header }] }))
  }

  test('unsigned properties are one list of one kind', async () => {
    for (const etsiU of [['e30'], [{ sigTst: {} }, {}]]) {
      const [signature] = readJades(await besides({ etsiU })).signatures
      assert.deepEqual(signature?.etsiU, etsiU)
    }
    for (const etsiU of [['e30', {}], [], 'e30', [1]]) {
      const bytes = await besides({ etsiU })
      assert.throws(() => readJades(bytes), refusedWith('jades.unsigned'), JSON.stringify(etsiU))
    }
  })

  test('a stranger beside the unsigned properties is refused', async () => {
    const stranger = await besides({ note: 'none' })
    assert.throws(() => readJades(stranger), refusedWith('jades.unsigned'))
    const key = await besides({ alg: 'none' })
    assert.throws(() => readJades(key), refusedWith('jose.unprotected'))
  })
})
