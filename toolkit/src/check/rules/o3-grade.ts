// Annex I, optional element 3: the grade achieved. It comes with the award; what it means is said here.

import type { Rule } from '../rule.ts'

export const o3Grade: Rule = {
  id: 'O3-grade',
  class: 'annex-i',
  severity: 'advice',
  principle: 'recognition',
  looksAt: 'gradingScheme, assessments[].gradingScheme',
  demand: 'A grading scheme says what the grades of later awards mean.',
  run: ({ gradingScheme, assessments }) =>
    gradingScheme !== undefined ||
    assessments.length === 0 ||
    assessments.some((assessment) => assessment.gradingScheme !== undefined)
      ? []
      : [
          {
            place: 'gradingScheme',
            message: 'No grading scheme is given, so a grade in an award could not be understood.',
            mend: 'Describe the scheme with its pass mark and best grade, or say that it is pass or fail.',
          },
        ],
}
