import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { utf8 } from '../../read/utf8.ts'
import { attempt } from '../../refusal.ts'
import { knownIssuer } from '../known.ts'
import { readTrustList } from './index.ts'

const read = (value: object) =>
  attempt(() => readTrustList(utf8(JSON.stringify(value)), 'registry.json'))

describe('an issuer registry of the Digital Credentials Consortium', () => {
  it('knows issuers by DID, and by nothing else', async () => {
    const answer = await read({
      meta: { created: '2022-10-27T17:57:31+00:00', updated: '2026-02-01T00:00:00+00:00' },
      registry: {
        'did:key:z6MkpLDL3RoAoMRTwTgo3rs39ZwssfaPKtGdZw7AGRN7CK4W': {
          name: 'My University',
          location: 'Cambridge, MA, USA',
          url: 'https://digitalcredentials.mit.edu',
        },
        'did:web:credentials.myschool.ca': { name: 'My School', url: 'https://some.domain.ca' },
      },
    })
    assert.ok(answer.ok)
    const list = answer.value
    assert.deepEqual(list.issuedAt, new Date('2026-02-01T00:00:00Z'))
    const known = (name: string): string | undefined =>
      knownIssuer([list], { ids: [name], identifiers: [] }, new Date('2026-06-01'))?.issuer.name
    assert.equal(known('did:web:credentials.myschool.ca'), 'My School')
    assert.equal(known('did:key:z6MkpLDL3RoAoMRTwTgo3rs39ZwssfaPKtGdZw7AGRN7CK4W'), 'My University')
    // Anybody may write a web address into a credential.
    assert.equal(known('https://some.domain.ca'), undefined)
    assert.equal(list.anchors.length, 0)
  })

  it('is of the day it was changed, else made, if it says so', async () => {
    const days: readonly (readonly [object, string | undefined])[] = [
      [{ created: '2022-10-27T00:00:00Z', updated: '2026-02-01T00:00:00Z' }, '2026-02-01'],
      [{ created: '2022-10-27T00:00:00Z' }, '2022-10-27'],
      [{ updated: 'lately' }, undefined],
      [{}, undefined],
    ]
    const registry = { 'did:web:uni.example': { name: 'University' } }
    for (const [meta, day] of days) {
      const answer = await read({ meta, registry })
      assert.equal(answer.ok && answer.value.issuedAt?.toISOString().slice(0, 10), day)
    }
    const bare = await read({ registry })
    assert.equal(bare.ok && bare.value.issuedAt, undefined)
  })

  it('is refused where an entry has no DID or no name', async () => {
    for (const registry of [
      { 'https://uni.example': { name: 'University' } },
      { 'did:web:uni.example': {} },
      { 'did:web:uni.example': { name: '' } },
      { 'did:web:uni.example': 'University' },
    ]) {
      const answer = await read({ registry })
      assert.equal(!answer.ok && answer.refusals[0]?.code, 'trust-list.shape')
    }
  })
})
