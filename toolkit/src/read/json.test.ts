import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Refused } from '../refusal.ts'
import { reference, unlessPresent } from '../reference.ts'
import { readJson } from './json.ts'

function codeOf(step: () => unknown): string {
  try {
    step()
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0]?.code ?? ''
    throw error
  }
  return 'accepted'
}

describe('the strict JSON reader', () => {
  it('reads what JSON.parse reads, for every JSON value', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        // Our own limits: no member called __proto__, no whole number that loses value.
        fc.pre(!text.includes('__proto__') && !/[0-9]{16}/.test(text))
        assert.deepEqual(readJson(text), JSON.parse(text))
      }),
    )
  })

  it('never accepts a text JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 2 }), (text, at, insert) => {
        const cut = at % (text.length + 1)
        const changed = text.slice(0, cut) + insert + text.slice(cut + 1)
        if (codeOf(() => readJson(changed)) === 'accepted') JSON.parse(changed)
      }),
    )
  })

  const refused: readonly (readonly [string, string])[] = [
    ['{"a":1,"a":2}', 'json.duplicate-member'],
    ['{"a":1,"\\u0061":2}', 'json.duplicate-member'],
    ['{"__proto__":{}}', 'json.name'],
    ['"\\ud800"', 'json.lone-surrogate'],
    ['[1,]', 'json.syntax'],
    ['{"a":1} x', 'json.trailing'],
    ['9007199254740993', 'json.number'],
    ['1e999', 'json.number'],
    ['['.repeat(100) + ']'.repeat(100), 'json.depth'],
    ['\uFEFF{}', 'json.syntax'],
  ]
  for (const [text, code] of refused) {
    it(`refuses ${text.slice(0, 24)} with ${code}`, () => {
      assert.equal(
        codeOf(() => readJson(text)),
        code,
      )
    })
  }

  it('refuses more values than any credential has, and a text that ends in an escape', () => {
    assert.equal(
      codeOf(() => readJson(`[${'0,'.repeat(200_000)}0]`)),
      'json.size',
    )
    assert.equal(
      codeOf(() => readJson('"\\\\\\')),
      'json.syntax',
    )
  })

  const suite = reference('security/fetched/json-parsing')
  it('agrees with JSONTestSuite', { skip: unlessPresent('security/fetched/json-parsing') }, () => {
    const names = readdirSync(suite, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.json'),
    )
    assert.ok(names.length > 100)
    for (const name of names) {
      const file = name.split('/').at(-1) ?? ''
      const answer = codeOf(() => readJson(readFileSync(`${suite}/${name}`)))
      if (file.startsWith('n_')) assert.notEqual(answer, 'accepted', name)
      // Our own limits: big whole numbers lose value, duplicates and deep nests are not credentials.
      if (file.startsWith('y_') && !/duplicated|dup/.test(file))
        assert.equal(answer, 'accepted', name)
    }
  })
})
