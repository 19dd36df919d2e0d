// What a badge cannot carry of the model, or only in part.

import type { Loss } from '../format.ts'

export const losses: readonly Loss[] = [
  {
    element: 'mandate',
    carried: 'no',
    note: 'That who seals acts for the awarding bodies has no word here; both are named.',
  },
  {
    element: 'languages',
    carried: 'in-part',
    note: 'A badge is written in one language: the first one of the design that its title has. Outcomes and names missing in it are given in another and marked so.',
  },
  {
    element: 'assessments.criteria',
    carried: 'as-text',
    note: 'Criteria, weights and the description of an assessment stand in the criteria text of the achievement, in a form that can be read back.',
  },
  {
    element: 'assessments.workload',
    carried: 'no',
    note: 'The hours of a single assessment are not carried.',
  },
  {
    element: 'activities',
    carried: 'as-text',
    note: 'Learning activities are listed in the criteria text with their hours and form of participation, and are not read back; their forms of participation count for the whole if the design names none.',
  },
  {
    element: 'prerequisites.text',
    carried: 'as-text',
    note: 'Prerequisites stand in the criteria text; the EQF level at entry is carried as an alignment.',
  },
  {
    element: 'need',
    carried: 'as-text',
    note: 'The need and its evidence stand in the criteria text; the evidence is read back as part of it.',
  },
  {
    element: 'targetGroup',
    carried: 'as-text',
    note: 'The target group in words stands in the criteria text; its codes are carried as alignments.',
  },
  {
    element: 'validationRoute',
    carried: 'as-text',
    note: 'That prior learning can be validated stands in the criteria text; that it cannot is not said.',
  },
  {
    element: 'partOfQualification',
    carried: 'as-text',
    note: 'The qualification it is part of stands in the criteria text.',
  },
  {
    element: 'furtherInformation',
    carried: 'as-text',
    note: 'Further information stands in the criteria text.',
  },
  {
    element: 'outcomes',
    carried: 'in-part',
    note: 'Outcomes are alignments of the type ext:LearningOutcome with code, text and kind; their reusability is not carried.',
  },
  {
    element: 'outcomes.skills',
    carried: 'in-part',
    note: 'Skills are alignments; the code of the outcome they belong to is their target code. A skill of two outcomes is given twice.',
  },
  {
    element: 'level',
    carried: 'in-part',
    note: 'EQF, national level and cycle are alignments; whether a level is confirmed is said with the EQF level or, without one, with the national one.',
  },
  {
    element: 'qualityAssurance',
    carried: 'in-part',
    note: 'Title or body, type, standard, scope and dates are an alignment; of the report and the identifier of the body one address is carried.',
  },
  {
    element: 'awardingBodies',
    carried: 'in-part',
    note: 'All bodies are named with address, place, role and share of credits; the leading one in full as the creator. The day of approval is not carried.',
  },
  {
    element: 'providers',
    carried: 'in-part',
    note: 'Providers are named with address and place only.',
  },
  { element: 'issuer.shortName', carried: 'no', note: 'A profile has no short name.' },
  {
    element: 'issuer.alliance',
    carried: 'no',
    note: 'The alliance of an organisation is not carried.',
  },
  {
    element: 'issuer.identifiers',
    carried: 'in-part',
    note: 'Legal identifiers are carried with their scheme, without the country of the scheme.',
  },
  {
    element: 'organisations.qualityAssurance',
    carried: 'in-part',
    note: 'Quality assurance of organisations is carried only where the design has none of its own, with the scope institution.',
  },
  {
    element: 'hoursPerCredit',
    carried: 'no',
    note: 'The hours behind one credit are not carried; hours and credits both are.',
  },
  {
    element: 'credits.system',
    carried: 'in-part',
    note: 'Open Badges counts credits without a system; it is the name of the result description beside them.',
  },
  {
    element: 'gradingScheme',
    carried: 'in-part',
    note: 'Title, description, pass mark and best grade are carried with the result description.',
  },
  {
    element: 'stackability',
    carried: 'in-part',
    note: 'Kind, targets and who decides are alignments; the note is carried in one language.',
  },
  {
    element: 'expiry',
    carried: 'in-part',
    note: 'The end of validity is carried, the reason for it is not.',
  },
  { element: 'licence', carried: 'no', note: 'The licence of the design is not carried.' },
  {
    element: 'frozen',
    carried: 'in-part',
    note: 'The digest of the frozen design is carried as an identifier, the day of freezing is not.',
  },
  { element: 'learner.givenName', carried: 'in-part', note: 'The name is carried as one text.' },
  {
    element: 'learner.dateOfBirth',
    carried: 'no',
    note: 'The date of birth is left out: a badge is made to be shown in public.',
  },
  {
    element: 'learner.identifiers',
    carried: 'in-part',
    note: 'Student numbers are carried as salted hashes: they can be compared, not read.',
  },
  {
    element: 'learner.identity',
    carried: 'as-text',
    note: 'How sure the issuer is of who the learner is stands in the text about the award.',
  },
  {
    element: 'place',
    carried: 'as-text',
    note: 'The place of issue stands in the text about the award.',
  },
  {
    element: 'route',
    carried: 'as-text',
    note: 'Whether by a course or by validation stands in the text about the award.',
  },
  {
    element: 'issuedAt',
    carried: 'in-part',
    note: 'The moment of issuing is the beginning of validity; a later beginning replaces it.',
  },
  {
    element: 'results.assessedOn',
    carried: 'no',
    note: 'The day of an assessment is not carried.',
  },
  {
    element: 'status.suspension',
    carried: 'in-part',
    note: 'The 1EdTech schema allows one status. Revocation stands there; suspension stands under the full name of the same property, which readers that know JSON-LD see and others do not.',
  },
]
