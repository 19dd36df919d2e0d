// Badges of others hold texts of any kind at any place: what the model cannot hold is left out.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { limits } from '../../limits.ts'
import { isObject, type Json, type JsonObject } from '../../read/json.ts'
import { utf8 } from '../../read/utf8.ts'
import { attempt } from '../../refusal.ts'
import { openBadges } from './index.ts'
import { sampleAward, sampleKeys, sampleSettings } from './sample.ts'

const odd: readonly Json[] = [
  '',
  ' ',
  'x'.repeat(30_000),
  'registrar@uni..example',
  'https://[',
  '\u0000',
  '9999-99-99T99:99:99Z',
  -1,
  1e300,
  null,
  [],
  {},
]

/** The value once for each value in it, which is `here` in its stead. */
function* changed(value: Json, here: symbol): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [i, item] of (value as readonly Json[]).entries()) {
      for (const other of changed(item, here)) yield value.with(i, other as Json)
    }
  } else if (isObject(value)) {
    for (const [name, item] of Object.entries(value)) {
      for (const other of changed(item, here)) yield { ...value, [name]: other }
    }
  }
  yield here
}

test('a badge with an odd value anywhere is opened or refused, and raises no error', async () => {
  const unsigned = await openBadges.build(sampleAward(), sampleSettings())
  const [json] = await openBadges.seal(unsigned, sampleKeys(), sampleSettings())
  const badge = JSON.parse(new TextDecoder().decode(json?.bytes)) as JsonObject
  const here = Symbol('here')
  let opened = 0
  let refused = 0
  let turn = 0
  for (const document of changed(badge, here)) {
    // Two odd values at each place, all of them in turn.
    for (const to of [turn, turn + 5].map((at) => odd[at % odd.length] ?? null)) {
      const text = JSON.stringify(document, (_, value: unknown) => (value === here ? to : value))
      const answer = await attempt(async () => (await openBadges.open(utf8(text))).award)
      if (answer.ok) opened++
      else refused++
    }
    turn++
  }
  assert.ok(opened > 300 && refused > 30, `${opened} opened, ${refused} refused`)
})

test('a badge larger than is read here is refused for its size, before anything else is looked at', async () => {
  const long = 'x'.repeat(limits.badge)
  for (const text of [
    `{"type":"OpenBadgeCredential","name":"${long}"}`,
    `e30.${long}.x`,
    `<svg>${'x'.repeat(limits.drawing)}</svg>`,
  ]) {
    const answer = await attempt(() => openBadges.open(utf8(text)))
    assert.equal(!answer.ok && answer.refusals[0]?.code, 'ob3.too-large')
  }
})
