// An `ld` claim read back into the model: ours, or anybody's with the words of ELM 3.2. What is not
// understood is left out, for the signature already says that it is intact.

import type { z } from 'zod'
import type { awardSchema } from '../../../credential/award.ts'
import type { designSchema } from '../../../credential/design.ts'
import { durationParts } from '../../../credential/workload.ts'
import { isObject, type Json, type JsonObject } from '../../../read/json.ts'
import {
  assessmentTypes,
  creditSystems,
  eqfLevels,
  iscedF,
  languages,
  learningActivityTypes,
  learningOpportunityTypes,
  learningSettings,
  modes,
  outcomeTypeOf,
  reusabilityLevels,
  supervisionOf,
  targetGroups,
} from '../../../vocabulary/index.ts'
import { countryCode, readAccreditation, readOrganisation } from './organisation.ts'
import { invented } from './award.ts'
import {
  anyText,
  code,
  codes,
  day,
  localId,
  noteText,
  object,
  objects,
  text,
  url,
  webAddress,
} from './find.ts'

export type AwardInput = z.input<typeof awardSchema>
export type DesignInput = z.input<typeof designSchema>

/** What `ld` says; undefined when there is nothing of it that is understood. */
export function readLd(
  value: Json | undefined,
  fallbackId: string,
): (Partial<AwardInput> & { design: DesignInput }) | undefined {
  if (!isObject(value) || !isObject(value['credentialSubject'])) return undefined
  const person = value['credentialSubject']
  const claim = object(person['hasClaim'])
  const process = object(claim['awardedBy'])
  const location = object(process['location'])
  const country = countryCode(object(location['address'])['countryCode'])
  return {
    design: {
      ...readDesign(claim, fallbackId),
      fictitious: noteText(person['additionalNote'])?.['en'] === invented ? true : undefined,
    },
    learner: {
      id: url(person['id']),
      fullName: name(person['fullName'], 400),
      givenName: name(person['givenName'], 200),
      familyName: name(person['familyName'], 200),
      dateOfBirth: day(person['dateOfBirth']),
      identifiers: objects(person['identifier']).flatMap(({ notation, schemeName }) =>
        typeof notation === 'string' && typeof schemeName === 'string'
          ? [{ scheme: schemeName.slice(0, 100), value: notation.slice(0, 200) }]
          : [],
      ),
    },
    awardedOn: day(process['awardingDate']),
    place: country === undefined ? undefined : { country, name: text(location['geographicName']) },
    creditsEarned: credits(claim['creditReceived']),
    furtherInformation: noteText(claim['additionalNote']),
    results: objects(claim['provenBy']).map((result) => ({
      assessment:
        result['specifiedBy'] === undefined
          ? undefined
          : localId(object(result['specifiedBy'])['id'], 'E', 0),
      title: text(result['title']),
      grade: anyText(object(result['grade'])['noteLiteral'])?.slice(0, 200),
      assessedOn: day(result['dateIssued']),
      supervision: supervision(result['idVerification']),
    })),
  }
}

function name(value: Json | undefined, limit: number): string | undefined {
  return anyText(value)?.slice(0, limit)
}

function supervision(value: Json | undefined) {
  const id = object(value)['id']
  return typeof id === 'string' ? supervisionOf(id) : undefined
}

function credits(value: Json | undefined) {
  const { framework, point } = object(value)
  const points = Number(point)
  const system = code(creditSystems, framework)
  return system !== undefined && points > 0 && points <= 1000 ? { system, points } : undefined
}

function workload(value: Json | undefined) {
  if (typeof value !== 'string' || value.length > 100) return undefined
  const parts = durationParts(value)
  if (parts === undefined || parts.years + parts.months + parts.weeks + parts.days > 0)
    return { stated: value }
  const hours = parts.hours + parts.minutes / 60 + parts.seconds / 3600
  return hours > 0 && hours <= 100_000 ? { hours } : { stated: value }
}

function level(value: JsonObject): DesignInput['level'] {
  const eqf = Number(code(eqfLevels, value['eqfLevel']))
  const nqf = object(value['nqfLevel'])
  const framework = anyText(object(nqf['inScheme'])['prefLabel'])
  const cycle = (['short', 'first', 'second', 'third'] as const).find(
    (each) => each === object(value['educationLevel'])['notation'],
  )
  const found = {
    eqf: Number.isInteger(eqf) && eqf >= 1 && eqf <= 8 ? eqf : undefined,
    nqf:
      framework !== undefined && typeof nqf['notation'] === 'string'
        ? { framework, level: nqf['notation'], uri: url(nqf['id']) }
        : undefined,
    cycle,
  }
  return Object.values(found).some((part) => part !== undefined) ? found : undefined
}

function readDesign(claim: JsonObject, fallbackId: string): DesignInput {
  const value = object(claim['specifiedBy'])
  const setting = code(learningSettings, value['learningSetting'])
  const version = objects(value['identifier']).find(({ schemeName }) => schemeName === 'version')?.[
    'notation'
  ]
  const prerequisites = noteText(value['entryRequirement'])
  return {
    tessera: 'design/1',
    id: url(value['id']) ?? fallbackId,
    version: typeof version === 'string' && /^\d+(\.\d+){0,2}$/.test(version) ? version : '1',
    title: text(value['title']) ?? text(claim['title']),
    description: text(value['description']) ?? text(claim['description']),
    awardingBodies: objects(object(claim['awardedBy'])['awardingBody']).flatMap((body, i) => {
      const organisation = readOrganisation(body)
      return organisation === undefined
        ? []
        : [{ organisation, role: i === 0 ? ('leading' as const) : ('partner' as const) }]
    }),
    providers: objects(object(claim['learningOpportunity'])['providedBy'])
      .map(readOrganisation)
      .filter((found) => found !== undefined),
    fields: codes(iscedF, value['thematicArea']).filter((field) => /^\d{2,4}$/.test(field)),
    level: level(value),
    teachingLanguages: codes(languages, value['language']).filter((tag) =>
      /^[a-z]{2,3}$/.test(tag),
    ),
    targetGroups: [...codes(targetGroups, value['targetGroup'])],
    modes: [...codes(modes, value['mode'])],
    setting: setting === 'formal' || setting === 'non-formal' ? setting : undefined,
    opportunityType: code(learningOpportunityTypes, value['dcType']),
    workload: workload(value['volumeOfLearning']),
    credits: credits(value['creditPoint']),
    outcomes: objects(value['learningOutcome']).flatMap(readOutcome),
    activities: objects(value['influencedBy']).flatMap(readActivity),
    assessments: objects(value['provenBy']).map(readAssessment),
    qualityAssurance: objects(value['accreditation']).map(readAccreditation),
    prerequisites: prerequisites === undefined ? undefined : { text: prerequisites },
    stackability: readStackability(value),
    partOfQualification: text(object(value['isPartOf'])['title']),
    homepage: webAddress(value['homepage']),
    furtherInformation: noteText(value['additionalNote']),
  }
}

type Outcomes = NonNullable<DesignInput['outcomes']>

function readOutcome(value: JsonObject, i: number): Outcomes {
  const words = text(value['title'])
  if (words === undefined) return []
  const type = object(value['dcType'])['id']
  const skills = [...objects(value['relatedESCOSkill']), ...objects(value['relatedSkill'])].flatMap(
    (skill) => {
      const uri = url(skill['id'])
      const scheme = object(skill['inScheme'])
      const framework =
        anyText(scheme['prefLabel']) ?? (String(scheme['id']).includes('/esco/') ? 'ESCO' : 'other')
      return uri === undefined
        ? []
        : [{ framework: framework.slice(0, 100), uri, title: text(skill['prefLabel']) }]
    },
  )
  return [
    {
      id: localId(value['id'], 'LO', i),
      text: words,
      type: typeof type === 'string' ? outcomeTypeOf(type) : undefined,
      reusability: code(reusabilityLevels, value['reusabilityLevel'])?.slice(0, 60),
      skills,
    },
  ]
}

function readActivity(value: JsonObject, i: number): NonNullable<DesignInput['activities']> {
  const title = text(value['title'])
  if (title === undefined) return []
  const contact = Number(value['contactHour'] ?? Number.NaN)
  return [
    {
      id: localId(value['id'], 'A', i),
      title,
      description: text(value['description']),
      types: [...codes(learningActivityTypes, value['dcType'])],
      modes: [...codes(modes, value['mode'])],
      workload: workload(value['volumeOfLearning']),
      contactHours: contact >= 0 && contact <= 100_000 ? contact : undefined,
      language: code(languages, value['language'])?.slice(0, 20),
    },
  ]
}

function readAssessment(
  value: JsonObject,
  i: number,
): NonNullable<DesignInput['assessments']>[number] {
  const scheme = object(value['gradingScheme'])
  const title = text(scheme['title'])
  return {
    id: localId(value['id'], 'E', i),
    title: text(value['title']),
    description: text(value['description']),
    methods: [...codes(assessmentTypes, value['dcType'])],
    modes: [...codes(modes, value['mode'])],
    workload: workload(value['volumeOfLearning']),
    supervision: supervision(value['idVerification']),
    gradingScheme:
      title === undefined ? undefined : { title, description: text(scheme['description']) },
    criteria: objects(value['additionalNote']).flatMap(({ noteLiteral }) => {
      const words = text(noteLiteral)
      return words === undefined ? [] : [{ text: words }]
    }),
  }
}

function readStackability(value: JsonObject): DesignInput['stackability'] {
  const partial = value['isPartialQualification']
  const towards = objects(value['entitlesTo']).flatMap((target) => {
    const title = text(target['title'])
    const decidedBy = text(object(target['limitOrganisation'])['legalName'])
    return title === undefined ? [] : [{ title, url: webAddress(target['homepage']), decidedBy }]
  })
  if (typeof partial !== 'boolean') return undefined
  if (partial) return { kind: 'integrated', towards }
  return { kind: towards.length > 0 ? 'stand-alone-and-stackable' : 'stand-alone', towards }
}
