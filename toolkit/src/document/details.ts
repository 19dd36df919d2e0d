// What stands behind an award: assessment and its supervision, form of participation, quality assurance,
// prerequisites, stackability, further information (Annex I elements 9 to 16).

import type { Assessment, Supervision } from '../credential/assessment.ts'
import type { Award, Result } from '../credential/award.ts'
import type { QualityAssurance } from '../credential/quality.ts'
import type { Text } from '../credential/text.ts'
import { assessmentTypes } from '../vocabulary/assessment-types.ts'
import type { ConceptList } from '../vocabulary/list.ts'
import { modes } from '../vocabulary/modes.ts'
import type { Labels } from './labels/labels.ts'
import { apart, oneLine } from './plain-text.ts'
import { capital, some, type Said, type Words } from './words.ts'

export interface DetailLine {
  readonly main: Said
  readonly notes: readonly Said[]
}

export interface Detail {
  readonly label: string
  readonly lines: readonly DetailLine[]
}

export function detailsOf(award: Award, words: Words): readonly Detail[] {
  const { labels } = words
  const { design } = award
  const details: Detail[] = []
  const add = (label: string, lines: readonly DetailLine[]) => {
    if (lines.length > 0) details.push({ label, lines })
  }
  add(labels.assessment, assessmentLines(award, words))
  add(
    labels.formOfParticipation,
    design.modes.length === 0 && design.activities.every((activity) => activity.modes.length === 0)
      ? []
      : [plain(words, capital(words.join(modeNames(award, words)), words.language))],
  )
  add(labels.qualityAssurance, qualityLines(award, words))
  const entry = words.line(design.prerequisites?.text)
  const entryLevel = design.prerequisites?.level
  add(labels.prerequisites, [
    ...some(entry).map((main) => ({ main, notes: [] })),
    ...(entryLevel === undefined
      ? []
      : [plain(words, `${labels.level} ${apart(`${labels.eqf} ${entryLevel}`)}`)]),
  ])
  if (design.stackability !== undefined) {
    add(labels.stackability, [
      {
        main: words.own(
          capital(labels.stackabilityKinds[design.stackability.kind], words.language),
        ),
        notes: [
          ...design.stackability.towards.flatMap(({ title, decidedBy }) => {
            const target = words.line(title)?.text
            const decider = words.line(decidedBy)?.text
            return target === undefined
              ? []
              : [
                  words.own(
                    words.join([
                      `${capital(labels.towards, words.language)} ${apart(target)}`,
                      decider && `${labels.decidedBy} ${apart(decider)}`,
                    ]),
                  ),
                ]
          }),
          ...some(words.line(design.stackability.note)),
        ],
      },
    ])
  }
  if (
    award.awardedOn !== undefined &&
    award.awardedOn !== award.issuedAt?.slice(0, 10) &&
    award.issuedAt !== undefined
  ) {
    add(labels.awardedOn, [plain(words, words.day(award.awardedOn))])
  }
  if (award.expiresAt !== undefined) {
    add(labels.validUntil, [plain(words, words.day(award.expiresAt.slice(0, 10)))])
  }
  const issuer = award.issuer
  if (
    issuer !== undefined &&
    !design.awardingBodies.some((body) => body.organisation.id === issuer.id)
  ) {
    add(
      labels.issuedBy,
      some(words.line(issuer.legalName)).map((main) => ({ main, notes: [] })),
    )
  }
  add(
    labels.furtherInformation,
    [
      ...some(words.lines(award.furtherInformation)),
      ...some(words.lines(design.furtherInformation)),
    ].map((main) => ({ main, notes: [] })),
  )
  return details
}

function assessmentLines(award: Award, words: Words): readonly DetailLine[] {
  const results = new Map<string | undefined, Result>(
    award.results.map((result) => [result.assessment, result]),
  )
  const known = award.design.assessments.map((assessment) =>
    assessmentLine(assessment, results.get(assessment.id), words),
  )
  const ids = new Set(award.design.assessments.map((assessment) => assessment.id))
  const others = award.results.filter(
    (result) => result.assessment === undefined || !ids.has(result.assessment),
  )
  return [...known, ...others.map((result) => assessmentLine(undefined, result, words))].filter(
    (line) => line !== undefined,
  )
}

function assessmentLine(
  assessment: Assessment | undefined,
  result: Result | undefined,
  words: Words,
): DetailLine | undefined {
  const { labels } = words
  const types = words.join(
    (assessment?.methods ?? []).map((method) =>
      nameIn(assessmentTypes, labels.assessmentTypes, method),
    ),
  )
  const supervision = result?.supervision ?? assessment?.supervision
  const grade =
    result?.grade === undefined ? undefined : `${labels.grade} ${apart(oneLine(result.grade))}`
  const title = words.line(assessment?.title ?? result?.title)
  const facts = [
    title === undefined ? undefined : types,
    supervision && supervisionName(supervision, labels),
    grade,
  ].filter((part) => part !== undefined && part !== '')
  const notes = facts.length === 0 ? [] : [words.own(capital(words.join(facts), words.language))]
  if (title !== undefined) return { main: title, notes }
  if (types !== '') return { main: words.own(capital(types, words.language)), notes }
  return notes[0] === undefined ? undefined : { main: notes[0], notes: [] }
}

function supervisionName(supervision: Supervision, labels: Labels): string {
  const watched = !supervision.supervised
    ? labels.unsupervised
    : supervision.where === 'on-site'
      ? labels.supervisedOnSite
      : supervision.where === 'online'
        ? labels.supervisedOnline
        : labels.supervised
  return `${watched}${labels.comma}${supervision.identityChecked ? labels.identityChecked : labels.identityNotChecked}`
}

function modeNames(award: Award, words: Words): readonly string[] {
  const { design } = award
  const codes =
    design.modes.length > 0 ? design.modes : design.activities.flatMap((activity) => activity.modes)
  return [...new Set(codes.map((code) => nameIn(modes, words.labels.modes, code)))]
}

/** Of the micro-credential; where it has none of its own, of the awarding bodies, each by its name. */
function qualityLines(award: Award, words: Words): readonly DetailLine[] {
  const own = award.design.qualityAssurance
  if (own.length > 0) return own.map((quality) => qualityLine(quality, undefined, words))
  return award.design.awardingBodies.flatMap(({ organisation }) =>
    organisation.qualityAssurance.map((quality) =>
      qualityLine(quality, organisation.legalName, words),
    ),
  )
}

function qualityLine(quality: QualityAssurance, of: Text | undefined, words: Words): DetailLine {
  const { labels } = words
  const scope = quality.scope === undefined ? '' : ` (${labels.qualityScopes[quality.scope]})`
  const notes = [
    words.join([words.line(of)?.text, words.line(quality.title)?.text]),
    words.join([
      words.line(quality.body)?.text,
      quality.standard === undefined ? undefined : oneLine(quality.standard),
      quality.validUntil === undefined
        ? undefined
        : `${labels.validUntil.toLocaleLowerCase(words.language)} ${words.day(quality.validUntil)}`,
    ]),
  ].filter((note) => note !== '')
  return {
    main: words.own(capital(`${labels.qualityTypes[quality.type]}${scope}`, words.language)),
    notes: notes.map(words.own),
  }
}

/** The label of a code of an EU list; a code of no list is said as it was written. */
function nameIn(list: ConceptList, names: Readonly<Record<string, string>>, code: string): string {
  return names[list.find(code)?.code ?? code] ?? oneLine(code)
}

function plain(words: Words, text: string): DetailLine {
  return { main: words.own(text), notes: [] }
}
