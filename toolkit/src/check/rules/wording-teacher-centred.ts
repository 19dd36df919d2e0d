// Advice: an outcome is about the learner, not about the course.

import type { Rule } from '../rule.ts'
import { englishOutcomes } from '../wording.ts'

const teacher = [
  /^(this|the|our) (course|module|unit|micro-?credential|workshop|programme|program|training)\b/i,
  /^(to )?(introduce|introduces|teach|teaches|provide|provides|familiari[sz]e|give|gives|equip|equips) (the )?(students?|learners?|participants?)\b/i,
  /\b(students|learners|participants) (will be|are) (taught|introduced|shown|given|provided|exposed)\b/i,
]

export const wordingTeacherCentred: Rule = {
  id: 'wording-teacher-centred',
  class: 'tessera-quality',
  severity: 'advice',
  principle: 'learner-centred',
  looksAt: 'outcomes[].text.en',
  demand: 'An outcome says what the learner can do, not what the course does.',
  run: (design) =>
    englishOutcomes(design)
      .filter(({ text }) => teacher.some((pattern) => pattern.test(text)))
      .map(({ place }) => ({
        place,
        message: 'This says what the course does, not what learners can do afterwards.',
        mend: 'Begin with the verb of what the learner does, such as "Explain …" or "Design …".',
      })),
}
