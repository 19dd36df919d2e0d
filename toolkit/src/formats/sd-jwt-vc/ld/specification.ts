// A design as an ELM 3.2 Qualification: what was to be learnt, done and shown.

import type { Assessment } from '../../../credential/assessment.ts'
import type { LearningActivity } from '../../../credential/activity.ts'
import type { Design, Level } from '../../../credential/design.ts'
import type { LearningOutcome } from '../../../credential/outcome.ts'
import {
  type Credits,
  durationOfHours,
  hoursOf,
  type Workload,
} from '../../../credential/workload.ts'
import type { JsonObject } from '../../../read/json.ts'
import {
  assessmentTypes,
  creditSystems,
  entitlementStatuses,
  entitlementTypes,
  eqfLevels,
  iscedF,
  languageConcept,
  languages,
  learningActivityTypes,
  learningOpportunityTypes,
  learningSettings,
  modes,
  outcomeTypeConcept,
  outcomeTypes,
  reusabilityLevels,
  supervisionConcept,
  supervisionVerification,
  targetGroups,
} from '../../../vocabulary/index.ts'
import { accreditationNode } from './organisation.ts'
import { concept, concepts, node, note, partId, webResource } from './make.ts'

const cycles = {
  short: 'Short cycle (QF-EHEA)',
  first: 'First cycle (QF-EHEA)',
  second: 'Second cycle (QF-EHEA)',
  third: 'Third cycle (QF-EHEA)',
} as const

export function creditNode(credits: Credits | undefined): JsonObject | undefined {
  if (credits === undefined) return undefined
  return {
    type: 'CreditPoint',
    framework: concept(creditSystems, credits.system) ?? {},
    point: String(credits.points),
  }
}

export function languageNode(tag: string): JsonObject {
  const found = languageConcept(tag)
  return concept(languages, found?.code ?? tag) ?? {}
}

/** Hours as a duration in hours; else the source's own words, kept. */
function volume(workload: Workload | undefined): string | undefined {
  const hours = hoursOf(workload)
  return hours === undefined ? workload?.stated : durationOfHours(hours)
}

export function specificationNode(design: Design): JsonObject {
  const { level, stackability } = design
  return node({
    id: design.id,
    type: 'Qualification',
    identifier: { type: 'Identifier', notation: design.version, schemeName: 'version' },
    title: design.title,
    description: design.description,
    dcType: concept(learningOpportunityTypes, design.opportunityType),
    thematicArea: concepts(iscedF, design.fields),
    volumeOfLearning: volume(design.workload),
    creditPoint: creditNode(design.credits),
    ...levelMembers(level),
    language: design.teachingLanguages.map(languageNode),
    mode: concepts(modes, design.modes),
    learningSetting: concept(learningSettings, design.setting),
    targetGroup: concepts(targetGroups, design.targetGroups),
    entryRequirement: note(design.prerequisites?.text),
    learningOutcome: design.outcomes.map((outcome) => outcomeNode(design, outcome)),
    influencedBy: design.activities.map((activity) => activityNode(design, activity)),
    provenBy: design.assessments.map((assessment) => assessmentNode(design, assessment)),
    accreditation: design.qualityAssurance.map(accreditationNode),
    isPartialQualification:
      stackability === undefined ? undefined : stackability.kind === 'integrated',
    isPartOf:
      design.partOfQualification === undefined
        ? undefined
        : { type: 'Qualification', title: design.partOfQualification },
    entitlesTo: (stackability?.towards ?? []).map((target) =>
      node({
        type: 'LearningEntitlementSpecification',
        title: target.title,
        dcType: concept(entitlementTypes, 'learning-opportunity'),
        entitlementStatus: concept(entitlementStatuses, 'prospective'),
        homepage: webResource(target.url),
        limitOrganisation:
          target.decidedBy === undefined
            ? undefined
            : { type: 'Organisation', legalName: target.decidedBy },
      }),
    ),
    homepage: webResource(design.homepage),
    additionalNote: note(design.furtherInformation),
  })
}

function levelMembers(level: Level | undefined) {
  const { eqf, nqf, cycle } = level ?? {}
  return {
    eqfLevel: eqf === undefined ? undefined : concept(eqfLevels, String(eqf)),
    nqfLevel:
      nqf === undefined
        ? undefined
        : node({
            id: nqf.uri,
            type: 'Concept',
            notation: nqf.level,
            prefLabel: { en: `${nqf.framework} ${nqf.level}` },
            inScheme: { type: 'ConceptScheme', prefLabel: { en: nqf.framework } },
          }),
    educationLevel:
      cycle === undefined
        ? undefined
        : { type: 'Concept', notation: cycle, prefLabel: { en: cycles[cycle] } },
  }
}

function outcomeNode(design: Design, outcome: LearningOutcome): JsonObject {
  const type = outcome.type === undefined ? undefined : outcomeTypeConcept(outcome.type).concept
  const skills = outcome.skills.map((skill) => ({
    esco: skill.framework === 'ESCO',
    node: node({
      id: skill.uri,
      type: 'Concept',
      prefLabel: skill.title,
      inScheme:
        skill.framework === 'ESCO'
          ? { id: 'http://data.europa.eu/esco/concept-scheme/skills', type: 'ConceptScheme' }
          : { type: 'ConceptScheme', prefLabel: { en: skill.framework } },
    }),
  }))
  return node({
    id: partId(design.id, outcome.id),
    type: 'LearningOutcome',
    title: outcome.text,
    dcType: type === undefined ? undefined : concept(outcomeTypes, type.code),
    reusabilityLevel: concept(reusabilityLevels, outcome.reusability),
    relatedESCOSkill: skills.filter(({ esco }) => esco).map((skill) => skill.node),
    relatedSkill: skills.filter(({ esco }) => !esco).map((skill) => skill.node),
  })
}

function activityNode(design: Design, activity: LearningActivity): JsonObject {
  return node({
    id: partId(design.id, activity.id),
    type: 'LearningActivitySpecification',
    title: activity.title,
    description: activity.description,
    dcType: concepts(learningActivityTypes, activity.types),
    mode: concepts(modes, activity.modes),
    volumeOfLearning: volume(activity.workload),
    contactHour: activity.contactHours === undefined ? undefined : String(activity.contactHours),
    language: activity.language === undefined ? undefined : languageNode(activity.language),
  })
}

function assessmentNode(design: Design, assessment: Assessment): JsonObject {
  const supervision =
    assessment.supervision === undefined
      ? undefined
      : supervisionConcept(assessment.supervision).value
  const scheme = assessment.gradingScheme ?? design.gradingScheme
  return node({
    id: partId(design.id, assessment.id),
    type: 'LearningAssessmentSpecification',
    title: assessment.title,
    description: assessment.description,
    dcType: concepts(assessmentTypes, assessment.methods),
    mode: concepts(modes, assessment.modes),
    volumeOfLearning: volume(assessment.workload),
    idVerification:
      supervision === undefined ? undefined : concept(supervisionVerification, supervision.code),
    gradingScheme:
      scheme === undefined
        ? undefined
        : node({ type: 'GradingScheme', title: scheme.title, description: scheme.description }),
    additionalNote: assessment.criteria.map((criterion) => note(criterion.text) ?? {}),
  })
}
