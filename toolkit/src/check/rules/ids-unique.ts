// An id names one part of its kind. Kinds may share ids: outcome 1 and assessment 1 are told apart.

import { placed } from '../place.ts'
import type { Found, Rule } from '../rule.ts'

export const idsUnique: Rule = {
  id: 'ids-unique',
  class: 'tessera-quality',
  severity: 'error',
  principle: 'transparency',
  looksAt: 'ids of outcomes, activities, assessments and criteria',
  demand: 'No two outcomes share an id, nor two activities, two assessments or two criteria.',
  run: ({ outcomes, activities, assessments }) => [
    ...repeated(placed('outcomes', outcomes)),
    ...repeated(placed('activities', activities)),
    ...repeated(placed('assessments', assessments)),
    ...repeated(
      placed('assessments', assessments).flatMap(({ part, place }) =>
        placed(`${place}.criteria`, part.criteria),
      ),
    ),
  ],
}

type WithId = { readonly part: { readonly id?: string | undefined }; readonly place: string }

function repeated(parts: readonly WithId[]): readonly Found[] {
  const seen = new Set<string>()
  return parts.flatMap(({ part: { id }, place }) => {
    if (id === undefined) return []
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    const message = `The id ${id} is used more than once.`
    return [{ place, message, mend: 'Give every part an id of its own.' }]
  })
}
