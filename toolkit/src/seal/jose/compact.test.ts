import assert from 'node:assert/strict'
import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type PrivateJwk, type PublicJwk, sign } from '#machine'
import { reference, unlessPresent } from '../../reference.ts'
import { attempt, Refused } from '../../refusal.ts'
import { utf8 } from '../../read/utf8.ts'
import type { Signer } from '../signer.ts'
import { proofOfCompact, readCompact, requireTyp, signCompact } from './compact.ts'
import { numericDate } from './numeric-date.ts'

function newSigner(curve = 'P-256', algorithm: 'ES256' | 'ES384' = 'ES256'): Signer {
  const pair = generateKeyPairSync('ec', { namedCurve: curve })
  const publicKey = pair.publicKey.export({ format: 'jwk' }) as unknown as PublicJwk
  const privateKey = pair.privateKey.export({ format: 'jwk' }) as unknown as PrivateJwk
  return {
    algorithm,
    publicKey,
    certificates: [],
    sign: (data) => sign(algorithm, privateKey, data),
  }
}

async function holds(text: string, key: PublicJwk): Promise<boolean> {
  const answer = await attempt(() => proofOfCompact(readCompact(text), { name: 'JWS' }).verify(key))
  return answer.ok && answer.value.holds
}

function codeOf(step: () => unknown): string {
  try {
    step()
    return 'accepted'
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0]?.code ?? ''
    throw error
  }
}

const signer = newSigner()
const token = await signCompact(
  { typ: 'vc+jwt', kid: 'did:web:uni.example#key-1' },
  { title: 'Ethics' },
  signer,
)

function withHeader(header: object | string): string {
  const text = typeof header === 'string' ? header : JSON.stringify(header)
  return `${Buffer.from(text).toString('base64url')}.${token.split('.').slice(1).join('.')}`
}

describe('a compact token', () => {
  it('is read as it was written, and its signature holds', async () => {
    const opened = readCompact(token)
    assert.deepEqual(opened.header, {
      alg: 'ES256',
      typ: 'vc+jwt',
      kid: 'did:web:uni.example#key-1',
    })
    assert.deepEqual(opened.key, { kind: 'method', url: 'did:web:uni.example#key-1' })
    assert.equal(new TextDecoder().decode(opened.payload), '{"title":"Ethics"}')
    const proof = proofOfCompact(opened, { name: 'VC-JWT' })
    assert.equal(proof.suite, 'VC-JWT ES256')
    assert.deepEqual(await proof.verify(signer.publicKey), { holds: true })
  })

  it('does not hold with another key, nor with a key of another algorithm', async () => {
    const proof = proofOfCompact(readCompact(token), { name: 'VC-JWT' })
    const other = await proof.verify(newSigner().publicKey)
    assert.equal(other.holds === false && other.code, 'signature.changed')
    const p384 = await proof.verify(newSigner('P-384', 'ES384').publicKey)
    assert.equal(p384.holds === false && p384.code, 'signature.algorithm')
  })

  it('does not hold after a change of any single character', async () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n~'
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: token.length - 1 }),
        fc.constantFrom(...letters),
        async (at, letter) => {
          fc.pre(token[at] !== letter)
          const changed = token.slice(0, at) + letter + token.slice(at + 1)
          assert.equal(await holds(changed, signer.publicKey), false)
        },
      ),
      { numRuns: 400 },
    )
  })

  const refused: readonly (readonly [string, string, string])[] = [
    ['two parts', 'YQ.YQ', 'jose.form'],
    ['five parts', `${token}.YQ.YQ`, 'jose.form'],
    ['an empty signature', 'e30.e30.', 'jose.form'],
    ['white space', `${token}\n`, 'base64.letter'],
    ['no algorithm', withHeader({ typ: 'JWT' }), 'jose.header'],
    ['a number as algorithm', withHeader({ alg: 256 }), 'jose.header'],
    ['algorithm none', withHeader({ alg: 'none' }), 'jose.algorithm'],
    ['a symmetric algorithm', withHeader({ alg: 'HS256' }), 'jose.algorithm'],
    ['an algorithm called constructor', withHeader({ alg: 'constructor' }), 'jose.algorithm'],
    [
      'a repeated header parameter',
      withHeader('{"alg":"ES256","alg":"ES256"}'),
      'json.duplicate-member',
    ],
    ['a header that is a list', withHeader('[]'), 'json.not-an-object'],
    [
      'an unencoded payload',
      withHeader({ alg: 'ES256', b64: false, crit: ['b64'] }),
      'jose.unencoded',
    ],
    [
      'an unknown critical parameter',
      withHeader({ alg: 'ES256', crit: ['zz'], zz: 1 }),
      'jose.critical',
    ],
    [
      'a critical parameter that is not there',
      withHeader({ alg: 'ES256', crit: ['zz'] }),
      'jose.critical',
    ],
    ['an empty critical list', withHeader({ alg: 'ES256', crit: [] }), 'jose.critical'],
    [
      'a registered critical parameter',
      withHeader({ alg: 'ES256', crit: ['alg'] }),
      'jose.critical',
    ],
    ['a key elsewhere', withHeader({ alg: 'ES256', jku: 'https://x.example' }), 'jose.remote-key'],
    ['a number as key identifier', withHeader({ alg: 'ES256', kid: 7 }), 'jose.kid'],
    [
      'a private key',
      withHeader({ alg: 'ES256', jwk: { ...signer.publicKey, d: 'AA' } }),
      'jwk.private',
    ],
    [
      'certificates in PEM',
      withHeader({ alg: 'ES256', x5c: [Buffer.from('-----BEGIN').toString('base64')] }),
      'jose.x5c',
    ],
    ['a certificate that is no text', withHeader({ alg: 'ES256', x5c: [7] }), 'jose.x5c'],
    [
      'a certificate beyond all measure',
      withHeader({ alg: 'ES256', x5c: ['A'.repeat(22_000)] }),
      'jose.x5c',
    ],
    [
      'a hundred certificates',
      withHeader({ alg: 'ES256', x5c: Array(100).fill('MAA=') }),
      'jose.x5c',
    ],
    [
      'the thumbprint of another certificate',
      withHeader({ alg: 'ES256', x5c: ['MAA='], 'x5t#S256': 'A'.repeat(43) }),
      'jose.x5t',
    ],
  ]
  for (const [name, text, code] of refused) {
    it(`with ${name} is refused as ${code}`, () => {
      assert.equal(
        codeOf(() => readCompact(text)),
        code,
      )
    })
  }

  it('with a critical parameter the caller knows is read', () => {
    assert.equal(
      codeOf(() => readCompact(withHeader({ alg: 'ES256', crit: ['zz'], zz: 1 }), '', ['zz'])),
      'accepted',
    )
  })

  it('of another type is refused', () => {
    assert.equal(
      codeOf(() => requireTyp(readCompact(token), 'kb+jwt')),
      'jose.typ',
    )
  })
})

describe('a numeric date', () => {
  it('is whole seconds', () => {
    assert.deepEqual(numericDate({ exp: 86400 }, 'exp'), new Date('1970-01-02T00:00:00Z'))
    assert.equal(numericDate({}, 'exp'), undefined)
    for (const exp of ['86400', 1.5, -1, 1e308, null, [1], 253402300800]) {
      assert.equal(
        codeOf(() => numericDate({ exp }, 'exp')),
        'jose.date',
      )
    }
  })
})

function read(name: string) {
  return JSON.parse(readFileSync(reference(`security/own/${name}`), 'utf8'))
}

interface Vector {
  readonly id: string
  readonly class: string
  readonly kind: string
  readonly input: string
  readonly expect: { readonly verdict: string }
}

describe('the signature vectors', { skip: unlessPresent('security/own/jws.json') }, () => {
  // What structure and signature alone decide; chains, types, times and issuers are the verifier's.
  const ours =
    /^(alg-|b64-|crit-|key-confusion-|parts-|dots-only|dup-header-alg|header-swap|payload-swap|sig-|jku|x5u|kid-number|kid-null|jwk-header|x5c-100|x5c-not-base64|x5c-pem|x5c-trusted-leaf|x5t-|rsa-1024)/

  it('are judged as they should be', async () => {
    const issuers: { id: string; keys: (PublicJwk & { kid: string })[] }[] =
      read('trust.json').issuers
    const keys = issuers.flatMap((issuer) => issuer.keys)
    const keysFor = (text: string): readonly PublicJwk[] => {
      const { key } = readCompact(text)
      if (key.kind === 'method') return keys.filter(({ kid }) => kid === key.url)
      if (key.kind !== 'certificates') return issuers[0]?.keys ?? []
      const leaf = new X509Certificate(key.chain[0] ?? utf8(''))
      return [leaf.publicKey.export({ format: 'jwk' }) as unknown as PublicJwk]
    }
    let good = 0
    let bad = 0
    for (const vector of read('jws.json') as Vector[]) {
      if (vector.kind !== 'jws-compact') continue
      const answer = await attempt(async () => {
        const answers = await Promise.all(
          keysFor(vector.input).map((key) => holds(vector.input, key)),
        )
        return answers.includes(true)
      })
      const held = answer.ok && answer.value
      if (vector.expect.verdict === 'valid') {
        assert.equal(held, true, vector.id)
        good++
      } else if (ours.test(vector.class)) {
        assert.equal(held, false, vector.id)
        bad++
      }
    }
    assert.ok(good >= 4 && bad >= 50, `${good} good, ${bad} bad`)
  })
})
