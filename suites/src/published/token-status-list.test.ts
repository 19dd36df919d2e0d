// The examples of the IETF Token Status List: its test vectors entry by entry, and its signed list.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { utf8 } from 'tessera/read/utf8'
import { reference, unlessPresent } from 'tessera/reference'
import { attempt } from 'tessera/refusal'
import { readStatusList } from 'tessera/status/read'
import { readTokenList, tokenValue } from 'tessera/status/token'

const vectors = 'oid4/status-list/status-list-vectors.json'

interface Vector {
  readonly file: string
  readonly bits: number
  readonly lst: string
  readonly bytes: number
  readonly entries: number
  readonly non_zero: { readonly [index: string]: number }
}

describe('the lists of the IETF draft', { skip: unlessPresent(vectors) }, () => {
  it('say of every entry what the draft says, and nothing of others', async () => {
    const file = JSON.parse(readFileSync(reference(vectors), 'utf8')) as {
      readonly vectors: readonly Vector[]
    }
    assert.equal(file.vectors.length, 6)
    for (const { file: name, bits, lst, bytes, entries, non_zero: set } of file.vectors) {
      const list = await readTokenList({ bits, lst }, name)
      assert.equal(list.bytes.length, bytes, name)
      for (let index = 0; index < entries; index++) {
        if (tokenValue(list, index) !== (set[index] ?? 0)) assert.fail(`${name}, entry ${index}`)
      }
      const beyond = await attempt(() => tokenValue(list, entries))
      assert.equal(!beyond.ok && beyond.refusals[0]?.code, 'status.index-out-of-range', name)
    }
  })

  it('as a signed token say when they were made and when they end', async () => {
    const folder = 'oid4/status-list/examples'
    const text = readFileSync(reference(`${folder}/status_list_jwt_raw.md`), 'utf8')
    const token = /eyJ[\w-]+\.[\w-]+\.[\w-]+/.exec(text.replaceAll(/\\?\s+/g, ''))?.[0] ?? ''
    const list = await readStatusList(utf8(token))
    const { proofs, entry: _, ...said } = list
    assert.deepEqual(said, {
      kind: 'token',
      id: 'https://example.com/statuslists/1',
      issuer: 'https://example.com',
      purposes: ['revocation'],
      validFrom: new Date(1_686_920_170_000),
      validUntil: new Date(2_291_720_170_000),
      ttlSeconds: 43_200,
    })
    assert.equal(proofs.length, 1)
    assert.equal(list.entry(0, 'revocation'), 'set')
    assert.equal(list.entry(1, 'revocation'), 'not-set')
  })
})
