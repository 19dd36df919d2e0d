// The micro-credential of the WE BUILD consortium (attestation rulebook v0.2 of September 2026, a draft): the
// elements of the European approach as flat claims with plain codes, every claim about learner and learning kept back
// unless its holder shows it.

import { isObject, type JsonObject } from '../../../read/json.ts'
import type { Refusal } from '../../../refusal.ts'
import type { ClaimRule, ClaimShape, Profile } from '../profile.ts'
import { readWeBuildClaims, writeWeBuildClaims } from './we-build-flat-claims.ts'

type Row = readonly [name: string, shape: ClaimShape | undefined, label: string, text: string]

function rules(sd: ClaimRule['sd'], mandatory: boolean, rows: readonly Row[]): ClaimRule[] {
  return rows.map(([name, shape, label, description]) => ({
    path: [name],
    sd,
    mandatory,
    label,
    description,
    ...(shape === undefined ? {} : { shape }),
  }))
}

const claims: readonly ClaimRule[] = [
  ...rules('never', true, [
    ['vct', 'text', 'Type', 'The type of this credential'],
    ['iss', 'text', 'Issuer', 'Address of the issuer'],
    ['iat', 'seconds', 'Issued at', 'When it was sealed'],
    ['attestation_legal_category', 'text', 'Legal category', 'Not a qualified attestation'],
  ]),
  ...rules('never', false, [
    ['exp', 'seconds', 'Expires', 'When this file is to be accepted no longer'],
    ['nbf', 'seconds', 'Not before', 'From when on this file is to be accepted'],
    ['jti', 'text', 'Identifier of the file', 'Identifier of this credential'],
    ['cnf', 'object', 'Holder key', 'The key its holder proves possession of'],
    ['status', 'object', 'Status', 'Where it is said whether it was withdrawn'],
    ['trust_anchor', 'text', 'Trust anchor', 'Where the right of the issuer can be looked up'],
    ['cryptographically_bound_to', 'text', 'Bound to', 'Another attestation it is bound to'],
  ]),
  ...rules('always', true, [
    ['identifier', 'text', 'Identifier', 'Identifier of this micro-credential'],
    ['title', 'text', 'Title', 'Title of the micro-credential'],
    ['givenName', 'text', 'Given name', 'Given name of the learner'],
    ['familyName', 'text', 'Family name', 'Family name of the learner'],
    ['issuerCountry', 'country', 'Country of the issuer', 'Country of who sealed it'],
    ['awardingBody', 'text', 'Awarding body', 'Who awarded the micro-credential'],
    ['issuanceDate', 'date', 'Date of issue', 'The day it was sealed'],
    ['learningOutcomes', 'texts', 'Learning outcomes', 'What the learner knows and can do'],
    ['notionalWorkload', 'object', 'Workload', 'Notional workload, in ECTS or hours'],
    ['typeOfAssessment', 'text', 'Assessment', 'How the outcomes were assessed'],
    ['formOfParticipation', 'text', 'Form of participation', 'How the learner took part'],
    ['qualityAssurance', 'text', 'Quality assurance', 'Type of quality assurance'],
  ]),
  ...rules('allowed', false, [
    ['level', 'text', 'Level', 'Level of the European Qualifications Framework'],
    [
      'nationalQualificationsFrameworkLevel',
      'text',
      'National level',
      'Level of a national framework',
    ],
    ['educationLevelDescriptor', 'text', 'Level in words', 'Level outside of any framework'],
    ['learningOutcomeSummary', 'text', 'Summary of outcomes', 'The outcomes in one text'],
    ['fieldOfEducation', 'text', 'Field', 'Field of education, ISCED-F 2013'],
    ['escoReference', 'texts', 'Skills', 'Skills of the ESCO classification'],
    ['learningActivityType', 'text', 'Learning activity', 'Kind of learning activity'],
    ['languageOfAssessment', 'text', 'Language of assessment', 'Language of the assessment'],
    ['idVerificationMethod', 'text', 'Supervision', 'How the assessment was supervised'],
    ['grade', 'text', 'Grade', 'The grade awarded'],
    ['gradingScheme', 'text', 'Grading scheme', 'What the grade means'],
    ['entryRequirements', 'texts', 'Prerequisites', 'What was needed to take part'],
    ['stackable', 'boolean', 'Stackable', 'Whether it is made to be stacked'],
    ['partOfQualification', 'text', 'Part of', 'The qualification it contributes towards'],
    ['accreditation', 'object', 'Accreditation', 'The accreditation behind it'],
    ['awardingBodyAddress', 'text', 'Address', 'Address of the awarding body'],
    ['awardingBodyHomepage', 'text', 'Home page', 'Home page of the awarding body'],
    ['awardingBodyIdentifier', 'text', 'Identifier of the awarding body', 'Such as its ROR'],
    ['additionalNote', 'text', 'Note', 'Further information'],
    ['dateOfBirth', 'date', 'Date of birth', 'Date of birth of the learner'],
    ['placeOfBirth', 'text', 'Place of birth', 'Place of birth of the learner'],
    ['citizenshipCountry', 'country', 'Citizenship', 'Citizenship of the learner'],
    ['nationalID', 'text', 'National identifier', 'National identifier of the learner'],
    ['registeredAddress', 'text', 'Address of the learner', 'Address of the learner'],
    ['mail', 'text', 'E-mail', 'E-mail address of the learner'],
  ]),
]

function fault(code: string, place: string, sentence: string): Refusal {
  return { code: `sd-jwt-vc.${code}`, place, sentence }
}

const units = new Set(['ECTS', 'hours'])

/** Integrity rules of the rulebook (4.5) that can be seen in the claims themselves, and its fixed value (3.1). */
function integrity(all: JsonObject): readonly Refusal[] {
  const faults: Refusal[] = []
  const category = all['attestation_legal_category']
  if (category !== undefined && category !== 'non-qualified-EAA')
    faults.push(
      fault(
        'category',
        'attestation_legal_category',
        'The type is for non-qualified attestations.',
      ),
    )
  const { notionalWorkload: workload, level, accreditation, qualityAssurance } = all
  if (isObject(workload)) {
    const { value, unit } = workload
    if (typeof value !== 'number' || !(value > 0) || typeof unit !== 'string' || !units.has(unit))
      faults.push(
        fault(
          'workload',
          'notionalWorkload',
          'The workload is no positive number of ECTS or hours.',
        ),
      )
  }
  if (level !== undefined && (typeof level !== 'string' || !/^EQF-[1-8]$/.test(level)))
    faults.push(fault('level', 'level', 'The level is none of EQF-1 to EQF-8.'))
  if (isObject(accreditation) && qualityAssurance !== undefined) {
    const { type } = accreditation
    if (type !== undefined && type !== qualityAssurance)
      faults.push(
        fault(
          'accreditation',
          'accreditation.type',
          'The accreditation and the quality assurance contradict each other.',
        ),
      )
  }
  const iat = all['iat']
  for (const name of ['issuanceDate', 'dateOfBirth']) {
    const day = all[name]
    const after = typeof day === 'string' ? Date.parse(day) / 1000 : 0
    if (typeof iat === 'number' && after > iat)
      faults.push(fault('date', name, 'The date is later than the credential itself.'))
  }
  return faults
}

const employer = [
  ['identifier'],
  ['title'],
  ['givenName'],
  ['familyName'],
  ['ld', 'credentialSubject', 'fullName'],
  ['issuerCountry'],
  ['awardingBody'],
  ['issuanceDate'],
  ['learningOutcomes'],
  ['notionalWorkload'],
  ['typeOfAssessment'],
  ['formOfParticipation'],
  ['qualityAssurance'],
  ['level'],
  ['grade'],
  ['gradingScheme'],
] as const

export const weBuildMicroCredential: Profile = {
  id: 'we-build',
  name: 'WE BUILD micro-credential 0.2',
  vct: 'VerifiableMicroCredential',
  title: 'Micro-credential',
  description:
    'A micro-credential following the European approach (Council Recommendation 2022/C 243/02)',
  claims,
  // Who has one name only cannot have two.
  waived: ['givenName'],
  technicalYears: 10,
  issuerClaims: { country: 'issuerCountry' },
  presets: {
    employer,
    admission: [
      ...employer,
      ['entryRequirements'],
      ['stackable'],
      ['partOfQualification'],
      ['accreditation'],
      ['dateOfBirth'],
      ['ld', 'credentialSubject', 'dateOfBirth'],
      ['ld', 'credentialSubject', 'identifier'],
      ['ld', 'credentialSubject', 'hasClaim'],
    ],
  },
  losses: [
    {
      element: 'issuer',
      carried: 'in-part',
      note: 'Country and address; its name only where it is one of the awarding bodies.',
    },
    {
      element: 'learner.identifiers',
      carried: 'in-part',
      note: 'Only in "ld": the flat claim is for national identifiers.',
    },
    {
      element: 'learner.givenName',
      carried: 'in-part',
      note: 'Who has one name only has it as family name; the type asks for both.',
    },
    {
      element: 'assessments',
      carried: 'in-part',
      note: 'The flat claim names one type of assessment, the first; "ld" keeps all.',
    },
    {
      element: 'qualityAssurance',
      carried: 'in-part',
      note: 'The flat claims name one, an external one first, by the nearest code; "ld" keeps all.',
    },
    {
      element: 'workload',
      carried: 'in-part',
      note: 'The flat claim is in ECTS where there are any, else in hours; "ld" keeps both.',
    },
  ],
  write: writeWeBuildClaims,
  read: readWeBuildClaims,
  integrity,
}
