import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import type { Artefact } from '../formats/format.ts'
import { formats } from '../formats/index.ts'
import { exampleRun, type ExampleRun } from '../issue/example-cohort.ts'
import { verify } from './verify.ts'

const now = new Date('2026-11-25T10:00:00Z')
let run: ExampleRun

async function verdictOf(bytes: Uint8Array) {
  return (await verify(bytes, { trust: run.party.trust, now, resolver: run.party.resolver }))
    .verdict
}

describe('a sealed file', () => {
  before(async () => {
    run = await exampleRun(now)
  })

  for (const format of formats) {
    it(`of ${format.name} is valid as issued, and after any changed byte not valid or the same award`, async () => {
      for (const artefact of await run.seal(format)) {
        assert.equal(await verdictOf(artefact.bytes), 'valid', artefact.extension)
        await holdsAfterChanges(artefact, (bytes) => format.open(bytes))
      }
    })
  }
})

async function holdsAfterChanges(
  artefact: Artefact,
  open: (bytes: Uint8Array) => Promise<{ readonly award: unknown }>,
) {
  const meant = JSON.stringify((await open(artefact.bytes)).award)
  await fc.assert(
    fc.asyncProperty(
      fc.nat(artefact.bytes.length - 1),
      fc.integer({ min: 1, max: 255 }),
      async (at, flip) => {
        const bytes = Uint8Array.from(artefact.bytes)
        bytes[at] = (bytes[at] ?? 0) ^ flip
        if ((await verdictOf(bytes)) !== 'valid') return
        assert.equal(
          JSON.stringify((await open(bytes)).award),
          meant,
          `${artefact.extension}, byte ${at}`,
        )
      },
    ),
    { numRuns: 60 },
  )
}
