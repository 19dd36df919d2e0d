// What the European Learning Model 3.2 cannot carry of an award, or only in part.

import type { Loss } from '../format.ts'

const no = (element: string, note: string): Loss => ({ element, carried: 'no', note })
const part = (element: string, note: string): Loss => ({ element, carried: 'in-part', note })
const text = (element: string, note: string): Loss => ({ element, carried: 'as-text', note })

export const losses: readonly Loss[] = [
  part(
    'design.languages',
    'The EU list has languages without regions and scripts; they are told from the title.',
  ),
  no('design.frozen', 'The moment of freezing and its digest stay with the issuer.'),
  text('design.need', 'The need is a note; the evidence for it is not carried.'),
  text('design.targetGroup', 'Written as a note.'),
  no('design.hoursPerCredit', 'ELM has no place for the hours behind one credit.'),
  no('design.expiry', 'Only the date at which this credential ends is carried, not the rule.'),
  no('design.licence', 'ELM has no place for the licence of the design.'),
  part(
    'design.opportunityType',
    'Where the design names none, it is written as a short learning programme.',
  ),
  part('design.title', 'A part without a title of its own is written with that of the whole.'),
  part(
    'design.awardingBodies',
    'Who leads is told by order; shares of the credits and dates of approval are not carried.',
  ),
  part(
    'design.awardingBodies.organisation',
    'An awarding body that is also the issuer is written as the issuer is.',
  ),
  part(
    'design.providers',
    'A provider that is an awarding body too is read as an awarding body only.',
  ),
  part(
    'organisation.identifiers',
    'Second eIDAS and registration identifiers lose their kind; legal ones need a country and get that of the organisation.',
  ),
  part('organisation.region', 'Only NUTS codes are carried.'),
  part('organisation.fictitious', 'Said in a note.'),
  part(
    'qualityAssurance',
    'An accreditation needs an agent with name and country; without them only type and scope are carried, in a note.',
  ),
  part(
    'qualityAssurance.body',
    'A body met several times is written once with all its names; one that is itself an awarding body is carried by reference only.',
  ),
  text(
    'qualityAssurance.type',
    'ELM tells accreditations by scope; internal and external are said in a note.',
  ),
  text('qualityAssurance.standard', 'Written as a note.'),
  text('level.cycle', 'There is no EU list of cycles; written as a note.'),
  text('level.standing', 'Written as a note when confirmed.'),
  part('outcomes.reusability', 'Only the four levels of the EU list are carried.'),
  text(
    'outcomes.type',
    'The EU list knows knowledge and skill; responsibility and autonomy is said in a note.',
  ),
  part('outcomes.skills', 'Skills of ESCO come first, those of other frameworks after them.'),
  part(
    'workload',
    'Hours are written as a duration in hours and minutes and read back with it; what is no such duration is not carried.',
  ),
  text(
    'activities.outcomes',
    'ELM does not link an activity to single outcomes; written as a note.',
  ),
  part('activities.language', 'One language without region or script.'),
  part('teachingLanguages', 'Languages without region or script.'),
  text(
    'assessments.outcomes',
    'ELM does not link an assessment to single outcomes; written as a note.',
  ),
  text('assessments.criteria', 'Criteria are notes.'),
  text(
    'assessments.methods',
    'One method as a code; all of them as a text where there are several.',
  ),
  text('assessments.supervision.where', 'On site or online is said in a note.'),
  text('assessments.weight', 'Written as a note.'),
  no('assessments.workload', 'ELM has no place for the workload of an assessment.'),
  part('gradingScheme', 'Title and description are carried, pass mark and best grade are not.'),
  part('prerequisites', 'At most one note; the level is its subject.'),
  text(
    'stackability',
    'ELM has no list for it: the kind and the note are notes, the targets are the credentials it is part of.',
  ),
  text('partOfQualification', 'Written as a note.'),
  text('validationRoute', 'Written as a note.'),
  part(
    'learner.givenName',
    'Names are said in one language only, without a language of their own.',
  ),
  part(
    'learner.fullName',
    'Written for every learner; read back where it says more than given and family name.',
  ),
  no('learner.identity', 'How sure the issuer is of the learner is not carried.'),
  part(
    'results',
    'ELM wants a grade for every assessment taken: a result without one is not carried.',
  ),
  no(
    'results.gradingScheme',
    'The grading scheme of the assessment is carried, one of the single result is not.',
  ),
  part('results.supervision', 'Carried for assessments with a grade.'),
  no('route', 'Told only by the activities: by validation there are none.'),
  part('validFrom', 'An EDC must have one: where the award has none, it is the time of issue.'),
  part('creditsEarned', 'Where the design has no credits, they are read as its credits too.'),
]
