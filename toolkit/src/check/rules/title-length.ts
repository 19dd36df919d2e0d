// A title is shown in lists, on phones and in wallets.

import { inEach } from '../wording.ts'
import type { Rule } from '../rule.ts'

const longest = 80

export const titleLength: Rule = {
  id: 'title-length',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'information-and-guidance',
  looksAt: 'title',
  demand: 'A title has at most 80 characters.',
  run: ({ title }) =>
    inEach(title, 'title').flatMap(({ value, place }) => {
      const length = [...value].length
      return length <= longest
        ? []
        : [
            {
              place,
              message: `The title has ${length} characters; wallets and lists cut it.`,
              mend: `Shorten it to ${longest} characters.`,
            },
          ]
    }),
}
