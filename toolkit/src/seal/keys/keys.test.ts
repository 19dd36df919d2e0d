import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Random, verifySignature } from '#machine'
import { utf8 } from '../../read/utf8.ts'
import { Refused } from '../../refusal.ts'
import { publicKeysOf, writeDidDocument } from '../../trust/did/document.ts'
import { openKeyFile, readKeyRecord, writeKeyFile } from './file.ts'
import {
  changeKey,
  documentKeysOf,
  type KeyFolder,
  type KeyHand,
  listKeys,
  newKey,
  openKeyring,
  openSigner,
  rotateKey,
} from './folder.ts'
import { generateKeyPair } from './generate.ts'
import { publicPartOf } from './key-kind.ts'
import { memorySigner, throwAwayKeyring } from './memory.ts'

const random: Random = (length) => randomBytes(length)
const now = new Date('2026-03-01T00:00:00Z')
const cost = { N: 2 ** 15, r: 8, p: 1 }
const did = 'did:web:uni.example'
const passphrase = 'correct horse ñ'
const data = utf8('some bytes')

function memoryFolder(): KeyFolder & { readonly files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>()
  return {
    files,
    names: async () => [...files.keys()],
    read: async (name) => files.get(name) ?? assert.fail(name),
    write: async (name, bytes) => void files.set(name, bytes),
  }
}

function handOf(folder: KeyFolder, at = now): KeyHand {
  return { folder, passphrase, now: at, random, cost }
}

async function codeOf(step: Promise<unknown>): Promise<string> {
  try {
    await step
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0]?.code ?? ''
    throw error
  }
  return 'accepted'
}

async function filledFolder(): Promise<ReturnType<typeof memoryFolder>> {
  const folder = memoryFolder()
  await newKey(
    handOf(folder),
    { kid: `${did}#proof-1`, purpose: 'proof', kind: 'Ed25519' },
    generateKeyPair,
  )
  await newKey(
    handOf(folder),
    { kid: `${did}#seal-1`, purpose: 'seal', kind: 'P-256' },
    generateKeyPair,
  )
  return folder
}

describe('a key file', () => {
  it('gives the key back to the passphrase, however its letters are composed', async () => {
    for (const kind of ['Ed25519', 'P-256', 'RSA-3072'] as const) {
      const folder = memoryFolder()
      const entry = await newKey(
        handOf(folder),
        { kid: `${did}#k`, purpose: 'seal', kind },
        generateKeyPair,
      )
      const signer = await openSigner(folder, entry.file, passphrase.normalize('NFD'))
      assert.equal(signer.verificationMethod, `${did}#k`)
      assert.ok(
        await verifySignature(signer.algorithm, entry.publicKey, data, await signer.sign(data)),
      )
      assert.ok(
        !Buffer.from(folder.files.get(entry.file) ?? '')
          .toString()
          .includes('"d"'),
      )
    }
  })

  it('is closed to any other passphrase', async () => {
    const folder = await filledFolder()
    assert.equal(
      await codeOf(openSigner(folder, 'seal-seal-1.key.json', 'wrong')),
      'key.passphrase',
    )
    assert.equal(await codeOf(openSigner(folder, 'seal-seal-1.key.json', '')), 'key.passphrase')
    assert.equal(await codeOf(openKeyring(folder, `${passphrase} `)), 'key.passphrase')
    const nobody = { ...handOf(folder), passphrase: '' }
    assert.equal(
      await codeOf(newKey(nobody, { kid: 'x', purpose: 'seal', kind: 'P-256' }, generateKeyPair)),
      'key.passphrase-missing',
    )
  })

  it('does not open when anything it says in the open was changed', async () => {
    const privateKey = await generateKeyPair('P-256')
    const record = {
      kid: `${did}#k`,
      purpose: 'seal',
      state: 'active',
      createdAt: now,
      changedAt: now,
      algorithm: 'ES256',
      publicKey: publicPartOf(privateKey),
      certificates: [Uint8Array.of(5, 0)],
    } as const
    const text = new TextDecoder().decode(
      await writeKeyFile({ record, privateKey }, passphrase, random, cost),
    )
    const other = publicPartOf(await generateKeyPair('P-256'))
    const changes: readonly (readonly [string, string])[] = [
      ['"active"', '"next"'],
      ['"seal"', '"proof"'],
      ['#k"', '#l"'],
      ['2026-03-01', '2026-03-02'],
      ['BQA=', 'BQE='],
      [record.publicKey.x ?? '', other.x ?? ''],
      ['"N": 32768', '"N": 65536'],
      ['"iv": "', '"iv": "A'],
    ]
    for (const [from, to] of changes) {
      const changed = text.replace(from, to)
      assert.notEqual(changed, text)
      assert.match(
        await codeOf(openKeyFile(utf8(changed), passphrase)),
        /^(key\.(passphrase|file)|base64\..*)$/,
        from,
      )
    }
    assert.deepEqual(readKeyRecord(utf8(text)), record)
    assert.deepEqual((await openKeyFile(utf8(text), passphrase)).privateKey, privateKey)
  })

  it('is refused, never an error, when it is mangled; and when opening it would cost too much or too little', async () => {
    const folder = await filledFolder()
    const bytes = folder.files.get('seal-seal-1.key.json') ?? assert.fail()
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const changed = Uint8Array.from(bytes)
        changed[at] = value
        try {
          readKeyRecord(changed)
        } catch (error) {
          assert.ok(error instanceof Refused, String(error))
        }
      }),
    )
    const text = new TextDecoder().decode(bytes)
    for (const N of [2 ** 14, 2 ** 15 + 1, 2 ** 30]) {
      assert.equal(
        await codeOf(openKeyFile(utf8(text.replace('"N": 32768', `"N": ${N}`)), passphrase)),
        'key.file',
      )
    }
  })
})

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

  it('take their certificates later', async () => {
    const folder = await filledFolder()
    await changeKey(handOf(folder), 'seal-seal-1.key.json', { certificates: [Uint8Array.of(5, 0)] })
    assert.deepEqual((await openKeyring(folder, passphrase)).seal.certificates, [
      Uint8Array.of(5, 0),
    ])
  })
})

describe('a throw-away key', () => {
  it('has the names of the real one and another key', async () => {
    const real = {
      proof: memorySigner(await generateKeyPair('Ed25519'), { verificationMethod: `${did}#p` }),
      seal: memorySigner(await generateKeyPair('RSA-3072'), {
        algorithm: 'PS256',
        certificates: [data],
      }),
    }
    const trial = await throwAwayKeyring(real, generateKeyPair)
    assert.deepEqual(
      [trial.proof.verificationMethod, trial.seal.algorithm, trial.seal.certificates],
      [`${did}#p`, 'PS256', [data]],
    )
    assert.ok(
      !(await verifySignature('EdDSA', real.proof.publicKey, data, await trial.proof.sign(data))),
    )
    assert.ok(
      await verifySignature('PS256', trial.seal.publicKey, data, await trial.seal.sign(data)),
    )
  })

  it('cannot sign with an algorithm of another kind', async () => {
    const key = await generateKeyPair('P-256')
    assert.throws(() => memorySigner(key, { algorithm: 'EdDSA' }), { name: 'Refused' })
  })
})
