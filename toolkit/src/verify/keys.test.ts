import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Algorithm, PublicJwk } from '#machine'
import { base64url } from '../read/base64.ts'
import { jwkToMultikey } from '../read/multibase.ts'
import { utf8, utf8Decode } from '../read/utf8.ts'
import type { KeyReference } from '../seal/proof.ts'
import { noResolver, type Resolver } from '../trust/resolver.ts'
import { byMethod, bySeal, open, others, own, said, search } from './example-search.ts'
import * as world from './example-world.ts'
import { keysOf } from './keys.ts'

const { uni, method, legal, uniKey, stranger, strangerKey, strangerMethod, list, listing } = world

describe('a key of a did:web', () => {
  it('is the issuer’s when its document lists it for issuing', async () => {
    assert.equal(await said(byMethod(method), { id: uni }), own)
    const { ownership } = await search(byMethod(method), { id: uni, identifiers: [legal] })
    assert.deepEqual(ownership.confirmed, [uni])
  })

  it('is not when the document does not list it, or only for opening doors', async () => {
    const none = 'failed issuer-key.not-listed, 0 keys'
    assert.equal(await said(byMethod(`${uni}#key-2`), { id: uni }), none)
    const resolver = world.web({
      [world.documentAddress]: world.documentOf(uni, { door: uniKey }),
    })
    assert.equal(await said(byMethod(`${uni}#door`), { id: uni }, { resolver }), none)
  })

  it('is open when the document cannot be had, is broken, too long or about somebody else', async () => {
    const answer = 'undecided issuer-key.no-key, 0 keys'
    assert.equal(await said(byMethod(method), { id: uni }, { resolver: noResolver }), answer)
    // Nor can it be had at an address that is none, such as one in capital letters.
    for (const did of ['did:web:UNI.example', 'did:web:uni.example.'])
      assert.equal(await said(byMethod(`${did}#key-1`), { id: did }), answer)
    const spaces = new Uint8Array(300 * 1024).fill(0x20)
    for (const page of [
      utf8('<html>'),
      world.documentOf('did:web:else.example', { 'key-1': uniKey }),
      new Uint8Array([...spaces, ...world.documentOf(uni, { 'key-1': uniKey })]),
    ]) {
      const resolver = world.web({ [world.documentAddress]: page })
      assert.equal(await said(byMethod(method), { id: uni }, { resolver }), answer)
    }
  })

  it('of B in a file that names A is somebody else’s, unless a list knows A and B as one', async () => {
    assert.equal(await said(byMethod(strangerMethod), { id: uni }), others)
    assert.equal(await said(byMethod(method), { id: stranger }), others)
    const issuer = { id: 'https://uni.example' }
    const trust = [listing({ alsoKnownAs: ['https://uni.example'] })]
    assert.equal(await said(byMethod(method), issuer, { trust }), own)
    // Of an issuer nobody here knows, and who says nothing itself, it cannot be said whose keys it uses.
    assert.equal(await said(byMethod(method), issuer), open)
    assert.equal(await said(byMethod(method), { id: 'did:web:UNI.example' }), open)
    assert.equal(await said(byMethod(strangerMethod), issuer, { trust }), others)
    assert.equal(
      await said(byMethod(method), issuer, { trust, resolver: noResolver }),
      'undecided issuer-key.no-key, 0 keys',
    )
    // And a file that names its issuer by legal identifier only is confirmed by nobody but a list.
    assert.equal(await said(byMethod(method), { identifiers: [legal] }), open)
    const tied = [listing({ alsoKnownAs: [legal] })]
    assert.equal(await said(byMethod(method), { identifiers: [legal] }, { trust: tied }), own)
  })

  it('counts until it expires, whatever time the file claims', async () => {
    const page = world.documentOf(uni, { 'key-1': uniKey }, world.daysFromNow(-1))
    const resolver = world.web({ [world.documentAddress]: page })
    const ended = 'undecided issuer-key.expired, 1 keys'
    for (const key of [byMethod(method), { kind: 'issuer' } as const]) {
      assert.equal(await said(key, { id: uni }, { resolver }), ended)
      const signedAt = world.daysFromNow(-2)
      assert.equal(await said(key, { id: uni }, { resolver, signedAt }), ended)
      assert.equal(
        await said(key, { id: uni }, { resolver, signedAt: world.daysFromNow(-1) }),
        'failed issuer-key.expired, 1 keys',
      )
      assert.equal(await said(key, { id: uni }, { resolver, now: world.daysFromNow(-1.5) }), own)
    }
  })

  it('that has not expired counts beside one that has, if it is the one that signed', async () => {
    const document = JSON.parse(
      utf8Decode(world.documentOf(uni, { 'key-1': uniKey, 'key-2': strangerKey })),
    ) as { verificationMethod: object[] }
    const served = (endedFirst: boolean) => {
      const verificationMethod = document.verificationMethod.map((each, i) =>
        (i === 0) === endedFirst ? { ...each, expires: '2026-01-01T00:00:00Z' } : each,
      )
      const page = utf8(JSON.stringify({ ...document, verificationMethod }))
      return { resolver: world.web({ [world.documentAddress]: page }) }
    }
    assert.equal(await said({ kind: 'issuer' }, { id: uni }, served(false)), own)
    assert.equal(
      await said({ kind: 'issuer' }, { id: uni }, served(true)),
      'undecided issuer-key.expired, 2 keys',
    )
  })

  it('made for another purpose issues nothing', async () => {
    const answer = await keysOf(world.proof({ purpose: 'authentication' }), {
      issuer: { id: uni, identifiers: [] },
      trust: [list],
      now: world.now,
      resolver: world.web(),
    })
    assert.deepEqual(
      [answer.ownership.status, answer.ownership.code],
      ['failed', 'issuer-key.other-purpose'],
    )
  })
})

describe('a key vouched for by a list', () => {
  const trust = [listing({ keys: [{ ...uniKey, kid: method }] })]

  it('needs no look-up, whether it is named in full or by its fragment', async () => {
    const resolver = noResolver
    assert.equal(await said(byMethod(method), { id: uni }, { trust, resolver }), own)
    const short = [listing({ keys: [{ ...uniKey, kid: 'key-1' }] })]
    assert.equal(await said(byMethod(method), { id: uni }, { trust: short, resolver }), own)
    assert.equal(await said({ kind: 'issuer' }, { id: uni }, { trust, resolver }), own)
    assert.equal(
      await said({ kind: 'embedded', key: uniKey }, { id: uni }, { trust, resolver }),
      own,
    )
  })

  it('is named by any address the list gives it', async () => {
    const address = 'https://uni.example/keys/1'
    const known = [listing({ keys: [{ ...uniKey, kid: address }] })]
    assert.equal(await said(byMethod(address), { id: uni }, { trust: known }), own)
    assert.equal(
      await said(byMethod(address), { id: uni }, { trust }),
      'failed issuer-key.other-issuer, 0 keys',
    )
  })

  it('sends the verifier nowhere when it cannot be the issuer’s', async () => {
    const asked: string[] = []
    const resolver: Resolver = {
      get: async (url) => {
        asked.push(url)
        return undefined
      },
    }
    const elsewhere = byMethod('did:web:attacker.example#k')
    assert.equal(
      await said(elsewhere, { id: uni }, { resolver }),
      'failed issuer-key.other-issuer, 0 keys',
    )
    assert.deepEqual(asked, [])
    // Of an issuer nobody here knows, the key may be had from where it is said to be.
    await said(elsewhere, { id: 'https://nobody.example' }, { resolver })
    assert.equal(asked.length, 1)
  })

  it('counts with the algorithms the list accepts, and with no other', async () => {
    const { issuers } = listing({ keys: [{ ...uniKey, kid: method }] })
    const by = (...algorithms: readonly Algorithm[]) => ({
      trust: [{ ...list, issuers, algorithms }],
      resolver: noResolver,
    })
    const references: readonly KeyReference[] = [
      byMethod(method),
      { kind: 'issuer' },
      { kind: 'embedded', key: uniKey },
    ]
    for (const reference of references) {
      assert.equal(await said(reference, { id: uni }, by('ES256', 'EdDSA')), own)
      const { ownership } = await search(reference, { id: uni }, by('ES256'))
      assert.equal(ownership.status, 'failed')
      assert.deepEqual(
        [ownership.code, ownership.words],
        ['issuer-key.way-not-accepted', { list: list.name }],
      )
    }
    // A certificate is no key of the list.
    assert.match(await said(bySeal, { identifiers: [legal] }, by('EdDSA')), /^passed/)
  })

  it('is nobody else’s', async () => {
    assert.equal(await said(byMethod(method), { id: stranger }, { trust }), others)
    assert.equal(
      await said({ kind: 'issuer' }, { id: 'did:web:else.example' }, { trust }),
      'undecided issuer-key.no-key, 0 keys',
    )
    // The identifier counts, not a legal identifier that anybody may add.
    assert.equal(
      await said(
        { kind: 'issuer' },
        { id: 'https://else.example', identifiers: [legal] },
        { trust: [listing({ alsoKnownAs: [legal], keys: [uniKey] })] },
      ),
      'undecided issuer-key.no-key, 0 keys',
    )
  })
})

describe('an identifier that is a key', () => {
  it('owns that key and no other', async () => {
    assert.equal(await said(byMethod(strangerMethod), { id: stranger }), own)
    assert.equal(await said({ kind: 'issuer' }, { id: stranger }), own)
    assert.equal(
      await said(byMethod(`${stranger}#other`), { id: stranger }),
      'failed issuer-key.not-listed, 0 keys',
    )
  })

  it('is read from did:jwk as well', async () => {
    const did = `did:jwk:${base64url(utf8(JSON.stringify(publicOf(strangerKey))))}`
    assert.equal(await said(byMethod(`${did}#0`), { id: did }), own)
    assert.equal(await said({ kind: 'issuer' }, { id: did }), own)
    assert.equal(
      await said(byMethod(`${did}#1`), { id: did }),
      'failed issuer-key.not-listed, 0 keys',
    )
  })
})

function publicOf({ kty, crv, x }: PublicJwk) {
  return { kty, crv, x }
}

describe('a key that stands in an address or in the file itself', () => {
  const address = 'https://uni.example/issuer'

  it('confirms nothing of its own', async () => {
    assert.equal(await said(byMethod(`${address}#${jwkToMultikey(uniKey)}`), { id: address }), open)
    assert.equal(
      await said(byMethod(`${address}#nokey`), { id: address }),
      'undecided issuer-key.no-key, 0 keys',
    )
    assert.equal(await said({ kind: 'embedded', key: uniKey }, { id: address }), open)
    assert.equal(await said({ kind: 'embedded', key: uniKey }, {}), open)
  })

  it('is confirmed by a list or a document that has it too', async () => {
    const trust = [listing({ id: address, keys: [uniKey] })]
    assert.equal(
      await said(byMethod(`${address}#${jwkToMultikey(uniKey)}`), { id: address }, { trust }),
      own,
    )
    // A list that knows other keys of this address does not know this one.
    assert.equal(
      await said(byMethod(`${address}#${jwkToMultikey(strangerKey)}`), { id: address }, { trust }),
      open,
    )
    assert.equal(await said({ kind: 'embedded', key: uniKey }, { id: uni }), own)
    const older = [listing({ keys: [strangerKey] })]
    assert.equal(await said({ kind: 'embedded', key: uniKey }, { id: uni }, { trust: older }), own)
  })

  it('is a forger’s when the issuer has other keys', async () => {
    assert.equal(
      await said({ kind: 'embedded', key: strangerKey }, { id: uni }),
      'failed issuer-key.not-listed, 1 keys',
    )
  })
})
