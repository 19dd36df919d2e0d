// Each flat claim of the EUDI learning credential and the part of an award it comes from, there and back.

import { type Award, nameOf } from '../../../credential/award.ts'
import { inLanguage, type Text } from '../../../credential/text.ts'
import { hoursOf } from '../../../credential/workload.ts'
import { type Json, type JsonObject, listOf, textOf } from '../../../read/json.ts'
import { languageConcept } from '../../../vocabulary/index.ts'
import { node } from '../ld/make.ts'
import type { FlatAward } from '../profile.ts'

const qualityTypes = { internal: 'Internal Evaluation', external: 'External Evaluation' } as const

/** The flat claims of an award; texts in the language, or its nearest. */
export function writeFlatClaims(award: Award, language: string): JsonObject {
  const { design, learner, issuer } = award
  const say = (text: Text | undefined) =>
    text === undefined ? undefined : inLanguage(text, language).value
  const kinds = design.qualityAssurance.flatMap(({ type }) =>
    type === 'internal-and-external' ? (['internal', 'external'] as const) : [type],
  )
  const fullName = nameOf(learner)
  return node({
    issuing_authority: say(issuer?.legalName),
    issuing_country: issuer?.country ?? award.place?.country,
    date_of_issuance: award.awardedOn ?? award.issuedAt?.slice(0, 10),
    date_of_expiry: award.expiresAt?.slice(0, 10),
    // Who has one name only has it here; the claim is mandatory.
    family_name:
      learner.familyName ??
      (learner.givenName === undefined && fullName !== '' ? fullName : undefined),
    given_name: learner.givenName,
    achievement_title: say(design.title),
    achievement_description: say(design.description),
    learning_outcomes: design.outcomes.map(({ text }) => inLanguage(text, language).value),
    assessment_grade: award.grade,
    language_of_classes: design.teachingLanguages.map((tag) => languageConcept(tag)?.code ?? tag),
    learner_identification: learner.identifiers[0]?.value ?? learner.id,
    expected_study_time: studyTime(award),
    level_of_learning_experience: design.level?.eqf,
    types_of_quality_assurance: (['internal', 'external'] as const)
      .filter((kind) => kinds.includes(kind))
      .map((kind) => qualityTypes[kind]),
    prerequisites_to_enroll: [say(design.prerequisites?.text)].filter((text) => text !== undefined),
    integration_stackability_options:
      design.stackability === undefined ? undefined : design.stackability.kind !== 'stand-alone',
  })
}

/** `150 hours, 6 ECTS`: the claim is a text, and credits have no claim of their own. */
function studyTime({ design }: Award): string | undefined {
  const hours = hoursOf(design.workload)
  const parts = [
    hours === undefined ? design.workload?.stated : `${hours} hours`,
    design.credits === undefined ? undefined : `${design.credits.points} ${design.credits.system}`,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(', ')
}

const day = /^\d{4}-\d{2}-\d{2}$/

function texts(value: Json | undefined): readonly string[] {
  return listOf(value).filter(
    (item): item is string => typeof item === 'string' && item !== '' && item.length <= 20_000,
  )
}

/** What disclosed flat claims say; texts count as English, for the type does not name their language. */
export function readFlatClaims(flat: JsonObject): FlatAward {
  const tag = 'en'
  const say = (value: Json | undefined) => {
    const text = texts(value)[0]
    return text === undefined ? undefined : { [tag]: text }
  }
  const named = (value: Json | undefined) => texts(value)[0]?.slice(0, 200)
  const issued = textOf(flat['date_of_issuance'])
  const lapses = textOf(flat['date_of_expiry'])
  const eqf = flat['level_of_learning_experience']
  const stackable = flat['integration_stackability_options']
  const learnerNumber = named(flat['learner_identification'])
  return {
    learner: {
      familyName: named(flat['family_name']),
      givenName: named(flat['given_name']),
      identifiers:
        learnerNumber === undefined
          ? []
          : [{ scheme: 'learner_identification', value: learnerNumber }],
    },
    awardedOn: issued !== undefined && day.test(issued) ? issued : undefined,
    expiresAt: lapses !== undefined && day.test(lapses) ? `${lapses}T00:00:00Z` : undefined,
    grade: named(flat['assessment_grade']),
    design: {
      title: say(flat['achievement_title']),
      description: say(flat['achievement_description']),
      outcomes: texts(flat['learning_outcomes']).map((text, i) => ({
        id: `LO${i + 1}`,
        text: { [tag]: text },
      })),
      teachingLanguages: texts(flat['language_of_classes']).filter((code) =>
        /^[a-z]{2,3}$/.test(code),
      ),
      ...readStudyTime(texts(flat['expected_study_time'])[0] ?? ''),
      level:
        typeof eqf === 'number' && Number.isInteger(eqf) && eqf >= 1 && eqf <= 8
          ? { eqf }
          : undefined,
      qualityAssurance: texts(flat['types_of_quality_assurance']).map((text) =>
        text === qualityTypes.internal
          ? { type: 'internal' }
          : text === qualityTypes.external
            ? { type: 'external' }
            : { type: 'external', title: { [tag]: text } },
      ),
      prerequisites:
        say(flat['prerequisites_to_enroll']) === undefined
          ? undefined
          : { text: { [tag]: texts(flat['prerequisites_to_enroll']).join('; ') } },
      stackability:
        typeof stackable === 'boolean'
          ? { kind: stackable ? 'stand-alone-and-stackable' : 'stand-alone' }
          : undefined,
    },
  }
}

/** What a text about study time says in hours and credits; else the text as its source wrote it. */
function readStudyTime(text: string): Pick<FlatAward['design'], 'workload' | 'credits'> {
  const hours = Number(/(?:^|[ ,])(\d{1,5}(?:\.\d+)?) hours?\b/.exec(text)?.[1])
  const points = Number(/(?:^|[ ,])(\d{1,3}(?:\.\d+)?) ECTS\b/.exec(text)?.[1])
  return {
    workload:
      hours > 0 ? { hours } : text === '' || text.length > 100 ? undefined : { stated: text },
    credits: points > 0 ? { system: 'ECTS', points } : undefined,
  }
}
