import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { utf8 } from '../read/utf8.ts'
import type { Trust } from '../trust/trust.ts'
import { ca, ecKey, make, now as made, usage } from '../trust/x509/example-authority.ts'
import { createTestAuthority } from '../trust/x509/test-authority.ts'
import { extensionIds } from '../trust/x509/extensions.ts'
import { der, octetString, oid, sequence } from '../trust/x509/write.ts'
import { byChain, bySeal, open, others, own, said, search } from './example-search.ts'
import * as world from './example-world.ts'

const { uni, legal, list, listing } = world

/** The certificate of another organisation under the same authority. */
const otherSeal = await world.authority.issueSealCertificate({
  ...world.order,
  organisation: 'Somebody Else',
  organizationIdentifier: 'VATES-B00000000',
  uris: ['did:web:else.example'],
  dnsNames: ['else.example'],
  publicKey: ecKey(),
})
/** A certificate that says no more than who it is, as seals in use do. */
const plainSeal = await world.authority.issueSealCertificate({
  ...world.order,
  uris: [],
  dnsNames: [],
  publicKey: ecKey(),
})

describe('a seal certificate', () => {
  it('confirms the issuer by legal identifier, identifier and address', async () => {
    for (const issuer of [
      { identifiers: [legal] },
      { id: uni },
      { id: 'https://uni.example' },
      { id: 'https://uni.example/' },
      { id: uni, identifiers: [legal] },
    ])
      assert.equal(await said(bySeal, issuer), own, JSON.stringify(issuer))
  })

  it('of another organisation is somebody else’s, whatever part of the names is borrowed', async () => {
    const other = byChain(otherSeal)
    assert.equal(await said(other, { identifiers: [legal] }), others)
    assert.equal(await said(other, { id: uni }), others)
    assert.equal(await said(other, { id: uni, identifiers: [legal] }), others)
    assert.equal(await said(other, { identifiers: ['VATES-B00000000', legal] }), others)
    const both = [
      listing({ alsoKnownAs: [legal] }),
      listing({ id: 'did:web:else.example', alsoKnownAs: ['VATES-B00000000'] }),
    ]
    assert.equal(
      await said(other, { id: uni, identifiers: ['VATES-B00000000'] }, { trust: both }),
      others,
    )
  })

  it('leaves open what it neither says nor contradicts', async () => {
    const plain = byChain(plainSeal)
    assert.equal(await said(plain, { id: 'https://uni.example' }), open)
    assert.equal(await said(plain, { identifiers: ['LEIXG-5299000J2N45DDNE4Y28'] }), open)
    assert.equal(await said(plain, { identifiers: ['A00000000'] }), open)
    assert.equal(await said(bySeal, { id: 'https://uni.example/faculty' }), open)
    assert.equal(await said(plain, { id: uni, identifiers: [legal] }), open)
    assert.equal(await said(bySeal, {}), open)
  })

  it('is lent further names only by a list that ties them to its legal identifier', async () => {
    const plain = byChain(plainSeal)
    const issuer = { id: uni, identifiers: [legal] }
    assert.equal(await said(plain, issuer, { trust: [listing({ alsoKnownAs: [legal] })] }), own)
    // Two entries, even of one list, are two organisations.
    const apart: Trust = [
      { ...list, issuers: [...list.issuers, ...listing({ id: legal, alsoKnownAs: [] }).issuers] },
    ]
    assert.notEqual(await said(plain, issuer, { trust: apart }), own)
  })

  it('confirms a file that names its issuer by name alone, if the name is the very same', async () => {
    const { organisation: name, country } = world.order
    assert.equal(await said(bySeal, { name, country }), own)
    assert.equal(await said(bySeal, { name, country, identifiers: ['A00000000'] }), own)
    assert.equal(await said(bySeal, { name: 'University of Nowhere' }), open)
    assert.equal(await said(bySeal, { name, country: 'PT' }), open)
    assert.equal(await said(bySeal, { name, identifiers: ['B00000000'] }), open)
  })

  it('confirms those names only: no other name the file may add', async () => {
    const { ownership } = await search(bySeal, { id: uni, identifiers: ['did:web:famous.example'] })
    assert.equal(ownership.status, 'passed')
    assert.deepEqual(ownership.confirmed, [uni, legal])
    assert.equal(ownership.authority?.list, list)
  })

  it('of an authority listed for one organisation speaks of that one only', async () => {
    const { organisation: name } = world.order
    const by = (...vouchesFor: readonly string[]) => ({
      trust: [{ ...list, anchors: [{ ...world.authority.anchor, vouchesFor }] }],
    })
    const unknown = 'undecided issuer-key.certificate-unknown, 1 keys'
    assert.equal(await said(bySeal, { id: uni }, by(uni)), own)
    assert.equal(await said(bySeal, { id: uni }, by('did:web:else.example')), unknown)
    assert.equal(await said(bySeal, { id: uni, identifiers: [legal] }, by(uni)), unknown)
    assert.equal(await said(bySeal, { id: 'https://uni.example/' }, by('https://uni.example')), own)
    assert.equal(await said(bySeal, { name }, by(name)), own)
    assert.equal(await said(bySeal, { name }, by(uni)), unknown)
    const confirmed = async (...names: readonly string[]) =>
      (await search(bySeal, { id: uni }, by(...names))).ownership.confirmed
    assert.deepEqual(await confirmed(uni), [uni])
    assert.deepEqual(await confirmed(uni, legal), [uni, legal])
  })

  it('without the name of an organisation is called by what it has', async () => {
    const issuer = await make('Somebody', undefined, [ca()])
    const uris = sequence(
      oid(extensionIds.alternativeNames),
      octetString(sequence(der(0x86, utf8(uni)))),
    )
    const leaf = await make('Uni', issuer, [usage(0), uris])
    const anchors = [{ name: 'Somebody', certificate: issuer.certificate }]
    const chain = byChain(leaf.certificate)
    const { ownership } = await search(chain, { id: uni }, { trust: [{ ...list, anchors }] })
    assert.equal(ownership.status, 'passed', ownership.code)
    assert.match(ownership.authority?.subject ?? '', /Uni/)
  })

  it('of a namesake of an authority known here is forged, if it says nothing of its key', async () => {
    const [real, known] = [
      await make('Twin', undefined, [ca()]),
      await make('Twin', undefined, [ca()]),
    ]
    const byKey = sequence(
      oid(extensionIds.authorityKeyId),
      octetString(sequence(der(0x80, Uint8Array.of(1, 2, 3)))),
    )
    const leaf = await make('Uni', real, [usage(0), byKey])
    const anchors = [{ name: 'Twin', certificate: known.certificate }]
    assert.equal(
      await said(byChain(leaf.certificate), {}, { trust: [{ ...list, anchors }] }),
      'failed issuer-key.certificate-refused, 1 keys',
    )
  })

  it('of an authority not known here, or not any more, leaves it open', async () => {
    const unknown = 'undecided issuer-key.certificate-unknown, 1 keys'
    const issuer = { identifiers: [legal] }
    assert.equal(await said(bySeal, issuer, { trust: [] }), unknown)
    for (const span of [{ until: world.daysFromNow(-1) }, { from: world.daysFromNow(1) }]) {
      const trust = [{ ...list, anchors: [{ ...world.authority.anchor, ...span }] }]
      assert.equal(await said(bySeal, issuer, { trust }), unknown)
    }
    // Somebody else's name is proven even then.
    assert.equal(await said(byChain(otherSeal), issuer, { trust: [] }), others)
  })

  it('of a key its authority is not known by leaves it open; a forged one does not', async () => {
    const issuer = { identifiers: [legal] }
    const name = 'Example Alliance'
    const rekeyed = await createTestAuthority({
      name,
      now: made,
      random: world.order.random,
      key: ecKey(),
    })
    const publicKey = ecKey()
    const chain = byChain(await rekeyed.issueSealCertificate({ ...world.order, publicKey }))
    const unknown = 'undecided issuer-key.certificate-unknown, 1 keys'
    assert.equal(await said(chain, issuer), unknown)
    const both = [list, { ...list, name: 'newer', anchors: [rekeyed.anchor] }]
    assert.equal(
      await said(chain, issuer, { trust: both }),
      'passed issuer-key.own-revocation-unknown, 1 keys',
    )
    // An anchor that cannot be read, or that says nothing of its key, is no reason to know the authority.
    const broken = { name, certificate: utf8('no certificate') }
    assert.equal(await said(chain, issuer, { trust: [{ ...list, anchors: [broken] }] }), unknown)
    const forged = Uint8Array.from(world.seal)
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1
    const refused = 'failed issuer-key.certificate-refused, 1 keys'
    assert.equal(await said(byChain(forged), issuer), refused)
  })

  it('that ran out leaves open whether it was sealed in time, unless it says it was not', async () => {
    const issuer = { identifiers: [legal] }
    const after = new Date('2030-01-01T00:00:00Z')
    const ranOut = 'undecided issuer-key.certificate-expired, 1 keys'
    assert.equal(await said(bySeal, issuer, { now: after, signedAt: world.now }), ranOut)
    assert.equal(await said(bySeal, issuer, { now: after }), ranOut)
    assert.equal(
      await said(bySeal, issuer, { now: after, signedAt: after }),
      'failed issuer-key.certificate-refused, 1 keys',
    )
  })

  it('is refused when it is broken, revoked, or certifies itself', async () => {
    const refused = 'failed issuer-key.certificate-refused'
    assert.equal(await said(byChain(), {}), `${refused}, 0 keys`)
    assert.equal(await said(byChain(utf8('no certificate')), {}), `${refused}, 0 keys`)
    const self = await make('Nobody', undefined, [usage(0)])
    assert.equal(await said(byChain(self.certificate), { name: 'Nobody' }), `${refused}, 1 keys`)
    assert.equal(await said(byChain(world.seal, utf8('no certificate')), {}), `${refused}, 0 keys`)
    assert.equal(
      await said(byChain((await make('CA', undefined, [ca()])).certificate), {}),
      `${refused}, 1 keys`,
    )
  })
})
