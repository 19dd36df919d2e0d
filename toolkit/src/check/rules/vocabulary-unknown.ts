// Codes are those of the European lists; a word of one's own gets lost in most formats.

import { assessmentTypes } from '../../vocabulary/assessment-types.ts'
import { iscedF } from '../../vocabulary/isced-f.ts'
import { languageConcept } from '../../vocabulary/language-tags.ts'
import { languages } from '../../vocabulary/languages.ts'
import { learningActivityTypes } from '../../vocabulary/learning-activity-types.ts'
import { learningOpportunityTypes } from '../../vocabulary/learning-opportunity-types.ts'
import type { ConceptList } from '../../vocabulary/list.ts'
import { modes } from '../../vocabulary/modes.ts'
import { reusabilityLevels } from '../../vocabulary/reusability-levels.ts'
import { targetGroups } from '../../vocabulary/target-groups.ts'
import type { Design } from '../../credential/design.ts'
import { nearest } from '../nearest.ts'
import { placed } from '../place.ts'
import type { Found, Rule } from '../rule.ts'

export const vocabularyUnknown: Rule = {
  id: 'vocabulary-unknown',
  class: 'tessera-quality',
  severity: 'warning',
  principle: 'transparency',
  looksAt: 'every code of a European list',
  demand: 'Codes are those of the European lists.',
  run: (design) => usesOf(design).flatMap(unknown),
}

interface Use {
  readonly list: ConceptList
  readonly code: string
  readonly place: string
}

function usesOf(design: Design): readonly Use[] {
  const all = (list: ConceptList, codes: readonly string[], place: string) =>
    codes.map((code, index): Use => ({ list, code, place: `${place}[${index}]` }))
  const one = (list: ConceptList, code: string | undefined, place: string): readonly Use[] =>
    code === undefined ? [] : [{ list, code, place }]
  return [
    ...all(targetGroups, design.targetGroups, 'targetGroups'),
    ...all(iscedF, design.fields, 'fields'),
    ...all(languages, design.teachingLanguages, 'teachingLanguages'),
    ...all(modes, design.modes, 'modes'),
    ...one(learningOpportunityTypes, design.opportunityType, 'opportunityType'),
    ...placed('outcomes', design.outcomes).flatMap(({ part, place }) =>
      one(reusabilityLevels, part.reusability, `${place}.reusability`),
    ),
    ...placed('activities', design.activities).flatMap(({ part, place }) => [
      ...all(learningActivityTypes, part.types, `${place}.types`),
      ...all(modes, part.modes, `${place}.modes`),
      ...one(languages, part.language, `${place}.language`),
    ]),
    ...placed('assessments', design.assessments).flatMap(({ part, place }) => [
      ...all(assessmentTypes, part.methods, `${place}.methods`),
      ...all(modes, part.modes, `${place}.modes`),
    ]),
  ]
}

function unknown({ list, code, place }: Use): readonly Found[] {
  const known = list === languages ? languageConcept(code) : list.find(code)
  if (known !== undefined) return []
  const meant = nearest(
    code,
    list.concepts.map((concept) => concept.code),
  )
  const near = meant === undefined ? '' : `Did you mean ${meant}? `
  return [
    {
      place,
      message: `"${code}" is not in the European list (${list.name}).`,
      mend: `${near}Use a code of that list; formats that know only the list leave out anything else.`,
    },
  ]
}
