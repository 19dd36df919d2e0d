import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { verifySignature } from '#machine'
import { limits } from '../../limits.ts'
import { utf8 } from '../../read/utf8.ts'
import { Refused } from '../../refusal.ts'
import { openKeyFile, privateKeyOf, readKeyRecord, writeKeyFile } from './file.ts'
import { newKey, openKeyring, openSigner } from './folder.ts'
import { generateKeyPair } from './generate.ts'
import { publicPartOf } from './key-kind.ts'
import {
  codeOf,
  cost,
  data,
  did,
  filledFolder,
  handOf,
  memoryFolder,
  now,
  passphrase,
  random,
} from './example-folder.ts'

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
    for (const [member, value] of [
      ['iv', ''],
      ['ciphertext', 'AAAA'],
    ] as const) {
      const short = text.replace(new RegExp(`"${member}": "[^"]*"`), `"${member}": "${value}"`)
      assert.equal(await codeOf(openKeyFile(utf8(short), passphrase)), 'key.file', member)
    }
    const long = utf8(text + ' '.repeat(limits.keyFile))
    assert.equal(await codeOf(openKeyFile(long, passphrase)), 'key.file')
    assert.throws(
      () => readKeyRecord(utf8(text.replace('"seal"', '"stamp"')), 'seal.key.json'),
      /^Refused: seal\.key\.json purpose: The key file is malformed/,
    )
  })

  it('holds a private key or the name of one in a token, never both or none', async () => {
    const privateKey = await generateKeyPair('P-256')
    const record = {
      kid: `${did}#k`,
      purpose: 'seal',
      state: 'active',
      createdAt: now,
      changedAt: now,
      algorithm: 'ES256',
      publicKey: publicPartOf(privateKey),
      certificates: [],
    } as const
    const inToken = { ...record, pkcs11: 'pkcs11:object=seal?module-path=/opt/token.so' }
    for (const key of [
      { record, privateKey: undefined },
      { record: inToken, privateKey },
    ])
      await assert.rejects(writeKeyFile(key, passphrase, random, cost), TypeError)
    const bytes = await writeKeyFile(
      { record: inToken, privateKey: undefined },
      passphrase,
      random,
      cost,
    )
    const opened = await openKeyFile(bytes, passphrase)
    assert.deepEqual(opened, { record: inToken, privateKey: undefined })
    assert.equal(await codeOf((async () => privateKeyOf(opened))()), 'key.in-token')
  })
})
