import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { PublicJwk } from '#machine'
import { limits } from '../../limits.ts'
import { base58 } from '../../read/base58.ts'
import type { JsonObject } from '../../read/json.ts'
import { utf8 } from '../../read/utf8.ts'
import { Refused } from '../../refusal.ts'
import { didKeyFrom } from './did-key.ts'
import { didOfAddress, documentUrl } from './did-web.ts'
import {
  type DocumentKey,
  publicKeyOf,
  publicKeysOf,
  readDidDocument,
  writeDidDocument,
} from './document.ts'

const did = 'did:web:uni.example'

function publicKey(kind: 'ed25519' | 'P-256' | 'rsa'): PublicJwk {
  const { publicKey: key } =
    kind === 'ed25519'
      ? generateKeyPairSync('ed25519')
      : kind === 'rsa'
        ? generateKeyPairSync('rsa', { modulusLength: 2048 })
        : generateKeyPairSync('ec', { namedCurve: kind })
  return key.export({ format: 'jwk' }) as unknown as PublicJwk
}

function codeOf(step: () => unknown): string {
  try {
    step()
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0]?.code ?? ''
    throw error
  }
  return 'accepted'
}

describe('did:web', () => {
  it('has its document where the method specification says', () => {
    assert.equal(
      documentUrl('did:web:w3c-ccg.github.io'),
      'https://w3c-ccg.github.io/.well-known/did.json',
    )
    assert.equal(
      documentUrl('did:web:w3c-ccg.github.io:user:alice'),
      'https://w3c-ccg.github.io/user/alice/did.json',
    )
    assert.equal(
      documentUrl('did:web:example.com%3A3000:user:alice'),
      'https://example.com:3000/user/alice/did.json',
    )
    assert.equal(
      documentUrl('did:web:example.com%3A3000#key-1'),
      'https://example.com:3000/.well-known/did.json',
    )
  })

  it('leads nowhere but to a named host and a plain path', () => {
    const bad = [
      '',
      'did:web',
      'did:web:',
      'did:key:z6Mk',
      'did:web:UNI.example',
      'did:web:uni.example:',
      'did:web:uni.example::a',
      'did:web:uni.example:..:a',
      'did:web:uni.example:%2e%2e',
      'did:web:uni.example:%2E%2E',
      'did:web:uni.example:a%2Fb',
      'did:web:uni.example:a/b',
      'did:web:uni.example/a',
      'did:web:uni.example?x',
      'did:web:user@uni.example',
      'did:web:uni.example%3A',
      'did:web:uni.example%3A0',
      'did:web:uni.example%3A70000',
      'did:web:uni.example%3A80%3A80',
      'did:web:uni.example%3a80',
      'did:web:127.0.0.1',
      'did:web:2130706433',
      'did:web:0x7f.1',
      'did:web:0x7f000001',
      'did:web:127.0.0.0x1',
      'did:web:[::1]',
      'did:web:-a.example',
      'did:web:ünï.example',
      'did:web:uni..example',
      'did:web:uni.example:a\n',
      'did:web:uni.example:%00',
      `did:web:${'a'.repeat(64)}.example`,
      `did:web:uni.example:${'a'.repeat(2000)}`,
    ]
    for (const text of bad)
      assert.equal(
        codeOf(() => documentUrl(text)),
        'did.web',
        text,
      )
  })

  it('never names another host than its own, whatever it is made of', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'ab.:%3A2F/@#?[]-\\ 1'), maxLength: 20 })
    fc.assert(
      fc.property(letters, (text) => {
        if (codeOf(() => documentUrl(`did:web:${text}`)) !== 'accepted') return
        const url = new URL(documentUrl(`did:web:${text}`))
        const [host] = (text.split('#')[0] ?? '').split(':')
        assert.equal(url.protocol, 'https:')
        assert.equal(url.hostname, (host ?? '').split('%3A')[0])
        assert.equal(url.username + url.search + url.hash, '')
        assert.ok(url.pathname.endsWith('/did.json'))
      }),
      { numRuns: 2000 },
    )
  })

  it('is found from the address of an issuer and back', () => {
    assert.equal(didOfAddress('https://uni.example'), did)
    assert.equal(
      didOfAddress('https://uni.example:8443/credentials/'),
      'did:web:uni.example%3A8443:credentials',
    )
    for (const bad of [
      'http://uni.example',
      'https://uni.example/?a',
      'https://u@uni.example',
      'https://127.0.0.1',
      'uni.example',
    ]) {
      assert.equal(
        codeOf(() => didOfAddress(bad)),
        'did.web',
        bad,
      )
    }
  })
})

const organisation = {
  id: did,
  legalName: { en: 'University of Nowhere' },
  identifiers: [
    { scheme: 'ror', value: '012345678' },
    { scheme: 'eidas', value: 'VATES-A00000000' },
  ] as const,
  homepage: 'https://uni.example',
  qualityAssurance: [],
}
const keys: readonly DocumentKey[] = [
  { fragment: 'proof-2', key: publicKey('ed25519'), certificates: [] },
  { fragment: 'proof-1', key: publicKey('ed25519'), certificates: [], retired: true },
  { fragment: 'seal-2', key: publicKey('P-256'), certificates: [Uint8Array.of(5, 0)] },
  {
    fragment: 'seal-1',
    key: publicKey('rsa'),
    certificates: [],
    revoked: new Date('2026-01-02T03:04:05Z'),
  },
]

function documentOf(changes: Record<string, unknown> = {}): JsonObject {
  return {
    ...writeDidDocument(did, { ...organisation, identifiers: [...organisation.identifiers] }, keys),
    ...changes,
  } as JsonObject
}

describe('the DID document of an issuer', () => {
  it('lists its keys by name and keeps the retired ones', () => {
    const document = documentOf()
    assert.deepEqual(document['assertionMethod'], [
      `${did}#proof-2`,
      `${did}#proof-1`,
      `${did}#seal-2`,
    ])
    assert.deepEqual(document['authentication'], [`${did}#proof-2`, `${did}#seal-2`])
    assert.deepEqual(document['alsoKnownAs'], ['https://uni.example', 'https://ror.org/012345678'])
    assert.ok(!JSON.stringify(document).includes('"d"'))
  })

  it('is read as it was written', () => {
    const document = readDidDocument(utf8(JSON.stringify(documentOf())), did)
    assert.deepEqual(document.alsoKnownAs, ['https://uni.example', 'https://ror.org/012345678'])
    assert.deepEqual(
      document.methods.map(({ id }) => id),
      keys.map(({ fragment }) => `${did}#${fragment}`),
    )
    for (const { fragment, key, certificates, revoked } of keys) {
      const method = document.methods.find(({ id }) => id === `${did}#${fragment}`)
      assert.equal(method?.key?.x ?? method?.key?.n, key.x ?? key.n)
      assert.deepEqual(method?.certificates, certificates)
      assert.deepEqual(method?.revoked, revoked)
    }
    assert.equal(publicKeyOf(document, `${did}#proof-1`, 'assertionMethod').x, keys[1]?.key.x)
    assert.equal(
      codeOf(() => publicKeyOf(document, `${did}#proof-1`, 'authentication')),
      'did.not-listed',
    )
    assert.equal(
      codeOf(() => publicKeyOf(document, `${did}#seal-1`, 'assertionMethod')),
      'did.not-listed',
    )
    assert.equal(publicKeysOf(documentOf(), did, undefined, 'assertionMethod').length, 3)
  })

  it('gives no key that was revoked, even when it is still listed', () => {
    const document = documentOf({ assertionMethod: [`${did}#seal-1`] })
    assert.equal(
      codeOf(() => publicKeyOf(readDidDocument(document, did), `${did}#seal-1`, 'assertionMethod')),
      'did.revoked',
    )
    assert.deepEqual(publicKeysOf(document, did, `${did}#seal-1`, 'assertionMethod'), [])
  })

  it('says when a key ends, and other names of the issuer where there are some', () => {
    const [method] = documentOf()['verificationMethod'] as readonly JsonObject[]
    const ending = documentOf({
      verificationMethod: [{ ...method, expires: '2027-01-01T00:00:00Z' }],
      assertionMethod: [`${did}#proof-2`],
      authentication: [],
    })
    const [listed] = publicKeysOf(ending, did, undefined, 'assertionMethod')
    assert.deepEqual(listed?.expires, new Date('2027-01-01T00:00:00Z'))
    const { homepage: _, ...nameless } = organisation
    const document = writeDidDocument(did, { ...nameless, identifiers: [] }, [])
    assert.equal('alsoKnownAs' in document, false)
  })

  it('may hold a key in place, or name it in short', () => {
    const [method] = documentOf()['verificationMethod'] as readonly JsonObject[]
    const inPlace = documentOf({
      verificationMethod: [],
      assertionMethod: [method ?? null],
      authentication: ['#proof-2'],
    })
    assert.equal(publicKeysOf(inPlace, did, `${did}#proof-2`, 'assertionMethod').length, 1)
    assert.equal(publicKeysOf(inPlace, did, `${did}#proof-2`, 'authentication').length, 1)
    const inShort = documentOf({
      verificationMethod: [{ ...method, id: '#k' }],
      assertionMethod: ['#k'],
      authentication: [],
    })
    assert.equal(publicKeysOf(inShort, did, `${did}#k`, 'assertionMethod').length, 1)
  })

  it('confirms no key that is another’s, not listed for the purpose, or of an unknown kind', () => {
    const [method] = documentOf()['verificationMethod'] as readonly JsonObject[]
    const url = `${did}#proof-2`
    const none = (changes: Record<string, unknown>, at = url): void =>
      assert.deepEqual(publicKeysOf(documentOf(changes), did, at, 'assertionMethod'), [])
    none({ verificationMethod: [{ ...method, controller: 'did:web:other.example' }] })
    none({ assertionMethod: [] })
    none({ assertionMethod: undefined })
    none({ verificationMethod: [] })
    none({ verificationMethod: [{ ...method, type: 'SomethingElse' }] })
    const foreign = 'did:web:other.example#proof-2'
    none({ verificationMethod: [{ ...method, id: foreign }], assertionMethod: [foreign] }, foreign)
  })

  it('holds keys of the older kinds, and says of one that is not known that it is none', () => {
    const key = publicKey('ed25519')
    const multikey = didKeyFrom(key).did.slice('did:key:'.length)
    const raw = Buffer.from(key.x ?? '', 'base64url')
    const url = `${did}#k`
    const found = (method: JsonObject): readonly (string | undefined)[] => {
      const verificationMethod = [{ id: url, controller: did, ...method }]
      const document = documentOf({
        verificationMethod,
        assertionMethod: [url],
        authentication: [],
      })
      return publicKeysOf(document, did, url, 'assertionMethod').map((listed) => listed.key.x)
    }
    const older: readonly JsonObject[] = [
      { type: 'Multikey', publicKeyMultibase: multikey },
      { type: 'Ed25519VerificationKey2020', publicKeyMultibase: multikey },
      { type: 'Ed25519VerificationKey2018', publicKeyBase58: base58(raw) },
    ]
    for (const method of older) assert.deepEqual(found(method), [key.x], JSON.stringify(method))
    const p256 = didKeyFrom(publicKey('P-256')).did.slice('did:key:'.length)
    const broken: readonly JsonObject[] = [
      { type: 'Multikey' },
      { type: 'Ed25519VerificationKey2020' },
      { type: 'Ed25519VerificationKey2020', publicKeyMultibase: p256 },
      { type: 'Ed25519VerificationKey2018' },
      { type: 'Ed25519VerificationKey2018', publicKeyBase58: base58(raw.subarray(1)) },
    ]
    for (const method of broken)
      assert.notEqual(
        codeOf(() => found(method)),
        'accepted',
        JSON.stringify(method),
      )
    // X25519 is for keeping secrets; another key of the document may sign all the same.
    const agreement = { kty: 'OKP', crv: 'X25519', x: key.x ?? '' }
    const method = { type: 'JsonWebKey', publicKeyJwk: agreement }
    assert.deepEqual(found(method), [])
    const document = readDidDocument(
      documentOf({
        verificationMethod: [{ id: url, controller: did, ...method }],
        assertionMethod: [url],
        authentication: [],
      }),
      did,
    )
    assert.equal(
      codeOf(() => publicKeyOf(document, url, 'assertionMethod')),
      'did.key-kind',
    )
  })

  it('calls its keys by its own names for them', () => {
    const url = `${did}#k`
    const called = (kid: string | undefined) => {
      const publicKeyJwk = { ...publicKey('P-256'), ...(kid === undefined ? {} : { kid }) }
      const method = { id: url, type: 'JsonWebKey', controller: did, publicKeyJwk }
      const changes = { verificationMethod: [method], assertionMethod: [url], authentication: [] }
      const document = readDidDocument(
        JSON.parse(JSON.stringify(documentOf(changes))) as JsonObject,
        did,
      )
      return publicKeyOf(document, url, 'assertionMethod').kid
    }
    assert.equal(called(undefined), url)
    assert.equal(called(url), url)
    assert.equal(called('1'), '1')
  })

  it('is refused when it is another’s, ambiguous or broken', () => {
    const [method] = documentOf()['verificationMethod'] as readonly JsonObject[]
    const secret = {
      id: '#s',
      type: 'JsonWebKey',
      controller: did,
      publicKeyJwk: { ...publicKey('P-256'), d: 'AA' } as unknown as JsonObject,
    }
    const withChain = {
      id: '#c',
      type: 'JsonWebKey',
      controller: did,
      publicKeyJwk: { ...publicKey('P-256'), x5c: [7] },
    }
    const bad: readonly (readonly [Record<string, unknown>, string])[] = [
      [{ id: 'did:web:other.example' }, 'did.document'],
      [{ id: undefined }, 'did.document'],
      [{ verificationMethod: [method, method] }, 'did.document'],
      [{ assertionMethod: [method] }, 'did.document'],
      [{ verificationMethod: ['text'] }, 'did.document'],
      [{ verificationMethod: [{ ...method, id: undefined }] }, 'did.document'],
      [{ verificationMethod: [{ ...method, controller: undefined }] }, 'did.document'],
      [{ verificationMethod: [withChain] }, 'did.document'],
      [{ verificationMethod: [{ ...method, revoked: 'soon' }] }, 'did.document'],
      [{ verificationMethod: [{ ...method, publicKeyJwk: publicKey('P-256') }] }, 'did.document'],
      [{ verificationMethod: [secret] }, 'jwk.private'],
    ]
    for (const [changes, code] of bad) {
      const document = JSON.parse(JSON.stringify(documentOf(changes))) as JsonObject
      assert.equal(
        codeOf(() => readDidDocument(document, did)),
        code,
        JSON.stringify(changes).slice(0, 80),
      )
    }
    const long = utf8(`{"id":"${did}"}`.padEnd(limits.didDocument + 1))
    assert.equal(
      codeOf(() => readDidDocument(long, did)),
      'did.document',
    )
    assert.equal(
      codeOf(() => readDidDocument(utf8('{"id":1,"id":2}'), did)),
      'json.duplicate-member',
    )
    assert.equal(
      codeOf(() => writeDidDocument('did:web:127.0.0.1', { ...organisation, identifiers: [] }, [])),
      'did.web',
    )
    assert.equal(
      codeOf(() =>
        writeDidDocument(did, { ...organisation, identifiers: [] }, [
          { fragment: 'a#b', key: publicKey('P-256'), certificates: [] },
        ]),
      ),
      'did.key-name',
    )
  })
})
