import assert from 'node:assert/strict'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type PrivateJwk, type PublicJwk, sign } from '#machine'
import type { Json, JsonObject } from '../../read/json.ts'
import { reference, unlessPresent } from '../../reference.ts'
import { attempt } from '../../refusal.ts'
import { proofOfCompact, signCompact } from '../jose/compact.ts'
import type { Signer } from '../signer.ts'
import { makeDisclosure } from './disclosure.ts'
import { conceal, issueSdJwt } from './issue.ts'
import { confirmationOf, keyBindingOf } from './key-binding.ts'
import { presentSdJwt } from './present.ts'
import { readSdJwt } from './read.ts'

function newSigner(): Signer {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const publicKey = pair.publicKey.export({ format: 'jwk' }) as unknown as PublicJwk
  const privateKey = pair.privateKey.export({ format: 'jwk' }) as unknown as PrivateJwk
  return {
    algorithm: 'ES256',
    publicKey,
    certificates: [],
    sign: (data) => sign('ES256', privateKey, data),
  }
}

const issuer = newSigner()
const holder = newSigner()
const now = new Date('2026-06-01T12:00:00Z')
const audience = 'x509_hash:Uvo3HtuIxuhC92rShpgqcT3YXwrqRxWEviRiA0OZszk'
const claims: JsonObject = {
  iss: 'https://uni.example',
  vct: 'urn:eu.example:micro-credential:1',
  cnf: { jwk: { ...issuer.publicKey, ...holder.publicKey } as JsonObject },
  given_name: 'Miren',
  nationalities: ['ES', 'FR', 'IE'],
  address: { country: 'ES', city: 'Bilbo', geo: [{ lat: 43 }, { lat: 44 }] },
}
const disclosable = [
  ['given_name'],
  ['nationalities', null],
  ['address'],
  ['address', 'city'],
  ['address', 'geo', null],
  ['absent'],
] as const
const header = { typ: 'dc+sd-jwt' }
const text = await issueSdJwt(header, claims, issuer, {
  random: randomBytes,
  disclosable,
  decoys: 2,
})

/** Objects of processed claims have no prototype; this gives them one. */
function plain(value: Json): unknown {
  return JSON.parse(JSON.stringify(value))
}

async function refusalOf(input: string): Promise<string> {
  const answer = await attempt(() => keyBindingOf(readSdJwt(input)))
  return answer.ok ? 'accepted' : (answer.refusals[0]?.code ?? '')
}

describe('an SD-JWT', () => {
  it('shows everything it was made of when everything is disclosed', () => {
    const read = readSdJwt(text)
    assert.deepEqual(plain(read.claims), claims)
    assert.equal(read.disclosures.length, 8)
    assert.equal(JSON.stringify(read.payload).includes('Miren'), false)
  })

  it('shows only the chosen claims, with what leads to them', async () => {
    const shown = await presentSdJwt(text, [
      ['address', 'city'],
      ['nationalities', 1],
    ])
    assert.deepEqual(plain(readSdJwt(shown).claims), {
      iss: claims['iss'],
      vct: claims['vct'],
      cnf: claims['cnf'],
      nationalities: ['FR'],
      address: { country: 'ES', city: 'Bilbo', geo: [] },
    })
    assert.equal(readSdJwt(await presentSdJwt(text, [])).disclosures.length, 0)
  })

  it('bound to the holder’s key names its reader, and holds for that key alone', async () => {
    const shown = await presentSdJwt(text, [['given_name']], {
      holder,
      audience,
      nonce: 'n-1',
      now,
    })
    const binding = keyBindingOf(readSdJwt(shown))
    assert.equal(binding?.audience, audience)
    assert.equal(binding?.nonce, 'n-1')
    assert.deepEqual(binding?.presentedAt, now)
    assert.deepEqual(await binding?.proof.verify(holder.publicKey), { holds: true })
    const other = await binding?.proof.verify(issuer.publicKey)
    assert.equal(other?.holds === false && other.code, 'holder.other-key')
  })

  it('does not hold once a disclosure is dropped behind the holder’s back', async () => {
    const shown = await presentSdJwt(text, [['given_name']], {
      holder,
      audience,
      nonce: 'n-1',
      now,
    })
    const [token, , kb] = shown.split('~')
    const answer = await keyBindingOf(readSdJwt(`${token}~${kb}`))?.proof.verify(holder.publicKey)
    assert.equal(answer?.holds === false && answer.code, 'holder.changed')
  })

  it('never hides the claims that decide whether it is valid', async () => {
    for (const name of ['iss', 'exp', 'vct', 'status', 'cnf']) {
      const answer = await attempt(() =>
        conceal(claims, { random: randomBytes, disclosable: [[name]] }),
      )
      assert.equal(!answer.ok && answer.refusals[0]?.code, 'sd-jwt.not-disclosable')
    }
  })

  it('uses a salt of its own for each disclosure and sorts its digests', () => {
    const salts = readSdJwt(text).disclosures.map(
      ({ disclosure }) => JSON.parse(Buffer.from(disclosure.text, 'base64url').toString())[0],
    )
    assert.equal(new Set(salts).size, salts.length)
    assert.ok(salts.every((salt) => Buffer.from(salt, 'base64url').length === 16))
    const digests = readSdJwt(text).payload['_sd']
    assert.ok(Array.isArray(digests) && digests.length === 4)
    assert.deepEqual(digests, digests.toSorted())
  })

  it('with a claim called like an object of the language is inert', async () => {
    const odd = await issueSdJwt(header, { constructor: 'x', toString: 'y' }, issuer, {
      random: randomBytes,
      disclosable: [['constructor']],
    })
    const read = readSdJwt(odd)
    assert.equal(read.claims['constructor'], 'x')
    assert.equal(read.claims['hasOwnProperty'], undefined)
  })

  const parts = text.split('~')
  const changed: readonly (readonly [string, string, string])[] = [
    ['no tilde at its end', text.slice(0, -1), 'sd-jwt.form'],
    ['no tilde at all', parts[0] ?? '', 'sd-jwt.form'],
    ['an empty disclosure', `${text}~`, 'sd-jwt.form'],
    ['the same disclosure twice', `${text}${parts[1]}~`, 'sd-jwt.duplicate-digest'],
    [
      'more disclosures than any credential has',
      `${parts[0]}${'~a'.repeat(2000)}~`,
      'sd-jwt.too-many-disclosures',
    ],
  ]
  for (const [name, input, code] of changed) {
    it(`with ${name} is refused as ${code}`, async () => assert.equal(await refusalOf(input), code))
  }
})

describe('what a holder shows', () => {
  it('is taken from bytes as from text, and bound only where the credential is bound to a key', async () => {
    const bytes = new TextEncoder().encode(text)
    assert.equal(await presentSdJwt(bytes, []), await presentSdJwt(text, []))
    const { cnf: _, ...unbound } = claims
    const settings = { random: randomBytes, disclosable: [] }
    const free = await issueSdJwt(header, unbound, issuer, settings)
    const answer = await attempt(() =>
      presentSdJwt(free, [], { holder, audience, nonce: 'n-1', now }),
    )
    assert.equal(!answer.ok && answer.refusals[0]?.code, 'sd-jwt.no-confirmation')
  })

  it('counts from when it says it begins to count', async () => {
    const seconds = now.getTime() / 1000
    for (const [nbf, shown] of [
      [seconds + 60, seconds + 60],
      [seconds - 60, seconds],
    ] as const) {
      const payload = { iat: seconds, nbf, aud: audience, nonce: 'n', sd_hash: 'x' }
      const token = await signCompact({ typ: 'kb+jwt' }, payload, holder)
      const binding = keyBindingOf(readSdJwt(text + token))
      assert.deepEqual(binding?.presentedAt, new Date(shown * 1000))
    }
  })

  it('names its key as a key, or is bound to none', () => {
    assert.equal(confirmationOf({}), undefined)
    assert.equal(confirmationOf({ cnf: { kid: 'phone' } }), undefined)
    assert.throws(() => confirmationOf({ cnf: 'phone' }), /malformed/)
  })
})

describe('an SD-JWT beyond all bounds', () => {
  it('is refused before it is read', async () => {
    assert.equal(await refusalOf(`${'a'.repeat(4 * 2 ** 20)}~`), 'sd-jwt.too-long')
  })

  it('is refused when disclosures lead ever deeper', async () => {
    const texts: string[] = []
    let inner: Json = 'end'
    for (let depth = 0; depth < 70; depth++) {
      const disclosure = makeDisclosure(randomBytes(16), 'a', inner)
      texts.push(disclosure.text)
      inner = { _sd: [disclosure.digest] }
    }
    const token = await signCompact(header, { b: inner }, issuer)
    assert.equal(await refusalOf(`${[token, ...texts].join('~')}~`), 'sd-jwt.depth')
  })
})

describe('whatever the claims', () => {
  const names = fc.constantFrom('a', 'b', 'c', 'constructor', 'ø', '')
  const value = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 3 },
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.integer(),
      fc.constantFrom(null, true),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(names, tie('json'), { maxKeys: 3 }),
    ) as fc.Arbitrary<Json>,
  })).json
  const object = fc.dictionary(names, value, { maxKeys: 5 }) as fc.Arbitrary<JsonObject>
  const path = fc.array(fc.oneof(names, fc.constantFrom(null, 0, 1)), {
    minLength: 1,
    maxLength: 3,
  })

  it('what is concealed and fully disclosed is what was there; any subset is a part of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        object,
        fc.array(path, { maxLength: 5 }),
        fc.array(path, { maxLength: 3 }),
        async (all, hide, show) => {
          const made = await issueSdJwt(
            header,
            all,
            { ...issuer, sign: async () => new Uint8Array(64) },
            {
              random: randomBytes,
              disclosable: hide,
            },
          )
          assert.deepEqual(plain(readSdJwt(made).claims), JSON.parse(JSON.stringify(all)))
          const shown = readSdJwt(await presentSdJwt(made, show))
          assert.ok(isPart(plain(shown.claims) as Json, all))
          // What is chosen at the top is there in full.
          for (const [first, ...rest] of show) {
            if (typeof first !== 'string' || rest.length > 0 || !Object.hasOwn(all, first)) continue
            assert.deepEqual(
              plain(shown.claims[first] ?? null),
              JSON.parse(JSON.stringify(all[first])),
            )
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('no single changed character leaves a credential that holds', async () => {
    const letters = 'ABCXYZabcxyz0123456789-_.~=+/ \n'
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: text.length - 1 }),
        fc.constantFrom(...letters),
        async (at, letter) => {
          fc.pre(text[at] !== letter)
          const answer = await attempt(async () => {
            const read = readSdJwt(text.slice(0, at) + letter + text.slice(at + 1))
            return proofOfCompact(read.token, { name: 'SD-JWT' }).verify(issuer.publicKey)
          })
          assert.equal(answer.ok && answer.value.holds, false)
        },
      ),
      { numRuns: 300 },
    )
  })
})

function isPart(part: Json, whole: Json): boolean {
  if (Array.isArray(part)) {
    // Elements may be missing, the others keep their order.
    let from = 0
    return (
      Array.isArray(whole) &&
      part.every((item) => {
        const at = whole.findIndex((other: Json, i) => i >= from && isPart(item, other))
        from = at + 1
        return at >= 0
      })
    )
  }
  if (typeof part === 'object' && part !== null) {
    const object = whole as JsonObject
    return (
      typeof whole === 'object' &&
      whole !== null &&
      Object.entries(part).every(
        ([name, item]) => Object.hasOwn(object, name) && isPart(item, object[name] ?? null),
      )
    )
  }
  return Object.is(part, whole) || part === whole
}

describe(
  'the vectors of RFC 9901',
  { skip: unlessPresent('oid4/sd-jwt/rfc9901-vectors.json') },
  () => {
    it('are read as the standard reads them, and their signatures hold', async () => {
      const file = JSON.parse(readFileSync(reference('oid4/sd-jwt/rfc9901-vectors.json'), 'utf8'))
      let read = 0
      for (const vector of file.vectors) {
        // The first is a token alone, without the tilde of an SD-JWT.
        const sdJwt = readSdJwt(vector.kind === 'jwt' ? `${vector.value}~` : vector.value)
        assert.deepEqual(plain(sdJwt.claims), vector.processed_payload, vector.id)
        assert.equal(sdJwt.disclosures.length, vector.disclosures, vector.id)
        const proof = proofOfCompact(sdJwt.token, { name: 'SD-JWT' })
        assert.deepEqual(await proof.verify(file.issuer_public_jwk), { holds: true }, vector.id)
        const binding = keyBindingOf(sdJwt)
        assert.equal(binding !== undefined, vector.kind === 'sd-jwt+kb', vector.id)
        if (binding !== undefined) {
          assert.equal(binding.proof.key.kind, 'embedded')
          const key =
            binding.proof.key.kind === 'embedded' ? binding.proof.key.key : file.issuer_public_jwk
          assert.deepEqual(await binding.proof.verify(key), { holds: true }, vector.id)
        }
        read++
      }
      assert.equal(read, 9)
    })
  },
)
