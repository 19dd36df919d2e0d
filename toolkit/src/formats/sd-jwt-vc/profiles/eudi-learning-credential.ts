// The learning credential of the EU's reference issuer (eudi-srv-pid-issuer, type metadata of June 2026):
// the elements of the European approach as flat claims, without form of participation and supervision.

import type { ClaimRule, ClaimShape, Profile } from '../profile.ts'
import { readFlatClaims, writeFlatClaims } from './eudi-flat-claims.ts'

function rule(
  path: string | readonly (string | null)[],
  sd: ClaimRule['sd'],
  need: 'mandatory' | 'optional',
  shape: ClaimShape | undefined,
  label: string,
  description: string,
): ClaimRule {
  const steps = typeof path === 'string' ? [path] : path
  return {
    path: steps,
    sd,
    mandatory: need === 'mandatory',
    label,
    description,
    ...(shape === undefined ? {} : { shape }),
  }
}

const claims: readonly ClaimRule[] = [
  rule('jti', 'never', 'mandatory', 'text', 'Identifier', 'Identifier of this credential'),
  rule('iat', 'never', 'mandatory', 'seconds', 'Issued at', 'When it was sealed'),
  rule('exp', 'never', 'mandatory', 'seconds', 'Expires', 'When it is to be accepted no longer'),
  rule('vct', 'never', 'mandatory', 'text', 'Type', 'The type of this credential'),
  rule('iss', 'never', 'mandatory', 'text', 'Issuer', 'Address of the issuer'),
  rule(
    'cnf',
    'never',
    'mandatory',
    'object',
    'Holder key',
    'The key its holder proves possession of',
  ),
  rule(['cnf', 'jwk'], 'never', 'mandatory', undefined, 'Holder key', 'The key as a JSON Web Key'),
  rule(
    'issuing_authority',
    'never',
    'mandatory',
    'text',
    'Issuing authority',
    'Who issued the credential',
  ),
  rule(
    'issuing_country',
    'never',
    'mandatory',
    'country',
    'Issuing country',
    'Country of the issuer, ISO 3166-1 alpha-2',
  ),
  rule(
    'date_of_issuance',
    'never',
    'mandatory',
    'date',
    'Date of issuance',
    'When the achievement was awarded',
  ),
  rule(
    'date_of_expiry',
    'never',
    'optional',
    'date',
    'Date of expiry',
    'When the achievement itself lapses',
  ),
  rule('family_name', 'always', 'mandatory', 'text', 'Family name', 'Family name of the learner'),
  rule('given_name', 'always', 'optional', 'text', 'Given name', 'Given name of the learner'),
  rule('achievement_title', 'never', 'mandatory', 'text', 'Title', 'Title of the micro-credential'),
  rule('achievement_description', 'never', 'optional', 'text', 'Description', 'What it is about'),
  rule(
    'learning_outcomes',
    'always',
    'optional',
    'texts',
    'Learning outcomes',
    'What the learner knows and is able to do',
  ),
  rule(
    ['learning_outcomes', null],
    'never',
    'optional',
    undefined,
    'Learning outcome',
    'One learning outcome',
  ),
  rule('assessment_grade', 'always', 'optional', 'text', 'Grade', 'The grade awarded'),
  rule('language_of_classes', 'never', 'mandatory', 'texts', 'Languages', 'Languages of teaching'),
  rule(
    ['language_of_classes', null],
    'never',
    'mandatory',
    undefined,
    'Language',
    'One language of teaching',
  ),
  rule(
    'learner_identification',
    'always',
    'mandatory',
    'text',
    'Learner identification',
    'Identification number of the learner',
  ),
  rule(
    'expected_study_time',
    'always',
    'mandatory',
    'text',
    'Workload',
    'Time needed to achieve the learning outcomes',
  ),
  rule(
    'level_of_learning_experience',
    'always',
    'mandatory',
    'level',
    'Level',
    'Level of the European Qualifications Framework',
  ),
  rule(
    'types_of_quality_assurance',
    'always',
    'mandatory',
    'texts',
    'Quality assurance',
    'Types of quality assurance',
  ),
  rule(
    ['types_of_quality_assurance', null],
    'never',
    'mandatory',
    undefined,
    'Quality assurance',
    'One type of quality assurance',
  ),
  rule(
    'prerequisites_to_enroll',
    'always',
    'optional',
    'texts',
    'Prerequisites',
    'What was needed to take part',
  ),
  rule(
    ['prerequisites_to_enroll', null],
    'never',
    'optional',
    undefined,
    'Prerequisite',
    'One prerequisite',
  ),
  rule(
    'integration_stackability_options',
    'always',
    'optional',
    'boolean',
    'Stackability',
    'Whether it can be stacked',
  ),
]

const person = ['ld', 'credentialSubject'] as const
const employer = [
  ['given_name'],
  ['family_name'],
  [...person, 'fullName'],
  ['learning_outcomes'],
  ['assessment_grade'],
  ['expected_study_time'],
  ['level_of_learning_experience'],
  ['types_of_quality_assurance'],
] as const

export const eudiLearningCredential: Profile = {
  id: 'eudi',
  name: 'EUDI learning credential 1',
  vct: 'urn:eu.europa.ec.eudi:learning:credential:1',
  title: 'Micro-credential',
  description:
    'A micro-credential following the European approach (Council Recommendation 2022/C 243/02)',
  claims,
  // A learner without a wallet has no key to bind to; the others depend on what the design can say.
  waived: [
    'cnf',
    'learner_identification',
    'expected_study_time',
    'level_of_learning_experience',
    'types_of_quality_assurance',
  ],
  technicalYears: 10,
  issuerClaims: { name: 'issuing_authority', country: 'issuing_country' },
  presets: {
    employer,
    admission: [
      ...employer,
      ['learner_identification'],
      ['prerequisites_to_enroll'],
      ['integration_stackability_options'],
      [...person, 'dateOfBirth'],
      [...person, 'identifier'],
      [...person, 'hasClaim'],
    ],
  },
  losses: [
    {
      element: 'learner.id',
      carried: 'in-part',
      note: 'A learner without a wallet has no key: the claim "cnf" is left out, although the EU type calls it mandatory.',
    },
    {
      element: 'learner.identifiers',
      carried: 'in-part',
      note: 'The flat claim holds the first one; all of them are kept in "ld".',
    },
    {
      element: 'issuer',
      carried: 'in-part',
      note: 'Name, country and address; the rest where the issuer is one of the awarding bodies.',
    },
  ],
  write: writeFlatClaims,
  read: readFlatClaims,
}
