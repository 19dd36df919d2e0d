import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { PrivateJwk } from '#machine'
import { Refused } from '../../refusal.ts'
import { readCertificate } from './certificate.ts'
import { extensionIds } from './extensions.ts'
import { validatePath } from './path.ts'
import { createTestAuthority } from './test-authority.ts'
import { boolean, octetString, oid, sequence } from './write.ts'
import {
  anchorOf,
  authority,
  ca,
  codeOf,
  ecKey,
  later,
  make,
  mixedSign,
  sha1Sign,
  now,
  random,
  rsaKey,
  seal,
  usage,
} from './example-authority.ts'

describe('a path to a known authority', () => {
  it('holds with and without the root in the file, and names the anchor', async () => {
    assert.equal(await codeOf([seal]), 'holds')
    assert.equal(await codeOf([seal, authority.certificate]), 'holds')
    const answer = await validatePath([seal], [authority.anchor], later, [])
    assert.ok(answer.holds && answer.anchor === authority.anchor && answer.path.length === 2)
    assert.equal(answer.revocation.status, 'not-known')
  })

  it('is undecided, not broken, when the authority is not known here', async () => {
    assert.equal(await codeOf([seal], { anchors: [] }), 'undecided x509.no-anchor')
    const other = await createTestAuthority({ name: 'Another', now, random, key: ecKey() })
    assert.equal(await codeOf([seal], { anchors: [other.anchor] }), 'undecided x509.no-anchor')
  })

  it('is refused when an authority only has the name of the known one', async () => {
    const twin = await createTestAuthority({ name: 'Example Alliance', now, random, key: ecKey() })
    assert.equal(await codeOf([seal], { anchors: [twin.anchor] }), 'x509.not-anchored')
    assert.equal(
      await codeOf([seal, authority.certificate], { anchors: [twin.anchor] }),
      'x509.not-anchored',
    )
    assert.equal(await codeOf([seal, twin.certificate]), 'x509.not-signed-by-issuer')
    // With the real one beside its twin it still holds.
    assert.equal(await codeOf([seal], { anchors: [twin.anchor, authority.anchor] }), 'holds')
  })

  it('holds only from the first to the last second of every certificate in it, and of the anchor’s entry', async () => {
    assert.equal(
      await codeOf([seal], { at: new Date('2026-02-28T23:59:59Z') }),
      'x509.not-yet-valid',
    )
    assert.equal(await codeOf([seal], { at: now }), 'holds')
    const { notAfter } = readCertificate(seal)
    assert.equal(await codeOf([seal], { at: notAfter }), 'holds')
    assert.equal(await codeOf([seal], { at: new Date(notAfter.getTime() + 1000) }), 'x509.expired')
    assert.equal(
      await codeOf([seal], { anchors: [{ ...authority.anchor, until: now }] }),
      'x509.anchor-no-longer',
    )
    assert.equal(
      await codeOf([seal], { anchors: [{ ...authority.anchor, from: notAfter }] }),
      'x509.anchor-not-yet',
    )
  })

  it('is refused when the signer is an authority, certifies itself, or stands second', async () => {
    assert.equal(await codeOf([authority.certificate]), 'x509.self-signed')
    assert.equal(await codeOf([authority.certificate, seal]), 'x509.self-signed')
    const root = await make('root', undefined, [ca(), usage(5, 6)])
    const middle = await make('middle', root, [ca(0), usage(5, 6)])
    const leaf = await make('leaf', middle, [usage(0)])
    assert.equal(
      await codeOf([leaf.certificate, middle.certificate], { anchors: anchorOf(root) }),
      'holds',
    )
    assert.equal(
      await codeOf([leaf.certificate, middle.certificate, root.certificate], {
        anchors: anchorOf(root),
      }),
      'holds',
    )
    // An anchor may stand in the middle of what the file brings.
    assert.equal(
      await codeOf([leaf.certificate, middle.certificate, root.certificate], {
        anchors: anchorOf(middle),
      }),
      'holds',
    )
    assert.equal(
      await codeOf([middle.certificate, leaf.certificate], { anchors: anchorOf(root) }),
      'x509.leaf-is-authority',
    )
    assert.equal(
      await codeOf([leaf.certificate, root.certificate], { anchors: anchorOf(root) }),
      'x509.chain-broken',
    )
    assert.equal(
      await codeOf([leaf.certificate], { anchors: anchorOf(root) }),
      'undecided x509.no-anchor',
    )
    assert.equal(
      await codeOf([leaf.certificate, middle.certificate, middle.certificate], {
        anchors: anchorOf(root),
      }),
      'x509.chain-broken',
    )
    assert.equal(
      await codeOf(
        Array.from({ length: 100 }, () => leaf.certificate),
        { anchors: anchorOf(root) },
      ),
      'x509.chain-too-long',
    )
    assert.equal(await codeOf([], { anchors: anchorOf(root) }), 'x509.no-certificate')
  })

  it('is refused when somebody in it had no right to certify', async () => {
    const root = await make('root', undefined, [ca(), usage(5, 6)])
    const leaf = await make('leaf', root, [usage(0)])
    const below = await make('below', leaf, [usage(0)])
    assert.equal(
      await codeOf([below.certificate, leaf.certificate], { anchors: anchorOf(root) }),
      'x509.not-an-authority',
    )
    const mute = await make('mute', root, [ca(), usage(6)])
    const child = await make('child', mute, [usage(0)])
    assert.equal(
      await codeOf([child.certificate, mute.certificate], { anchors: anchorOf(root) }),
      'x509.not-an-authority',
    )
    const short = await make('short', undefined, [ca(0), usage(5)])
    const first = await make('first', short, [ca(), usage(5)])
    const second = await make('second', first, [usage(0)])
    assert.equal(
      await codeOf([second.certificate, first.certificate], { anchors: anchorOf(short) }),
      'x509.path-length',
    )
  })

  it('is refused for keys that are not for signing documents and for what is critical and not known', async () => {
    const root = await make('root', undefined, [ca(), usage(5, 6)])
    const with1 = async (...extensions: readonly Uint8Array[]): Promise<string> =>
      codeOf([(await make('leaf', root, extensions)).certificate], { anchors: anchorOf(root) })
    const purpose = (id: string): Uint8Array =>
      sequence(oid(extensionIds.extendedKeyUsage), octetString(sequence(oid(id))))
    assert.equal(await with1(usage(2)), 'x509.key-usage')
    assert.equal(await with1(usage(1)), 'holds')
    assert.equal(await with1(), 'holds')
    assert.equal(await with1(purpose('1.3.6.1.5.5.7.3.1')), 'x509.purpose')
    assert.equal(await with1(purpose('1.3.6.1.5.5.7.3.36')), 'holds')
    assert.equal(
      await with1(sequence(oid('1.2.3.4'), boolean(true), octetString(new Uint8Array()))),
      'x509.critical-extension',
    )
    assert.equal(await with1(sequence(oid('1.2.3.4'), octetString(new Uint8Array()))), 'holds')
    assert.equal(await with1(usage(0), usage(0)), 'x509.extension')
    const bounded = await make('bounded', undefined, [
      ca(),
      sequence(oid(extensionIds.nameConstraints), octetString(sequence())),
    ])
    const inside = await make('inside', bounded, [])
    // An anchor that cannot be read is no anchor.
    assert.equal(
      await codeOf([inside.certificate], { anchors: anchorOf(bounded) }),
      'undecided x509.no-anchor',
    )
  })

  it('holds under an authority that signs with P-384 and SHA-256, as X.509 allows', async () => {
    const root = await make('root', undefined, [ca(), usage(5, 6)], ecKey('P-384'), now, mixedSign)
    const leaf = await make('leaf', root, [usage(0)], ecKey(), now, mixedSign)
    assert.ok(
      new X509Certificate(leaf.certificate).verify(new X509Certificate(root.certificate).publicKey),
    )
    assert.equal(await codeOf([leaf.certificate], { anchors: anchorOf(root) }), 'holds')
    const changed = Uint8Array.from(leaf.certificate)
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
    assert.equal(await codeOf([changed], { anchors: anchorOf(root) }), 'x509.not-anchored')
  })

  it('is refused for SHA-1 below the anchor, whose own signature nobody needs', async () => {
    const old = await make('old', undefined, [ca(), usage(5, 6)], ecKey(), now, sha1Sign)
    const leaf = await make('leaf', old, [usage(0)])
    assert.equal(await codeOf([leaf.certificate], { anchors: anchorOf(old) }), 'holds')
    assert.equal(
      await codeOf([leaf.certificate, old.certificate], { anchors: anchorOf(old) }),
      'holds',
    )
    const weak = await make('weak', old, [usage(0)], ecKey(), now, sha1Sign)
    assert.equal(await codeOf([weak.certificate], { anchors: anchorOf(old) }), 'x509.weak')
  })

  it('is refused for short RSA keys', async () => {
    const root = await make('root', undefined, [ca(), usage(5, 6)])
    const leaf = await make('leaf', root, [usage(0)], rsaKey(1024) as PrivateJwk)
    assert.equal(await codeOf([leaf.certificate], { anchors: anchorOf(root) }), 'x509.weak')
  })

  it('is refused after any change of any byte of the seal certificate, and of a root that comes along', async () => {
    const { length } = seal
    for (let at = 0; at < length; at++) {
      const changed = Uint8Array.from(seal)
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
      assert.notEqual(await codeOf([changed]), 'holds', `byte ${at}`)
    }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(0, 1),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (which, at, change) => {
          const chain = [Uint8Array.from(seal), Uint8Array.from(authority.certificate)]
          const bytes = chain[which] ?? seal
          bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ change
          assert.notEqual(await codeOf(chain), 'holds')
        },
      ),
      { numRuns: 400 },
    )
  })

  it('answers every mangled certificate with a refusal, never with an error', () => {
    fc.assert(
      fc.property(fc.nat(), fc.uint8Array({ maxLength: 6 }), fc.nat(6), (from, insert, cut) => {
        const at = from % seal.length
        const changed = Uint8Array.of(
          ...seal.subarray(0, at),
          ...insert,
          ...seal.subarray(at + cut),
        )
        try {
          readCertificate(changed)
        } catch (error) {
          assert.ok(error instanceof Refused, String(error))
        }
      }),
      { numRuns: 500 },
    )
  })
})
