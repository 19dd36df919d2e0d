import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutLineEnd } from './text-file.ts'
import { utf8, utf8Decode } from './utf8.ts'

test('the line break a text file ends with is no part of the token in it, and nothing else is', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['eyJh.e30.AA\n', 'eyJh.e30.AA'],
    ['eyJh.e30.AA\r\n', 'eyJh.e30.AA'],
    ['eyJh.e30.AA~\n\n', 'eyJh.e30.AA~\n'],
    ['eyJh.e30.AA ', 'eyJh.e30.AA '],
    ['eyJh.e30.AA', 'eyJh.e30.AA'],
    ['{"a":1}\n', '{"a":1}\n'],
    ['\n', '\n'],
    ['', ''],
    ['e\n', 'e'],
  ]
  for (const [file, token] of cases) assert.equal(utf8Decode(withoutLineEnd(utf8(file))), token)
})
