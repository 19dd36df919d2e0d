// The runner notices everything that must not happen, and goes on with the next vector.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { runFolder, type Run } from './run.ts'
import { folderOf, record } from './test-folder.ts'

const areas = new URL('./misbehaving.js', import.meta.url).href
const patience = { processor: 1_500, clock: 5_000, mebibytes: 300 }

/** A deed, what it must not do (beyond what nothing may do), and what the report says of it: undefined for nothing. */
const cases: readonly (readonly [
  deed: string,
  mustNot: readonly string[],
  says: RegExp | undefined,
])[] = [
  ['nothing', ['network', 'file-read', 'crash', 'loop'], undefined],
  ['connect', [], /network: 127\.0\.0\.1:9/],
  ['fetch', [], /network: https:\/\/attacker\.example/],
  ['http', [], /network: 127\.0\.0\.1:9/],
  ['lookup', [], /network: attacker\.example/],
  ['datagram', [], /network: /],
  ['fetch later', [], /network: https:\/\/later\.example/],
  ['ask', [], undefined],
  ['ask', ['network'], /network: asked for https:\/\/attacker\.example\/context/],
  ['ask', ['network>5'], undefined],
  ['ask', ['network-private'], undefined],
  ['ask at home', ['network-private'], /network-private: asked for https:\/\/192\.168\.0\.1\//],
  ['ask twice', ['network>1'], /network>1: asked for/],
  ['ask twice', ['busy-refetch'], /busy-refetch: asked more than once/],
  ['read', [], /file-read: \/etc\/hostname/],
  ['read quietly', [], /file-read: \/etc\/hostname/],
  ['read by promise', [], /file-read: \/etc\/hostname/],
  ['read a stream', [], /file-read: \/etc\/hostname/],
  ['look', [], /file-read: \/etc\/hostname/],
  ['write', ['write-outside'], /file-write: \/tmp\/tessera-vectors-must-not-exist/],
  ['program', [], /program: true/],
  ['worker', [], /program: data:/],
  ['pollute', ['prototype-pollution'], /prototype-pollution: Object\.prototype\.polluted/],
  ['replace', [], /prototype-pollution: Array\.prototype\.includes/],
  ['remember', [], /prototype-pollution: globalThis\.remembered/],
  ['throw', [], /crash: TypeError: an error nobody refused/],
  ['throw later', [], /crash: TypeError: later/],
  ['reject later', [], /crash: TypeError: unhandled/],
  ['exit', ['crash'], /crash: the process ended \(exit 3\)/],
  ['end itself', ['500'], /crash: the process ended \(SIGSEGV\)/],
  ['loop', ['loop'], /loop: no answer (?:after 1.5 s of work|within 5 s)/],
  ['never answer', [], /loop: no answer within 5 s/],
  ['eat', ['memory>128MiB'], /memory: \d+ MiB, over 64/],
  ['eat', ['memory>16MiB'], /memory: \d+ MiB, over 16/],
  ['eat without end', ['memory>64MiB'], /memory: the process grew to \d+ MiB/],
  ['work', ['block>500ms'], /block: \d+ ms, over 500/],
  ['wait', ['block>500ms'], undefined],
]

async function runAll(): Promise<Run> {
  const records = cases.flatMap(([deed, mustNot], i) => [
    record(`${i} ${deed}`, 'invalid', {
      input: { do: deed },
      expect: { verdict: 'invalid', mustNot },
    }),
    // A good one after each: nothing of the one before is left.
    record(`after ${i}`, 'valid', { input: { do: 'nothing', say: 'valid' } }),
  ])
  return runFolder(folderOf({ 'jws.json': records }), { areas, patience })
}

describe('what must not happen', () => {
  it('is noticed, whatever it is, and the next vector is answered', async () => {
    const { judgements, failures } = await runAll()
    assert.equal(judgements.length, cases.length * 2)
    for (const [i, [deed, mustNot, says]] of cases.entries()) {
      const failure = failures.find(({ id }) => id === `${i} ${deed}`)
      const name = `${deed}, must not ${mustNot.join(', ')}`
      if (says === undefined) assert.equal(failure, undefined, `${name}: ${failure?.came}`)
      else assert.match(failure?.came ?? 'nothing noticed', says, name)
      const next = judgements.find(({ vector }) => vector.id === `after ${i}`)
      assert.equal(next?.passed, true, `after ${name}: ${next?.came} ${next?.breaches.join('; ')}`)
    }
  })
})
