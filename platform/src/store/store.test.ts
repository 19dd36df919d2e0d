// Two doors to the store.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { freshStore, noPostgres } from './test-store.ts'

describe('the store', { skip: noPostgres }, () => {
  const fresh = freshStore()

  it('undoes everything of a deed that fails', async () => {
    await assert.rejects(
      fresh.store.atTheDoor(async (tx) => {
        await tx.insertInto('alliance').values({ id: 'a', name: '{}' }).execute()
        throw new Error('half way')
      }),
      /half way/,
    )
    const rows = await fresh.store.atTheDoor((tx) =>
      tx.selectFrom('alliance').selectAll().execute(),
    )
    assert.deepEqual(rows, [])
  })
})
