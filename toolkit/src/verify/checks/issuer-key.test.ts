import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Proof } from '../../seal/proof.ts'
import { context, proof } from '../example-world.ts'
import type { Ownership, ProofKeys } from '../ownership.ts'
import { checkIssuerKey } from './issuer-key.ts'

function said(...statuses: readonly Ownership['status'][]): string {
  const codes = {
    passed: 'issuer-key.own',
    failed: 'issuer-key.other-issuer',
    undecided: 'issuer-key.no-key',
  } as const
  const proofs = statuses.map(() => proof())
  const keys = new Map<Proof, ProofKeys>(
    statuses.map((status, i) => [
      proofs[i] ?? proof(),
      { keys: [], ownership: { status, code: codes[status], source: `proof ${i + 1}` } },
    ]),
  )
  const { status, source } = checkIssuerKey(context({ proofs }), keys)
  return `${status} ${source}`
}

describe('the keys of a file with several signatures', () => {
  it('are judged by the worst of them', () => {
    assert.equal(said('passed', 'passed'), 'passed proof 1')
    assert.equal(said('passed', 'undecided'), 'undecided proof 2')
    assert.equal(said('undecided', 'failed', 'passed'), 'failed proof 2')
    assert.equal(said(), 'undecided the file')
  })

  it('that were never looked for are not taken for the issuer’s', () => {
    const file = context({ proofs: [proof()] })
    assert.equal(checkIssuerKey(file, new Map()).status, 'undecided')
  })
})
