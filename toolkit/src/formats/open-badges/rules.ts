// What Open Badges 3.0 asks of a credential (sections B.1 and C), as far as the JSON Schemas and the
// public validator of 1EdTech check it: our own rules, a millisecond for all.

import { isObject, type Json, type JsonObject, listOf, textOf } from '../../read/json.ts'
import type { Refusal } from '../../refusal.ts'
import { credentialsV1, credentialsV2 } from '../../seal/json-ld/contexts.ts'
import { hasType } from './terms.ts'

const badgeContext = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/
const absolute = /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/
const extension = /^ext:[A-Za-z0-9._-]+$/
const languageForm = /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/
const achievementTypes =
  'Achievement ApprenticeshipCertificate Assessment Assignment AssociateDegree Award Badge BachelorDegree Certificate CertificateOfCompletion Certification CommunityService Competency Course CoCurricular Degree Diploma DoctoralDegree Fieldwork GeneralEducationDevelopment JourneymanCertificate LearningProgram License Membership ProfessionalDoctorate QualityAssuranceCredential MasterCertificate MasterDegree MicroCredential ResearchDoctorate SecondarySchoolDiploma'.split(
    ' ',
  )
const targetTypes =
  'ceasn:Competency ceterms:Credential CFItem CFRubric CFRubricCriterion CFRubricCriterionLevel CTDL'.split(
    ' ',
  )
const resultKinds =
  'GradePointAverage LetterGrade Percent PerformanceLevel PredictedScore RawScore Result RubricCriterion RubricCriterionLevel RubricScore ScaledScore Status'.split(
    ' ',
  )
const identityTypes =
  'name sourcedId systemId productId userName accountId emailAddress nationalIdentityNumber isbn issn lisSourcedId oneRosterSourcedId sisSourcedId ltiContextId ltiDeploymentId ltiToolId ltiPlatformId ltiUserId identifier'.split(
    ' ',
  )
const statuses = 'Completed Enrolled Failed InProgress OnHold Provisional Withdrew'.split(' ')

class Faults {
  readonly list: Refusal[] = []

  add(code: string, place: string, sentence: string): void {
    this.list.push({ code: `ob3.${code}`, place, sentence })
  }

  /** A text that must be there, or may be missing but then nothing else. */
  text(owner: JsonObject, name: string, place: string, must: boolean): void {
    const value = owner[name]
    if (value === undefined ? must : textOf(value) === undefined || value === '') {
      this.add(
        'text',
        `${place}.${name}`,
        `${name} must be a text${must ? '' : ' if it is given'}.`,
      )
    }
  }

  uri(owner: JsonObject, name: string, place: string, must: boolean): void {
    const value = owner[name]
    if (value === undefined ? must : !absolute.test(textOf(value) ?? '')) {
      this.add('uri', `${place}.${name}`, `${name} must be a URI.`)
    }
  }

  time(owner: JsonObject, name: string, place: string, must: boolean): void {
    const value = owner[name]
    if (value === undefined ? must : !dateTime.test(textOf(value) ?? '')) {
      this.add('date-time', `${place}.${name}`, `${name} must be a point in time with its offset.`)
    }
  }

  word(
    owner: JsonObject,
    name: string,
    place: string,
    words: readonly string[],
    must: boolean,
  ): void {
    const value = owner[name]
    if (value === undefined && !must) return
    const text = textOf(value) ?? ''
    if (!words.includes(text) && !extension.test(text)) {
      this.add(
        'word',
        `${place}.${name}`,
        `${name} is not one of the values Open Badges knows, nor an extension.`,
      )
    }
  }

  type(owner: JsonObject, type: string, place: string): void {
    if (!hasType(owner, type)) this.add('type', `${place}.type`, `The type ${type} is missing.`)
  }

  objects(
    owner: JsonObject,
    name: string,
    place: string,
    check: (one: JsonObject, place: string) => void,
  ): void {
    const many = Array.isArray(owner[name])
    listOf(owner[name]).forEach((one: Json, i) => {
      const at = `${place}.${name}${many ? `[${i}]` : ''}`
      if (isObject(one)) check(one, at)
      else this.add('object', at, `${name} must be made of objects.`)
    })
  }
}

/** What is wrong with a credential by the rules of Open Badges 3.0; empty when it conforms. */
export function faultsOf(credential: JsonObject): readonly Refusal[] {
  const faults = new Faults()
  const old = listOf(credential['@context'])[0] === credentialsV1
  contextFaults(credential, faults, old)
  faults.type(credential, 'VerifiableCredential', '$')
  if (
    !hasType(credential, 'OpenBadgeCredential') &&
    !hasType(credential, 'AchievementCredential')
  ) {
    faults.add('type', '$.type', 'The type OpenBadgeCredential is missing.')
  }
  faults.uri(credential, 'id', '$', true)
  faults.text(credential, 'name', '$', false)
  faults.text(credential, 'description', '$', false)
  faults.time(credential, old ? 'issuanceDate' : 'validFrom', '$', true)
  faults.time(credential, old ? 'expirationDate' : 'validUntil', '$', false)
  faults.time(credential, 'awardedDate', '$', false)
  const [from, until] = [
    Date.parse(String(credential['validFrom'])),
    Date.parse(String(credential['validUntil'])),
  ]
  if (until < from) faults.add('dates', '$.validUntil', 'The credential ends before it begins.')
  issuerFaults(credential, faults)
  const subject = credential['credentialSubject']
  if (isObject(subject)) subjectFaults(subject, '$.credentialSubject', faults)
  else faults.add('subject', '$.credentialSubject', 'The credential must have one subject.')
  faults.objects(credential, 'credentialStatus', '$', (one, place) => {
    faults.text(one, 'type', place, true)
  })
  if (Array.isArray(credential['credentialStatus'])) {
    faults.add('status', '$.credentialStatus', 'Open Badges allows one credentialStatus object.')
  }
  for (const name of ['evidence', 'credentialSchema', 'termsOfUse', 'refreshService']) {
    faults.objects(credential, name, '$', (one, place) => {
      if (listOf(one['type']).length === 0)
        faults.add('type', `${place}.type`, 'A type is missing.')
    })
  }
  faults.objects(credential, 'credentialSchema', '$', (one, place) => {
    faults.uri(one, 'id', place, true)
  })
  faults.objects(credential, 'image', '$', (one, place) => imageFaults(one, place, faults))
  return faults.list
}

function contextFaults(credential: JsonObject, faults: Faults, old: boolean): void {
  const [first, second] = listOf(credential['@context'])
  if (first !== credentialsV2 && !old) {
    faults.add(
      'context',
      '$.@context[0]',
      'The first context must be that of W3C Verifiable Credentials.',
    )
  }
  if (!badgeContext.test(textOf(second) ?? '')) {
    faults.add('context', '$.@context[1]', 'The second context must be that of Open Badges 3.0.')
  }
}

function issuerFaults(credential: JsonObject, faults: Faults): void {
  const { issuer } = credential
  if (isObject(issuer)) profileFaults(issuer, '$.issuer', faults)
  else faults.uri(credential, 'issuer', '$', true)
}

function profileFaults(profile: JsonObject, place: string, faults: Faults): void {
  faults.uri(profile, 'id', place, true)
  faults.type(profile, 'Profile', place)
  for (const name of ['name', 'description', 'email', 'phone', 'official'])
    faults.text(profile, name, place, false)
  faults.uri(profile, 'url', place, false)
  faults.objects(profile, 'image', place, (one, at) => imageFaults(one, at, faults))
  faults.objects(profile, 'address', place, (one, at) => faults.type(one, 'Address', at))
  faults.objects(profile, 'parentOrg', place, (one, at) => profileFaults(one, at, faults))
  identifierFaults(profile, place, faults)
}

function identifierFaults(owner: JsonObject, place: string, faults: Faults): void {
  faults.objects(owner, 'otherIdentifier', place, (one, at) => {
    faults.type(one, 'IdentifierEntry', at)
    faults.text(one, 'identifier', at, true)
    faults.word(one, 'identifierType', at, identityTypes, true)
    onlyMembers(one, ['type', 'identifier', 'identifierType'], at, faults)
  })
}

function onlyMembers(
  owner: JsonObject,
  names: readonly string[],
  place: string,
  faults: Faults,
): void {
  for (const name of Object.keys(owner)) {
    if (!names.includes(name))
      faults.add('member', `${place}.${name.slice(0, 40)}`, 'Open Badges has no such member here.')
  }
}

function imageFaults(image: JsonObject, place: string, faults: Faults): void {
  faults.uri(image, 'id', place, true)
  faults.type(image, 'Image', place)
}

function subjectFaults(subject: JsonObject, place: string, faults: Faults): void {
  faults.type(subject, 'AchievementSubject', place)
  faults.uri(subject, 'id', place, false)
  if (subject['id'] === undefined && listOf(subject['identifier']).length === 0) {
    faults.add(
      'learner',
      place,
      'The credential does not say whom it is about: it needs an id or an identifier.',
    )
  }
  faults.objects(subject, 'identifier', place, (one, at) => {
    faults.type(one, 'IdentityObject', at)
    faults.text(one, 'identityHash', at, true)
    faults.word(one, 'identityType', at, identityTypes, true)
    onlyMembers(one, ['type', 'hashed', 'identityHash', 'identityType', 'salt'], at, faults)
    if (typeof one['hashed'] !== 'boolean')
      faults.add('hashed', `${at}.hashed`, 'hashed must be true or false.')
  })
  numberFault(subject, 'creditsEarned', place, faults)
  const { achievement } = subject
  if (!isObject(achievement))
    return faults.add('achievement', `${place}.achievement`, 'The achievement is missing.')
  achievementFaults(achievement, `${place}.achievement`, faults)
  const described = listOf(achievement['resultDescription']).map((one) =>
    isObject(one) ? one['id'] : undefined,
  )
  faults.objects(subject, 'result', place, (one, at) => {
    faults.type(one, 'Result', at)
    faults.text(one, 'value', at, false)
    if (one['status'] !== undefined && !statuses.includes(textOf(one['status']) ?? '')) {
      faults.add('word', `${at}.status`, 'status is not one of the values Open Badges knows.')
    }
    const about = one['resultDescription']
    if (about !== undefined && !described.includes(about)) {
      faults.add(
        'result',
        `${at}.resultDescription`,
        'The result is about something the achievement does not describe.',
      )
    }
    faults.objects(one, 'alignment', at, (inner, deep) => alignmentFaults(inner, deep, faults))
  })
}

function numberFault(owner: JsonObject, name: string, place: string, faults: Faults): void {
  if (owner[name] !== undefined && typeof owner[name] !== 'number')
    faults.add('number', `${place}.${name}`, `${name} must be a number.`)
}

function achievementFaults(achievement: JsonObject, place: string, faults: Faults): void {
  faults.uri(achievement, 'id', place, true)
  faults.type(achievement, 'Achievement', place)
  faults.text(achievement, 'name', place, true)
  faults.text(achievement, 'description', place, true)
  for (const name of ['fieldOfStudy', 'humanCode', 'specialization', 'version'])
    faults.text(achievement, name, place, false)
  faults.word(achievement, 'achievementType', place, achievementTypes, false)
  numberFault(achievement, 'creditsAvailable', place, faults)
  const language = achievement['inLanguage']
  if (language !== undefined && !languageForm.test(textOf(language) ?? '')) {
    faults.add('language', `${place}.inLanguage`, 'inLanguage must be a language tag.')
  }
  const { criteria } = achievement
  if (
    !isObject(criteria) ||
    (textOf(criteria['id']) === undefined && textOf(criteria['narrative']) === undefined)
  ) {
    faults.add('criteria', `${place}.criteria`, 'The criteria need an address or a text.')
  }
  faults.objects(achievement, 'creator', place, (one, at) => profileFaults(one, at, faults))
  faults.objects(achievement, 'image', place, (one, at) => imageFaults(one, at, faults))
  faults.objects(achievement, 'alignment', place, (one, at) => alignmentFaults(one, at, faults))
  faults.objects(achievement, 'related', place, (one, at) => {
    faults.type(one, 'Related', at)
    faults.uri(one, 'id', at, true)
  })
  identifierFaults(achievement, place, faults)
  faults.objects(achievement, 'resultDescription', place, (one, at) => {
    faults.uri(one, 'id', at, true)
    faults.type(one, 'ResultDescription', at)
    faults.text(one, 'name', at, true)
    faults.word(one, 'resultType', at, resultKinds, true)
    faults.objects(one, 'alignment', at, (inner, deep) => alignmentFaults(inner, deep, faults))
  })
}

function alignmentFaults(alignment: JsonObject, place: string, faults: Faults): void {
  faults.type(alignment, 'Alignment', place)
  faults.text(alignment, 'targetName', place, true)
  faults.uri(alignment, 'targetUrl', place, true)
  faults.word(alignment, 'targetType', place, targetTypes, false)
}
