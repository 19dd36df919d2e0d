// Advice: a link to a public skill lets other languages and services find the outcome.

import { placed } from '../place.ts'
import type { Rule } from '../rule.ts'

export const outcomeSkillLink: Rule = {
  id: 'outcome-skill-link',
  class: 'tessera-quality',
  severity: 'advice',
  principle: 'relevance',
  looksAt: 'outcomes[].skills',
  demand: 'Outcomes are linked to skills of a public framework where one fits.',
  run: ({ outcomes }) =>
    outcomes.length === 0 || outcomes.some(({ skills }) => skills.length > 0)
      ? []
      : placed('outcomes', outcomes)
          .slice(0, 1)
          .map(({ place }) => ({
            place: `${place}.skills`,
            message: 'No outcome is linked to a skill of a public framework.',
            mend: 'Link those that fit to ESCO, DigComp, GreenComp or another framework; leave the others.',
          })),
}
