// Definition: underpinned by quality assurance following agreed standards. Annex I asks for its type
// alone; who assures and by which standard is our own rule.

import { placed } from '../place.ts'
import type { Rule } from '../rule.ts'

export const d6QualityTraceable: Rule = {
  id: 'D6-quality-traceable',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'quality',
  looksAt: 'qualityAssurance[]',
  demand: 'Quality assurance names the body that assures, or the standard it follows.',
  run: ({ qualityAssurance }) =>
    placed('qualityAssurance', qualityAssurance)
      .filter(
        ({ part }) => (part.body ?? part.bodyId ?? part.standard ?? part.report) === undefined,
      )
      .map(({ place }) => ({
        place,
        message:
          'Quality assurance is claimed, but neither a body nor a standard nor a report is named.',
        mend: 'Name who assures the quality (an agency, a board, a chamber) and by which standard, such as ESG or EQAVET.',
      })),
}
