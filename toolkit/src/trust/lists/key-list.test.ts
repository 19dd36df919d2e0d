import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { utf8 } from '../../read/utf8.ts'
import { Refused } from '../../refusal.ts'
import { maySayWithdrawn } from '../known.ts'
import type { TrustList } from '../trust.ts'
import { readTrustList } from './index.ts'

const issuers = [
  { id: 'did:web:a.example', name: 'A' },
  { id: 'did:web:b.example', sealCertificateSubjectOrganizationIdentifier: 'VATES-B' },
]

async function read(more: object = {}): Promise<TrustList> {
  return readTrustList(utf8(JSON.stringify({ x509Anchors: [], issuers, ...more })), 'list')
}

describe('a plain list of keys', () => {
  it('says with which algorithms they are believed, of those that are known here', async () => {
    assert.equal((await read()).algorithms, undefined)
    const { algorithms } = await read({ allowedAlgs: ['ES256', 'Ed25519', 'HS256', 'constructor'] })
    assert.deepEqual(algorithms, ['ES256', 'EdDSA'])
    assert.deepEqual((await read({ allowedAlgs: [] })).algorithms, [])
  })

  it('says whose lists of what was withdrawn are believed', async () => {
    const may = async (names: readonly string[] | undefined, issuer: string) =>
      maySayWithdrawn([await read({ statusListIssuers: names })], [issuer])
    assert.ok(await may(undefined, 'did:web:a.example'))
    assert.ok(await may(['did:web:a.example'], 'did:web:a.example'))
    assert.ok(!(await may(['did:web:a.example'], 'did:web:b.example')))
    // By any of its names; and of issuers the list does not know it says nothing.
    assert.ok(await may(['VATES-B'], 'https://b.example'))
    assert.ok(!(await may([], 'VATES-B')))
    assert.ok(await may([], 'did:web:c.example'))
  })

  it('is refused when what limits it cannot be read', async () => {
    const limits: readonly object[] = [
      { allowedAlgs: 'ES256' },
      { allowedAlgs: [1] },
      { statusListIssuers: {} },
    ]
    for (const limit of limits)
      await assert.rejects(
        read(limit),
        (error) => error instanceof Refused && error.refusals[0]?.code === 'trust-list.shape',
      )
  })
})
