// A language a design does not name would be shown to nobody.

import type { Rule } from '../rule.ts'
import { textsOf } from '../texts.ts'

export const translationUndeclared: Rule = {
  id: 'translation-undeclared',
  class: 'tessera-quality',
  severity: 'advice',
  principle: 'information-and-guidance',
  looksAt: 'languages, every text',
  demand: 'No text is in a language the design does not name.',
  run(design) {
    if (design.languages.length === 0) return []
    const used = new Set(textsOf(design).flatMap(({ text }) => Object.keys(text)))
    return [...used]
      .filter((language) => !design.languages.includes(language))
      .map((language) => ({
        place: 'languages',
        message: `Some texts are written in "${language}", which is not among the languages of the design.`,
        mend: `Add "${language}" to the languages, and the texts that are missing in it; or remove these.`,
      }))
  },
}
