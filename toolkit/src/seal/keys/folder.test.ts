import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { verifySignature } from '#machine'
import { publicKeysOf, writeDidDocument } from '../../trust/did/document.ts'
import {
  changeKey,
  documentKeysOf,
  type KeyFolder,
  listKeys,
  newKey,
  openKeyring,
  openSigner,
  rotateKey,
} from './folder.ts'
import { generateKeyPair } from './generate.ts'
import {
  codeOf,
  data,
  did,
  filledFolder,
  handOf,
  memoryFolder,
  passphrase,
} from './example-folder.ts'

describe('the keys of an issuer', () => {
  it('rotate: the old key retires, stays in the DID document, and signs no more', async () => {
    const folder = await filledFolder()
    const before = await openKeyring(folder, passphrase)
    const signature = await before.seal.sign(data)
    const later = new Date('2027-03-01T00:00:00Z')
    const { active, retired } = await rotateKey(
      handOf(folder, later),
      { purpose: 'seal', kid: `${did}#seal-2` },
      generateKeyPair,
    )
    assert.deepEqual(
      [active.kid, active.state, active.algorithm],
      [`${did}#seal-2`, 'active', 'ES256'],
    )
    assert.deepEqual(
      retired.map(({ kid, changedAt }) => [kid, changedAt]),
      [[`${did}#seal-1`, later]],
    )
    assert.equal((await openKeyring(folder, passphrase)).seal.verificationMethod, `${did}#seal-2`)
    assert.equal(
      await codeOf(openSigner(folder, 'seal-seal-1.key.json', passphrase)),
      'key.not-active',
    )
    assert.equal(
      await codeOf(changeKey(handOf(folder), 'seal-seal-1.key.json', { state: 'active' })),
      'key.retired',
    )

    const entries = await listKeys(folder)
    assert.equal(entries.length, 3)
    const organisation = {
      id: did,
      legalName: { en: 'Uni' },
      identifiers: [],
      qualityAssurance: [],
    }
    const document = writeDidDocument(did, organisation, documentKeysOf(did, entries))
    const [old] = publicKeysOf(document, did, `${did}#seal-1`, 'assertionMethod')
    assert.ok(old !== undefined && (await verifySignature('ES256', old.key, data, signature)))
    assert.deepEqual(document['authentication'], [`${did}#proof-1`, `${did}#seal-2`])
  })

  it('rotate to the end when a rotation was broken off, whatever write it broke at', async () => {
    for (let allowed = 0; allowed < 3; allowed++) {
      const folder = await filledFolder()
      let writes = 0
      const breaking: KeyFolder = {
        ...folder,
        write: async (name, bytes) => {
          if (writes++ === allowed) throw new Error('the power went')
          await folder.write(name, bytes)
        },
      }
      await assert.rejects(
        rotateKey(handOf(breaking), { purpose: 'seal', kid: `${did}#seal-2` }, generateKeyPair),
        /power/,
      )
      await rotateKey(handOf(folder), { purpose: 'seal', kid: `${did}#seal-2` }, generateKeyPair)
      const states = (await listKeys(folder))
        .filter(({ purpose }) => purpose === 'seal')
        .map(({ kid, state }) => `${kid.split('#')[1] ?? ''} ${state}`)
      assert.deepEqual(states.toSorted(), ['seal-1 retired', 'seal-2 active'], `write ${allowed}`)
    }
  })

  it('confirm nothing any more once they are compromised, and stay so', async () => {
    const folder = await filledFolder()
    await changeKey(handOf(folder), 'seal-seal-1.key.json', { state: 'compromised' })
    const organisation = {
      id: did,
      legalName: { en: 'Uni' },
      identifiers: [],
      qualityAssurance: [],
    }
    const document = writeDidDocument(
      did,
      organisation,
      documentKeysOf(did, await listKeys(folder)),
    )
    assert.deepEqual(publicKeysOf(document, did, `${did}#seal-1`, 'assertionMethod'), [])
    assert.ok(JSON.stringify(document).includes('"revoked":"2026-03-01T00:00:00Z"'))
    assert.equal(
      await codeOf(changeKey(handOf(folder), 'seal-seal-1.key.json', { state: 'active' })),
      'key.compromised',
    )
    assert.equal(await codeOf(openKeyring(folder, passphrase)), 'key.none')
  })

  it('never share a name', async () => {
    const folder = await filledFolder()
    const plan = { kid: `${did}#seal-1`, purpose: 'seal', kind: 'P-256' } as const
    assert.equal(await codeOf(newKey(handOf(folder), plan, generateKeyPair)), 'key.exists')
    assert.equal(
      await codeOf(
        newKey(handOf(folder), { ...plan, kid: 'did:web:other.example#seal-1' }, generateKeyPair),
      ),
      'key.exists',
    )
    assert.equal(
      await codeOf(newKey(handOf(folder), { ...plan, kid: `${did}#../..` }, generateKeyPair)),
      'accepted',
    )
    assert.ok((await folder.names()).every((name) => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)))
  })

  it('are listed by their age, and by the names of their files where that is the same', async () => {
    const folder = memoryFolder()
    for (const [name, day] of [
      ['c', '02'],
      ['b', '02'],
      ['d', '01'],
      ['a', '02'],
    ] as const)
      await newKey(
        handOf(folder, new Date(`2026-03-${day}T00:00:00Z`)),
        { kid: `${did}#${name}`, purpose: 'seal', kind: 'Ed25519' },
        generateKeyPair,
      )
    const order = (await listKeys(folder)).map(({ kid }) => kid.slice(-1))
    assert.deepEqual(order, ['d', 'a', 'b', 'c'])
  })

  it('have names that can be names of files', async () => {
    for (const kid of [`${did}#`, `${did}#...`, `${did}#${'k'.repeat(101)}`])
      assert.equal(
        await codeOf(
          newKey(handOf(memoryFolder()), { kid, purpose: 'seal', kind: 'P-256' }, generateKeyPair),
        ),
        'key.name',
        kid,
      )
  })

  it('that are retired are not made the next ones either', async () => {
    const folder = await filledFolder()
    const file = 'seal-seal-1.key.json'
    await changeKey(handOf(folder), file, { state: 'retired' })
    assert.equal(await codeOf(changeKey(handOf(folder), file, { state: 'next' })), 'key.retired')
    assert.equal(await codeOf(changeKey(handOf(folder), file, { state: 'retired' })), 'accepted')
    const { state } = await changeKey(handOf(folder), file, { state: 'compromised' })
    assert.equal(state, 'compromised')
  })

  it('rotate to a key of the same kind and algorithm', async () => {
    const plans = [
      { kind: 'Ed25519', algorithm: 'EdDSA' },
      { kind: 'P-256', algorithm: 'ES256' },
      { kind: 'RSA-3072', algorithm: 'PS256' },
    ] as const
    for (const { kind, algorithm } of plans) {
      const folder = memoryFolder()
      const first = { kid: `${did}#1`, purpose: 'authority', kind, algorithm } as const
      const { publicKey } = await newKey(handOf(folder), first, generateKeyPair)
      const next = { purpose: 'authority', kid: `${did}#2` } as const
      const { active } = await rotateKey(handOf(folder), next, generateKeyPair)
      assert.deepEqual(
        [active.algorithm, active.publicKey.kty, active.publicKey.crv],
        [algorithm, publicKey.kty, publicKey.crv],
      )
    }
  })

  it('do not rotate where there is none of the purpose, and do not seal where there are several', async () => {
    const folder = await filledFolder()
    const next = { purpose: 'authority', kid: `${did}#2` } as const
    assert.equal(await codeOf(rotateKey(handOf(folder), next, generateKeyPair)), 'key.none')
    await newKey(
      handOf(folder),
      { kid: `${did}#seal-2`, purpose: 'seal', kind: 'P-256' },
      generateKeyPair,
    )
    assert.equal(await codeOf(openKeyring(folder, passphrase)), 'key.several')
  })

  it('of an authority, which is no part of a DID document, have any name', async () => {
    const folder = memoryFolder()
    const plan = { kid: 'Example authority', purpose: 'authority', kind: 'P-256' } as const
    const entry = await newKey(handOf(folder), plan, generateKeyPair)
    assert.equal(entry.file, 'authority-Example-authority.key.json')
    const signer = await openSigner(folder, entry.file, passphrase)
    assert.equal(signer.verificationMethod, undefined)
    assert.deepEqual(documentKeysOf(did, [entry]), [])
  })

  it('take their certificates later', async () => {
    const folder = await filledFolder()
    await changeKey(handOf(folder), 'seal-seal-1.key.json', { certificates: [Uint8Array.of(5, 0)] })
    assert.deepEqual((await openKeyring(folder, passphrase)).seal.certificates, [
      Uint8Array.of(5, 0),
    ])
  })
})
