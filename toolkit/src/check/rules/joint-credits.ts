// The shares of a joint award are the whole.

import { plain } from '../hours.ts'
import type { Rule } from '../rule.ts'

export const jointCredits: Rule = {
  id: 'joint-credits',
  class: 'tessera-quality',
  severity: 'error',
  principle: 'recognition',
  looksAt: 'awardingBodies[].credits, credits',
  demand: 'The credits of the bodies of a joint award add up to its credits.',
  run({ awardingBodies, credits }) {
    if (awardingBodies.length < 2 || credits === undefined) return []
    const mend = `Say how many of the ${plain(credits.points)} credits each body awards.`
    const without = awardingBodies.flatMap((body, index) =>
      body.credits === undefined ? [index] : [],
    )
    if (without.length > 0) {
      return without.map((index) => ({
        place: `awardingBodies[${index}].credits`,
        message: 'It is not said how many of the credits this body awards.',
        mend,
        severity: 'warning',
      }))
    }
    const sum = awardingBodies.reduce((total, body) => total + (body.credits ?? 0), 0)
    if (Math.abs(sum - credits.points) < 0.01) return []
    const message = `The bodies award ${plain(sum)} credits together, but the micro-credential has ${plain(credits.points)}.`
    return [{ place: 'awardingBodies', message, mend }]
  },
}
