// What RFC 9901 says a verifier and an issuer MUST do, section by section, shown on the whole verifier: a good SD-JWT
// is valid, and one that breaks a rule, and only that rule, is proven wrong for the reason given.

import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import { utf8 } from 'tessera/read/utf8'
import { attempt } from 'tessera/refusal'
import { signCompact } from 'tessera/seal/jose/compact'
import { conceal, issueSdJwt } from 'tessera/seal/sd-jwt/issue'
import { presentSdJwt } from 'tessera/seal/sd-jwt/present'
import { readSdJwt } from 'tessera/seal/sd-jwt/read'
import {
  issuer,
  stranger,
  seconds,
  base64url,
  digest,
  salt,
  open,
  sdJwt,
  disclosed,
  type Bound,
  withBinding,
  asked,
  answerTo,
  name,
  element,
  withAlgorithm,
} from './made-sd-jwt.ts'

type Rule = readonly [
  section: string,
  rule: string,
  answer: string,
  make: () => Promise<string> | string,
]

const rules: readonly Rule[] = [
  [
    '4',
    'an SD-JWT without key binding ends with a tilde',
    'sd-jwt.form',
    async () =>
      (await sdJwt({ payload: { _sd: [name.digest] }, disclosures: [name.text] })).slice(0, -1),
  ],
  ['4', 'no part between the tildes is empty', 'sd-jwt.form', async () => `${await sdJwt()}~`],
  [
    '4.1',
    'the payload is a JSON object',
    'json.not-an-object',
    async () => `${await signCompact({ typ: 'dc+sd-jwt' }, utf8('[]'), issuer)}~`,
  ],
  [
    '4.1',
    '“...” stands for nothing but digests',
    'sd-jwt.claim-name',
    () => sdJwt({ payload: { '...': 'x' } }),
  ],
  [
    '4.1',
    '“_sd” stands for nothing but digests',
    'sd-jwt.digest',
    () => sdJwt({ payload: { _sd: 'x' } }),
  ],
  [
    '4.1',
    'no digest stands twice',
    'sd-jwt.duplicate-digest',
    () => sdJwt({ payload: { _sd: [name.digest, name.digest] } }),
  ],
  [
    '4.1',
    'no digest stands twice, in another place either',
    'sd-jwt.duplicate-digest',
    () => sdJwt({ payload: { _sd: [name.digest], list: [{ '...': name.digest }] } }),
  ],
  [
    '4.1.1',
    'without “_sd_alg” it is SHA-256',
    'sd-jwt.unreferenced-disclosure',
    () => sdJwt({ payload: { _sd: [digest(name.text, 'sha512')] }, disclosures: [name.text] }),
  ],
  [
    '4.1.1',
    '“_sd_alg” is a known and secure hash',
    'sd-jwt.hash',
    () => sdJwt({ payload: { _sd_alg: 'md5' } }),
  ],
  [
    '4.1.1',
    '“_sd_alg” is compared letter by letter',
    'sd-jwt.hash',
    () => sdJwt({ payload: { _sd_alg: 'SHA-256' } }),
  ],
  [
    '4.1.1',
    '“_sd_alg” is a text',
    'sd-jwt.hash',
    () => sdJwt({ payload: { _sd_alg: ['sha-256'] } }),
  ],
  [
    '4.1.1',
    '“_sd_alg” stands at the top',
    'sd-jwt.claim-name',
    () => sdJwt({ payload: { address: { _sd_alg: 'sha-256' } } }),
  ],
  ['4.2.1', 'a disclosure is base64url', 'base64.letter', () => sdJwt({ disclosures: ['=='] })],
  [
    '4.2.1',
    'a disclosure is a JSON array',
    'sd-jwt.disclosure',
    () => sdJwt({ disclosures: [base64url('"x"')] }),
  ],
  [
    '4.2.1',
    'its salt is a text',
    'sd-jwt.disclosure',
    () => sdJwt({ disclosures: [base64url([1, 'a', 'b'])] }),
  ],
  [
    '4.2.1',
    'its name is a text',
    'sd-jwt.disclosure',
    () => sdJwt({ disclosures: [base64url([salt, 1, 'b'])] }),
  ],
  [
    '4.2.1',
    'its name is not “_sd”',
    'sd-jwt.claim-name',
    () => sdJwt({ disclosures: [base64url([salt, '_sd', []])] }),
  ],
  [
    '4.2.1',
    'its name is not “...”',
    'sd-jwt.claim-name',
    () => sdJwt({ disclosures: [base64url([salt, '...', 'b'])] }),
  ],
  [
    '4.2.3',
    'the digest is over the text as it came',
    'sd-jwt.unreferenced-disclosure',
    () =>
      sdJwt({
        payload: { _sd: [name.digest] },
        disclosures: [base64url(`[ "${salt}", "given_name", "Miren"]`)],
      }),
  ],
  [
    '4.2.3',
    'the digest is base64url of the hash, not of its hex',
    'sd-jwt.unreferenced-disclosure',
    () =>
      sdJwt({
        payload: { _sd: [base64url(createHash('sha256').update(name.text).digest('hex'))] },
        disclosures: [name.text],
      }),
  ],
  [
    '4.2.4.1',
    '“_sd” is an array of texts',
    'sd-jwt.digest',
    () => sdJwt({ payload: { _sd: [1] } }),
  ],
  [
    '4.2.4.2',
    'nothing stands beside the digest of an element',
    'sd-jwt.digest',
    () => sdJwt({ payload: { list: [{ '...': element.digest, more: 1 }] } }),
  ],
  [
    '4.2.4.2',
    'the digest of an element is a text',
    'sd-jwt.digest',
    () => sdJwt({ payload: { list: [{ '...': 1 }] } }),
  ],
  [
    '7.1, 2a',
    'the algorithm is secure, and not “none”',
    'jose.algorithm',
    () => withAlgorithm('none'),
  ],
  ['7.1, 2a', 'the algorithm is asymmetric', 'jose.algorithm', () => withAlgorithm('HS256')],
  ['7.1, 2b', 'the signature is the issuer’s', 'signature.changed', () => sdJwt({ by: stranger })],
  [
    '7.1, 2c',
    'the key is one of the issuer’s',
    'issuer-key.not-listed',
    () => sdJwt({ by: stranger, header: { jwk: { ...stranger.publicKey } } }),
  ],
  [
    '7.1, 3c',
    'what “_sd” names has three parts',
    'sd-jwt.disclosure',
    () => sdJwt({ payload: { _sd: [element.digest] }, disclosures: [element.text] }),
  ],
  [
    '7.1, 3c',
    'no disclosure has four parts',
    'sd-jwt.disclosure',
    () => sdJwt({ disclosures: [base64url([salt, 'a', 'b', 'c'])] }),
  ],
  [
    '7.1, 3c',
    'what an element names has two parts',
    'sd-jwt.disclosure',
    () => sdJwt({ payload: { list: [{ '...': name.digest }] }, disclosures: [name.text] }),
  ],
  [
    '7.1, 3c',
    'no disclosed claim overwrites another',
    'sd-jwt.claim-twice',
    () => sdJwt({ payload: { given_name: 'Jon', _sd: [name.digest] }, disclosures: [name.text] }),
  ],
  [
    '7.1, 3c',
    'no two disclosures are of one claim',
    'sd-jwt.claim-twice',
    () => {
      const other = disclosed([salt, 'given_name', 'Jon'])
      return sdJwt({
        payload: { _sd: [name.digest, other.digest] },
        disclosures: [name.text, other.text],
      })
    },
  ],
  [
    '7.1, 4',
    'no digest stands twice, inside a disclosure either',
    'sd-jwt.duplicate-digest',
    () => {
      const outer = disclosed([salt, 'address', { _sd: [name.digest] }])
      return sdJwt({
        payload: { _sd: [outer.digest, name.digest] },
        disclosures: [outer.text, name.text],
      })
    },
  ],
  [
    '7.1, 5',
    'every disclosure belongs to a digest',
    'sd-jwt.unreferenced-disclosure',
    () => sdJwt({ disclosures: [name.text] }),
  ],
  [
    '7.1, 5',
    'no disclosure stands twice',
    'sd-jwt.duplicate-digest',
    () => sdJwt({ payload: { _sd: [name.digest] }, disclosures: [name.text, name.text] }),
  ],
  ['7.1, 6', 'it has not ended', 'dates.expired', () => sdJwt({ payload: { exp: seconds - 30 } })],
  ['7.1, 6', 'it has begun', 'dates.not-yet', () => sdJwt({ payload: { nbf: seconds + 3600 } })],
  [
    '9.7',
    'no claim that decides on validity comes from a disclosure',
    'sd-jwt.not-disclosable',
    () => {
      const hidden = disclosed([salt, 'exp', seconds + 3600])
      return sdJwt({ payload: { _sd: [hidden.digest] }, disclosures: [hidden.text] })
    },
  ],
]

type BindingRule = readonly [section: string, rule: string, answer: string, bound: Bound | 'none']

const bindingRules: readonly BindingRule[] = [
  ['7.3', 'a key binding that is asked for is there', 'holder.no-presentation', 'none'],
  ['4.3', 'its type is “kb+jwt”', 'format.malformed', { header: { typ: 'JWT' } }],
  ['4.3', 'it has a time', 'format.malformed', { claims: { iat: undefined } }],
  ['4.3', 'it has a reader', 'format.malformed', { claims: { aud: undefined } }],
  [
    '4.3',
    'its reader is one text',
    'format.malformed',
    { claims: { aud: ['https://reader.example'] } },
  ],
  ['4.3', 'it has a nonce', 'format.malformed', { claims: { nonce: undefined } }],
  ['4.3', 'it has a hash', 'format.malformed', { claims: { sd_hash: undefined } }],
  [
    '7.3, 5',
    'it is signed with the key the credential is bound to',
    'holder.changed',
    { by: stranger },
  ],
  [
    '7.3, 5',
    'no key of its own counts',
    'holder.changed',
    { by: stranger, header: { jwk: { ...stranger.publicKey } } },
  ],
  [
    '7.3, 5',
    'it is not signed by the issuer in the holder’s place',
    'holder.changed',
    { by: issuer },
  ],
  ['7.3, 5', 'it is fresh', 'holder.not-fresh', { claims: { iat: seconds - 3600 } }],
  ['7.3, 5', 'it is not from the future', 'holder.not-fresh', { claims: { iat: seconds + 3600 } }],
  ['7.3, 5', 'its nonce is the reader’s', 'holder.other-request', { claims: { nonce: 'n-2' } }],
  [
    '7.3, 5',
    'its reader is the one who asks',
    'holder.other-request',
    { claims: { aud: 'https://other.example' } },
  ],
  ['7.3, 5', 'its hash is over what is shown', 'holder.changed', { over: 'another~' }],
  ['7.3, 5', 'it has not ended', 'holder.not-fresh', { claims: { exp: seconds - 60 } }],
]

describe('RFC 9901', () => {
  it('an SD-JWT that follows all rules is valid, with and without key binding', async () => {
    assert.equal(await answerTo(await sdJwt()), 'valid')
    const shown = await sdJwt({
      payload: {
        _sd: [name.digest, digest('decoy')],
        list: [{ '...': element.digest }, { '...': digest('x') }],
        _sd_alg: 'sha-256',
      },
      disclosures: [name.text, element.text],
    })
    assert.equal(await answerTo(shown), 'valid')
    assert.equal(await answerTo(await withBinding(shown), asked), 'valid')
    const { claims } = readSdJwt(shown)
    assert.deepEqual(claims['list'], ['ES'])
    assert.equal(claims['given_name'], 'Miren')
    assert.equal('_sd' in claims || '_sd_alg' in claims, false)
  })

  it('hashes with what “_sd_alg” names', async () => {
    for (const [alg, hash] of [
      ['sha-384', 'sha384'],
      ['sha-512', 'sha512'],
    ] as const) {
      const shown = await sdJwt({
        payload: { _sd: [digest(name.text, hash)], _sd_alg: alg },
        disclosures: [name.text],
      })
      assert.equal(await answerTo(shown), 'valid')
      const claims = { sd_hash: digest(shown, hash) }
      assert.equal(await answerTo(await withBinding(shown, { claims }), asked), 'valid')
      assert.equal(await answerTo(await withBinding(shown), asked), 'holder.changed')
    }
  })

  for (const [section, rule, answer, make] of rules) {
    it(`${section}: ${rule}`, async () => assert.equal(await answerTo(await make()), answer))
  }

  for (const [section, rule, answer, bound] of bindingRules) {
    it(`${section}: ${rule}`, async () => {
      const shown = await sdJwt({ payload: { _sd: [name.digest] }, disclosures: [name.text] })
      const text = bound === 'none' ? shown : await withBinding(shown, bound)
      assert.equal(await answerTo(text, asked), answer)
    })
  }

  it('7.3: no disclosure is added, dropped or moved behind the key binding', async () => {
    const other = disclosed([salt, 'family_name', 'Etxe'])
    const made = { payload: { _sd: [name.digest, other.digest] } }
    const both = await withBinding(await sdJwt({ ...made, disclosures: [name.text, other.text] }))
    assert.equal(await answerTo(both, asked), 'valid')
    const [token, first, second, binding] = both.split('~')
    assert.equal(await answerTo(`${token}~${first}~${binding}`, asked), 'holder.changed')
    assert.equal(await answerTo(`${token}~${second}~${first}~${binding}`, asked), 'holder.changed')
  })

  it('4.2.1, 9.3: an issuer hides no reserved name, takes fresh salts of 128 bits, and sorts its digests', async () => {
    const settings = { random: randomBytes, disclosable: [['a'], ['b']] }
    for (const reserved of ['_sd', '...', '_sd_alg']) {
      const answer = await attempt(() => conceal({ [reserved]: 1 }, settings))
      assert.equal(!answer.ok && answer.refusals[0]?.code, 'sd-jwt.claim-name')
    }
    const salts = new Set<string>()
    for (let i = 0; i < 20; i++) {
      const { payload, disclosures } = conceal({ a: 1, b: 2 }, settings)
      assert.deepEqual(payload['_sd'], [...(payload['_sd'] as readonly string[])].toSorted())
      for (const text of disclosures) {
        const [fresh] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string]
        assert.equal(Buffer.from(fresh, 'base64url').length, 16)
        salts.add(fresh)
      }
    }
    assert.equal(salts.size, 40)
  })

  it('7.2: a holder shows only what belongs to the chosen claims, and drops an old key binding', async () => {
    const claims = { ...open, a: 1, b: { c: 2 } }
    const disclosable = [['a'], ['b'], ['b', 'c']]
    const all = await issueSdJwt({ typ: 'dc+sd-jwt' }, claims, issuer, {
      random: randomBytes,
      disclosable,
    })
    const shown = await presentSdJwt(await withBinding(all), [['b']])
    assert.deepEqual(JSON.parse(JSON.stringify(readSdJwt(shown).claims)), { ...open, b: { c: 2 } })
    assert.equal(readSdJwt(shown).keyBinding, undefined)
  })
})
