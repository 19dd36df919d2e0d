import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { type PublicJwk, sign } from '#machine'
import { canonicalJson } from '../../canonical-json.ts'
import { base64url } from '../../read/base64.ts'
import { isObject, type JsonObject, listOf, readJson, readJsonObject } from '../../read/json.ts'
import { multikeyToJwk } from '../../read/multibase.ts'
import { base58, base58Decode } from '../../read/base58.ts'
import { reference, unlessPresent } from '../../reference.ts'
import { limits } from '../../limits.ts'
import { attempt } from '../../refusal.ts'
import { bundledContexts, type Contexts } from '../json-ld/contexts.ts'
import { toCanonicalQuads } from '../json-ld/quads.ts'
import { proofsOf, sealDocument, withoutProof } from './index.ts'
import { hashData } from './suites.ts'

const vectors = 'vc/w3c/vc-di-eddsa'
const skip = unlessPresent(vectors)
const examples = 'https://www.w3.org/ns/credentials/examples/v2'

/** The W3C vectors speak of alumni in the words of the example context, which no real credential may use. */
const withExamples: Contexts = {
  has: (url) => url === examples || bundledContexts.has(url),
  get: (url) =>
    url === examples
      ? readJsonObject(
          readFileSync(reference('vc/contexts/www.w3.org_ns_credentials_examples_v2.jsonld')),
        )
      : bundledContexts.get(url),
}

const text = (path: string) => readFileSync(reference(`${vectors}/${path}`), 'utf8')
const json = (path: string) => readJsonObject(text(path))
const hex = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** did:key carries the key in its fragment. */
function keyOf(proof: { key: { kind: string; url?: string } }): PublicJwk {
  return multikeyToJwk(proof.key.url?.split('#')[1] ?? '')
}

async function verdicts(document: JsonObject, contexts: Contexts = bundledContexts) {
  return Promise.all(proofsOf(document, '$', contexts).map((proof) => proof.verify(keyOf(proof))))
}

describe('the vectors of W3C Data Integrity EdDSA', { skip }, () => {
  test('eddsa-rdfc-2022 gives the published canonical forms, hashes and signature', async () => {
    const signed = json('eddsa-rdfc-2022/signedDataInt.json')
    const config = json('eddsa-rdfc-2022/proofConfigDataInt.json')
    const document = await toCanonicalQuads(withoutProof(signed), '$', withExamples)
    const options = await toCanonicalQuads(config, '$', withExamples)
    assert.equal(document, text('eddsa-rdfc-2022/canonDocDataInt.txt'))
    assert.equal(options, text('eddsa-rdfc-2022/proofCanonDataInt.txt'))
    assert.equal(
      hex(hashData('EdDSA', options, document)),
      text('eddsa-rdfc-2022/combinedHashDataInt.txt').trim(),
    )
    const { privateKeyMultibase, publicKeyMultibase } = json('keyPair.json')
    const d = base64url(base58Decode(String(privateKeyMultibase).slice(1)).subarray(2))
    const key = { ...multikeyToJwk(String(publicKeyMultibase)), d }
    const signature = await sign('EdDSA', key, hashData('EdDSA', options, document))
    assert.equal(hex(signature), text('eddsa-rdfc-2022/sigHexDataInt.txt').trim())
    assert.equal(`z${base58(signature)}`, text('eddsa-rdfc-2022/sigBTC58DataInt.txt').trim())
  })

  test('Ed25519Signature2020 gives the published canonical forms and hashes', async () => {
    const signed = json('Ed25519Signature2020/signedEdSig.json')
    const document = await toCanonicalQuads(withoutProof(signed), '$', withExamples)
    const options = await toCanonicalQuads(
      json('Ed25519Signature2020/proofConfigEdSig.json'),
      '$',
      withExamples,
    )
    assert.equal(document, text('Ed25519Signature2020/canonDocEdSig.txt'))
    assert.equal(options, text('Ed25519Signature2020/proofCanonEdSig.txt'))
    assert.equal(
      hex(hashData('EdDSA', options, document)),
      text('Ed25519Signature2020/combinedHashEdSig.txt').trim(),
    )
  })

  test('eddsa-jcs-2022 gives the published canonical forms and hashes', () => {
    const document = canonicalJson(withoutProof(json('eddsa-jcs-2022/signedJCS.json')))
    const options = canonicalJson(json('eddsa-jcs-2022/proofConfigJCS.json'))
    assert.equal(document, text('eddsa-jcs-2022/canonDocJCS.txt'))
    assert.equal(options, text('eddsa-jcs-2022/proofCanonJCS.txt'))
    assert.equal(
      hex(hashData('EdDSA', options, document)),
      text('eddsa-jcs-2022/combinedHashJCS.txt').trim(),
    )
  })

  for (const path of [
    'eddsa-rdfc-2022/signedDataInt.json',
    'eddsa-jcs-2022/signedJCS.json',
    'Ed25519Signature2020/signedEdSig.json',
    'proof-set-chain/signedProofSet1.json',
    'proof-set-chain/signedProofSet2.json',
    'proof-set-chain/signedProofChain1.json',
    'proof-set-chain/signedProofChain2.json',
  ]) {
    test(`${path} holds, and does not after any change`, async () => {
      const signed = json(path)
      const good = await verdicts(signed, withExamples)
      assert.ok(good.length > 0 && good.every(({ holds }) => holds), JSON.stringify(good))
      const changed = await verdicts({ ...signed, name: 'Another Credential' }, withExamples)
      assert.ok(changed.every(({ holds }) => !holds))
    })
  }
})

test(
  'ECDSA proofs of P-256 and P-384 are checked too',
  { skip: unlessPresent('vc/w3c/vc-di-ecdsa') },
  async () => {
    let seen = 0
    for (const path of [
      'ecdsa-rdfc-2019-p256/signedECDSAP256.json',
      'ecdsa-rdfc-2019-p384/signedECDSAP384.json',
      'ecdsa-jcs-2019-p256/signedJCSECDSAP256.json',
      'ecdsa-jcs-2019-p384/signedJCSECDSAP384.json',
    ]) {
      const file = reference(`vc/w3c/vc-di-ecdsa/${path}`)
      const signed = readJsonObject(readFileSync(file))
      const answers = await verdicts(signed, withExamples)
      assert.ok(
        answers.length > 0 && answers.every(({ holds }) => holds),
        `${path} ${JSON.stringify(answers)}`,
      )
      seen++
    }
    assert.equal(seen, 4)
  },
)

interface Vector {
  readonly id: string
  readonly class: string
  readonly kind: string
  readonly input: JsonObject | string
  readonly expect: { readonly verdict: string }
}

test(
  'of our own attacks none holds, and every control does',
  { skip: unlessPresent('security/own/data-integrity.json') },
  async () => {
    const cases = JSON.parse(
      readFileSync(reference('security/own/data-integrity.json'), 'utf8'),
    ) as Vector[]
    const trust = readJsonObject(readFileSync(reference('security/own/trust.json')))
    const keys = new Map(
      listOf(trust['issuers']).flatMap((issuer) =>
        isObject(issuer)
          ? listOf(issuer['keys']).map(
              (key) => [String((key as JsonObject)['kid']), key as unknown as PublicJwk] as const,
            )
          : [],
      ),
    )
    // These are about the issuer, the clock, the receiver or the whole document: other checks see them.
    const elsewhere =
      /vm-attacker|vm-other|created-future|expires-past|proof-purpose|^vp-|proof-missing|empty-array|proof-nested|set-foreign-first|context-first-not-vc/
    for (const { id, class: name, kind, input, expect } of cases.filter(
      (one) => !elsewhere.test(one.class),
    )) {
      const answer = await attempt(async () => {
        const document = kind === 'vc-di-text' ? readJson(String(input)) : input
        const answers = await Promise.all(
          proofsOf(document as JsonObject).map((proof) => {
            const url = proof.key.kind === 'method' ? proof.key.url : ''
            const key =
              keys.get(url) ??
              (url.startsWith('did:key:') ? multikeyToJwk(url.split('#')[1] ?? '') : undefined)
            return key === undefined
              ? { holds: false }
              : proof.verify({
                  kty: key.kty,
                  crv: key.crv ?? '',
                  x: key.x ?? '',
                  ...(key.y === undefined ? {} : { y: key.y }),
                })
          }),
        )
        return answers.length > 0 && answers.every(({ holds }) => holds)
      })
      const holds = answer.ok && answer.value
      assert.equal(holds, expect.verdict === 'valid', `${id} ${name} ${JSON.stringify(answer)}`)
    }
  },
)

test('a proof of an unknown kind is neither good nor broken', async () => {
  const document = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    proof: {
      type: 'DataIntegrityProof',
      cryptosuite: 'bbs-2023',
      proofPurpose: 'assertionMethod',
      verificationMethod: 'did:web:uni.example#k',
      proofValue: 'uAAAA',
    },
  }
  const [answer] = await Promise.all(
    proofsOf(document).map((proof) => proof.verify({ kty: 'OKP' })),
  )
  assert.deepEqual(answer?.holds === false && [answer.undecided, answer.code], [
    true,
    'proof.unsupported-suite',
  ])
})

test('a proof of a kind nobody registered is no proof', async () => {
  const common = {
    proofPurpose: 'assertionMethod',
    verificationMethod: 'did:web:uni.example#k',
    proofValue: `z${'1'.repeat(64)}`,
  }
  const codeOf = async (kind: { readonly [name: string]: string }) => {
    const answer = await attempt(() => proofsOf({ proof: { ...common, ...kind } }))
    return answer.ok ? 'read' : answer.refusals[0]?.code
  }
  const cases: readonly (readonly [{ readonly [name: string]: string }, string])[] = [
    [{ type: 'DataIntegrityProof', cryptosuite: 'none' }, 'proof.unregistered-suite'],
    [{ type: 'SomeProofType' }, 'proof.unregistered-suite'],
    // A cryptosuite is no proof type, and the other way round.
    [{ type: 'eddsa-rdfc-2022' }, 'proof.unregistered-suite'],
    [{ type: 'bbs-2023' }, 'proof.unregistered-suite'],
    [
      { type: 'DataIntegrityProof', cryptosuite: 'Ed25519Signature2020' },
      'proof.unregistered-suite',
    ],
    [
      { type: 'DataIntegrityProof', cryptosuite: 'JsonWebSignature2020' },
      'proof.unregistered-suite',
    ],
    [{ type: 'DataIntegrityProof', cryptosuite: 'ecdsa-sd-2023' }, 'read'],
    [{ type: 'Ed25519Signature2018' }, 'read'],
    [{ type: 'JsonWebSignature2020' }, 'read'],
    [{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' }, 'read'],
  ]
  for (const [kind, code] of cases) assert.equal(await codeOf(kind), code, JSON.stringify(kind))
})

test('a value no key of the suite makes is refused before any key is sought', async () => {
  for (const [cryptosuite, length, code] of [
    ['eddsa-rdfc-2022', 1, 'proof.value'],
    ['eddsa-jcs-2022', 63, 'proof.value'],
    ['ecdsa-rdfc-2019', 65, 'proof.value'],
    ['ecdsa-rdfc-2019', 96, 'read'],
    ['eddsa-rdfc-2022', 96, 'proof.value'],
  ] as const) {
    const proof = {
      type: 'DataIntegrityProof',
      cryptosuite,
      proofPurpose: 'assertionMethod',
      verificationMethod: 'did:web:uni.example#k',
      // In base58 a 1 is a zero byte.
      proofValue: `z${'1'.repeat(length)}`,
    }
    const answer = await attempt(() => proofsOf({ proof }))
    assert.equal(answer.ok ? 'read' : answer.refusals[0]?.code, code, `${cryptosuite} ${length}`)
  }
})

test('sealing needs an Ed25519 key with an address', async () => {
  const signer = {
    algorithm: 'ES256',
    publicKey: { kty: 'EC' },
    certificates: [],
    sign: async () => new Uint8Array(64),
  } as const
  const answer = await attempt(() =>
    sealDocument({ '@context': 'https://www.w3.org/ns/credentials/v2' }, signer, {
      created: new Date(0),
    }),
  )
  assert.equal(!answer.ok && answer.refusals[0]?.code, 'seal.key')
})

const sealed: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  issuer: 'did:web:uni.example',
}
const shape: JsonObject = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  verificationMethod: 'did:web:uni.example#key-1',
  proofPurpose: 'assertionMethod',
  proofValue: `z${base58(new Uint8Array(64))}`,
}

test('a proof whose members are not what they must be is refused', async () => {
  const { proofPurpose: _, ...purposeless } = shape
  for (const [proof, code] of [
    [purposeless, 'proof.shape'],
    [{ ...shape, domain: ['a', 5] }, 'proof.shape'],
    [{ ...shape, domain: 5 }, 'proof.shape'],
    [{ ...shape, previousProof: 5 }, 'proof.shape'],
    [{ ...shape, previousProof: 'urn:none' }, 'proof.previous-missing'],
    [Array.from({ length: 9 }, () => shape), 'proof.too-many'],
  ] as const) {
    const answer = await attempt(() => proofsOf({ ...sealed, proof } as JsonObject))
    assert.equal(!answer.ok && answer.refusals[0]?.code, code, JSON.stringify(proof))
  }
})

test('a proof says what it was made for and until when', () => {
  const more = { domain: 'https://a.example', challenge: 'c', expires: '2030-01-01T00:00:00Z' }
  const [proof] = proofsOf({ ...sealed, proof: { ...shape, ...more } })
  assert.deepEqual(
    [proof?.domain, proof?.challenge, proof?.expiresAt?.getUTCFullYear()],
    ['https://a.example', 'c', 2030],
  )
  const domainOf = (domain: readonly string[]) =>
    proofsOf({ ...sealed, proof: { ...shape, domain } })[0]?.domain
  assert.equal(domainOf(['https://a.example']), 'https://a.example')
  assert.equal(domainOf(['https://a.example', 'https://b.example']), undefined)
})

test('a document beyond the budgets is neither good nor broken', async () => {
  const [proof] = proofsOf({
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: 'did:web:uni.example',
    credentialSubject: Array.from({ length: limits.rdf.quads }, (_, i) => ({
      id: `urn:x:${i}`,
      name: 'x',
    })),
    proof: shape,
  })
  const answer = await proof?.verify({ kty: 'OKP', crv: 'Ed25519', x: '' })
  assert.ok(answer?.holds === false && answer.undecided)
  assert.equal(answer.code, 'json-ld.too-complex')
})

test('a proof of an unknown kind without a method is one of the issuer', () => {
  const [proof] = proofsOf({
    ...sealed,
    proof: { type: 'RsaSignature2018', proofPurpose: 'assertionMethod', proofValue: 'z1' },
  })
  assert.deepEqual(proof?.key, { kind: 'issuer' })
})

test('a fault of our own passes through a check of a proof', async () => {
  const broken: Contexts = {
    has: () => true,
    get: () => {
      throw new RangeError('broken')
    },
  }
  const [proof] = proofsOf({ ...sealed, proof: shape }, '$', broken)
  const key: PublicJwk = { kty: 'OKP', crv: 'Ed25519', x: '' }
  await assert.rejects(async () => proof?.verify(key), RangeError)
})
