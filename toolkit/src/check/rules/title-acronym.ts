// A title says something to people who do not know it yet.

import { inEach } from '../wording.ts'
import type { Rule } from '../rule.ts'

const acronyms = /^[\p{Lu}\p{N}]{2,10}([\s./&-]+[\p{Lu}\p{N}]{1,10})*$/u

export const titleAcronym: Rule = {
  id: 'title-acronym',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'information-and-guidance',
  looksAt: 'title',
  demand: 'A title is more than an abbreviation or a course number.',
  run: ({ title }) =>
    inEach(title, 'title')
      // A title in capitals of several long words is loud, but no abbreviation.
      .filter(({ value }) => acronyms.test(value.trim()) && !/\p{Lu}{7}/u.test(value))
      .map(({ value, place }) => ({
        place,
        message: `"${value}" tells nothing to people who do not know it yet.`,
        mend: 'Write the title out, with the abbreviation in brackets if it is known.',
      })),
}
