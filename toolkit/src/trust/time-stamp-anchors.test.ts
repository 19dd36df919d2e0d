import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { generateKeyPair } from '../seal/keys/generate.ts'
import { memorySigner } from '../seal/keys/memory.ts'
import { attempt } from '../refusal.ts'
import { anchorsOf } from './known.ts'
import { readTesseraList, writeTesseraList } from './lists/tessera-list.ts'
import type { TrustAnchor, TrustList } from './trust.ts'
import { authority, later } from './x509/example-authority.ts'

const { anchor, timeStampAnchor } = authority
const both: TrustAnchor = { ...anchor, purposes: ['seals', 'time-stamps'] }
const list: TrustList = {
  name: 'Example',
  anchors: [anchor, timeStampAnchor, both],
  issuers: [],
  revocationLists: [],
}

describe('an authority in a trust list', () => {
  it('is believed for seals, unless it says for what', () => {
    assert.deepEqual(anchorsOf([list]), [anchor, both])
    assert.deepEqual(anchorsOf([list], 'time-stamps'), [timeStampAnchor, both])
  })

  it('keeps what it is believed for when the list is signed and read again', async () => {
    const signer = memorySigner(await generateKeyPair('Ed25519'))
    const written = await writeTesseraList(list, 1, later, signer)
    const read = await readTesseraList(written, 'trust.json')
    assert.deepEqual(
      read.anchors.map(({ purposes }) => purposes),
      [undefined, ['time-stamps'], ['seals', 'time-stamps']],
    )
    const emptied = { ...written, anchors: [{ name: '', certificate: '', purposes: [] }] }
    assert.equal((await attempt(() => readTesseraList(emptied, 'trust.json'))).ok, false)
  })
})
