import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import {
  createPrivateKey,
  generateKeyPairSync,
  type JsonWebKey,
  X509Certificate,
} from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { after, describe, it } from 'node:test'
import { type PrivateJwk, verifySignature } from '#machine'
import { limits } from '../../limits.ts'
import { utf8 } from '../../read/utf8.ts'
import { Refused } from '../../refusal.ts'
import { authority, order, rsaKey, ecKey } from '../../trust/x509/example-authority.ts'
import { writePem } from '../../trust/x509/pem.ts'
import { openPkcs12, readPkcs12 } from './pkcs12.ts'

const openssl = spawnSync('openssl', ['version']).status === 0
const legacy =
  openssl && spawnSync('openssl', ['list', '-providers', '-provider', 'legacy']).status === 0
const folder = mkdtempSync(`${tmpdir()}/tessera-`)
after(() => rmSync(folder, { recursive: true }))

async function exported(
  key: PrivateJwk,
  passphrase: string,
  options: readonly string[],
): Promise<{ readonly file: Uint8Array; readonly seal: Uint8Array; readonly root: Uint8Array }> {
  const seal = await authority.issueSealCertificate({ ...order, publicKey: key })
  writeFileSync(`${folder}/key.pem`, pemOf(key))
  writeFileSync(`${folder}/seal.pem`, writePem('CERTIFICATE', seal))
  writeFileSync(`${folder}/root.pem`, writePem('CERTIFICATE', authority.certificate))
  const paths = [
    '-inkey',
    `${folder}/key.pem`,
    '-in',
    `${folder}/seal.pem`,
    '-certfile',
    `${folder}/root.pem`,
    '-out',
    `${folder}/out.p12`,
  ]
  execFileSync(
    'openssl',
    ['pkcs12', '-export', ...paths, '-passout', `pass:${passphrase}`, ...options],
    { stdio: 'pipe' },
  )
  return {
    file: new Uint8Array(readFileSync(`${folder}/out.p12`)),
    seal,
    root: authority.certificate,
  }
}

function pemOf(key: PrivateJwk): string {
  return createPrivateKey({ key: key as unknown as JsonWebKey, format: 'jwk' })
    .export({ format: 'pem', type: 'pkcs8' })
    .toString()
}

/** A PKCS#12 file of a key and certificates, all PEM. */
function made(key: string, certificates: string, ...options: readonly string[]): Uint8Array {
  writeFileSync(`${folder}/in.pem`, key + certificates)
  const paths = ['-in', `${folder}/in.pem`, '-out', `${folder}/made.p12`]
  execFileSync('openssl', ['pkcs12', '-export', ...paths, '-passout', 'pass:geheim', ...options], {
    stdio: 'pipe',
  })
  return new Uint8Array(readFileSync(`${folder}/made.p12`))
}

describe('a PKCS#12 file', { skip: openssl ? false : 'openssl is not here to make one' }, () => {
  const modes: readonly (readonly [string, readonly string[], boolean])[] = [
    ['modern (AES-256, SHA-256)', [], openssl],
    ['legacy (RC2, 3DES, SHA-1)', ['-legacy'], legacy],
    [
      'with 3DES throughout',
      ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
      openssl,
    ],
  ]
  for (const [name, options, able] of modes) {
    for (const kind of ['EC', 'RSA'] as const) {
      it(
        `${name} gives its ${kind} key and certificate`,
        { skip: able ? false : 'this openssl has no legacy ciphers' },
        async () => {
          const { file, seal, root } = await exported(
            kind === 'EC' ? ecKey() : rsaKey(2048),
            'geheim',
            options,
          )
          const signer = await openPkcs12(
            file,
            'geheim',
            kind === 'RSA' ? { algorithm: 'PS256' } : {},
          )
          assert.equal(signer.algorithm, kind === 'EC' ? 'ES256' : 'PS256')
          // Byte for byte, and without the root.
          assert.deepEqual(signer.certificates, [seal])
          // The root is handed out beside it, for who imports the key must know whom it hangs from.
          assert.deepEqual((await readPkcs12(file, 'geheim')).root, root)
          const data = utf8('some bytes')
          assert.ok(
            await verifySignature(
              signer.algorithm,
              signer.publicKey,
              data,
              await signer.sign(data),
            ),
          )
          await assert.rejects(
            openPkcs12(file, 'wrong'),
            (error) => error instanceof Refused && error.refusals[0]?.code === 'key.passphrase',
          )
        },
      )
    }
  }

  it('is refused when it is something else, is cut, or lacks the certificate of its key', async () => {
    const { file } = await exported(ecKey(), 'geheim', [])
    for (const bytes of [
      new Uint8Array(),
      utf8('hello'),
      file.subarray(0, 300),
      authority.certificate,
    ]) {
      await assert.rejects(openPkcs12(bytes, 'geheim'), Refused)
    }
    const lone = (await exported(ecKey(), 'geheim', ['-nocerts'])).file
    await assert.rejects(
      openPkcs12(lone, 'geheim'),
      (error) => error instanceof Refused && error.refusals[0]?.code === 'key.no-certificate',
    )
    const large = new Uint8Array(limits.keyFile + 1)
    large.set(file)
    await assert.rejects(openPkcs12(large, 'geheim'), /The PKCS#12 file is too long/)
  })

  it('gives certificates that RSA signed byte for byte, whatever its padding', async () => {
    const key = pemOf(rsaKey(2048))
    for (const padding of ['pkcs1', 'pss']) {
      const options = ['-sigopt', `rsa_padding_mode:${padding}`, '-sha384', '-subj', '/CN=Uni']
      writeFileSync(`${folder}/rsa.pem`, key)
      const pem = execFileSync(
        'openssl',
        ['req', '-x509', '-key', `${folder}/rsa.pem`, ...options],
        { stdio: 'pipe' },
      ).toString()
      const { certificates } = await readPkcs12(made(key, pem), 'geheim')
      assert.deepEqual(certificates, [new Uint8Array(new X509Certificate(pem).raw)], padding)
    }
  })

  it('without the root gives the chain alone', async () => {
    const key = ecKey()
    const seal = await authority.issueSealCertificate({ ...order, publicKey: key })
    const read = await readPkcs12(made(pemOf(key), writePem('CERTIFICATE', seal)), 'geheim')
    assert.deepEqual(read.certificates, [seal])
    assert.equal('root' in read, false)
  })

  it('is refused when it holds no key, or one of a kind no seal is made with', async () => {
    const { certificate } = authority
    const keyless = made('', writePem('CERTIFICATE', certificate), '-nokeys')
    await assert.rejects(
      openPkcs12(keyless, 'geheim'),
      /One key is expected in the file; it holds 0/,
    )
    const { privateKey } = generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 })
    const dsa = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
    await assert.rejects(
      openPkcs12(made(dsa, '', '-nocerts'), 'geheim'),
      /The key in the file is of a kind not known here/,
    )
  })
})
