// What an achievement is aligned with (Open Badges 3.0, section B.1.3): outcomes, skills, levels, fields
// and every fact that points into a European list or to somebody. Each kind is written and read here.

import type { Design } from '../../credential/design.ts'
import type { LearningOutcome } from '../../credential/outcome.ts'
import type { QualityAssurance } from '../../credential/quality.ts'
import type { Text } from '../../credential/text.ts'
import type { JsonObject } from '../../read/json.ts'
import { eqfLevels } from '../../vocabulary/eqf-levels.ts'
import { iscedF } from '../../vocabulary/isced-f.ts'
import { languages } from '../../vocabulary/languages.ts'
import { learningOpportunityTypes } from '../../vocabulary/learning-opportunity-types.ts'
import { learningSettings } from '../../vocabulary/learning-settings.ts'
import type { ConceptList } from '../../vocabulary/list.ts'
import { modes } from '../../vocabulary/modes.ts'
import { targetGroups } from '../../vocabulary/target-groups.ts'
import { otherLanguage, say } from './language.ts'
import { alignmentTypes as types, objectOf, partOf } from './terms.ts'

export interface Target {
  readonly type: string
  readonly url: string
  readonly name: string
  readonly code?: string | undefined
  readonly framework?: string | undefined
  readonly description?: string | undefined
  readonly language?: string | undefined
}

export function alignment({
  type,
  url,
  name,
  code,
  framework,
  description,
  language,
}: Target): JsonObject {
  return objectOf({
    type: ['Alignment'],
    targetType: type,
    targetUrl: url,
    targetName: name,
    targetCode: code,
    targetFramework: framework,
    targetDescription: description,
    inLanguage: language,
  })
}

/** An entry of a European list; a code that is not in the list is given as it is. */
export function conceptAlignment(
  type: string,
  list: ConceptList,
  code: string,
  language: string,
  design: string,
): JsonObject {
  const concept = list.find(code)
  return concept === undefined
    ? alignment({
        type,
        url: partOf(design, list.name.replaceAll(' ', '-'), encodeURIComponent(code)),
        name: code,
        code,
      })
    : alignment({
        type,
        url: concept.iri,
        name: concept.label[language] ?? concept.label['en'] ?? code,
        code: concept.code,
        framework: `European list: ${list.name}`,
      })
}

export function alignmentsOf(design: Design, language: string): readonly JsonObject[] {
  const concept = (type: string, list: ConceptList, codes: readonly (string | undefined)[]) =>
    codes.flatMap((code) =>
      code === undefined ? [] : [conceptAlignment(type, list, code, language, design.id)],
    )
  const participation =
    design.modes.length > 0 ? design.modes : design.activities.flatMap((activity) => activity.modes)
  return [
    ...design.outcomes.map((outcome) => outcomeAlignment(outcome, design.id, language)),
    ...design.outcomes.flatMap((outcome) => skillAlignments(outcome, language)),
    ...levelAlignments(design, language),
    ...concept(types.field, iscedF, design.fields),
    ...concept(types.mode, modes, [...new Set(participation)]),
    ...concept(types.setting, learningSettings, [design.setting]),
    ...concept(types.opportunity, learningOpportunityTypes, [design.opportunityType]),
    ...concept(
      types.teachingLanguage,
      languages,
      design.teachingLanguages.map((tag) => tag.split('-')[0]),
    ),
    ...concept(types.targetGroup, targetGroups, design.targetGroups),
    ...qualityOf(design).map((quality, i) => qualityAlignment(quality, i, design.id, language)),
    ...bodyAlignments(design, language),
    ...stackabilityAlignments(design, language),
  ]
}

const outcomeKinds = {
  knowledge: 'Knowledge',
  skill: 'Skill',
  'responsibility-and-autonomy': 'Responsibility and autonomy',
} as const

function outcomeAlignment(outcome: LearningOutcome, design: string, language: string): JsonObject {
  return alignment({
    type: types.outcome,
    url: partOf(design, 'outcome', outcome.id),
    code: outcome.id,
    name: say(outcome.text, language),
    framework: 'Learning outcomes of this micro-credential',
    description: outcome.type === undefined ? undefined : outcomeKinds[outcome.type],
    language: otherLanguage(outcome.text, language),
  })
}

/** The kind of an outcome from the words above. */
export function outcomeKind(words: string | undefined): LearningOutcome['type'] {
  return (['knowledge', 'skill', 'responsibility-and-autonomy'] as const).find(
    (kind) => outcomeKinds[kind] === words,
  )
}

/** `targetCode` names the outcome the skill belongs to. */
function skillAlignments(outcome: LearningOutcome, language: string): readonly JsonObject[] {
  return outcome.skills.map(({ framework, uri, title }) =>
    alignment({
      type: types.skill,
      url: uri,
      code: outcome.id,
      name: say(title, language) ?? uri,
      framework,
      language: title === undefined ? undefined : otherLanguage(title, language),
    }),
  )
}

function levelAlignments(
  { id, level, prerequisites }: Design,
  language: string,
): readonly JsonObject[] {
  const eqf = (type: string, value: number, standing?: string) => {
    const concept = eqfLevels.byCode(String(value))
    return alignment({
      type,
      url: concept?.iri ?? partOf(id, 'eqf', String(value)),
      name: `${concept?.label[language] ?? `Level ${value}`} (EQF)`,
      code: String(value),
      framework: 'European Qualifications Framework',
      description: standing,
    })
  }
  return [
    ...(level?.eqf === undefined ? [] : [eqf(types.eqf, level.eqf, level.standing)]),
    ...(level?.nqf === undefined
      ? []
      : [
          alignment({
            type: types.nqf,
            url: level.nqf.uri ?? partOf(id, 'national-level'),
            name: `${level.nqf.framework} ${level.nqf.level}`,
            code: level.nqf.level,
            framework: level.nqf.framework,
            description: level.standing,
          }),
        ]),
    ...(level?.cycle === undefined
      ? []
      : [
          alignment({
            type: types.cycle,
            url: partOf(id, 'cycle', level.cycle),
            name: `${level.cycle} cycle`,
            code: level.cycle,
            framework: 'Qualifications Framework of the European Higher Education Area',
          }),
        ]),
    ...(prerequisites?.level === undefined ? [] : [eqf(types.entryLevel, prerequisites.level)]),
  ]
}

/** Quality assurance of the micro-credential, or else that of its awarding bodies. */
function qualityOf(design: Design): readonly QualityAssurance[] {
  if (design.qualityAssurance.length > 0) return design.qualityAssurance
  return design.awardingBodies.flatMap(({ organisation }) =>
    organisation.qualityAssurance.map((quality) => ({
      ...quality,
      scope: quality.scope ?? ('institution' as const),
    })),
  )
}

function qualityAlignment(
  quality: QualityAssurance,
  i: number,
  design: string,
  language: string,
): JsonObject {
  const name = say(quality.title ?? quality.body, language)
  return alignment({
    type: types.quality,
    url: quality.report ?? quality.bodyId ?? partOf(design, 'quality-assurance', String(i + 1)),
    name: name ?? `Quality assurance: ${quality.type}`,
    code: quality.type,
    framework: quality.standard,
    description: qualityWords(quality, language),
  })
}

/** `scope: programme; body: Agency (ES); decided: 2026-01-01; until: 2030-01-01`. */
function qualityWords(quality: QualityAssurance, language: string): string | undefined {
  const { scope, body, bodyCountry, decidedOn, validUntil } = quality
  const country = bodyCountry === undefined ? '' : ` (${bodyCountry})`
  const words = [
    scope === undefined ? undefined : `scope: ${scope}`,
    body === undefined ? undefined : `body: ${say(body, language).replaceAll(';', ',')}${country}`,
    decidedOn === undefined ? undefined : `decided: ${decidedOn}`,
    validUntil === undefined ? undefined : `until: ${validUntil}`,
  ].filter((word) => word !== undefined)
  return words.length === 0 ? undefined : words.join('; ')
}

function bodyAlignments(design: Design, language: string): readonly JsonObject[] {
  const body = (
    type: string,
    { id, legalName, country, region }: Design['providers'][number],
    description?: string,
  ) =>
    alignment({
      type,
      url: id,
      name: say(legalName, language),
      code: region ?? country,
      framework: type === types.body ? 'Awarding bodies' : 'Providers',
      description,
      language: otherLanguage(legalName, language),
    })
  return [
    ...design.awardingBodies.map(({ organisation, role, credits }) =>
      body(types.body, organisation, credits === undefined ? role : `${role}; ${credits} credits`),
    ),
    ...design.providers.map((provider) => body(types.provider, provider)),
  ]
}

function stackabilityAlignments(design: Design, language: string): readonly JsonObject[] {
  const { stackability } = design
  if (stackability === undefined) return []
  const { kind, towards } = stackability
  const decided = (text: Text | undefined) =>
    text === undefined ? undefined : `Decided by ${say(text, language)}`
  return [
    alignment({
      type: types.stackability,
      url: partOf(design.id, 'stackability', kind),
      name: kind.replaceAll('-', ' '),
      code: kind,
      framework: 'Integration and stackability (Council Recommendation 2022/C 243/02, Annex I)',
      description: say(stackability.note, language),
    }),
    ...towards.map(({ title, url, decidedBy }, i) =>
      alignment({
        type: types.towards,
        url: url ?? partOf(design.id, 'towards', String(i + 1)),
        name: say(title, language),
        framework: 'Stacks towards',
        description: decided(decidedBy),
        language: otherLanguage(title, language),
      }),
    ),
  ]
}
