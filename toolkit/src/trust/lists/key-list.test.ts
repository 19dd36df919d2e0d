import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { limits } from '../../limits.ts'
import { utf8 } from '../../read/utf8.ts'
import { Refused } from '../../refusal.ts'
import { generateKeyPair } from '../../seal/keys/generate.ts'
import { publicPartOf } from '../../seal/keys/key-kind.ts'
import { didKeyFrom } from '../did/did-key.ts'
import { maySayWithdrawn } from '../known.ts'
import type { TrustList } from '../trust.ts'
import { readTrustList } from './index.ts'

const strangerKey = publicPartOf(await generateKeyPair('Ed25519'))
const issuers = [
  { id: 'did:web:a.example', name: 'A' },
  { id: 'did:web:b.example', sealCertificateSubjectOrganizationIdentifier: 'VATES-B' },
]

async function read(more: object = {}): Promise<TrustList> {
  return readTrustList(utf8(JSON.stringify({ x509Anchors: [], issuers, ...more })), 'list')
}

describe('a plain list of keys', () => {
  it('says with which algorithms they are believed, of those that are known here', async () => {
    assert.equal((await read()).algorithms, undefined)
    const { algorithms } = await read({ allowedAlgs: ['ES256', 'Ed25519', 'HS256', 'constructor'] })
    assert.deepEqual(algorithms, ['ES256', 'EdDSA'])
    assert.deepEqual((await read({ allowedAlgs: [] })).algorithms, [])
  })

  it('says whose lists of what was withdrawn are believed', async () => {
    const may = async (names: readonly string[] | undefined, issuer: string) =>
      maySayWithdrawn([await read({ statusListIssuers: names })], [issuer])
    assert.ok(await may(undefined, 'did:web:a.example'))
    assert.ok(await may(['did:web:a.example'], 'did:web:a.example'))
    assert.ok(!(await may(['did:web:a.example'], 'did:web:b.example')))
    // By any of its names; and of issuers the list does not know it says nothing.
    assert.ok(await may(['VATES-B'], 'https://b.example'))
    assert.ok(!(await may([], 'VATES-B')))
    assert.ok(await may([], 'did:web:c.example'))
  })

  it('names issuers by their keys as JWK or as Multikey, with the names that go with them', async () => {
    const { did, method } = didKeyFrom(strangerKey)
    const multikey = did.slice('did:key:'.length)
    const [jwk, multi] = (
      await read({
        issuers: [
          { id: 'did:web:c.example', keys: [strangerKey] },
          { id: did, name: 'D', multikey },
        ],
      })
    ).issuers
    assert.deepEqual(jwk?.keys, [strangerKey])
    assert.deepEqual([jwk?.name, jwk?.alsoKnownAs], ['did:web:c.example', ['https://c.example']])
    assert.deepEqual(multi?.keys, [{ ...strangerKey, kid: method }])
    assert.deepEqual([multi?.name, multi?.alsoKnownAs], ['D', []])
  })

  it('is refused when an issuer has no id, or an anchor is no certificate', async () => {
    const cases: readonly (readonly [object, RegExp])[] = [
      [{ issuers: [{ name: 'A' }] }, /^list issuers\[0\]: An issuer needs an id/],
      [{ issuers: ['did:web:a.example'] }, /^list issuers\[0\]: An issuer needs an id/],
      [{ x509Anchors: [7] }, /^list x509Anchors\[0\]/],
      [{ x509Anchors: ['MAA='] }, /^list x509Anchors\[0\]/],
    ]
    for (const [more, message] of cases)
      await assert.rejects(
        read(more),
        (error) => error instanceof Refused && message.test(error.message),
      )
  })

  it('is refused when it is larger than any list, or of no kind that is known', async () => {
    const bytes = (value: string) => readTrustList(utf8(value), 'list')
    await assert.rejects(bytes(' '.repeat(limits.resource + 1)), /The trust list is too large/)
    await assert.rejects(bytes('{"lists":[]}'), /This is not a trust list Tessera knows/)
  })

  it('is refused when what limits it cannot be read', async () => {
    const limiting: readonly object[] = [
      { allowedAlgs: 'ES256' },
      { allowedAlgs: [1] },
      { statusListIssuers: {} },
    ]
    for (const limit of limiting)
      await assert.rejects(
        read(limit),
        (error) => error instanceof Refused && error.refusals[0]?.code === 'trust-list.shape',
      )
  })
})
