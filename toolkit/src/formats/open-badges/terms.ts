// The words of Open Badges 3.0 that Tessera writes and reads: small makers for its objects, and the
// extension terms (`ext:…`, Open Badges 3.0, sections C.3 and D) for what the European approach adds.

import type { Json, JsonObject } from '../../read/json.ts'
import { isObject, listOf, textOf } from '../../read/json.ts'

/** Values of `Alignment.targetType`. */
export const alignmentTypes = {
  outcome: 'ext:LearningOutcome',
  skill: 'ceasn:Competency',
  eqf: 'ext:EqfLevel',
  nqf: 'ext:NationalFrameworkLevel',
  cycle: 'ext:QfEheaCycle',
  entryLevel: 'ext:EntryLevel',
  field: 'ext:FieldOfEducation',
  mode: 'ext:FormOfParticipation',
  assessmentType: 'ext:AssessmentType',
  supervision: 'ext:Supervision',
  quality: 'ext:QualityAssurance',
  body: 'ext:AwardingBody',
  provider: 'ext:Provider',
  stackability: 'ext:Stackability',
  towards: 'ext:StacksTowards',
  teachingLanguage: 'ext:TeachingLanguage',
  targetGroup: 'ext:TargetGroup',
  setting: 'ext:LearningSetting',
  opportunity: 'ext:LearningOpportunityType',
} as const

/** Values of `ResultDescription.resultType`. */
export const resultTypes = {
  assessment: 'ext:AssessmentGrade',
  grade: 'ext:FinalGrade',
  credits: 'ext:CreditPoints',
  workload: 'ext:WorkloadHours',
  other: 'Result',
} as const

/** Leaves out members that are undefined and lists that are empty. */
export function objectOf(members: { readonly [name: string]: Json | undefined }): JsonObject {
  return Object.fromEntries(
    Object.entries(members).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ) as JsonObject
}

/** Address of a part of a design: `https://uni.example/d/1#outcome-LO1`. */
export function partOf(design: string, kind: string, id?: string): string {
  const part = id === undefined ? kind : `${kind}-${id}`
  return design.includes('#') ? `${design}.${part}` : `${design}#${part}`
}

/** The id of a part, if the address is one of that kind. */
export function partId(url: string, kind: string): string | undefined {
  return new RegExp(`[#.]${kind}-([A-Za-z0-9][A-Za-z0-9._-]{0,63})$`).exec(url)?.[1]
}

/** The objects of a member that may be one or many. */
export function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return listOf(value).filter(isObject)
}

export function hasType(value: JsonObject, type: string): boolean {
  return listOf(value['type']).includes(type)
}

/** A plain text, the first of several, or the text of a language value object. */
export function plainText(value: Json | undefined): string | undefined {
  const [first] = listOf(value)
  const text = isObject(first) ? textOf(first['@value']) : textOf(first)
  return text === undefined || text === '' ? undefined : text
}
