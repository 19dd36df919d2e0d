import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { type Algorithm, verifySignature } from '#machine'
import { utf8 } from '../../read/utf8.ts'
import { Refused } from '../../refusal.ts'
import { authority, ecKey, order, rsaKey } from '../../trust/x509/example-authority.ts'
import {
  makeCautiousKey,
  modulePath,
  nameOf,
  pin,
  putCertificate,
  putKey,
  unlessPkcs11Tool,
  unlessSoftHsm,
} from './example-token.ts'
import { generateKeyPair } from './generate.ts'
import { type KeyFolder, keepTokenKey, openKeyring, newKey, rotateKey } from './folder.ts'
import { publicPartOf } from './key-kind.ts'
import { openPkcs11, openTokenKey } from './pkcs11.ts'

const askPin = async (): Promise<string> => pin
const data = utf8('what is to be sealed')

async function codeOf(step: Promise<unknown>): Promise<string> {
  try {
    await step
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0]?.code ?? ''
    throw error
  }
  return 'accepted'
}

describe('a key in a token', { skip: unlessSoftHsm }, () => {
  const p256 = ecKey()
  const rsa = rsaKey(2048)
  const keys = [
    ['ec', 'ES256', p256],
    ['ec384', 'ES384', ecKey('P-384')],
    ['ec521', 'ES512', ecKey('P-521')],
    ['rsa', 'RS256', rsa],
    ['rsa', 'PS256', rsa],
    ['rsa', 'PS384', rsa],
    ['rsa', 'RS512', rsa],
  ] as const satisfies readonly (readonly [string, Algorithm, unknown])[]

  before(async () => {
    putKey('Seals', 'ec', '01', p256)
    putKey('Seals', 'ec384', '02', keys[1][2])
    putKey('Seals', 'ec521', '03', keys[2][2])
    putKey('Seals', 'rsa', '04', rsa)
    putKey('Seals', 'ed', '05', await generateKeyPair('Ed25519'))
    putKey('Seals', 'weak', '06', rsaKey(1024))
    putKey('Seals', 'twin', '07', ecKey())
    putKey('Seals', 'twin', '08', ecKey())
  })

  it('signs as its algorithm has it, and its public half is the one it was made with', async () => {
    for (const [label, algorithm, key] of keys) {
      const signer = await openPkcs11(nameOf('Seals', label), askPin, { algorithm })
      assert.deepEqual(signer.publicKey, publicPartOf(key))
      for (const text of [data, new Uint8Array(), randomBytes(100_000)])
        assert.ok(
          await verifySignature(algorithm, publicPartOf(key), text, await signer.sign(text)),
          algorithm,
        )
    }
  })

  it('of Ed25519 signs proofs', async () => {
    const signer = await openPkcs11(nameOf('Seals', 'ed'), askPin, {
      verificationMethod: 'did:web:uni.example#proof-1',
    })
    assert.equal(signer.algorithm, 'EdDSA')
    assert.equal(signer.verificationMethod, 'did:web:uni.example#proof-1')
    assert.ok(await verifySignature('EdDSA', signer.publicKey, data, await signer.sign(data)))
  })

  it('signs many times in a row, whatever is cleared away meanwhile', async () => {
    const signer = await openPkcs11(nameOf('Seals', 'ec'), askPin)
    for (let i = 0; i < 300; i++) {
      const text = randomBytes(200_000)
      assert.equal((await signer.sign(text)).length, 64)
    }
  })

  it('is found by its identifier, and RSA seals with RS256 unless another is asked for', async () => {
    const uri = `pkcs11:token=Seals;id=%04?module-path=${modulePath}`
    assert.equal((await openPkcs11(uri, askPin)).algorithm, 'RS256')
  })

  it('is not opened by a wrong PIN, and not found under another name', async () => {
    const wrong = async (): Promise<string> => '0000'
    // Asked of the token nobody has logged in to yet: a login holds for the whole process.
    putKey('Other', 'lone', '01', ecKey())
    assert.equal(await codeOf(openPkcs11(nameOf('Other', 'lone'), wrong)), 'key.pkcs11-pin')
    assert.equal(await codeOf(openPkcs11(nameOf('Seals', 'none'), askPin)), 'key.pkcs11-key')
    assert.equal(await codeOf(openPkcs11(nameOf('Seals', 'twin'), askPin)), 'key.pkcs11-key')
    assert.equal(await codeOf(openPkcs11(nameOf('Nowhere', 'ec'), askPin)), 'key.pkcs11-token')
    const any = `pkcs11:object=ec?module-path=${modulePath}`
    assert.equal(await codeOf(openPkcs11(any, askPin)), 'key.pkcs11-token')
  })

  it('is refused where it cannot seal: too short, another algorithm, no module', async () => {
    assert.equal(await codeOf(openPkcs11(nameOf('Seals', 'weak'), askPin)), 'key.algorithm')
    assert.equal(
      await codeOf(openPkcs11(nameOf('Seals', 'ec'), askPin, { algorithm: 'RS256' })),
      'key.algorithm',
    )
    for (const path of ['/nowhere/token.so', '/etc/passwd'])
      assert.equal(
        await codeOf(openPkcs11(`pkcs11:object=ec?module-path=${path}`, askPin)),
        'key.pkcs11-module',
      )
  })

  it('has its certificates from beside, in any order; the root is not sealed with', async () => {
    const certificate = await authority.issueSealCertificate({
      ...order,
      publicKey: publicPartOf(p256),
    })
    const key = await openTokenKey(nameOf('Seals', 'ec'), askPin, {
      certificates: [authority.certificate, certificate],
    })
    assert.deepEqual(key.certificates, [certificate])
    assert.deepEqual(key.root, authority.certificate)
    // A certificate of another key is none of this one's.
    const other = await openTokenKey(nameOf('Seals', 'rsa'), askPin, {
      certificates: [certificate],
    })
    assert.deepEqual(other.certificates, [])
  })

  it('has the chain that lies in the token', { skip: unlessPkcs11Tool }, async () => {
    const certificate = await authority.issueSealCertificate({
      ...order,
      publicKey: publicPartOf(rsa),
    })
    putCertificate('Seals', 'authority', '99', authority.certificate)
    putCertificate('Seals', 'rsa', '04', certificate)
    const key = await openTokenKey(nameOf('Seals', 'rsa'), askPin)
    assert.deepEqual(key.certificates, [certificate])
    assert.deepEqual(key.root, authority.certificate)
  })

  it(
    'that asks for the PIN before every signature is given it',
    { skip: unlessPkcs11Tool },
    async () => {
      makeCautiousKey('Other', 'cautious', '77')
      const signer = await openPkcs11(nameOf('Other', 'cautious'), askPin)
      for (let i = 0; i < 3; i++)
        assert.ok(await verifySignature('ES256', signer.publicKey, data, await signer.sign(data)))
    },
  )

  it('is written down in the key folder and sealed with; a changed name or a changed key is refused', async () => {
    const files = new Map<string, Uint8Array>()
    const folder: KeyFolder = {
      names: async () => [...files.keys()],
      read: async (name) => files.get(name) ?? assert.fail(name),
      write: async (name, bytes) => void files.set(name, bytes),
    }
    const hand = {
      folder,
      passphrase: 'correct horse',
      now: new Date('2026-03-01T00:00:00Z'),
      random: (length: number) => randomBytes(length),
      cost: { N: 2 ** 15, r: 8, p: 1 },
    }
    const proof = { kid: 'did:web:uni.example#proof-1', purpose: 'proof', kind: 'Ed25519' } as const
    await newKey(hand, proof, generateKeyPair)
    const plan = {
      kid: 'did:web:uni.example#seal-1',
      purpose: 'seal',
      pkcs11: nameOf('Seals', 'ec'),
      algorithm: 'ES256',
      publicKey: publicPartOf(p256),
      certificates: [],
    } as const
    const { file } = await keepTokenKey(hand, plan)
    const { seal } = await openKeyring(folder, hand.passphrase, askPin)
    assert.equal(seal.verificationMethod, plan.kid)
    assert.ok(await verifySignature('ES256', plan.publicKey, data, await seal.sign(data)))
    assert.equal(await codeOf(openKeyring(folder, hand.passphrase)), 'key.in-token')
    assert.equal(
      await codeOf(rotateKey(hand, { purpose: 'seal', kid: 'x#2' }, generateKeyPair)),
      'key.in-token',
    )
    // Another name of module or key would load and call what somebody else put there.
    const text = new TextDecoder().decode(files.get(file))
    files.set(file, utf8(text.replace('object=ec?', 'object=rsa?')))
    assert.equal(await codeOf(openKeyring(folder, hand.passphrase, askPin)), 'key.passphrase')
    files.clear()
    await newKey(hand, proof, generateKeyPair)
    await keepTokenKey(hand, { ...plan, publicKey: publicPartOf(ecKey()) })
    assert.equal(await codeOf(openKeyring(folder, hand.passphrase, askPin)), 'key.pkcs11-key')
  })
})
