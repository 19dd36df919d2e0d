import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { attempt } from 'tessera/refusal'
import { readJson } from 'tessera/read/json'
import { damaged } from './damage.ts'
import { fuzz } from './fuzz.ts'
import { readers } from './readers.ts'

describe('a reader given damaged input answers or refuses, and does nothing else', () => {
  for (const reader of readers) {
    it(reader.name, async () => {
      for (const seed of reader.seeds) await reader.read(seed)
      await fuzz(reader, 60)
    })
  }
})

describe('the JSON reader', () => {
  const json = readers.find(({ name }) => name === 'JSON')
  it('reads what it accepts as JSON.parse does', async () => {
    assert.ok(json !== undefined)
    await fc.assert(
      fc.asyncProperty(damaged(json.seeds), async (bytes) => {
        const answer = await attempt(() => readJson(bytes))
        if (!answer.ok) return
        const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes))
        assert.equal(JSON.stringify(answer.value), JSON.stringify(parsed))
      }),
      { numRuns: 300 },
    )
  })
})
