// From data of outside to the model: every fault with its place, none swallowed.

import type { z } from 'zod'
import { Refused, type Refusal } from '../refusal.ts'
import { awardSchema, type Award } from './award.ts'
import { designSchema, type Design } from './design.ts'
import { organisationSchema, type Organisation } from './organisation.ts'

/** `outcomes[2].text.en`, the way a person would point at it. */
export function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, i) =>
      typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${String(part)}`,
    )
    .join('')
}

function parse<T>(schema: z.ZodType<T>, value: unknown, code: string): T {
  const answer = schema.safeParse(value)
  if (answer.success) return answer.data
  throw new Refused(
    answer.error.issues.map((issue): Refusal => ({
      code,
      place: placeOf(issue.path),
      sentence: `${issue.message}.`,
    })),
  )
}

/** A design from plain data (parsed YAML or JSON). Refuses with `design.shape` per fault. */
export function parseDesign(value: unknown): Design {
  return parse(designSchema, value, 'design.shape')
}

export function parseOrganisation(value: unknown): Organisation {
  return parse(organisationSchema, value, 'organisation.shape')
}

export function parseAward(value: unknown): Award {
  return parse(awardSchema, value, 'award.shape')
}
