// Sealing what others award: only with a mandate of all of them (Recommendation 2022/C 243/02, Annex II principle 9;
// EDC profile “issued by mandate”).

import type { Award } from '../credential/award.ts'
import type { Design } from '../credential/design.ts'
import { refuse } from '../refusal.ts'
import type { Issuer } from './issuer.ts'

/** The mandate this issuer seals the design under; undefined where it awards it itself. Refuses `issue.not-awarding`. */
export function mandateFor(design: Design, issuer: Issuer, place = ''): Award['mandate'] {
  const ids = design.awardingBodies.map(({ organisation }) => organisation.id)
  if (ids.includes(issuer.organisation.id)) return undefined
  const { mandate } = issuer
  if (mandate !== undefined && ids.length > 0 && ids.every((id) => mandate.bodies.includes(id)))
    return { statement: mandate.statement }
  return refuse(
    'issue.not-awarding',
    place,
    `The issuer ${issuer.organisation.id} is not among the awarding bodies of the design, and has no mandate of all of them.`,
  )
}
