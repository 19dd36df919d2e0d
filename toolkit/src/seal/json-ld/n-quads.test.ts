import assert from 'node:assert/strict'
import { test } from 'node:test'
import { limits } from '../../limits.ts'
import { attempt } from '../../refusal.ts'
import { readNQuads } from './n-quads.ts'

async function codeOf(text: string): Promise<string | undefined> {
  const answer = await attempt(() => readNQuads(text))
  return answer.ok ? undefined : answer.refusals[0]?.code
}

test('a text of statements has its bounds: lines, and letters of one', async () => {
  const line = '_:a <urn:p> "x" .\n'
  const { quads, line: most } = limits.rdf
  assert.equal(readNQuads(line.repeat(100)).length, 100)
  assert.equal(await codeOf(line.repeat(quads + 1)), 'json-ld.too-complex')
  assert.equal(await codeOf('\n'.repeat(5_000_000)), 'json-ld.too-complex')
  const long = (letters: number) => `_:a <urn:p> "${'\\t'.repeat(letters)}" .\n`
  assert.equal(await codeOf(long(most / 4)), undefined)
  assert.equal(await codeOf(long(most)), 'n-quads.too-long')
  assert.equal(await codeOf(long(4 * most)), 'n-quads.too-long')
  assert.equal(await codeOf('_:a <urn:p> x .'), 'n-quads.syntax')
})
