// Annex I, mandatory element 11: the type of quality assurance, and nothing more.

import { hasQualityAssurance } from '../elements.ts'
import type { Rule } from '../rule.ts'

export const m11QualityAssurance: Rule = {
  id: 'M11-quality-assurance',
  class: 'annex-i',
  severity: 'error',
  principle: 'quality',
  looksAt: 'qualityAssurance, awardingBodies[].organisation.qualityAssurance',
  demand: 'The type of quality assurance that underpins it is given.',
  run: (design) =>
    hasQualityAssurance(design)
      ? []
      : [
          {
            place: 'qualityAssurance',
            message: 'The type of quality assurance is not given.',
            mend: 'Say whether quality is assured internally, externally or both, and by whom.',
          },
        ],
}
