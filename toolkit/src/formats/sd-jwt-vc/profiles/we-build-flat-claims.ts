// Each flat claim of the WE BUILD micro-credential and the part of an award it comes from, there and back.

import type { Supervision } from '../../../credential/assessment.ts'
import { type Award, nameOf } from '../../../credential/award.ts'
import type { Design } from '../../../credential/design.ts'
import type { QualityAssurance } from '../../../credential/quality.ts'
import { inLanguage, type Text } from '../../../credential/text.ts'
import { hoursOf } from '../../../credential/workload.ts'
import { isObject, type Json, type JsonObject, listOf, textOf } from '../../../read/json.ts'
import { assessmentTypes, learningActivityTypes, modes } from '../../../vocabulary/index.ts'
import { node } from '../ld/make.ts'
import type { FlatAward } from '../profile.ts'

/** Codes of the rulebook (4.4) beside those of the EU lists where the two differ; the others are the EU's own. */
const assessmentCodes: readonly (readonly [ours: string, theirs: string])[] = [
  ['portfolio', 'portfolio-assessment'],
  ['project-work', 'project-assessment'],
  ['peer-review', 'peer-assessment'],
]
const modeCodes: typeof assessmentCodes = [
  ['presential', 'on-site'],
  ['hybrid', 'blended'],
]
const activityCodes: typeof assessmentCodes = [['e-learning-coursework', 'e-learning']]

function theirs(codes: typeof assessmentCodes, code: string | undefined): string | undefined {
  return codes.find(([own]) => own === code)?.[1] ?? code
}

function ours(codes: typeof assessmentCodes, code: string): string {
  return codes.find(([, theirCode]) => theirCode === code)?.[0] ?? code
}

/** The flat claims of an award; texts in the language, or its nearest. */
export function writeWeBuildClaims(award: Award, language: string): JsonObject {
  const { design, learner, issuer } = award
  const say = (text: Text | undefined) =>
    text === undefined ? undefined : inLanguage(text, language).value
  const [assessment] = design.assessments
  const bodies = design.awardingBodies.map(({ organisation }) => organisation)
  const [body] = bodies
  const fullName = nameOf(learner)
  const quality =
    design.qualityAssurance.find(({ type }) => type !== 'internal') ?? design.qualityAssurance[0]
  const supervision = award.results[0]?.supervision ?? assessment?.supervision
  const level = design.level
  const scheme = design.gradingScheme ?? assessment?.gradingScheme
  const skills = design.outcomes
    .flatMap((outcome) => outcome.skills.map(({ uri }) => uri))
    .filter((uri) => /^https?:\/\/data\.europa\.eu\/esco\/skill\//.test(uri))
  return node({
    attestation_legal_category: 'non-qualified-EAA',
    identifier: award.id,
    title: say(design.title),
    givenName: learner.givenName,
    familyName:
      learner.familyName ??
      (learner.givenName === undefined && fullName !== '' ? fullName : undefined),
    dateOfBirth: learner.dateOfBirth,
    issuerCountry: issuer?.country ?? award.place?.country,
    awardingBody:
      bodies.length === 0
        ? say(issuer?.legalName)
        : bodies.map(({ legalName }) => say(legalName) ?? '').join(', '),
    awardingBodyAddress: say(body?.address),
    awardingBodyHomepage: body?.homepage,
    awardingBodyIdentifier: (
      body?.identifiers.find(({ scheme: kind }) => kind === 'ror') ?? body?.identifiers[0]
    )?.value,
    issuanceDate: award.issuedAt?.slice(0, 10),
    learningOutcomes: design.outcomes.map(({ text }) => inLanguage(text, language).value),
    escoReference: skills.length === 0 ? undefined : [...new Set(skills)],
    notionalWorkload: workloadOf(design),
    typeOfAssessment: theirs(
      assessmentCodes,
      codeIn(assessmentTypes, design.assessments.flatMap(({ methods }) => methods)[0]),
    ),
    formOfParticipation: participationOf(design),
    learningActivityType: theirs(
      activityCodes,
      codeIn(learningActivityTypes, design.activities.flatMap(({ types }) => types)[0]),
    ),
    idVerificationMethod: verificationOf(supervision),
    grade: award.grade,
    gradingScheme: award.grade === undefined ? undefined : say(scheme?.title),
    level: level?.eqf === undefined ? undefined : `EQF-${level.eqf}`,
    nationalQualificationsFrameworkLevel:
      level?.nqf === undefined ? undefined : `${level.nqf.framework} ${level.nqf.level}`,
    fieldOfEducation: design.fields[0],
    entryRequirements: [say(design.prerequisites?.text)].filter((text) => text !== undefined),
    stackable:
      design.stackability === undefined ? undefined : design.stackability.kind !== 'stand-alone',
    partOfQualification: say(design.partOfQualification ?? design.stackability?.towards[0]?.title),
    qualityAssurance: quality === undefined ? undefined : qualityCode(quality),
    accreditation:
      quality === undefined || quality.type === 'internal' || quality.body === undefined
        ? undefined
        : node({
            title: say(quality.title),
            type: qualityCode(quality),
            accreditingAgent: say(quality.body),
            decisionDate: quality.decidedOn,
            reviewDate: quality.validUntil,
          }),
    additionalNote: say(award.furtherInformation),
  })
}

function codeIn(list: typeof modes, word: string | undefined): string | undefined {
  return word === undefined ? undefined : (list.find(word)?.code ?? word)
}

/** Institutions of higher education should say it in ECTS. */
function workloadOf({ credits, workload }: Design): JsonObject | undefined {
  if (credits?.system === 'ECTS') return { value: credits.points, unit: 'ECTS' }
  const hours = hoursOf(workload)
  return hours === undefined ? undefined : { value: hours, unit: 'hours' }
}

function participationOf({ modes: all, activities }: Design): string | undefined {
  const said = all.length > 0 ? all : activities.flatMap((activity) => activity.modes)
  const codes = [...new Set(said.map((word) => theirs(modeCodes, codeIn(modes, word))))]
  // Partly there and partly online is what blended means.
  return codes.includes('online') && codes.includes('on-site') ? 'blended' : codes[0]
}

function verificationOf(supervision: Supervision | undefined): string | undefined {
  if (supervision === undefined) return undefined
  const { supervised, identityChecked, where } = supervision
  if (supervised && identityChecked && where === 'online') return 'proctored-online-exam'
  if (supervised && where === 'on-site') return 'in-person-supervision'
  if (!supervised && identityChecked && where === 'online') return 'identity-verified-remote-exam'
  return undefined
}

/** An institutional review is never said to be an accreditation of the programme. */
function qualityCode({ type, scope }: QualityAssurance): string {
  if (type === 'internal') return 'internal-quality-assurance'
  if (scope === 'institution') return 'institutional-accreditation'
  return scope === undefined ? 'external-quality-assurance' : 'programme-accreditation'
}

const qualityRead: { readonly [code: string]: Pick<QualityAssurance, 'type' | 'scope'> } = {
  'internal-quality-assurance': { type: 'internal' },
  'institutional-accreditation': { type: 'external', scope: 'institution' },
  'programme-accreditation': { type: 'external', scope: 'programme' },
}

function texts(value: Json | undefined): readonly string[] {
  return listOf(value).filter(
    (item): item is string => typeof item === 'string' && item !== '' && item.length <= 20_000,
  )
}

/** What disclosed flat claims say; texts count as English, for the type does not name their language. */
export function readWeBuildClaims(flat: JsonObject): FlatAward {
  const say = (value: Json | undefined) => {
    const text = texts(value)[0]
    return text === undefined ? undefined : { en: text }
  }
  const named = (value: Json | undefined) => texts(value)[0]?.slice(0, 200)
  const code = (value: Json | undefined) => texts(value)[0]?.slice(0, 100)
  const born = textOf(flat['dateOfBirth'])
  const level = readLevel(flat)
  const { stackable, escoReference: _, notionalWorkload: workload } = flat
  const mode = code(flat['formOfParticipation'])
  return {
    learner: {
      givenName: named(flat['givenName']),
      familyName: named(flat['familyName']),
      dateOfBirth: born !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(born) ? born : undefined,
      identifiers: [],
    },
    grade: named(flat['grade']),
    design: {
      title: say(flat['title']),
      outcomes: texts(flat['learningOutcomes']).map((text, i) => ({
        id: `LO${i + 1}`,
        text: { en: text },
      })),
      level,
      modes: mode === undefined ? [] : [ours(modeCodes, mode)],
      fields: texts(flat['fieldOfEducation']).filter((field) => /^\d{2,4}$/.test(field)),
      ...readWorkload(workload),
      stackability:
        typeof stackable === 'boolean'
          ? { kind: stackable ? 'stand-alone-and-stackable' : 'stand-alone' }
          : undefined,
      // "ld" tells these more exactly; together they would be told twice.
      ...(isLinked(flat) ? {} : readAlone(flat, say, code)),
    },
    ...(isLinked(flat) ? {} : { furtherInformation: say(flat['additionalNote']) }),
  }
}

function isLinked({ ld }: JsonObject): boolean {
  const person = isObject(ld) ? ld['credentialSubject'] : undefined
  return isObject(person) && person['hasClaim'] !== undefined
}

function readLevel(flat: JsonObject): FlatAward['design']['level'] {
  const eqf = Number(/^EQF-([1-8])$/.exec(textOf(flat['level']) ?? '')?.[1])
  const national = /^(.{1,60}) (\S{1,20})$/.exec(
    textOf(flat['nationalQualificationsFrameworkLevel']) ?? '',
  )
  const [, framework, step] = national ?? []
  if (!(eqf > 0) && framework === undefined) return undefined
  return {
    eqf: eqf > 0 ? eqf : undefined,
    nqf: framework === undefined || step === undefined ? undefined : { framework, level: step },
  }
}

function readWorkload(value: Json | undefined): Pick<FlatAward['design'], 'workload' | 'credits'> {
  if (!isObject(value) || typeof value['value'] !== 'number' || !(value['value'] > 0)) return {}
  if (value['unit'] === 'ECTS') return { credits: { system: 'ECTS', points: value['value'] } }
  return value['unit'] === 'hours' ? { workload: { hours: value['value'] } } : {}
}

function readAlone(
  flat: JsonObject,
  say: (value: Json | undefined) => { en: string } | undefined,
  code: (value: Json | undefined) => string | undefined,
): FlatAward['design'] {
  const method = code(flat['typeOfAssessment'])
  const quality = code(flat['qualityAssurance'])
  const { accreditation } = flat
  const about = isObject(accreditation) ? accreditation : {}
  const home = textOf(flat['awardingBodyHomepage'])
  const legalName = say(flat['awardingBody'])
  const scheme = say(flat['gradingScheme'])
  const entry = texts(flat['entryRequirements'])
  return {
    awardingBodies:
      legalName === undefined
        ? []
        : [
            {
              organisation: {
                id: home !== undefined && URL.canParse(home) ? home : 'urn:tessera:unnamed',
                legalName,
              },
            },
          ],
    assessments:
      method === undefined ? [] : [{ id: 'A1', methods: [ours(assessmentCodes, method)] }],
    gradingScheme: scheme === undefined ? undefined : { title: scheme },
    prerequisites: entry.length === 0 ? undefined : { text: { en: entry.join('; ') } },
    partOfQualification: say(flat['partOfQualification']),
    qualityAssurance:
      quality === undefined
        ? []
        : [
            {
              ...(qualityRead[quality] ?? { type: 'external' }),
              title: say(about['title']) ?? (qualityRead[quality] ? undefined : { en: quality }),
              body: say(about['accreditingAgent']),
            },
          ],
  }
}
