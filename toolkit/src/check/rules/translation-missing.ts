// Every text is there in every language of the design.

import type { Rule } from '../rule.ts'
import { textsOf } from '../texts.ts'

export const translationMissing: Rule = {
  id: 'translation-missing',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'information-and-guidance',
  looksAt: 'every text but names of organisations and of public skills',
  demand: 'Every text is there in every language of the design.',
  run: (design, { languages }) =>
    textsOf(design).flatMap(({ text, place }) =>
      languages
        .filter((language) => text[language] === undefined)
        .map((language) => ({
          place: `${place}.${language}`,
          message: `This text is missing in "${language}".`,
          mend: `Translate it, or remove "${language}" from the languages of the design.`,
        })),
    ),
}
