import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { verifySignature } from '#machine'
import { generateKeyPair } from './generate.ts'
import { memorySigner, throwAwayKeyring, throwAwaySigner } from './memory.ts'
import { data, did } from './example-folder.ts'

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

  it('is of the same kind as the real one', async () => {
    const kinds = [
      ['Ed25519', 'OKP'],
      ['P-256', 'EC'],
      ['RSA-3072', 'RSA'],
    ] as const
    for (const [kind, kty] of kinds) {
      const real = memorySigner(await generateKeyPair(kind))
      const trial = await throwAwaySigner(real, generateKeyPair)
      assert.deepEqual([trial.publicKey.kty, trial.algorithm], [kty, real.algorithm])
      assert.equal(trial.publicKey.crv, real.publicKey.crv)
    }
  })

  it('cannot sign with an algorithm of another kind', async () => {
    const key = await generateKeyPair('P-256')
    assert.throws(() => memorySigner(key, { algorithm: 'EdDSA' }), { name: 'Refused' })
  })
})
