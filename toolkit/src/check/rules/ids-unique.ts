// An id names one part only.

import { placed } from '../place.ts'
import type { Rule } from '../rule.ts'

export const idsUnique: Rule = {
  id: 'ids-unique',
  class: 'tessera-quality',
  severity: 'error',
  principle: 'transparency',
  looksAt: 'ids of outcomes, activities, assessments and criteria',
  demand: 'No two outcomes, activities, assessments or criteria share an id.',
  run({ outcomes, activities, assessments }) {
    const seen = new Set<string>()
    const parts = [
      ...placed('outcomes', outcomes),
      ...placed('activities', activities),
      ...placed('assessments', assessments).flatMap(({ part, place }) => [
        { part, place },
        ...placed(`${place}.criteria`, part.criteria),
      ]),
    ]
    return parts.flatMap(({ part: { id }, place }) => {
      if (id === undefined || !seen.has(id)) {
        if (id !== undefined) seen.add(id)
        return []
      }
      return [
        {
          place,
          message: `The id ${id} is used more than once.`,
          mend: 'Give every part an id of its own.',
        },
      ]
    })
  },
}
