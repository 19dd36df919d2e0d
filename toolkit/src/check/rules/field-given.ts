// Recognition and catalogues go by field: ISCED-F.

import type { Rule } from '../rule.ts'

export const fieldGiven: Rule = {
  id: 'field-given',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'recognition',
  looksAt: 'fields',
  demand: 'The field of study is given as an ISCED-F code.',
  run: ({ fields }) =>
    fields.length === 0
      ? [
          {
            place: 'fields',
            message: 'No field of study is given.',
            mend: 'Give at least one ISCED-F code in quotes, best of four digits, such as "0521" for environmental sciences.',
          },
        ]
      : [],
}
