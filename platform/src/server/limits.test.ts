// Counting callers, and letting in no more than can be answered.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { counter, gate } from './limits.ts'

describe('an allowance', () => {
  const start = Date.parse('2026-01-01T00:00:00Z')

  it('lets no more through in any window than it says, give or take the slide', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 50, maxLength: 200 })
    fc.assert(
      fc.property(steps, (pauses) => {
        const { spend } = counter({ most: 10, windowMs: 10_000 })
        let now = start
        const passed: number[] = []
        for (const step of pauses) {
          now += step
          if (spend('a', new Date(now)) === 0) passed.push(now)
        }
        for (const from of passed)
          assert.ok(passed.filter((at) => at >= from && at < from + 10_000).length <= 20)
      }),
    )
  })

  it('says how long to wait, and then lets through', () => {
    const { spend } = counter({ most: 2, windowMs: 60_000 })
    for (let go = 0; go < 2; go += 1) assert.equal(spend('a', new Date(start)), 0)
    const wait = spend('a', new Date(start))
    assert.ok(wait > 0)
    assert.equal(spend('b', new Date(start)), 0)
    assert.equal(spend('a', new Date(start + 120_000)), 0)
  })

  it('remembers only so many callers', () => {
    const { spend } = counter({ most: 1, windowMs: 60_000 }, 100)
    for (let caller = 0; caller < 1000; caller += 1) spend(String(caller), new Date(start))
    assert.equal(spend('0', new Date(start)), 0, 'the oldest is forgotten')
    assert.ok(spend('999', new Date(start)) > 0)
  })
})

describe('a gate', () => {
  const work = async () => {
    await pause(20)
    return 'done'
  }

  it('lets in so many, lets so many wait, and turns away the others at once', async () => {
    const { pass, close } = gate({ width: 2, queue: 3 })
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => pass(work)))
    assert.equal(outcomes.filter((outcome) => outcome === 'done').length, 5)
    assert.equal(outcomes.filter((outcome) => outcome === undefined).length, 5)
    assert.equal(await pass(work), 'done', 'and is open again')
    close()
  })

  it('turns away who waited too long', async () => {
    const { pass, close } = gate({ width: 1, queue: 10, patienceMs: 5 })
    const slow = () => pause(50).then(() => 'slow')
    assert.deepEqual(await Promise.all([pass(slow), pass(work)]), ['slow', undefined])
    assert.equal(await pass(work), 'done')
    close()
  })

  it('is not blocked by work that fails', async () => {
    const { pass, close } = gate({ width: 1, queue: 1 })
    for (let go = 0; go < 5; go += 1)
      await assert.rejects(pass(() => Promise.reject(new Error('no'))))
    assert.equal(await pass(work), 'done')
    close()
  })
})
