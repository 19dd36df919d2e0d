// The accept and reject vectors for SD-JWT VC. What needs trust, status and issuers is the verifier's; here
// a small policy stands in for it: one pinned key, one reader, one nonce, one clock.

import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { PublicJwk } from '#machine'
import { reference, unlessPresent } from '../../reference.ts'
import { attempt, refuse } from '../../refusal.ts'
import { proofOfCompact, requireTyp } from '../jose/compact.ts'
import { numericDate, secondsOf } from '../jose/numeric-date.ts'
import { confirmationOf, keyBindingOf } from './key-binding.ts'
import { readSdJwt, type SdJwt } from './read.ts'

interface Policy {
  readonly now: number
  readonly audience: string | undefined
  readonly nonce: string | undefined
  readonly bindingRequired: boolean
  readonly vct?: string
  keyOf(sdJwt: SdJwt): PublicJwk
}

async function accepts(text: string, policy: Policy): Promise<boolean> {
  const answer = await attempt(async () => {
    const sdJwt = readSdJwt(text)
    requireTyp(sdJwt.token, 'dc+sd-jwt')
    const proof = proofOfCompact(sdJwt.token, { name: 'SD-JWT' })
    if (!(await proof.verify(policy.keyOf(sdJwt))).holds) return false
    const { vct, iss } = sdJwt.payload
    if (typeof vct !== 'string' || (policy.vct !== undefined && vct !== policy.vct)) return false
    if (typeof iss !== 'string' || !iss.startsWith('https://')) return false
    const until = numericDate(sdJwt.payload, 'exp')
    const from = numericDate(sdJwt.payload, 'nbf')
    if (until !== undefined && secondsOf(until) <= policy.now) return false
    if (from !== undefined && secondsOf(from) > policy.now) return false
    return bindingHolds(sdJwt, policy)
  })
  return answer.ok && answer.value
}

async function bindingHolds(sdJwt: SdJwt, policy: Policy): Promise<boolean> {
  const binding = keyBindingOf(sdJwt)
  if (binding === undefined) return !policy.bindingRequired
  const key = confirmationOf(sdJwt.payload) ?? refuse('test', '', 'no key')
  const { expiresAt } = binding.proof
  return (
    binding.audience === policy.audience &&
    binding.nonce === policy.nonce &&
    Math.abs(secondsOf(binding.presentedAt) - policy.now) <= 300 &&
    (expiresAt === undefined || secondsOf(expiresAt) > policy.now) &&
    (await binding.proof.verify(key)).holds
  )
}

const ordered = 'oid4/sd-jwt/accept-reject-vectors.json'

describe('the 76 vectors made from RFC 9901', { skip: unlessPresent(ordered) }, () => {
  it('are accepted and refused as the standards say', async () => {
    const file = JSON.parse(readFileSync(reference(ordered), 'utf8'))
    const policy: Policy = {
      now: file.now,
      audience: file.audience,
      nonce: file.nonce,
      bindingRequired: true,
      keyOf: () => file.issuer_public_jwk,
    }
    const counts = { accept: 0, reject: 0, 'reject-or-inert': 0 }
    for (const vector of file.vectors as {
      id: string
      expect: keyof typeof counts
      sd_jwt: string
    }[]) {
      const accepted = await accepts(vector.sd_jwt, policy)
      assert.equal(accepted, vector.expect === 'accept', vector.id)
      counts[vector.expect]++
    }
    assert.deepEqual(counts, { accept: 10, reject: 65, 'reject-or-inert': 1 })
    assert.equal(({} as { polluted?: unknown }).polluted, undefined)
  })
})

const attacks = 'security/own/sdjwt.json'

interface Attack {
  readonly id: string
  readonly class: string
  readonly input: string
  readonly context: {
    readonly requireKeyBinding: boolean
    readonly expectedAud?: string
    readonly expectedNonce?: string
    readonly expectedVct: string
  }
  readonly expect: { readonly verdict: string }
}

describe('the attacks on SD-JWT VC', { skip: unlessPresent(attacks) }, () => {
  it('do not get through where structure, signature, key binding and dates decide', async () => {
    // These need trust in issuers or a status list: the verifier judges them.
    const elsewhere = /^(iss-mismatch-x5c|iss-userinfo|iss-metadata-ssrf|status-)/
    let valid = 0
    let refused = 0
    for (const vector of JSON.parse(readFileSync(reference(attacks), 'utf8')) as Attack[]) {
      if (elsewhere.test(vector.class) || vector.expect.verdict === 'any') continue
      const accepted = await accepts(vector.input, {
        now: Date.parse('2026-06-01T12:00:00Z') / 1000,
        audience: vector.context.expectedAud,
        nonce: vector.context.expectedNonce,
        bindingRequired: vector.context.requireKeyBinding,
        vct: vector.context.expectedVct,
        keyOf: ({ token }) => {
          const leaf = token.key.kind === 'certificates' ? token.key.chain[0] : undefined
          if (leaf === undefined) return refuse('test', '', 'no certificate')
          return new X509Certificate(leaf).publicKey.export({
            format: 'jwk',
          }) as unknown as PublicJwk
        },
      })
      assert.equal(accepted, vector.expect.verdict === 'valid', vector.id)
      if (vector.expect.verdict === 'valid') valid++
      else refused++
    }
    assert.ok(valid === 7 && refused >= 75, `${valid} valid, ${refused} refused`)
  })
})
