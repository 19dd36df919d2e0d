// Credits, workload and grades as result descriptions, and what this learner reached as results
// (Open Badges 3.0, sections B.1.17 and B.1.18).

import type { Assessment, GradingScheme } from '../../credential/assessment.ts'
import type { Award } from '../../credential/award.ts'
import type { Design } from '../../credential/design.ts'
import { hoursOf } from '../../credential/workload.ts'
import type { JsonObject } from '../../read/json.ts'
import { assessmentTypes } from '../../vocabulary/assessment-types.ts'
import { modes } from '../../vocabulary/modes.ts'
import { supervisionConcept } from '../../vocabulary/supervision.ts'
import type { Supervision } from '../../credential/assessment.ts'
import { alignment, conceptAlignment } from './alignments.ts'
import { say } from './language.ts'
import { alignmentTypes, objectOf, partOf, resultTypes } from './terms.ts'

interface Described {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly required?: string | undefined
  readonly scheme?: GradingScheme | undefined
  readonly alignment?: readonly JsonObject[]
}

function description(
  { id, name, type, required, scheme, alignment: alignments }: Described,
  language: string,
): JsonObject {
  return objectOf({
    id,
    type: ['ResultDescription'],
    name,
    description: schemeWords(scheme, language),
    resultType: type,
    requiredValue: required ?? scheme?.passMark,
    valueMax: scheme?.best,
    alignment: alignments ?? [],
  })
}

function schemeWords(scheme: GradingScheme | undefined, language: string): string | undefined {
  if (scheme === undefined) return undefined
  const more = say(scheme.description, language)
  return more === undefined
    ? say(scheme.title, language)
    : `${say(scheme.title, language)}\n${more}`
}

/** The grading scheme from the two lines above. */
export function readScheme(
  words: string | undefined,
  pass: string | undefined,
  best: string | undefined,
  language: string,
): GradingScheme | undefined {
  if (words === undefined) return undefined
  const [title = '', ...more] = words.split('\n')
  return {
    title: { [language]: title },
    ...(more.length === 0 ? {} : { description: { [language]: more.join('\n') } }),
    ...(pass === undefined ? {} : { passMark: pass }),
    ...(best === undefined ? {} : { best }),
  }
}

export function resultDescriptionsOf(award: Award, language: string): readonly JsonObject[] {
  const { design } = award
  const hours = hoursOf(design.workload)
  const { credits } = design
  return [
    ...(hours === undefined
      ? []
      : [
          description(
            {
              id: partOf(design.id, 'workload'),
              name: 'Notional workload in hours',
              type: resultTypes.workload,
              required: String(hours),
            },
            language,
          ),
        ]),
    ...(credits === undefined
      ? []
      : [
          description(
            {
              id: partOf(design.id, 'credits'),
              name: credits.system,
              type: resultTypes.credits,
              required: String(credits.points),
            },
            language,
          ),
        ]),
    ...design.assessments.map((assessment) => assessmentDescription(assessment, design, language)),
    ...(award.grade === undefined && design.gradingScheme === undefined
      ? []
      : [
          description(
            {
              id: partOf(design.id, 'grade'),
              name: 'Final grade',
              type: resultTypes.grade,
              scheme: design.gradingScheme,
            },
            language,
          ),
        ]),
    ...award.results.flatMap((result, i) =>
      isOfDesign(result.assessment, design)
        ? []
        : [
            description(
              {
                id: partOf(design.id, 'result', String(i + 1)),
                name: say(result.title, language) ?? 'Result',
                type: resultTypes.other,
                scheme: result.gradingScheme,
              },
              language,
            ),
          ],
    ),
  ]
}

function isOfDesign(assessment: string | undefined, design: Design): boolean {
  return design.assessments.some(({ id }) => id === assessment)
}

function assessmentDescription(
  assessment: Assessment,
  design: Design,
  language: string,
): JsonObject {
  const { id, title, methods, outcomes, supervision, gradingScheme } = assessment
  return description(
    {
      id: partOf(design.id, 'assessment', id),
      name: say(title, language) ?? id,
      type: resultTypes.assessment,
      scheme: gradingScheme,
      alignment: [
        ...methods.map((method) =>
          conceptAlignment(
            alignmentTypes.assessmentType,
            assessmentTypes,
            method,
            language,
            design.id,
          ),
        ),
        ...assessment.modes.map((mode) =>
          conceptAlignment(alignmentTypes.mode, modes, mode, language, design.id),
        ),
        ...supervisionAlignments(supervision),
        ...outcomes.map((outcome) =>
          alignment({
            type: alignmentTypes.outcome,
            url: partOf(design.id, 'outcome', outcome),
            code: outcome,
            name: outcome,
          }),
        ),
      ],
    },
    language,
  )
}

function supervisionAlignments(supervision: Supervision | undefined): readonly JsonObject[] {
  const concept = supervision === undefined ? undefined : supervisionConcept(supervision).value
  if (concept === undefined) return []
  return [
    alignment({
      type: alignmentTypes.supervision,
      url: concept.iri,
      name: concept.label['en'] ?? concept.code,
      code: concept.code,
      framework: 'European list: supervision and identity check',
      description: supervision?.where,
    }),
  ]
}

/** What the learner reached; the workload is notional and no result. */
export function resultsOf(award: Award): readonly JsonObject[] {
  const { design, creditsEarned, grade, results } = award
  const result = (
    part: string,
    value: string | undefined,
    alignments: readonly JsonObject[] = [],
  ) =>
    objectOf({
      type: ['Result'],
      resultDescription: part,
      value,
      status: value === undefined ? 'Completed' : undefined,
      alignment: alignments,
    })
  return [
    ...(creditsEarned === undefined || design.credits === undefined
      ? []
      : [result(partOf(design.id, 'credits'), String(creditsEarned.points))]),
    ...(grade === undefined ? [] : [result(partOf(design.id, 'grade'), grade)]),
    ...results.map((one, i) =>
      result(
        one.assessment !== undefined && isOfDesign(one.assessment, design)
          ? partOf(design.id, 'assessment', one.assessment)
          : partOf(design.id, 'result', String(i + 1)),
        one.grade,
        supervisionAlignments(one.supervision),
      ),
    ),
  ]
}
