// Learners need to know in which language they will learn.

import type { Rule } from '../rule.ts'

export const teachingLanguageGiven: Rule = {
  id: 'teaching-language-given',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'transparency',
  looksAt: 'teachingLanguages, activities[].language',
  demand: 'The language of learning is given.',
  run: ({ teachingLanguages, activities }) =>
    teachingLanguages.length === 0 && activities.every(({ language }) => language === undefined)
      ? [
          {
            place: 'teachingLanguages',
            message: 'The language in which it is taught and assessed is not given.',
            mend: 'List the languages of teaching, such as teachingLanguages: [en].',
          },
        ]
      : [],
}
