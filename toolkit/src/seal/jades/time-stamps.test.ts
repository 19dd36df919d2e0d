import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { limits } from '../../limits.ts'
import { base64, base64url, base64urlDecode } from '../../read/base64.ts'
import { readJsonObject, type Json } from '../../read/json.ts'
import { utf8 } from '../../read/utf8.ts'
import { attempt } from '../../refusal.ts'
import { authority, ecKey, later, now, order } from '../../trust/x509/example-authority.ts'
import { memorySigner } from '../keys/memory.ts'
import { believing, timeStampsAt } from '../time/example-time-stamps.ts'
import { stampOf } from '../time/index.ts'
import { readJades, sealJades } from './index.ts'
import { timeStampsOf } from './time-stamps.ts'

const key = ecKey()
const certificate = await authority.issueSealCertificate({ ...order, publicKey: key })
const signer = memorySigner(key, { certificates: [certificate] })
const stamps = await timeStampsAt(later)
const payload = '{"name":"Zoë"}'
const settings = { now, signingTime: 'iat' } as const

/** What the time stamps of a signature come to: `signature proven`, `content broken time.imprint`, … */
async function weighed(
  etsiU: readonly Json[],
  adoTst?: Json,
  signature = 'c2ln',
): Promise<readonly string[]> {
  const place = 'signatures[0]'
  const found = timeStampsOf({ adoTst, etsiU, signature, content: utf8(payload), place })
  return Promise.all(
    found.map(async ({ over, weigh }) => {
      const answer = await weigh(believing())
      return [over, answer.status, ...('code' in answer ? [answer.code] : [])].join(' ')
    }),
  )
}

const val = base64(await stampOf(utf8('c2ln'), stamps))
const overContent = base64(await stampOf(utf8(payload), stamps))
const encoded = (value: unknown) => base64url(utf8(JSON.stringify(value)))
const sigTst = (...tokens: readonly unknown[]) => ({ sigTst: { tstTokens: tokens } }) as Json
const good = encoded(sigTst({ val }))

describe('a seal with a time stamp', () => {
  it('is written with one over its signature, and read back', async () => {
    const text = await sealJades(payload, signer, { ...settings, timeStamps: stamps })
    assert.ok(text.startsWith('{"payload"'))
    const { proof, etsiU } = readJades(utf8(text)).signatures[0] ?? assert.fail()
    assert.deepEqual(await proof.verify(signer.publicKey), { holds: true })
    assert.deepEqual(Object.keys(readJsonObject(base64urlDecode(String(etsiU[0])))), ['sigTst'])
    const [stamp] = proof.timeStamps ?? []
    const answer = await stamp?.weigh(believing())
    assert.ok(answer?.status === 'proven')
    assert.deepEqual(answer.at, later)
    // The level is the verifier's to say: it depends on whom it believes.
    assert.equal(proof.level, 'B-B')
  })

  it('is not made when the authority gives none, nor of content that is no text', async () => {
    const dead = { stamp: () => Promise.reject(new Error('the line is dead')) }
    await assert.rejects(
      sealJades(payload, signer, { ...settings, timeStamps: dead }),
      /line is dead/,
    )
    const broken = await attempt(() => sealJades('\ud800', signer, settings))
    assert.equal(!broken.ok && broken.refusals[0]?.code, 'jades.payload')
    const none = readJades(utf8(await sealJades(payload, signer, settings)))
    assert.deepEqual(none.signatures[0]?.proof.timeStamps, [])
  })
})

describe('the time stamps of a seal', () => {
  it('are found over signature and content, encoded or plain, one or several', async () => {
    assert.deepEqual(await weighed([good]), ['signature proven'])
    assert.deepEqual(await weighed([sigTst({ val })]), ['signature proven'])
    assert.deepEqual(await weighed([encoded(sigTst({ val }, { val }))]), [
      'signature proven',
      'signature proven',
    ])
    assert.deepEqual(await weighed([good], { tstTokens: [{ val: overContent }] }), [
      'content proven',
      'signature proven',
    ])
    assert.deepEqual(await weighed([]), [])
  })

  it('prove nothing over another signature or other content', async () => {
    assert.deepEqual(await weighed([good], undefined, 'b3RoZXI'), ['signature broken time.imprint'])
    assert.deepEqual(await weighed([], { tstTokens: [{ val }] }), ['content broken time.imprint'])
  })

  it('are not the other properties, whatever those hold', async () => {
    const others = [{ xVals: [] }, { rVals: {} }, { arcTst: { tstTokens: [{ val }] } }]
    assert.deepEqual(await weighed([good, ...others.map(encoded)]), ['signature proven'])
    // Certificates and lists may be long; they are not read for a time stamp.
    const long = limits.timeStamp.tokens * limits.timeStamp.bytes * 2 + 1
    assert.deepEqual(await weighed([good, 'A'.repeat(long)]), ['signature proven'])
    assert.deepEqual(await weighed([1, null]), ['signature broken jades.unsigned'])
    assert.deepEqual(await weighed([1, 2]), [])
  })

  it('are broken when they are malformed, and no error', async () => {
    const malformed = 'signature broken jades.time-stamp'
    const cases: readonly (readonly [Json, string])[] = [
      [{ sigTst: 'x' }, malformed],
      [{ sigTst: {} }, malformed],
      [{ sigTst: { tstTokens: [] } }, malformed],
      [sigTst('x'), malformed],
      [sigTst({}), malformed],
      [sigTst({ val, encoding: 'http://uri.etsi.org/01903/v1.2.2#BER' }), malformed],
      [sigTst({ val: 'A'.repeat(2 * limits.timeStamp.bytes) }), 'signature broken time.too-large'],
      [sigTst({ val: '!' }), 'signature broken base64.length'],
      ['e30', ''],
      ['!', 'signature broken base64.length'],
    ]
    for (const [property, answer] of cases)
      assert.deepEqual(await weighed([property]), answer === '' ? [] : [answer])
    assert.deepEqual(await weighed([], 'x'), ['content broken jades.time-stamp'])
    const der = 'http://uri.etsi.org/01903/v1.2.2#DER'
    assert.deepEqual(await weighed([sigTst({ val, encoding: der })]), ['signature proven'])
  })

  it('are not a mixture of encoded and plain', async () => {
    assert.deepEqual(await weighed([good, sigTst({ val })]), ['signature broken jades.unsigned'])
  })

  it('are weighed up to a bound', async () => {
    const many = Array.from({ length: 50 }, () => good)
    assert.equal((await weighed(many)).length, limits.timeStamp.tokens)
    const late = [...Array.from({ length: limits.timeStamp.properties }, () => 'e30'), good]
    assert.deepEqual(await weighed(late), [])
  })

  it('are not called broken for a fault of ours', async () => {
    const fault = {
      get sigTst(): Json {
        throw new Error('our own fault')
      },
    }
    await assert.rejects(
      attempt(() => weighed([fault])),
      /our own fault/,
    )
  })
})
