// One reader against damaged inputs: it answers or refuses, in bounded time, the same way each time, and
// leaves the world as it was.

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Refused } from 'tessera/refusal'
import { damaged } from './damage.ts'
import type { Reader } from './readers.ts'

/** The most one input may cost (docs/vectors.md), in milliseconds of this thread. */
const budget = 500

async function outcomeOf(reader: Reader, bytes: Uint8Array): Promise<unknown> {
  try {
    return { read: await reader.read(bytes) }
  } catch (error) {
    // Anything else is a crash, and fast-check shows the input that made it.
    if (!(error instanceof Refused)) throw error
    assert.ok(error.refusals.length > 0 && error.refusals.every(({ sentence }) => sentence !== ''))
    return { refused: error.refusals.map(({ code, place }) => `${code} at ${place}`) }
  }
}

const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype]
const membersOf = () => prototypes.map((one) => Object.getOwnPropertyNames(one).length)

export async function fuzz(reader: Reader, numRuns: number): Promise<void> {
  const before = membersOf()
  await fc.assert(
    fc.asyncProperty(damaged(reader.seeds), async (bytes) => {
      const input = Uint8Array.from(bytes)
      const cpu = process.cpuUsage()
      const first = await outcomeOf(reader, input)
      const { user, system } = process.cpuUsage(cpu)
      assert.ok((user + system) / 1000 < budget, `${(user + system) / 1000} ms`)
      assert.deepEqual(input, bytes, 'the input was changed')
      assert.deepEqual(membersOf(), before, 'a prototype was changed')
      const { write } = reader
      if (write !== undefined && typeof first === 'object' && first !== null && 'read' in first)
        assert.deepEqual(Uint8Array.from(write(first.read as never)), input, 'two spellings')
    }),
    { numRuns },
  )
}
