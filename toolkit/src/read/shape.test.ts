import assert from 'node:assert/strict'
import { it } from 'node:test'
import { z } from 'zod'
import { Refused } from '../refusal.ts'
import { refuseShape } from './shape.ts'

it('what does not fit a schema is refused with the place and the words of its first fault', () => {
  const schema = z.object({ issuers: z.array(z.object({ id: z.string('An id is a text') })) })
  const said = (value: unknown, place: string) => {
    const answer = schema.safeParse(value)
    assert.ok(!answer.success)
    try {
      return refuseShape('trust-list.shape', place, answer.error)
    } catch (error) {
      assert.ok(error instanceof Refused)
      return error.refusals
    }
  }
  assert.deepEqual(said({ issuers: [{ id: 'a' }, { id: 7 }, {}] }, 'list.json'), [
    { code: 'trust-list.shape', place: 'list.json issuers.1.id', sentence: 'An id is a text.' },
  ])
  const [whole] = said(7, '')
  assert.equal(whole?.place, '')
  const long = z.record(z.string(), z.string()).safeParse({ ['k'.repeat(500)]: 7 })
  assert.throws(
    () => refuseShape('x', '', long.error ?? assert.fail()),
    (error) => error instanceof Refused && error.refusals[0]?.place.length === 200,
  )
})
