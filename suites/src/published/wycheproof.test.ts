// Project Wycheproof (C2SP): signatures that broke other software, through our own checks of signatures, keys and
// tokens, in Node and as the browser has them.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import * as node from 'tessera/machine/node'
import type { Algorithm, Machine, PublicJwk } from 'tessera/machine/port'
import * as web from 'tessera/machine/web'
import type { JsonObject } from 'tessera/read/json'
import { readPublicJwk } from 'tessera/read/jwk'
import { reference, unlessPresent } from 'tessera/reference'
import { attempt, Refused } from 'tessera/refusal'
import { proofOfCompact, readCompact } from 'tessera/seal/jose/compact'
import { readDer } from 'tessera/trust/x509/der'
import { readPublicKey } from 'tessera/trust/x509/public-key'
import { signedBy } from 'tessera/trust/x509/signature'
import { type Answer, type Exceptions, requireExpected } from './answers.ts'

const home = 'security/fetched/wycheproof'
const machines: { readonly [name: string]: Machine } = { node, web }

interface Vector {
  readonly tcId: number
  readonly comment: string
  readonly result: 'valid' | 'invalid' | 'acceptable'
  readonly flags: readonly string[]
  /** Hex. */
  readonly msg: string
  readonly sig: string
  /** Of the files about tokens. */
  readonly jws?: unknown
  readonly jwe?: unknown
}

interface Group {
  readonly comment?: string
  readonly publicKeyJwk?: JsonObject
  readonly keyJwk?: JsonObject
  /** Hex. */
  readonly publicKeyDer: string
  readonly public?: JsonObject
  readonly private?: JsonObject
  readonly tests: readonly Vector[]
}

function groupsOf(file: string): readonly Group[] {
  return JSON.parse(readFileSync(reference(`${home}/${file}`), 'utf8')).testGroups as Group[]
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'))
}

function expectedOf({ result }: Vector): readonly string[] {
  if (result === 'acceptable') return ['accepted', 'refused']
  return [result === 'valid' ? 'accepted' : 'refused']
}

/** The key as our strict readers have it: as JSON where the vectors give it so, else as a certificate holds it. */
function keyOf(group: Group): PublicJwk | undefined {
  try {
    const jwk = group.publicKeyJwk ?? group.keyJwk
    return jwk === undefined
      ? readPublicKey(readDer(bytesOf(group.publicKeyDer)))
      : readPublicJwk(jwk)
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}

const signatures: readonly (readonly [file: string, algorithm: Algorithm])[] = [
  ['ed25519_test.json', 'EdDSA'],
  ['ecdsa_secp256r1_sha256_p1363_test.json', 'ES256'],
  ['ecdsa_secp384r1_sha384_p1363_test.json', 'ES384'],
  ['rsa_pss_2048_sha256_mgf1_32_test.json', 'PS256'],
  ['rsa_signature_2048_sha256_test.json', 'RS256'],
]

describe('the signatures of Wycheproof', { skip: unlessPresent(home) }, () => {
  for (const [file, algorithm] of signatures) {
    for (const [where, machine] of Object.entries(machines)) {
      it(`are judged as they should be: ${algorithm} in ${where} (${file})`, async (context) => {
        const answers: Answer[] = []
        for (const group of groupsOf(file)) {
          const key = keyOf(group)
          for (const vector of group.tests) {
            const holds =
              key !== undefined &&
              (await machine.verifySignature(
                algorithm,
                key,
                bytesOf(vector.msg),
                bytesOf(vector.sig),
              ))
            answers.push({
              vector: `${vector.tcId} ${vector.comment}`,
              expected: expectedOf(vector),
              came: holds ? 'accepted' : 'refused',
            })
          }
        }
        assert.ok(answers.some(({ came }) => came === 'accepted'))
        requireExpected(context, answers)
      })
    }
  }

  it('are judged as they should be in the form certificates have (ECDSA, DER)', async (context) => {
    const answers: Answer[] = []
    for (const group of groupsOf('ecdsa_secp256r1_sha256_test.json')) {
      const key = keyOf(group)
      assert.ok(key !== undefined)
      for (const vector of group.tests) {
        const holds = await signedBy(
          {
            bytes: bytesOf(vector.msg),
            algorithm: 'ES256',
            algorithmOid: '1.2.840.10045.4.3.2',
            signature: bytesOf(vector.sig),
          },
          key,
        )
        answers.push({
          vector: `${vector.tcId} ${vector.comment}`,
          expected: expectedOf(vector),
          came: holds ? 'accepted' : 'refused',
        })
      }
    }
    requireExpected(context, answers)
  })
})

const shared = 'the algorithm is symmetric: whoever can check such a token can make one'
const other = 'the key is for PS256 only (its alg), and the token is signed with PS384'
const empty = 'a token without payload is no credential'

const tokens: { readonly [file: string]: Exceptions } = {
  'json_web_signature_test.json': {
    '264 rs384: emptyPayload': ['refused', empty],
    '268 rs512: emptyPayload': ['refused', empty],
    '272 ps256: emptyPayload': ['refused', empty],
    '320 ps384: emptyPayload': ['refused', empty],
    '346 rfc7520: Figure20': ['refused', other],
    '350 rfc7520WithKeyOps: Figure20': ['refused', other],
    '352 rfc7520: Figure35': ['refused', shared],
    '357 base64: ValidMac': ['refused', shared],
    '359 base64: ValidEdgeCaseMac': ['refused', shared],
    '373 base64: InvalidCharacterInsertedInPayload': ['refused', shared],
  },
  'json_web_key_test.json': { '14 HS384: long_key': ['refused', shared] },
  'json_web_crypto_test.json': { '1 jws_aes: acceptsValid': ['refused', shared] },
}

describe('the tokens and keys of Wycheproof', { skip: unlessPresent(home) }, () => {
  for (const [file, exceptions] of Object.entries(tokens)) {
    it(`are judged as they should be (${file})`, async (context) => {
      const answers: Answer[] = []
      for (const group of groupsOf(file)) {
        for (const vector of group.tests) {
          const answer = await attempt(async () => {
            const text = vector.jws ?? vector.jwe
            const token = readCompact(typeof text === 'string' ? text : JSON.stringify(text))
            const given = group.public ?? group.private ?? {}
            const keys = Array.isArray(given['keys']) ? (given['keys'] as JsonObject[]) : [given]
            const proof = proofOfCompact(token, { name: 'JWS' })
            for (const key of keys) if ((await proof.verify(readPublicJwk(key))).holds) return true
            return false
          })
          answers.push({
            vector: `${vector.tcId} ${group.comment}: ${vector.comment}`,
            expected: expectedOf(vector),
            came: answer.ok && answer.value ? 'accepted' : 'refused',
          })
        }
      }
      requireExpected(context, answers, exceptions)
    })
  }
})
