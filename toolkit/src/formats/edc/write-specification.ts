// What was learnt, done and assessed, as the design says it, written as ELM specification nodes.

import type { JsonObject } from '../../canonical-json.ts'
import type { LearningActivity } from '../../credential/activity.ts'
import type { Assessment, Criterion, GradingScheme } from '../../credential/assessment.ts'
import type { Design, Level } from '../../credential/design.ts'
import type { LearningOutcome } from '../../credential/outcome.ts'
import type { Text } from '../../credential/text.ts'
import { durationOfHours } from '../../credential/workload.ts'
import type { Credits, Workload } from '../../credential/workload.ts'
import { refuse } from '../../refusal.ts'
import {
  assessmentTypes,
  creditSystems,
  eqfLevels,
  iscedF,
  languageConcept,
  languages,
  learningActivityTypes,
  learningOpportunityTypes,
  learningSettings,
  modes,
  outcomeTypes,
  reusabilityLevels,
  supervisionConcept,
  targetGroups,
} from '../../vocabulary/index.ts'
import { designScheme } from './import.ts'
import { wholeSpecificationId } from './import-learning.ts'
import type { Pen } from './pen.ts'
import { fitsDatatype } from './profile/datatypes.ts'
import { fictitiousNote, webResource } from './write-organisation.ts'
import type { OrganisationPen } from './write-organisation.ts'

/** A title every node needs: that of the design where a part has none of its own. */
export function titleOf(design: Design): Text {
  return design.title ?? refuse('edc.no-title', 'design.title', 'An EDC needs a title.')
}

export function durationOf(workload: Workload | undefined): string | undefined {
  if (workload?.hours !== undefined) return durationOfHours(workload.hours)
  const stated = workload?.stated
  return stated !== undefined && fitsDatatype('duration', stated) ? stated : undefined
}

export function languageNode(write: Pen, tag: string, place: string): JsonObject {
  const known = languageConcept(tag)
  if (known === undefined)
    return refuse('edc.unknown-language', place, `The EU list of languages has no "${tag}".`)
  return write.concept(languages, known)
}

export function creditNode(write: Pen, credits: Credits): JsonObject {
  return write.node('CreditPoint', {
    framework: write.coded(creditSystems, credits.system),
    point: String(credits.points),
  })
}

const escoSkills = 'http://data.europa.eu/esco/concept-scheme/skills'

function outcomeNode(write: Pen, outcome: LearningOutcome): JsonObject {
  const type = outcome.type === undefined ? undefined : outcomeTypes.byCode(outcome.type)
  const esco = outcome.skills.filter((skill) => skill.framework === 'ESCO')
  const others = outcome.skills.filter((skill) => skill.framework !== 'ESCO')
  const autonomy = outcome.type === 'responsibility-and-autonomy'
  return write.named(`urn:epass:learningOutcome:${outcome.id}`, 'LearningOutcome', {
    title: outcome.text,
    dcType: type === undefined ? undefined : write.concept(outcomeTypes, type),
    reusabilityLevel: reusabilityNode(write, outcome.reusability),
    relatedESCOSkill: esco.map((skill) =>
      write.freeConcept(skill.uri, { prefLabel: skill.title }, escoSkills),
    ),
    relatedSkill: others.map((skill) =>
      write.freeConcept(skill.uri, { prefLabel: skill.title, notation: skill.framework }),
    ),
    additionalNote: autonomy
      ? write.ownNote(
          'outcome-type',
          { en: 'Responsibility and autonomy.' },
          'responsibility-and-autonomy',
        )
      : undefined,
  })
}

function reusabilityNode(write: Pen, reusability: string | undefined): JsonObject | undefined {
  const known = reusability === undefined ? undefined : reusabilityLevels.find(reusability)
  return known === undefined ? undefined : write.concept(reusabilityLevels, known)
}

export function activitySpecification(write: Pen, activity: LearningActivity): JsonObject {
  const { language } = activity
  return write.named(
    `urn:epass:learningActivitySpec:${activity.id}`,
    'LearningActivitySpecification',
    {
      title: activity.title,
      description: activity.description,
      dcType: activity.types.map((code) => write.coded(learningActivityTypes, code)),
      mode: activity.modes.map((code) => write.coded(modes, code)),
      additionalNote: outcomesNote(write, activity.outcomes),
      volumeOfLearning: durationOf(activity.workload),
      contactHour: activity.contactHours === undefined ? undefined : String(activity.contactHours),
      language:
        language === undefined
          ? undefined
          : languageNode(write, language, `design.activities.${activity.id}.language`),
    },
  )
}

function gradingNode(write: Pen, scheme: GradingScheme | undefined): JsonObject | undefined {
  return scheme === undefined
    ? undefined
    : write.node('GradingScheme', { title: scheme.title, description: scheme.description })
}

export function assessmentSpecification(
  write: Pen,
  assessment: Assessment,
  title: Text,
): JsonObject {
  const supervision =
    assessment.supervision === undefined
      ? undefined
      : supervisionConcept(assessment.supervision).value
  const place = assessment.supervision?.where
  const where = place === undefined ? '' : `:${place}`
  const [method, ...more] = assessment.methods
  return write.named(
    `urn:epass:learningAssessmentSpec:${assessment.id}`,
    'LearningAssessmentSpecification',
    {
      title: assessment.title ?? title,
      description: assessment.description,
      dcType: method === undefined ? undefined : write.coded(assessmentTypes, method),
      category: more.length === 0 ? undefined : { en: assessment.methods.join(', ') },
      mode: assessment.modes.map((code) => write.coded(modes, code)),
      gradingScheme: gradingNode(write, assessment.gradingScheme),
      additionalNote: [
        ...assessment.criteria.map((criterion) =>
          write.ownNote('criterion', criterion.text, criterionValue(criterion)),
        ),
        ...(supervision === undefined
          ? []
          : [write.ownNote('supervision', supervision.label, `${supervision.code}${where}`)]),
        ...outcomesNote(write, assessment.outcomes),
        ...(assessment.weight === undefined
          ? []
          : [
              write.ownNote(
                'weight',
                { en: `${assessment.weight} per cent` },
                String(assessment.weight),
              ),
            ]),
      ],
    },
  )
}

/** Names inside the design, joined so that a reader of the note's subject gets them back. */
function outcomesNote(write: Pen, outcomes: readonly string[]): readonly JsonObject[] {
  if (outcomes.length === 0) return []
  return [write.ownNote('outcomes', { en: outcomes.join(', ') }, outcomes.join('+'))]
}

function criterionValue({ id, outcomes }: Criterion): string | undefined {
  return id === undefined && outcomes.length === 0 ? undefined : `${id ?? ''}:${outcomes.join('+')}`
}

/** The assessment of the whole: it holds the grading scheme of the design. */
export function wholeSpecification(write: Pen, design: Design): JsonObject | undefined {
  if (design.gradingScheme === undefined) return undefined
  return write.named(wholeSpecificationId, 'LearningAssessmentSpecification', {
    title: titleOf(design),
    gradingScheme: gradingNode(write, design.gradingScheme),
  })
}

const qdr = 'http://data.europa.eu/snb/qdr/25831c2'

function nqfNode(write: Pen, nqf: NonNullable<Level['nqf']>): JsonObject {
  const own = `urn:tessera:nqf:${encodeURIComponent(nqf.framework)}:${encodeURIComponent(nqf.level)}`
  return write.freeConcept(
    nqf.uri ?? own,
    {
      prefLabel: { en: `${nqf.framework}, ${nqf.level}` },
      definition: { en: nqf.framework },
      notation: nqf.level,
    },
    qdr,
  )
}

const stackabilitySentences = {
  'stand-alone': 'Stand-alone, independent micro-credential.',
  integrated: 'Integrated, stackable towards another credential.',
  'stand-alone-and-stackable':
    'Stand-alone micro-credential that can also be stacked towards another credential.',
}
const cycleSentences = {
  short: 'Short cycle of the Qualifications Framework of the European Higher Education Area.',
  first: 'First cycle of the Qualifications Framework of the European Higher Education Area.',
  second: 'Second cycle of the Qualifications Framework of the European Higher Education Area.',
  third: 'Third cycle of the Qualifications Framework of the European Higher Education Area.',
}

function notesOf(write: Pen, design: Design): readonly JsonObject[] {
  const {
    need,
    targetGroup,
    level,
    stackability,
    partOfQualification,
    validationRoute,
    furtherInformation,
  } = design
  const possible = validationRoute?.possible === true
  const route = `${possible ? 'possible' : 'not-possible'}${validationRoute?.how === undefined ? ':silent' : ''}`
  const routeText = validationRoute?.how ?? {
    en: `Validation of prior learning is ${possible ? '' : 'not '}possible.`,
  }
  return [
    ...(need === undefined ? [] : [write.ownNote('need', need.statement)]),
    ...(targetGroup === undefined ? [] : [write.ownNote('target-group', targetGroup)]),
    ...(level?.cycle === undefined
      ? []
      : [write.ownNote('cycle', { en: cycleSentences[level.cycle] }, level.cycle)]),
    ...(level?.standing === 'confirmed'
      ? [
          write.ownNote(
            'level-standing',
            { en: 'The competent authority placed it at this level.' },
            'confirmed',
          ),
        ]
      : []),
    ...(stackability === undefined
      ? []
      : [
          write.ownNote(
            'stackability',
            { en: stackabilitySentences[stackability.kind] },
            stackability.kind,
          ),
        ]),
    ...(stackability?.note === undefined
      ? []
      : [write.ownNote('stackability-note', stackability.note)]),
    ...(partOfQualification === undefined
      ? []
      : [write.ownNote('part-of-qualification', partOfQualification)]),
    ...(validationRoute === undefined ? [] : [write.ownNote('validation-route', routeText, route)]),
    ...(furtherInformation === undefined
      ? []
      : [write.ownNote('further-information', furtherInformation)]),
    ...(design.fictitious === true ? [fictitiousNote(write, 'micro-credential')] : []),
  ]
}

function prerequisiteNode(write: Pen, design: Design): JsonObject | undefined {
  const { text, level } = design.prerequisites ?? {}
  const concept = level === undefined ? undefined : eqfLevels.byCode(String(level))
  const said = text ?? concept?.label
  if (said === undefined) return undefined
  return write.node('Note', {
    noteLiteral: said,
    subject: concept === undefined ? undefined : write.concept(eqfLevels, concept),
  })
}

/**
 * The specification of the whole. A Qualification where there is a level or a quality assurance, because
 * only that class carries them; else a LearningAchievementSpecification.
 */
export function specificationNode(
  write: Pen,
  organisations: OrganisationPen,
  design: Design,
): JsonObject {
  const title = titleOf(design)
  const { level } = design
  const eqf = level?.eqf === undefined ? undefined : eqfLevels.byCode(String(level.eqf))
  const isQualification =
    eqf !== undefined || level?.nqf !== undefined || design.qualityAssurance.length > 0
  const type = isQualification ? 'Qualification' : 'LearningAchievementSpecification'
  const { accreditation, notes } = organisations.qualities(
    design.qualityAssurance,
    design.awardingBodies[0]?.organisation,
  )
  const whole = wholeSpecification(write, design)
  return write.node(type, {
    identifier: write.node('Identifier', {
      notation: design.id,
      schemeName: designScheme,
      schemeVersion: design.version,
    }),
    title,
    description: design.description,
    dcType: write.coded(
      learningOpportunityTypes,
      design.opportunityType ?? 'short-learning-programme',
    ),
    eqfLevel: eqf === undefined ? undefined : write.concept(eqfLevels, eqf),
    nqfLevel: level?.nqf === undefined ? undefined : nqfNode(write, level.nqf),
    thematicArea: design.fields.map((code, i) => fieldNode(write, code, i)),
    language: unique(
      design.teachingLanguages.map((tag, i) =>
        languageNode(write, tag, `design.teachingLanguages[${i}]`),
      ),
    ),
    mode: design.modes.map((code) => write.coded(modes, code)),
    learningSetting:
      design.setting === undefined ? undefined : write.coded(learningSettings, design.setting),
    creditPoint: design.credits === undefined ? undefined : creditNode(write, design.credits),
    volumeOfLearning: durationOf(design.workload),
    targetGroup: design.targetGroups.map((code) => write.coded(targetGroups, code)),
    entryRequirement: prerequisiteNode(write, design),
    learningOutcome: design.outcomes.map((outcome) => outcomeNode(write, outcome)),
    influencedBy: design.activities.map((activity) => activitySpecification(write, activity)),
    provenBy: [
      ...design.assessments.map((assessment) => assessmentSpecification(write, assessment, title)),
      ...(whole === undefined ? [] : [whole]),
    ],
    accreditation,
    isPartOf: (design.stackability?.towards ?? []).map((target) =>
      write.node(type, {
        title: target.title,
        homepage: target.url === undefined ? undefined : webResource(write, target.url),
        additionalNote:
          target.decidedBy === undefined
            ? undefined
            : write.ownNote('decided-by', target.decidedBy),
      }),
    ),
    homepage: design.homepage === undefined ? undefined : webResource(write, design.homepage),
    additionalNote: [...notes, ...notesOf(write, design)],
  })
}

function fieldNode(write: Pen, code: string, i: number): JsonObject {
  const known = iscedF.byCode(code)
  if (known === undefined)
    return refuse('edc.unknown-code', `design.fields[${i}]`, `ISCED-F 2013 has no field ${code}.`)
  return write.concept(iscedF, known)
}

/** Nodes by id, once each. */
export function unique(nodes: readonly JsonObject[]): readonly JsonObject[] {
  return nodes.filter((node, i) => nodes.findIndex((other) => other['id'] === node['id']) === i)
}
