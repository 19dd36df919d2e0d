// Where a design states a duration word for word.

import type { Design } from '../credential/design.ts'
import { placed } from './place.ts'

export interface StatedDuration {
  readonly place: string
  readonly stated: string
  /** Hours given beside it. */
  readonly hours: number | undefined
}

export function statedDurations(design: Design): readonly StatedDuration[] {
  const parts = [
    { part: design, place: '' },
    ...placed('activities', design.activities),
    ...placed('assessments', design.assessments),
  ]
  return parts.flatMap(({ part: { workload }, place }) => {
    if (workload?.stated === undefined) return []
    const at = place === '' ? 'workload.stated' : `${place}.workload.stated`
    return [{ place: at, stated: workload.stated, hours: workload.hours }]
  })
}
