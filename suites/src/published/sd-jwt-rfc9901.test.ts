// The SD-JWTs printed in RFC 9901, and the cases its authors made for their own implementations (RFC 9901 examples,
// sd-jwt-python, SD-JWT VC draft): issued, shown and read by us, each ends with the claims they say.

import assert from 'node:assert/strict'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { canonicalJson } from 'tessera/canonical-json'
import type { PrivateJwk, PublicJwk } from 'tessera/machine/port'
import type { Json, JsonObject } from 'tessera/read/json'
import { reference, unlessPresent } from 'tessera/reference'
import { proofOfCompact } from 'tessera/seal/jose/compact'
import { memorySigner } from 'tessera/seal/keys/memory'
import { type ClaimPath, issueSdJwt } from 'tessera/seal/sd-jwt/issue'
import { keyBindingOf } from 'tessera/seal/sd-jwt/key-binding'
import { presentSdJwt } from 'tessera/seal/sd-jwt/present'
import { readSdJwt } from 'tessera/seal/sd-jwt/read'
import { isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml'
import { type Answer, type Exceptions, requireExpected } from './answers.ts'

/** Objects of processed claims have no prototype; this gives them one. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

const printed = 'oid4/sd-jwt/rfc9901-vectors.json'

interface Printed {
  readonly id: string
  readonly kind: 'jwt' | 'sd-jwt' | 'sd-jwt+kb'
  readonly value: string
  readonly processed_payload: JsonObject
  readonly disclosures: number
}

describe('the SD-JWTs printed in RFC 9901', { skip: unlessPresent(printed) }, () => {
  it('say what the standard says, and hold', async (context) => {
    const file = JSON.parse(readFileSync(reference(printed), 'utf8')) as {
      readonly issuer_public_jwk: PublicJwk
      readonly vectors: readonly Printed[]
    }
    const answers: Answer[] = []
    for (const { id, kind, value, processed_payload: payload, disclosures } of file.vectors) {
      // The first is printed as the token alone, before the disclosures are added.
      const sdJwt = readSdJwt(kind === 'jwt' ? `${value}~` : value)
      assert.deepEqual(plain(sdJwt.claims), payload, id)
      assert.equal(sdJwt.disclosures.length, disclosures, id)
      const proof = proofOfCompact(sdJwt.token, { name: 'SD-JWT' })
      const answer = await proof.verify(file.issuer_public_jwk)
      const binding = keyBindingOf(sdJwt)
      assert.equal(binding !== undefined, kind === 'sd-jwt+kb', id)
      const key = binding?.proof.key
      const bound =
        key === undefined ||
        (key.kind === 'embedded' && (await binding?.proof.verify(key.key))?.holds)
      answers.push({
        vector: id,
        expected: ['holds'],
        came: answer.holds && bound === true ? 'holds' : 'does not hold',
      })
    }
    assert.equal(answers.length, 9)
    requireExpected(context, answers)
  })
})

interface Case {
  readonly claims: Json
  readonly disclosable: readonly ClaimPath[]
  readonly shown: readonly ClaimPath[]
  /** The claims its reader ends with; some cases leave that open. */
  readonly expected: unknown
}

/** A `specification.yml`: `!sd` marks what can be kept back, “holder_disclosed_claims” what is shown. */
function caseOf(text: string): Case {
  const document = parseDocument(text, { logLevel: 'silent' })
  const disclosable: ClaimPath[] = []
  return {
    claims: plain(claimsOf(document.get('user_claims', true) as Node, [], disclosable)) as Json,
    disclosable,
    shown: shownOf(partOf(document, 'holder_disclosed_claims'), []),
    expected: partOf(document, 'expect_verified_user_claims'),
  }
}

function partOf(document: Document, name: string): unknown {
  return (document.get(name, true) as Node | undefined)?.toJS(document)
}

function claimsOf(node: unknown, path: ClaimPath, disclosable: ClaimPath[]): Json {
  const marked = (part: unknown): boolean => (part as Node & { tag?: string })?.tag === '!sd'
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map(({ key, value }) => {
        const name = isScalar(key) ? String(key.source ?? key.value) : ''
        if (marked(key)) disclosable.push([...path, name])
        return [name, claimsOf(value, [...path, name], disclosable)]
      }),
    )
  }
  if (isSeq(node)) {
    return node.items.map((item, i) => {
      if (marked(item)) disclosable.push([...path, i])
      return claimsOf(item, [...path, i], disclosable)
    })
  }
  return isScalar(node) ? scalarOf(node) : null
}

/** A mark takes the place of the kind of a scalar, which is then a text. */
function scalarOf({
  value,
  tag,
  source = '',
  type,
}: {
  value: unknown
  tag?: string
  source?: string
  type?: string
}): Json {
  if (tag !== '!sd' || type !== 'PLAIN') return value as Json
  return parseDocument(source).toJS() as Json
}

function shownOf(wanted: unknown, path: ClaimPath): readonly ClaimPath[] {
  if (wanted === true) return [path]
  if (typeof wanted !== 'object' || wanted === null) return []
  const steps = Array.isArray(wanted) ? wanted.entries() : Object.entries(wanted)
  return [...steps].flatMap(([step, inner]) => shownOf(inner, [...path, step]))
}

function signer() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return memorySigner(privateKey.export({ format: 'jwk' }) as unknown as PrivateJwk)
}

const issuer = signer()
const holder = signer()
const now = new Date('2026-06-01T12:00:00Z')

const folders: { readonly [folder: string]: Exceptions } = {
  'oid4/sd-jwt/sd-jwt-python-testcase-inputs': {},
  'oid4/sd-jwt/rfc9901-example-inputs': {
    'w3c-vc_for_slide_deck': [
      'without a claim to be shown',
      'what it wants to show lies below “credentialSubject”, which its claims do not have',
    ],
  },
  'oid4/sd-jwt-vc/draft19-example-inputs': {},
}

for (const [folder, exceptions] of Object.entries(folders)) {
  describe(`the cases of ${folder}`, { skip: unlessPresent(folder) }, () => {
    it('end with the claims they say', async (context) => {
      const answers: Answer[] = []
      for (const name of readdirSync(reference(folder))) {
        const path = reference(`${folder}/${name}/specification.yml`)
        if (!existsSync(path)) continue
        const { claims, disclosable, shown, expected } = caseOf(readFileSync(path, 'utf8'))
        const bound = { ...(claims as JsonObject), cnf: { jwk: { ...holder.publicKey } } }
        const text = await issueSdJwt({ typ: 'dc+sd-jwt' }, bound, issuer, {
          random: randomBytes,
          disclosable,
          decoys: 2,
        })
        assert.deepEqual(plain(readSdJwt(text).claims), plain(bound), name)
        const presented = await presentSdJwt(text, shown, {
          holder,
          audience: 'https://example.com/verifier',
          nonce: '1234567890',
          now,
        })
        const read = readSdJwt(presented)
        const binding = keyBindingOf(read)
        assert.deepEqual(await binding?.proof.verify(holder.publicKey), { holds: true }, name)
        const proof = proofOfCompact(read.token, { name: 'SD-JWT' })
        assert.deepEqual(await proof.verify(issuer.publicKey), { holds: true }, name)
        const there = shown.every(([first]) => Object.hasOwn(read.claims, String(first)))
        const { cnf: _, ...rest } = plain(read.claims) as JsonObject
        const same = expected === undefined || canonicalJson(rest) === canonicalJson(expected)
        answers.push({
          vector: name,
          expected: ['as they say'],
          came: !there ? 'without a claim to be shown' : same ? 'as they say' : canonicalJson(rest),
        })
      }
      requireExpected(context, answers, exceptions)
    })
  })
}
