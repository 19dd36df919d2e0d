// A quality decision that has run out assures nothing.

import type { QualityAssurance } from '../../credential/quality.ts'
import type { Found, Rule } from '../rule.ts'

export const qualityExpired: Rule = {
  id: 'quality-expired',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'quality',
  looksAt: 'qualityAssurance[].validUntil, also of the awarding bodies',
  demand: 'No quality decision has run out.',
  run({ qualityAssurance, awardingBodies }, { now }) {
    if (now === undefined) return []
    const today = now.toISOString().slice(0, 10)
    return [
      ...expired(qualityAssurance, 'qualityAssurance', today),
      ...awardingBodies.flatMap(({ organisation }, index) =>
        expired(
          organisation.qualityAssurance,
          `awardingBodies[${index}].organisation.qualityAssurance`,
          today,
        ),
      ),
    ]
  },
}

function expired(all: readonly QualityAssurance[], place: string, today: string): readonly Found[] {
  return all.flatMap(({ validUntil }, index) =>
    validUntil === undefined || validUntil >= today
      ? []
      : [
          {
            place: `${place}[${index}].validUntil`,
            message: `This quality decision ran out on ${validUntil}.`,
            mend: 'Give the decision that holds now, or remove it.',
          },
        ],
  )
}
