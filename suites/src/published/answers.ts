// What we answer to published vectors. Where that differs from what their authors expect, the test lists the
// vector with our answer and the reason; an entry that no longer comes true fails as well.

import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'

export interface Answer {
  readonly vector: string
  /** The answers that agree with the vector. */
  readonly expected: readonly string[]
  readonly came: string
}

/** Vector → our answer, and why it is not the expected one. */
export type Exceptions = { readonly [vector: string]: readonly [came: string, reason: string] }

/** Every answer is an expected one but for the listed exceptions, all of which come true. Prints what was asked. */
export function requireExpected(
  context: TestContext,
  answers: readonly Answer[],
  exceptions: Exceptions = {},
): void {
  const others = answers.filter(({ expected, came }) => !expected.includes(came))
  const listed = Object.entries(exceptions).map(([vector, [came]]) => [vector, came])
  assert.deepEqual(
    Object.fromEntries(others.map(({ vector, came }) => [vector, came])),
    Object.fromEntries(listed),
  )
  assert.equal(
    new Set(answers.map(({ vector }) => vector)).size,
    answers.length,
    'names of vectors',
  )
  const counts = new Map<string, number>()
  for (const { came } of answers) counts.set(came, (counts.get(came) ?? 0) + 1)
  const words = [...counts].map(([came, count]) => `${count} ${came}`).join(', ')
  context.diagnostic(`${answers.length} vectors: ${words}; ${others.length} exceptions`)
  for (const [vector, [came, reason]] of Object.entries(exceptions))
    context.diagnostic(`${vector}: ${came}, because ${reason}`)
}
