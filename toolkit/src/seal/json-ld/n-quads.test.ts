import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attempt } from '../../refusal.ts'
import { limits } from '../../limits.ts'
import { readNQuads } from './n-quads.ts'

test('statements are read and written in their canonical form', () => {
  const text = [
    '# a comment',
    '',
    '_:a <urn:p> "plain" .',
    String.raw`<urn:s><urn:p>"\u0041\t\'\U0001F600"^^<http://www.w3.org/2001/XMLSchema#string><urn:g>. # end`,
    '_:a <urn:p> _:b.c _:g .',
    '<urn:\\u00e9> <urn:p> "x"@en-GB .',
    '<urn:s> <urn:p> <urn:o> .',
    '<urn:s> <urn:p> "1"^^<urn:d> .',
  ].join('\r\n')
  assert.deepEqual(
    readNQuads(text).map((quad) => Object.values(quad)),
    [
      ['_:a', '<urn:p>', '"plain"', ''],
      ['<urn:s>', '<urn:p>', `"A\\t'\u{1f600}"`, '<urn:g>'],
      ['_:a', '<urn:p>', '_:b.c', '_:g'],
      ['<urn:é>', '<urn:p>', '"x"@en-GB', ''],
      ['<urn:s>', '<urn:p>', '<urn:o>', ''],
      ['<urn:s>', '<urn:p>', '"1"^^<urn:d>', ''],
    ],
  )
})

test('what is no statement is refused with its line', async () => {
  for (const line of [
    '<urn:s> <urn:p> .',
    '<urn:s> _:p <urn:o> .',
    '"s" <urn:p> <urn:o> .',
    '<urn:s> <urn:p> "open .',
    '<urn:a b> <urn:p> <urn:o> .',
    '<urn:s> <urn:p> <urn:o> "g" .',
    '<urn:s> <urn:p> <urn:o>',
    String.raw`<urn:s> <urn:p> "\x" .`,
  ]) {
    const answer = await attempt(() => readNQuads(`_:a <urn:p> _:b .\n${line}`))
    assert.deepEqual(
      !answer.ok && answer.refusals.map(({ code, place }) => [code, place]),
      [['n-quads.syntax', 'line 2']],
      line,
    )
  }
})

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
