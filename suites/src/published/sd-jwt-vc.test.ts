// The 76 presentations of SD-JWT VC made from RFC 9901, the SD-JWT VC draft, RFC 8725 and OpenID4VP, through the
// whole verifier: one issuer on a list, one reader, one nonce, one clock, and a holder who must show the key.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { PublicJwk } from 'tessera/machine/port'
import { utf8 } from 'tessera/read/utf8'
import { reference, unlessPresent } from 'tessera/reference'
import { noResolver } from 'tessera/trust/resolver'
import type { TrustList } from 'tessera/trust/trust'
import { verify } from 'tessera/verify/verify'
import { type Answer, requireExpected } from './answers.ts'

const path = 'oid4/sd-jwt/accept-reject-vectors.json'

interface File {
  readonly now: number
  readonly audience: string
  readonly nonce: string
  readonly issuer_public_jwk: PublicJwk
  readonly vectors: readonly {
    readonly id: string
    readonly expect: 'accept' | 'reject' | 'reject-or-inert'
    readonly strength: 'MUST' | 'strict'
    readonly sd_jwt: string
  }[]
}

describe('the 76 presentations of SD-JWT VC', { skip: unlessPresent(path) }, () => {
  it('are valid where they must be, and proven wrong everywhere else', async (context) => {
    const file = JSON.parse(readFileSync(reference(path), 'utf8')) as File
    const list: TrustList = {
      name: 'the list of this test',
      anchors: [],
      issuers: [
        {
          id: 'https://issuer.example',
          name: 'Example Issuer',
          alsoKnownAs: [],
          keys: [file.issuer_public_jwk],
        },
      ],
      revocationLists: [],
    }
    const answers: Answer[] = []
    for (const { id, expect, sd_jwt: text } of file.vectors) {
      const { verdict } = await verify(utf8(text), {
        trust: [list],
        now: new Date(file.now * 1000),
        resolver: noResolver,
        expect: { nonce: file.nonce, audience: file.audience, keyBinding: true },
      })
      answers.push({
        vector: id,
        expected: [expect === 'accept' ? 'valid' : 'invalid'],
        came: verdict,
      })
    }
    const counts: { [kind: string]: number } = {}
    for (const { expect, strength } of file.vectors) {
      const kind = `${expect} ${strength}`
      counts[kind] = (counts[kind] ?? 0) + 1
    }
    assert.deepEqual(counts, {
      'accept MUST': 10,
      'reject MUST': 49,
      'reject strict': 16,
      'reject-or-inert strict': 1,
    })
    requireExpected(context, answers)
    assert.equal(({} as { polluted?: unknown }).polluted, undefined)
  })
})
