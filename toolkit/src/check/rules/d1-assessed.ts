// Definition: outcomes that were assessed; attendance alone makes no micro-credential.

import type { Rule } from '../rule.ts'
import { assessmentTypes } from '../../vocabulary/assessment-types.ts'

export const d1Assessed: Rule = {
  id: 'D1-assessed',
  class: 'annex-i',
  severity: 'error',
  principle: 'definition',
  looksAt: 'assessments',
  demand: 'What learners achieved is assessed; taking part alone is not enough.',
  run({ assessments }) {
    if (assessments.length === 0) {
      return [
        {
          place: 'assessments',
          message:
            'Nothing is assessed, so this is a certificate of participation and no micro-credential.',
          mend: 'Add at least one assessment of the outcomes.',
        },
      ]
    }
    const methods = assessments.flatMap((assessment) => assessment.methods)
    const attendance = (code: string) => assessmentTypes.find(code)?.code === 'level-of-attendance'
    if (methods.length === 0 || !methods.every(attendance)) return []
    return [
      {
        place: 'assessments',
        message:
          'Attendance is all that is assessed, so this is a certificate of participation and no micro-credential.',
        mend: 'Add an assessment that shows what learners know or can do.',
      },
    ]
  },
}
