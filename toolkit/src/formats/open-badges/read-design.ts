// An Open Badges 3.0 achievement read into a design. What Tessera wrote comes back as it was; badges of
// others give as much as they say.

import type { Assessment, Supervision } from '../../credential/assessment.ts'
import { type Design, designSchema } from '../../credential/design.ts'
import { isObject, type JsonObject, textOf } from '../../read/json.ts'
import { assessmentTypes } from '../../vocabulary/assessment-types.ts'
import { modes } from '../../vocabulary/modes.ts'
import { supervisionOf } from '../../vocabulary/supervision.ts'
import { inventedTag } from './achievement.ts'
import type { Target } from './alignments.ts'
import { type ReadNarrative, readNarrative } from './narrative.ts'
import { invented, isUrl, organisationOf } from './profile.ts'
import { codesOf, designParts, entryLevelOf, targetsOf } from './read-alignments.ts'
import { readScheme } from './results.ts'
import { alignmentTypes, objectsOf, partId, plainText, resultTypes } from './terms.ts'

/** Badges that do not say their language are in an undetermined one (BCP 47 `und`). */
const undetermined = 'und'
const noIdentifier = 'urn:x-open-badges:achievement-without-identifier'

export function languageOfAchievement(achievement: JsonObject): string {
  const tag = textOf(achievement['inLanguage'])
  return tag !== undefined && /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(tag)
    ? tag
    : undetermined
}

/** The design behind an achievement that this issuer awards. */
export function designOf(achievement: JsonObject, issuer: JsonObject | string | undefined): Design {
  const language = languageOfAchievement(achievement)
  const text = (value: string | undefined) =>
    value === undefined ? undefined : { [language]: value.slice(0, 20_000) }
  const id = textOf(achievement['id'])
  const version = textOf(achievement['version'])
  const name = text(plainText(achievement['name']))
  const minimal = {
    tessera: 'design/1',
    id: id !== undefined && isUrl(id) ? id : noIdentifier,
    ...(version !== undefined && /^\d+(\.\d+){0,2}$/.test(version) ? { version } : {}),
    languages: [language],
    ...(name === undefined ? {} : { title: name }),
  }
  // Badges of others may hold what a design cannot; the title is always worth showing.
  for (const candidate of [{ ...minimal, ...partsOf(achievement, issuer, language) }, minimal]) {
    const read = designSchema.safeParse(candidate)
    if (read.success) return read.data
  }
  return designSchema.parse({ tessera: 'design/1', id: noIdentifier })
}

function partsOf(
  achievement: JsonObject,
  issuer: JsonObject | string | undefined,
  language: string,
): object {
  const text = (value: string | undefined) =>
    value === undefined ? undefined : { [language]: value.slice(0, 20_000) }
  const creator = organisationOf(achievement['creator'], language)
  const issuing = organisationOf(issuer, language)
  // The issuer's profile is the full one where both are the same.
  const organisations = [issuing, creator].filter((one) => one !== undefined)
  const awarding = organisations.find(({ id }) => id === (creator ?? issuing)?.id)
  const targets = targetsOf(achievement['alignment'])
  const criteria = isObject(achievement['criteria']) ? achievement['criteria'] : {}
  const narrative = plainText(criteria['narrative'])
  const told = narrative === undefined ? undefined : readNarrative(narrative)
  const parts = designParts(targets, organisations, language)
  const level = entryLevelOf(targets)
  const texts = told?.texts ?? {}
  const description = plainText(achievement['description'])
  const homepage = textOf(criteria['id'])
  const isInvented = objectHasTag(achievement, inventedTag)
  return {
    ...parts,
    awardingBodies:
      (parts.awardingBodies ?? []).length > 0
        ? parts.awardingBodies
        : awarding === undefined
          ? []
          : [{ organisation: awarding, role: 'leading' }],
    ...optional(
      'description',
      text(isInvented ? description?.replace(`\n\n${invented}`, '') : description),
    ),
    ...optional('prerequisites', prerequisitesOf(text(texts.prerequisites), level)),
    ...optional('need', texts.need === undefined ? undefined : { statement: text(texts.need) }),
    ...optional('targetGroup', text(texts.targetGroup)),
    ...optional('validationRoute', validationOf(texts.validation, language)),
    ...optional('partOfQualification', text(texts.qualification)),
    ...optional('furtherInformation', text(texts.further)),
    ...optional('homepage', homepage !== undefined && isUrl(homepage) ? homepage : undefined),
    ...describedOf(achievement, told, narrative, language),
    ...(isInvented ? { fictitious: true } : {}),
  }
}

function optional(name: string, value: unknown): object {
  return value === undefined ? {} : { [name]: value }
}

function objectHasTag(achievement: JsonObject, tag: string): boolean {
  const tags = achievement['tag']
  return Array.isArray(tags) ? tags.includes(tag) : tags === tag
}

function prerequisitesOf(text: object | undefined, level: number | undefined): object | undefined {
  if (text === undefined && level === undefined) return undefined
  return { ...optional('text', text), ...optional('level', level) }
}

function validationOf(how: string | undefined, language: string): object | undefined {
  if (how === undefined) return undefined
  return { possible: true, ...(how === '✓' ? {} : { how: { [language]: how } }) }
}

/** Credits, workload, grading and assessments. */
function describedOf(
  achievement: JsonObject,
  told: ReadNarrative | undefined,
  narrative: string | undefined,
  language: string,
): object {
  const descriptions = objectsOf(achievement['resultDescription'])
  const of = (type: string) => descriptions.filter((one) => one['resultType'] === type)
  const credits =
    numberOf(textOf(of(resultTypes.credits)[0]?.['requiredValue'])) ??
    numberOf(achievement['creditsAvailable'])
  const system = plainText(of(resultTypes.credits)[0]?.['name']) ?? 'unspecified'
  const hours = numberOf(textOf(of(resultTypes.workload)[0]?.['requiredValue']))
  const [grade] = of(resultTypes.grade)
  const scheme = grade === undefined ? undefined : schemeOf(grade, language)
  const assessments = [
    ...of(resultTypes.assessment).flatMap((one) => assessmentOf(one, told, language)),
    ...descriptions
      .filter(isForeign)
      .map((one, i): Assessment => foreignAssessment(one, i, language)),
  ]
  // The earning criteria of badges of others are one text.
  const criteria =
    told === undefined &&
    narrative !== undefined &&
    narrative !== plainText(achievement['description'])
  return {
    ...(credits === undefined
      ? {}
      : { credits: { system: system.slice(0, 100), points: credits } }),
    ...(hours === undefined ? {} : { workload: { hours } }),
    ...(scheme === undefined ? {} : { gradingScheme: scheme }),
    assessments: criteria
      ? [
          ...assessments,
          {
            id: 'criteria',
            methods: [],
            modes: [],
            outcomes: [],
            criteria: [{ text: { [language]: narrative.slice(0, 20_000) }, outcomes: [] }],
          },
        ]
      : assessments,
  }
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : undefined
}

function schemeOf(description: JsonObject, language: string) {
  return readScheme(
    plainText(description['description']),
    plainText(description['requiredValue'])?.slice(0, 60),
    plainText(description['valueMax'])?.slice(0, 60),
    language,
  )
}

/** Result descriptions of others; those of Tessera that stand for a single result are no assessment. */
export function isForeign(description: JsonObject): boolean {
  const own: readonly unknown[] = [
    resultTypes.assessment,
    resultTypes.credits,
    resultTypes.grade,
    resultTypes.workload,
  ]
  return (
    !own.includes(description['resultType']) &&
    partId(textOf(description['id']) ?? '', 'result') === undefined
  )
}

function foreignAssessment(description: JsonObject, i: number, language: string): Assessment {
  const name = plainText(description['name'])
  return {
    id: `R${i + 1}`,
    methods: [],
    modes: [],
    outcomes: [],
    criteria: [],
    ...(name === undefined ? {} : { title: { [language]: name.slice(0, 20_000) } }),
  }
}

function assessmentOf(
  description: JsonObject,
  told: ReadNarrative | undefined,
  language: string,
): readonly Assessment[] {
  const id = partId(textOf(description['id']) ?? '', 'assessment')
  if (id === undefined) return []
  const targets = targetsOf(description['alignment'])
  const name = plainText(description['name'])
  const more = told?.assessments.get(id)
  const supervision = supervisionIn(targets)
  const scheme = schemeOf(description, language)
  return [
    {
      id,
      methods: [...codesOf(targets, alignmentTypes.assessmentType, assessmentTypes)],
      modes: [...codesOf(targets, alignmentTypes.mode, modes)],
      outcomes: targets.flatMap(({ type, code }) =>
        type === alignmentTypes.outcome && code !== undefined ? [code] : [],
      ),
      criteria: (more?.criteria ?? []).map(({ id: own, text, outcomes }) => ({
        ...(own === undefined ? {} : { id: own }),
        text: { [language]: text },
        outcomes: [...outcomes],
      })),
      ...(name === undefined || name === id ? {} : { title: { [language]: name } }),
      ...(more?.description === undefined ? {} : { description: { [language]: more.description } }),
      ...(more?.weight === undefined ? {} : { weight: more.weight }),
      ...(supervision === undefined ? {} : { supervision }),
      ...(scheme === undefined ? {} : { gradingScheme: scheme }),
    },
  ]
}

/** Supervision from its entry in the European list and the place beside it. */
export function supervisionIn(targets: readonly Target[]): Supervision | undefined {
  const found = targets.find(({ type }) => type === alignmentTypes.supervision)
  const supervision = found === undefined ? undefined : supervisionOf(found.url)
  if (supervision === undefined) return undefined
  const where = (['on-site', 'online'] as const).find((place) => place === found?.description)
  return where === undefined ? supervision : { ...supervision, where }
}
