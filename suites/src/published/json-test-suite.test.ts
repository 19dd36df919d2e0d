// JSONTestSuite (Nicolas Seriot): y_ is JSON, n_ is not, i_ may be either; our reader never fails otherwise than by
// refusing. What it reads is what JSON.parse reads.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { readJson } from 'tessera/read/json'
import { reference, unlessPresent } from 'tessera/reference'
import { attempt } from 'tessera/refusal'
import { type Answer, requireExpected } from './answers.ts'

const parsing = 'security/fetched/json-parsing/test_parsing'
const transform = 'security/fetched/json-parsing/test_transform'
const expected: { readonly [letter: string]: readonly string[] } = {
  y: ['read'],
  n: ['refused'],
  i: ['read', 'refused'],
}

describe('the texts of JSONTestSuite', { skip: unlessPresent(parsing) }, () => {
  it('are read where they are JSON, and refused where they are not', async (context) => {
    const answers: Answer[] = []
    for (const name of readdirSync(reference(parsing))) {
      const bytes = readFileSync(reference(`${parsing}/${name}`))
      const answer = await attempt(() => readJson(bytes, name))
      if (answer.ok) assert.deepEqual(answer.value, JSON.parse(bytes.toString()), name)
      answers.push({
        vector: name,
        expected: expected[name.slice(0, 1)] ?? [],
        came: answer.ok ? 'read' : 'refused',
      })
    }
    assert.ok(answers.length > 150)
    requireExpected(context, answers)
  })

  it('that software reads differently are refused, or have one reading', async () => {
    const readings: { [name: string]: unknown } = {}
    for (const name of readdirSync(reference(transform))) {
      const bytes = readFileSync(reference(`${transform}/${name}`))
      const answer = await attempt(() => readJson(bytes, name))
      readings[name] = answer.ok ? answer.value : answer.refusals[0]?.code
    }
    assert.deepEqual(readings, {
      'number_-9223372036854775808.json': 'json.number',
      'number_-9223372036854775809.json': 'json.number',
      'number_9223372036854775807.json': 'json.number',
      'number_9223372036854775808.json': 'json.number',
      // A fraction is the nearest number of IEEE 754 (RFC 8259, section 6; RFC 8785, 3.2.2.3).
      'number_1e-999.json': [0],
      'number_1e6.json': [1_000_000],
      'object_same_key_same_value.json': 'json.duplicate-member',
      'object_same_key_unclear_values.json': 'json.duplicate-member',
      'string_2_invalid_codepoints.json': 'utf8.broken',
      'string_with_escaped_NULL.json': ['A\u0000B'],
    })
  })
})
