// Outcomes, activities and assessments of an EDC document, in the model's words.

import type { LearningActivity } from '../../credential/activity.ts'
import type { Assessment, Criterion, GradingScheme } from '../../credential/assessment.ts'
import { localIdSchema } from '../../credential/outcome.ts'
import type { LearningOutcome, SkillLink } from '../../credential/outcome.ts'
import { hoursOf } from '../../credential/workload.ts'
import type { Credits, Workload } from '../../credential/workload.ts'
import type { Text } from '../../credential/text.ts'
import type { Json, JsonObject } from '../../read/json.ts'
import {
  assessmentTypes,
  creditSystems,
  languageTagOf,
  languages,
  learningActivityTypes,
  modes,
  outcomeTypeOf,
  reusabilityLevels,
  supervisionOf,
  supervisionVerification,
} from '../../vocabulary/index.ts'
import type { EdcDocument } from './document.ts'
import { anyText, codeIn, codesIn, conceptIn, idOf, literalOf, textsOf } from './document.ts'
import { ownNotes, ownValue } from './own-words.ts'

/** Gives each node a name inside the design: the end of its id, else a letter and its number. */
export function localNames(prefix: string) {
  const taken = new Set<string>()
  return (id: string | undefined): string => {
    const end = /(?:^|[:/#])([A-Za-z0-9][A-Za-z0-9._-]{0,63})$/.exec(id ?? '')?.[1]
    let name = end ?? ''
    for (let n = 1; name === '' || taken.has(name); n++) name = `${prefix}${n}`
    taken.add(name)
    return name
  }
}

/** A duration word for word, and the hours it plainly says. A span in days or months says none. */
export function workloadFrom(value: Json | undefined): Workload | undefined {
  const stated = literalOf(value)
  if (stated === undefined || stated.length > 100) return undefined
  const hours = hoursOf({ stated })
  return hours === undefined || hours > 100_000 ? { stated } : { hours, stated }
}

export function creditsFrom(
  document: EdcDocument,
  node: JsonObject | undefined,
): Credits | undefined {
  const points = Number((literalOf(node?.['point']) ?? '').replace(',', '.'))
  if (!(points > 0 && points <= 1000)) return undefined
  return { system: codeIn(creditSystems, document.first(node, 'framework')) ?? 'ECTS', points }
}

const frameworks: readonly [start: string, name: string][] = [
  ['http://data.europa.eu/snb/dcf/', 'DigComp'],
  ['http://data.europa.eu/esco/', 'ESCO'],
]

function skillFrom(node: JsonObject, framework: 'ESCO' | undefined): readonly SkillLink[] {
  const uri = idOf(node)
  const title = textsOf(node['prefLabel'])
  if (uri === undefined || !URL.canParse(uri)) return []
  const named = literalOf(node['notation'])
  const told = named !== undefined && named.length <= 100 ? named : undefined
  const known = frameworks.find(([start]) => uri.startsWith(start))?.[1]
  return [
    {
      framework: framework ?? told ?? known ?? 'other',
      uri,
      ...(title === undefined ? {} : { title }),
    },
  ]
}

export function outcomesFrom(
  document: EdcDocument,
  specification: JsonObject | undefined,
): LearningOutcome[] {
  const name = localNames('LO')
  return document.nodes(specification, 'learningOutcome').flatMap((node): LearningOutcome[] => {
    const text = textsOf(node['title'])
    if (text === undefined) return []
    const autonomy = ownValue(document, node, 'outcome-type') === 'responsibility-and-autonomy'
    const type = autonomy
      ? 'responsibility-and-autonomy'
      : outcomeTypeOf(idOf(document.first(node, 'dcType')) ?? '')
    const reusability = codeIn(reusabilityLevels, document.first(node, 'reusabilityLevel'))
    return [
      {
        id: name(idOf(node)),
        text,
        ...(type === undefined ? {} : { type }),
        ...(reusability === undefined || reusability.length > 60 ? {} : { reusability }),
        skills: [
          ...document.nodes(node, 'relatedESCOSkill').flatMap((skill) => skillFrom(skill, 'ESCO')),
          ...document.nodes(node, 'relatedSkill').flatMap((skill) => skillFrom(skill, undefined)),
        ],
      },
    ]
  })
}

/** The language tag of a concept of the EU list. */
export function tagOf(node: JsonObject | undefined): string | undefined {
  const known = conceptIn(languages, node)
  return known === undefined ? undefined : languageTagOf(known.iri)
}

/** Activities the learner took part in (with what specifies them), and those only specified. */
export function activitiesFrom(
  document: EdcDocument,
  done: readonly JsonObject[],
  specified: readonly JsonObject[],
): LearningActivity[] {
  const name = localNames('A')
  const seen = new Set<string>()
  const pairs: [JsonObject | undefined, JsonObject | undefined][] = done.map((activity) => {
    const specification = document.first(activity, 'specifiedBy')
    seen.add(idOf(specification) ?? '')
    return [activity, specification]
  })
  for (const specification of specified) {
    if (!seen.has(idOf(specification) ?? '-')) pairs.push([undefined, specification])
  }
  return pairs.flatMap(([activity, specification]): LearningActivity[] => {
    const title = textsOf(activity?.['title']) ?? textsOf(specification?.['title'])
    if (title === undefined) return []
    const description =
      textsOf(specification?.['description']) ?? textsOf(activity?.['description'])
    const workload =
      workloadFrom(activity?.['workload']) ?? workloadFrom(specification?.['volumeOfLearning'])
    const contactHours = Number(literalOf(specification?.['contactHour']) ?? 'none')
    const language = tagOf(document.first(specification, 'language'))
    return [
      {
        id: name(idOf(specification) ?? idOf(activity)),
        title,
        ...(description === undefined ? {} : { description }),
        types: codesIn(learningActivityTypes, document.nodes(specification, 'dcType')),
        modes: codesIn(modes, document.nodes(specification, 'mode')),
        outcomes: outcomeNames(ownValue(document, specification, 'outcomes')),
        ...(workload === undefined ? {} : { workload }),
        ...(contactHours >= 0 && contactHours <= 100_000 ? { contactHours } : {}),
        ...(language === undefined ? {} : { language }),
      },
    ]
  })
}

export function gradingSchemeFrom(
  document: EdcDocument,
  specification: JsonObject | undefined,
): GradingScheme | undefined {
  const node = document.first(specification, 'gradingScheme')
  const title = textsOf(node?.['title'])
  const description = textsOf(node?.['description'])
  if (title === undefined) return undefined
  return description === undefined ? { title } : { title, description }
}

/** The id our own documents give the assessment of the whole: it is a grade, not an assessment of the design. */
export const wholeId = 'urn:epass:learningAssessment:_whole'
export const wholeSpecificationId = 'urn:epass:learningAssessmentSpec:_whole'

export interface ReadAssessments {
  readonly assessments: readonly Assessment[]
  /** Instances in the order of the document with the name of their assessment. */
  readonly taken: readonly { readonly node: JsonObject; readonly assessment: string }[]
}

/** Assessments the learner took, and those only specified. `title` is the one the whole has. */
export function assessmentsFrom(
  document: EdcDocument,
  taken: readonly JsonObject[],
  specified: readonly JsonObject[],
  title: Text | undefined,
): ReadAssessments {
  const name = localNames('E')
  const names = new Map<string, string>()
  const assessments: Assessment[] = []
  const record = (
    specification: JsonObject | undefined,
    instance: JsonObject | undefined,
  ): string => {
    const key = idOf(specification) ?? idOf(instance)
    const known = key === undefined ? undefined : names.get(key)
    if (known !== undefined) return known
    const id = name(key)
    if (key !== undefined) names.set(key, id)
    assessments.push(assessmentFrom(document, id, specification, instance, title))
    return id
  }
  const instances = taken.filter((node) => idOf(node) !== wholeId)
  const bySpecification = new Map<string, JsonObject>()
  for (const instance of instances) {
    const key = idOf(document.first(instance, 'specifiedBy'))
    if (key !== undefined && !bySpecification.has(key)) bySpecification.set(key, instance)
  }
  for (const specification of specified) {
    const id = idOf(specification)
    if (id !== wholeSpecificationId) record(specification, bySpecification.get(id ?? ''))
  }
  return {
    assessments,
    taken: instances.map((node) => ({
      node,
      assessment: record(document.first(node, 'specifiedBy'), node),
    })),
  }
}

function assessmentFrom(
  document: EdcDocument,
  id: string,
  specification: JsonObject | undefined,
  instance: JsonObject | undefined,
  wholeTitle: Text | undefined,
): Assessment {
  const title = textsOf(specification?.['title']) ?? textsOf(instance?.['title'])
  const description = textsOf(specification?.['description']) ?? textsOf(instance?.['description'])
  const [noted = '', where] = (ownValue(document, specification, 'supervision') ?? '').split(':')
  const weight = Number(ownValue(document, specification, 'weight') ?? 'none')
  const supervision =
    supervisionOf(
      conceptIn(supervisionVerification, document.first(instance, 'idVerification'))?.iri ?? '',
    ) ?? supervisionOf(supervisionVerification.byCode(noted)?.iri ?? '')
  const gradingScheme = gradingSchemeFrom(document, specification)
  return {
    id,
    ...(title === undefined || sameText(title, wholeTitle) ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    methods: methodsFrom(document, specification),
    modes: codesIn(modes, document.nodes(specification, 'mode')),
    outcomes: outcomeNames(ownValue(document, specification, 'outcomes')),
    criteria: criteriaFrom(document, specification),
    ...(supervision === undefined
      ? {}
      : {
          supervision:
            where === 'online' || where === 'on-site' ? { ...supervision, where } : supervision,
        }),
    ...(weight >= 0 && weight <= 100 ? { weight } : {}),
    ...(gradingScheme === undefined ? {} : { gradingScheme }),
  }
}

function outcomeNames(value: string | undefined): string[] {
  return (value ?? '').split('+').filter((name) => localIdSchema.safeParse(name).success)
}

function criteriaFrom(document: EdcDocument, specification: JsonObject | undefined): Criterion[] {
  return ownNotes(document, specification, 'criterion').map(({ text, value }) => {
    const [id = '', outcomes] = (value ?? '').split(':')
    return {
      ...(localIdSchema.safeParse(id).success ? { id } : {}),
      text,
      outcomes: outcomeNames(outcomes),
    }
  })
}

/** The profile allows one type; further ones stand in our category. */
function methodsFrom(document: EdcDocument, specification: JsonObject | undefined): string[] {
  const methods = codesIn(assessmentTypes, document.nodes(specification, 'dcType'))
  const all = anyText(textsOf(specification?.['category']))?.split(', ') ?? []
  return all.length > 1 && all[0] === methods[0] ? all : methods
}

export function sameText(a: Text | undefined, b: Text | undefined): boolean {
  const tags = new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])
  return [...tags].every((tag) => a?.[tag] === b?.[tag])
}

/** The grade an assessment came to. */
export function gradeOf(
  document: EdcDocument,
  instance: JsonObject | undefined,
): string | undefined {
  const grade = anyText(textsOf(document.first(instance, 'grade')?.['noteLiteral']))
  return grade === undefined || grade.length > 200 ? undefined : grade
}
