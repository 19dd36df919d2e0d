// Another implementation of the IETF list reads every entry of ours as we do.

import assert from 'node:assert/strict'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { describe, it } from 'node:test'
import { getListFromStatusListJWT, StatusList } from '@owf/token-status-list'
import type { PrivateJwk } from 'tessera/machine/port'
import { memorySigner } from 'tessera/seal/keys/memory'
import { bitstringCredential } from 'tessera/status/bitstring'
import { readStatusList } from 'tessera/status/read'
import {
  newStatusTable,
  reserve,
  revoke,
  type StatusTable,
  statusOf,
  suspend,
} from 'tessera/status/table'
import { issueStatusToken } from 'tessera/status/token'

const now = new Date('2026-06-01T12:00:00Z')
const validUntil = new Date('2026-06-08T12:00:00Z')
const decision = { by: 'registrar', at: now }
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const signer = memorySigner(privateKey.export({ format: 'jwk' }) as unknown as PrivateJwk)

function filled(): { table: StatusTable; indexes: readonly number[] } {
  const { table: empty, indexes } = reserve(newStatusTable(), 600, randomBytes)
  let table = empty
  for (const [i, index] of indexes.entries()) {
    if (i % 3 === 1) table = revoke(table, index, decision)
    if (i % 3 === 2) table = suspend(table, index, decision)
  }
  return { table, indexes }
}

const { table, indexes } = filled()

describe('@owf/token-status-list', () => {
  it('reads in our list what the table says, entry by entry', async () => {
    const token = await issueStatusToken(table, signer, {
      url: 'https://uni.example/status/1',
      now,
      validUntil,
    })
    const list = getListFromStatusListJWT(token)
    const values = { valid: 0, revoked: 1, suspended: 2 }
    for (const index of indexes) assert.equal(list.getStatus(index), values[statusOf(table, index)])
    const untouched = [0, 1, 2, 3, 131_071].filter((index) => !indexes.includes(index))
    for (const index of untouched) assert.equal(list.getStatus(index), 0)
  })

  it('makes a list that we read entry by entry', async () => {
    for (const bits of [1, 2] as const) {
      const values = Array.from({ length: 1000 }, (_, i) => (i * 7) % (bits === 1 ? 2 : 3))
      const header = Buffer.from(JSON.stringify({ alg: 'ES256', typ: 'statuslist+jwt' })).toString(
        'base64url',
      )
      const status = {
        bits,
        lst: Buffer.from(new StatusList(values, bits).compressStatusListToBytes()).toString(
          'base64url',
        ),
      }
      const claims = { sub: 'https://uni.example/status/1', iat: 1, status_list: status }
      const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
      const signature = Buffer.from(await signer.sign(Buffer.from(`${header}.${body}`))).toString(
        'base64url',
      )
      const list = await readStatusList(Buffer.from(`${header}.${body}.${signature}`))
      assert.deepEqual(await list.proofs[0]?.verify(signer.publicKey), { holds: true })
      const words = ['not-set', 'set', 'suspended']
      for (const [i, value] of values.entries())
        assert.equal(list.entry(i, 'revocation'), words[value])
    }
  })
})

describe('the W3C list', () => {
  it('holds the bits where the standard has them: the first is the most significant', async () => {
    const document = await bitstringCredential(table, {
      url: 'https://uni.example/status/r',
      issuer: 'did:web:uni.example',
      purpose: 'revocation',
      validFrom: now,
      validUntil,
    })
    const { encodedList } = document['credentialSubject'] as { encodedList: string }
    const bytes = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'))
    assert.equal(bytes.length, 16_384)
    const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
    for (const index of indexes)
      assert.equal(bits[index], statusOf(table, index) === 'revoked' ? '1' : '0')
    assert.equal(bits.split('1').length - 1, 200)
  })
})
