import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Proof } from '../../seal/proof.ts'
import { noResolver } from '../../trust/resolver.ts'
import * as world from '../example-world.ts'
import { judge } from '../verify.ts'
import { checkSignature } from './signature.ts'

const { context, proof, strangerKey, strangerMethod } = world

const foreign = proof({ key: { kind: 'method', url: strangerMethod } }, strangerKey)
const changed = proof({}, strangerKey)
const unknownSuite = proof({
  verify: async () => ({ holds: false, undecided: true, code: '', sentence: '' }),
})

async function said(...proofs: readonly Proof[]): Promise<string> {
  const { verdict, checks } = await judge(context({ proofs }), 'Example')
  const [, signature, key] = checks
  return `${verdict}: ${signature?.code}, ${key?.code}`
}

describe('the signatures of a file', () => {
  it('must all hold, and all be the issuer’s', async () => {
    const cases: readonly (readonly [readonly Proof[], string])[] = [
      [[proof()], 'valid: signature.holds, issuer-key.own'],
      [[proof(), proof()], 'valid: signature.holds, issuer-key.own'],
      [[changed], 'invalid: signature.changed, issuer-key.own'],
      [[proof(), changed], 'invalid: signature.changed, issuer-key.own'],
      [[changed, proof()], 'invalid: signature.changed, issuer-key.own'],
      [[proof(), foreign], 'invalid: signature.holds, issuer-key.other-issuer'],
      [[foreign, proof()], 'invalid: signature.holds, issuer-key.other-issuer'],
      [[foreign], 'invalid: signature.holds, issuer-key.other-issuer'],
      [[], 'unknown: signature.none, issuer-key.unsigned'],
    ]
    for (const [proofs, answer] of cases) assert.equal(await said(...proofs), answer)
  })

  it('without a key cannot be checked', async () => {
    const line = await checkSignature(context({ proofs: [proof()] }), new Map())
    assert.deepEqual([line.status, line.code], ['undecided', 'signature.no-key'])
  })

  it('may be missing only where the format has an unsealed form', async () => {
    const { verdict, checks } = await judge(context({ proofs: [], sealDemanded: true }), 'Example')
    assert.equal(verdict, 'invalid')
    assert.equal(checks.find(({ id }) => id === 'signature')?.code, 'signature.none')
  })

  it('of a kind not known here leave it open, unless another one is broken', async () => {
    assert.equal(await said(unknownSuite), 'unknown: signature.unsupported, issuer-key.own')
    assert.equal(
      await said(proof(), unknownSuite),
      'unknown: signature.unsupported, issuer-key.own',
    )
    assert.equal(await said(unknownSuite, changed), 'invalid: signature.changed, issuer-key.own')
  })

  it('cannot be told without the key, which says nothing against the file', async () => {
    const { verdict, checks } = await judge(context({}, { resolver: noResolver }), 'Example')
    assert.equal(verdict, 'unknown')
    assert.deepEqual(
      checks.filter(({ status }) => status !== 'passed').map(({ code }) => code),
      ['signature.no-key', 'issuer-key.no-key'],
    )
  })

  it('hold if one of the keys the issuer has made them', async () => {
    const byHint = proof({ key: { kind: 'issuer' } })
    const resolver = world.web({
      [world.documentAddress]: world.documentOf(world.uni, {
        'key-0': strangerKey,
        'key-1': world.uniKey,
      }),
    })
    const { verdict } = await judge(context({ proofs: [byHint] }, { resolver }), 'Example')
    assert.equal(verdict, 'valid')
  })
})
