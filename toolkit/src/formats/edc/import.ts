// From an EDC document, sealed by whomever, to a design in the model's words: as much as it tells, and
// nothing it does not. Foreign dialects of the same shape (EBSI, DC4EU, MyNextID) are read the same way.

import type { AwardingBody, Design, Level, Stackability } from '../../credential/design.ts'
import type { Organisation } from '../../credential/organisation.ts'
import type { QualityAssurance } from '../../credential/quality.ts'
import type { Text } from '../../credential/text.ts'
import type { JsonObject } from '../../read/json.ts'
import {
  eqfLevels,
  iscedF,
  learningOpportunityTypes,
  learningSettings,
  modes,
  targetGroups,
} from '../../vocabulary/index.ts'
import type { EdcDocument } from './document.ts'
import {
  anyText,
  codeIn,
  codesIn,
  conceptIn,
  edcDocument,
  idOf,
  isOfType,
  literalOf,
  noteText,
  textsOf,
  unwrapped,
  urlOf,
} from './document.ts'
import {
  activitiesFrom,
  assessmentsFrom,
  creditsFrom,
  gradingSchemeFrom,
  outcomesFrom,
  tagOf,
  wholeSpecificationId,
  workloadFrom,
} from './import-learning.ts'
import type { ReadAssessments } from './import-learning.ts'
import { awardingBodiesOf, organisationFrom, qualitiesFrom } from './import-organisation.ts'
import { foreignNotes, ownText, ownValue } from './own-words.ts'

/** Reads the design a credential was awarded against. Takes bare documents and upload wrappers; never refuses. */
export function designFromEdc(document: JsonObject): Design {
  return readDesign(edcDocument(unwrapped(document))).design
}

export interface ReadDesign {
  readonly design: Design
  /** The claim the design was read from. */
  readonly claim: JsonObject | undefined
  readonly taken: ReadAssessments['taken']
}

/** Name of our own identifier on the specification: the design's lasting id and its version. */
export const designScheme = 'Design of the micro-credential'

/** Reads design and the claim it stands in; the claim is the first achievement, else the first claim. */
export function readDesign(document: EdcDocument): ReadDesign {
  const claims = document.nodes(document.first(document.root, 'credentialSubject'), 'hasClaim')
  const claim = claims.find((one) => isOfType(one, 'LearningAchievement')) ?? claims[0]
  const beside = claims.filter((one) => one !== claim)
  const specification = document.first(claim, 'specifiedBy')
  const display = document.first(document.root, 'displayParameter')
  const title =
    textsOf(claim?.['title']) ?? textsOf(specification?.['title']) ?? textsOf(display?.['title'])
  const bodies = awardingBodiesOf(document, claim)
  const { assessments, taken } = assessmentsFrom(
    document,
    withParts(document, [
      ...document.nodes(claim, 'provenBy'),
      ...beside.filter((one) => isOfType(one, 'LearningAssessment')),
    ]),
    document.nodes(specification, 'provenBy'),
    title,
  )
  const design: Design = {
    tessera: 'design/1',
    ...identityOf(document, specification),
    languages: languagesFrom(document, display, title),
    ...optional({
      title,
      description: textsOf(specification?.['description']) ?? textsOf(claim?.['description']),
      need: asNeed(ownText(document, specification, 'need')),
      targetGroup: ownText(document, specification, 'target-group'),
      level: levelFrom(document, specification),
      workload:
        workloadFrom(specification?.['volumeOfLearning']) ?? workloadFrom(claim?.['workload']),
      credits: creditsFrom(
        document,
        document.first(specification, 'creditPoint') ?? document.first(claim, 'creditReceived'),
      ),
      setting: settingOf(document, specification),
      opportunityType: codeIn(learningOpportunityTypes, document.first(specification, 'dcType')),
      prerequisites: prerequisitesFrom(document, specification),
      stackability: stackabilityFrom(document, specification),
      partOfQualification: ownText(document, specification, 'part-of-qualification'),
      validationRoute: validationFrom(document, specification),
      gradingScheme: gradingSchemeFrom(
        document,
        document.nodes(specification, 'provenBy').find((one) => idOf(one) === wholeSpecificationId),
      ),
      homepage: urlOf(literalOf(document.first(specification, 'homepage')?.['contentURL'])),
      furtherInformation:
        ownText(document, specification, 'further-information') ??
        foreignNotes(document, specification),
      fictitious: ownValue(document, specification, 'fictitious') === 'yes' ? true : undefined,
    }),
    awardingBodies: bodies.map((organisation, i): AwardingBody => ({
      organisation,
      role: i === 0 ? 'leading' : 'partner',
    })),
    providers: providersFrom(document, claim, bodies),
    targetGroups: codesIn(targetGroups, document.nodes(specification, 'targetGroup')),
    fields: fieldsFrom(document, specification),
    teachingLanguages: [
      ...new Set(document.nodes(specification, 'language').flatMap((node) => tagOf(node) ?? [])),
    ],
    outcomes: outcomesFrom(document, specification),
    activities: activitiesFrom(
      document,
      withParts(document, [
        ...document.nodes(claim, 'influencedBy'),
        ...beside.filter((one) => isOfType(one, 'LearningActivity')),
      ]),
      document.nodes(specification, 'influencedBy'),
    ),
    assessments: [...assessments],
    modes: codesIn(modes, document.nodes(specification, 'mode')),
    qualityAssurance: designQualities(document, specification, bodies),
  }
  return { design, claim, taken }
}

/** Leaves out what is undefined, so that a missing part is missing and not empty. */
export function optional<T extends object>(
  members: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

function withParts(document: EdcDocument, nodes: readonly JsonObject[], depth = 0): JsonObject[] {
  if (depth > 3) return [...nodes]
  return nodes.flatMap((node) => [
    node,
    ...withParts(document, document.nodes(node, 'hasPart'), depth + 1),
  ])
}

function identityOf(
  document: EdcDocument,
  specification: JsonObject | undefined,
): { id: string; version: string } {
  for (const identifier of document.nodes(specification, 'identifier')) {
    const id = urlOf(literalOf(identifier['notation']))
    if (literalOf(identifier['schemeName']) !== designScheme || id === undefined) continue
    const version = literalOf(identifier['schemeVersion']) ?? ''
    return { id, version: /^\d+(\.\d+){0,2}$/.test(version) ? version : '1' }
  }
  const id =
    urlOf(idOf(specification)) ?? urlOf(idOf(document.root)) ?? 'urn:tessera:design:unnamed'
  return { id, version: '1' }
}

function languagesFrom(
  document: EdcDocument,
  display: JsonObject | undefined,
  title: Text | undefined,
): string[] {
  const written = Object.keys(title ?? {})
  const stated = document.nodes(display, 'language').flatMap((node) => {
    const tag = tagOf(node)
    if (tag === undefined) return []
    const variants = written.filter((one) => one === tag || one.startsWith(`${tag}-`))
    return variants.length > 0 ? variants : [tag]
  })
  return [...new Set(stated.length > 0 ? stated : written.filter((tag) => tag !== 'und'))]
}

function asNeed(statement: Text | undefined): Design['need'] {
  return statement === undefined ? undefined : { statement, evidence: [] }
}

const cycles = ['short', 'first', 'second', 'third'] as const

function levelFrom(
  document: EdcDocument,
  specification: JsonObject | undefined,
): Level | undefined {
  const eqf = Number(
    conceptIn(eqfLevels, document.first(specification, 'eqfLevel'))?.code ?? 'none',
  )
  const nqf = nqfFrom(document.first(specification, 'nqfLevel'))
  const statedCycle = ownValue(document, specification, 'cycle')
  const cycle = cycles.find((word) => word === statedCycle)
  const confirmed = ownValue(document, specification, 'level-standing') === 'confirmed'
  if (Number.isNaN(eqf) && nqf === undefined && cycle === undefined && !confirmed) return undefined
  return {
    ...(Number.isNaN(eqf) ? {} : { eqf }),
    ...(nqf === undefined ? {} : { nqf }),
    ...(cycle === undefined ? {} : { cycle }),
    standing: confirmed ? 'confirmed' : 'indicative',
  }
}

function nqfFrom(node: JsonObject | undefined): Level['nqf'] {
  const label = anyText(textsOf(node?.['prefLabel']))
  const level = literalOf(node?.['notation']) ?? label
  if (level === undefined || level.length > 60) return undefined
  const framework = anyText(textsOf(node?.['definition'])) ?? 'national framework'
  const uri = idOf(node)
  const isUri = uri !== undefined && /^https?:/.test(uri) && URL.canParse(uri)
  return {
    framework: framework.length > 100 ? 'national framework' : framework,
    level,
    ...(isUri ? { uri } : {}),
  }
}

function settingOf(
  document: EdcDocument,
  specification: JsonObject | undefined,
): Design['setting'] {
  const code = conceptIn(learningSettings, document.first(specification, 'learningSetting'))?.code
  return code === 'formal' || code === 'non-formal' ? code : undefined
}

function fieldsFrom(document: EdcDocument, specification: JsonObject | undefined): string[] {
  const nodes = [
    ...document.nodes(specification, 'thematicArea'),
    ...document.nodes(specification, 'educationSubject'),
  ]
  return [...new Set(nodes.flatMap((node) => conceptIn(iscedF, node)?.code ?? []))]
}

function prerequisitesFrom(
  document: EdcDocument,
  specification: JsonObject | undefined,
): Design['prerequisites'] {
  const note = document.first(specification, 'entryRequirement')
  const text = noteText(note)
  const level = conceptIn(eqfLevels, document.first(note, 'subject'))
  if (text === undefined) return undefined
  // A level without words of its own is written as its label.
  const said = level !== undefined && anyText(text) === level.label['en'] ? undefined : text
  return {
    ...(said === undefined ? {} : { text: said }),
    ...(level === undefined ? {} : { level: Number(level.code) }),
  }
}

const kinds = ['stand-alone', 'integrated', 'stand-alone-and-stackable'] as const

function stackabilityFrom(
  document: EdcDocument,
  specification: JsonObject | undefined,
): Stackability | undefined {
  const towards = document.nodes(specification, 'isPartOf').flatMap((node) => {
    const title = textsOf(node['title'])
    if (title === undefined) return []
    const url = urlOf(literalOf(document.first(node, 'homepage')?.['contentURL']))
    const decidedBy = ownText(document, node, 'decided-by')
    return [{ title, ...optional({ url, decidedBy }) }]
  })
  const stated = ownValue(document, specification, 'stackability')
  const kind = kinds.find((word) => word === stated)
  if (kind === undefined && towards.length === 0) return undefined
  const note = ownText(document, specification, 'stackability-note')
  return { kind: kind ?? 'integrated', towards, ...(note === undefined ? {} : { note }) }
}

function validationFrom(
  document: EdcDocument,
  specification: JsonObject | undefined,
): Design['validationRoute'] {
  const stated = ownValue(document, specification, 'validation-route')
  if (stated === undefined) return undefined
  const [possible, silent] = stated.split(':')
  const how =
    silent === undefined ? ownText(document, specification, 'validation-route') : undefined
  return { possible: possible === 'possible', ...(how === undefined ? {} : { how }) }
}

function providersFrom(
  document: EdcDocument,
  claim: JsonObject | undefined,
  bodies: readonly Organisation[],
): Organisation[] {
  const nodes = [
    ...document.nodes(document.first(claim, 'learningOpportunity'), 'providedBy'),
    ...document
      .nodes(claim, 'influencedBy')
      .flatMap((activity) => document.nodes(activity, 'directedBy')),
  ].filter((node) => isOfType(node, 'Organisation'))
  const found = new Map(
    nodes.map((node) => organisationFrom(document, node)).map((one) => [one.id, one]),
  )
  return [...found.values()].filter((one) => !bodies.some((body) => body.id === one.id))
}

function designQualities(
  document: EdcDocument,
  specification: JsonObject | undefined,
  bodies: readonly Organisation[],
): QualityAssurance[] {
  const own = bodies.map((body) => body.id)
  const evidence = document.nodes(document.root, 'evidence')
  return [
    ...qualitiesFrom(document, specification, own),
    ...evidence.flatMap((one) => qualitiesFrom(document, one, own)),
  ]
}
