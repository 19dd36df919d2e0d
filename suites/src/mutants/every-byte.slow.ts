// Single-byte mutants of every format, at every position: none is valid with other content.
// Slow (minutes): `npm run suites -- mutants`.

import assert from 'node:assert/strict'
import { availableParallelism } from 'node:os'
import { describe, it } from 'node:test'
import { Worker } from 'node:worker_threads'
import type { Tally } from './mutate.ts'
import { sealedFiles } from './sealed-files.ts'
import type { Message } from './worker.ts'

/** The longest first, each to the thread with the least to do. */
async function shares(threads: number): Promise<readonly (readonly string[])[]> {
  const files = (await sealedFiles()).toSorted((a, b) => b.bytes.length - a.bytes.length)
  const loads = Array.from({ length: threads }, () => ({ names: [] as string[], load: 0 }))
  for (const { name, bytes } of files) {
    const [least] = loads.toSorted((a, b) => a.load - b.load)
    least?.names.push(name)
    if (least !== undefined) least.load += bytes.length
  }
  return loads.map(({ names }) => names)
}

function share(names: readonly string[]): Promise<readonly Tally[]> {
  return new Promise((resolve, reject) => {
    const tallies: Tally[] = []
    const worker = new Worker(new URL('worker.js', import.meta.url), { workerData: { names } })
    worker.on('message', (message: Message) => {
      if ('begun' in message) return
      tallies.push(message)
      const { name, bytes, mutants, same, wrong } = message
      console.error(
        `${name}: ${bytes} bytes, ${mutants} mutants, ${same} valid with the same content, ${wrong.length} with other content`,
      )
    })
    worker.on('error', reject)
    worker.on('exit', () => resolve(tallies))
  })
}

describe('a sealed file with one byte changed', () => {
  it('is not valid, or says what it said: every format, every byte', async () => {
    const parts = await shares(availableParallelism())
    const tallies = (await Promise.all(parts.map(share))).flat()
    assert.equal(tallies.length, parts.flat().length)
    for (const { name, wrong } of tallies) assert.deepEqual(wrong, [], name)
  })
})
