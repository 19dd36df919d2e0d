import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { ecKey, rsaKey } from '../../trust/x509/example-authority.ts'
import { writePem } from '../../trust/x509/pem.ts'
import { createTestAuthority } from '../../trust/x509/test-authority.ts'
import { authority, believing, data, random } from './example-time-stamps.ts'
import { authorityOver, proveTime, stampOf, type TimeSearch } from './index.ts'
import { testTimeStamps } from './test-authority.ts'

async function proved(token: Uint8Array, search: Partial<TimeSearch>): Promise<string> {
  const answer = await proveTime(token, data, believing(search))
  return answer.status === 'proven'
    ? `proven ${answer.at.toISOString()}`
    : `${answer.status} ${answer.code}`
}

const openssl = spawnSync('openssl', ['version'])
const absent = openssl.status === 0 ? false : 'openssl is not on this machine'

describe('OpenSSL and we', { skip: absent }, () => {
  let folder = ''
  const at = (name: string) => join(folder, name)
  const run = (...args: readonly string[]) => {
    const { status, stderr } = spawnSync('openssl', args, { cwd: folder })
    assert.equal(status, 0, `openssl ${args.join(' ')}: ${String(stderr)}`)
  }
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'time-stamps-'))
    writeFileSync(at('data'), data)
    writeFileSync(at('root.pem'), writePem('CERTIFICATE', authority.certificate))
  })
  after(() => rmSync(folder, { recursive: true }))

  it('agree that our tokens and answers are good, with keys of every kind', async () => {
    const now = new Date()
    const today = await createTestAuthority({ name: 'Today', now, random, key: ecKey() })
    writeFileSync(at('today.pem'), writePem('CERTIFICATE', today.certificate))
    for (const key of [ecKey(), ecKey('P-384'), rsaKey(2048)]) {
      const stamps = await testTimeStamps({
        authority: today,
        organisation: 'Today',
        key,
        random,
        clock: () => now,
      })
      writeFileSync(at('token'), await stampOf(data, stamps))
      run('ts', '-verify', '-token_in', '-in', 'token', '-data', 'data', '-CAfile', 'today.pem')
      run('ts', '-query', '-data', 'data', '-sha256', '-cert', '-out', 'query')
      writeFileSync(at('answer'), await stamps.answer(readFileSync(at('query'))))
      run('ts', '-verify', '-in', 'answer', '-queryfile', 'query', '-CAfile', 'today.pem')
    }
  })

  it('agree that its answers to our requests are good', async () => {
    writeFileSync(at('openssl.cnf'), configuration)
    run(
      'req',
      '-x509',
      '-config',
      'openssl.cnf',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'key',
      '-out',
      'unit.pem',
      '-days',
      '2',
    )
    run('x509', '-in', 'unit.pem', '-outform', 'DER', '-out', 'unit')
    const unit = readFileSync(at('unit'))
    const ask = async (query: Uint8Array) => {
      writeFileSync(at('query'), query)
      run('ts', '-reply', '-config', 'openssl.cnf', '-queryfile', 'query', '-out', 'reply')
      return readFileSync(at('reply'))
    }
    const stamp = await stampOf(data, authorityOver(ask, random))
    const anchors = [{ name: 'OpenSSL', certificate: unit }]
    assert.match(await proved(stamp, { anchors, now: new Date() }), /^proven 20/)
    // A unit that certified itself is nobody's without somebody who names it.
    assert.match(await proved(stamp, { now: new Date() }), /^undecided x509\./)
  })
})

const configuration = `
[req]
distinguished_name = name
x509_extensions = unit
prompt = no
[name]
CN = OpenSSL time stamps
[unit]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[tsa]
default_tsa = unit_tsa
[unit_tsa]
serial = serial
crypto_device = builtin
signer_cert = unit.pem
signer_key = key
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
accuracy = secs:1, millisecs:500, microsecs:100
clock_precision_digits = 3
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`
