// The attack vectors of the reference data, through the whole verifier: with their trust, their clock, their lists.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { utf8 } from '../read/utf8.ts'
import { reference, unlessPresent } from '../reference.ts'
import { readTrustList } from '../trust/lists/index.ts'
import type { Resolver } from '../trust/resolver.ts'
import type { Expectations } from './context.ts'
import { verify, type Verdict } from './verify.ts'

const home = 'security/own'
const now = new Date('2026-06-01T12:00:00Z')

interface Vector {
  readonly id: string
  readonly class: string
  readonly input: unknown
  readonly context: {
    readonly expectedNonce?: string
    readonly expectedAud?: string
    readonly expectedVct?: string
    readonly expectedChallenge?: string
    readonly expectedDomain?: string
    readonly requireKeyBinding?: boolean
    readonly requireHolderIsSubject?: boolean
    /** Only ever “unreachable”. */
    readonly statusList?: string
    readonly statusListFile?: string
  }
  readonly expect: { readonly verdict: 'valid' | 'invalid' | 'unknown' | 'not-valid' | 'any' }
}

function vectors(file: string): readonly Vector[] {
  return JSON.parse(readFileSync(reference(`${home}/${file}`), 'utf8')) as Vector[]
}

/** Answers for status lists with the vector's own; asks nobody else, as there is nobody. */
function resolverOf({ context }: Vector): Resolver {
  return {
    get: async (_, kind) => {
      const file = context.statusListFile
      if (kind !== 'status-list' || file === undefined) return undefined
      const { jwt } = JSON.parse(readFileSync(reference(`${home}/${file}`), 'utf8')) as {
        jwt?: string
      }
      return jwt === undefined ? undefined : { bytes: utf8(jwt) }
    },
  }
}

function expectationsOf({ context }: Vector): Expectations {
  const asked = {
    nonce: context.expectedNonce,
    audience: context.expectedAud,
    vct: context.expectedVct,
    challenge: context.expectedChallenge,
    domain: context.expectedDomain,
    keyBinding: context.requireKeyBinding,
    holderIsSubject: context.requireHolderIsSubject,
  }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
}

function bytesOf({ input }: Vector): Uint8Array {
  return utf8(typeof input === 'string' ? input : JSON.stringify(input))
}

async function answerTo(vector: Vector, bytes = bytesOf(vector)): Promise<Verdict> {
  const trust = [await readTrustList(readFileSync(reference(`${home}/trust.json`)), 'trust.json')]
  return verify(bytes, {
    trust,
    now,
    resolver: resolverOf(vector),
    expect: expectationsOf(vector),
  })
}

/** Every vector answered as it says, but for the exceptions given with the answer we do give. */
async function answersAll(
  file: string,
  exceptions: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  const others: Record<string, string> = {}
  for (const vector of vectors(file)) {
    const { verdict } = await answerTo(vector)
    const wanted = vector.expect.verdict
    counts[`${wanted}, ${verdict}`] = (counts[`${wanted}, ${verdict}`] ?? 0) + 1
    if (wanted === 'any') continue
    if (wanted !== 'valid') assert.notEqual(verdict, 'valid', `${vector.id} got through`)
    if (wanted !== verdict && wanted !== 'not-valid') others[vector.class] = verdict
  }
  assert.deepEqual(others, exceptions)
  assert.equal(({} as { polluted?: unknown }).polluted, undefined)
  return counts
}

describe('the attacks on SD-JWT VC', { skip: unlessPresent(`${home}/sdjwt.json`) }, () => {
  it('are all answered as they ought to be, and no good one is refused', async () => {
    const { 'valid, valid': good = 0 } = await answersAll('sdjwt.json', {})
    assert.equal(good, 7)
  })
})

describe(
  'the attacks on Data Integrity proofs',
  { skip: unlessPresent(`${home}/data-integrity.json`) },
  () => {
    it('are all answered as they ought to be, and no good one is refused', async () => {
      const { 'valid, valid': good = 0 } = await answersAll('data-integrity.json', {})
      assert.equal(good, 4)
    })
  },
)

describe('the attacks on signed tokens', { skip: unlessPresent(`${home}/jws.json`) }, () => {
  it('are all answered as they ought to be, 142 of 142, and no good one is refused', async () => {
    const counts = await answersAll('jws.json', {})
    assert.equal(
      Object.values(counts).reduce((sum, count) => sum + count, 0),
      142,
    )
    assert.equal(counts['valid, valid'], 5)
    assert.equal(counts['invalid, invalid'], 124)
    assert.equal(counts['unknown, unknown'], 4)
  })

  it('that are good are not valid any more after any changed byte', async () => {
    const good = vectors('jws.json').filter(({ expect }) => expect.verdict === 'valid')
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...good),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (vector, place, flip) => {
          const bytes = bytesOf(vector)
          const at = place % bytes.length
          bytes[at] = (bytes[at] ?? 0) ^ flip
          const { verdict } = await answerTo(vector, bytes)
          assert.notEqual(verdict, 'valid', `${vector.id} at ${at}`)
        },
      ),
      { numRuns: 400 },
    )
  })
})

const damages = ['null', '1e999', '-1', '{}', '[]', '""', '"9999-99-99T99:99:99Z"', '"did:web:%"']

describe('a credential', { skip: unlessPresent(`${home}/data-integrity.json`) }, () => {
  it('raises no error, however it is damaged', async () => {
    const texts = ['sdjwt.json', 'data-integrity.json', 'jws.json']
      .flatMap(vectors)
      .map(({ input }) => (typeof input === 'string' ? input : JSON.stringify(input)))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.nat(60),
        fc.constantFrom('', ...damages),
        async (text, place, length, damage) => {
          // One value of a document, or a stretch of a token, is gone or something else.
          const values = [...text.matchAll(/:("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|null|true|false)/g)]
          const value = values[place % Math.max(values.length, 1)]
          const from = value === undefined ? place % text.length : value.index + 1
          const to = value === undefined ? from + length : value.index + value[0].length
          const { checks } = await verify(utf8(text.slice(0, from) + damage + text.slice(to)), {
            trust: [],
            now,
            resolver: { get: async () => undefined },
          })
          assert.equal(checks.length, 7)
        },
      ),
      { numRuns: 500 },
    )
  })
})
