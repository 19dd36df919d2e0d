import assert from 'node:assert/strict'
import { it } from 'node:test'
import { Refused } from '../../refusal.ts'
import { generateKeyPair } from '../../seal/keys/generate.ts'
import { memorySigner } from '../../seal/keys/memory.ts'
import { readTesseraList, writeTesseraList } from './tessera-list.ts'

const signer = memorySigner(await generateKeyPair('Ed25519'))
const day = new Date('2026-03-01T00:00:00Z')
const plain = {
  name: 'List',
  anchors: [],
  issuers: [{ id: 'did:web:uni.example', name: 'University', alsoKnownAs: [], keys: [] }],
  revocationLists: [],
} as const

it('a list that leaves out all it may is read as it was written', async () => {
  const written = await writeTesseraList(plain, 1, day, signer)
  const { signedBy: _, issuedAt, ...read } = await readTesseraList(written, 'list.json')
  assert.deepEqual([read, issuedAt], [plain, day])
})

it('a list that is not as ours are is refused with the place of its fault', async () => {
  const written = await writeTesseraList(plain, 1, day, signer)
  await assert.rejects(
    readTesseraList({ ...written, sequence: 0 }, 'list.json'),
    (error) =>
      error instanceof Refused &&
      error.refusals[0]?.code === 'trust-list.shape' &&
      error.refusals[0].place === 'list.json sequence',
  )
})
