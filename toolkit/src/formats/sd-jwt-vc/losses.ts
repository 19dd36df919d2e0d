// What this format cannot carry, whatever the type; each profile adds its own. Flat claims say one thing in one language; `ld` keeps the rest of the
// structure with the words of ELM 3.2, which have their own gaps.

import type { Loss } from '../format.ts'

function no(element: string, note: string): Loss {
  return { element, carried: 'no', note }
}

function part(element: string, note: string): Loss {
  return { element, carried: 'in-part', note }
}

export const losses: readonly Loss[] = [
  no('learner.identity', 'How sure the issuer is of who the learner is has no claim.'),
  part('expiresAt', 'The day the achievement lapses; the time of day is not kept.'),
  no('mandate', 'That who seals acts for the awarding bodies has no claim; both are named.'),
  no('route', 'Whether it was a course or validation of prior learning has no claim.'),
  part('results.supervision', 'Where it was supervised is not kept.'),
  no('results.gradingScheme', 'Grading schemes stand with the assessment of the design only.'),
  part(
    'design.awardingBodies',
    'The organisations in their order; shares of credits and dates of approval are not kept.',
  ),
  no('design.need', 'The need for the micro-credential has no word in ELM.'),
  no('design.targetGroup', 'Target groups are kept as codes, not in words.'),
  part('design.level', 'Levels are kept, not whether they are indicative or confirmed.'),
  part(
    'design.languages',
    'Flat claims are in one language, English where there is it; "ld" keeps all.',
  ),
  {
    element: 'outcomes.type',
    carried: 'in-part',
    note: 'ELM knows knowledge and skill, not responsibility and autonomy.',
  },
  no('activities.outcomes', 'Which outcomes an activity leads to has no word in ELM.'),
  no('assessments.outcomes', 'Which outcomes an assessment proves has no word in ELM.'),
  {
    element: 'assessments.criteria',
    carried: 'as-text',
    note: 'Criteria are kept as notes, without the outcomes they belong to.',
  },
  part(
    'assessments.supervision',
    'Supervision and identity check are kept, where it takes place is not.',
  ),
  no('assessments.weight', 'Shares of the whole grade have no word in ELM.'),
  part(
    'gradingScheme',
    'Title and description, with each assessment; pass mark and best grade are not kept.',
  ),
  part(
    'qualityAssurance.scope',
    'ELM knows institution and programme; a micro-credential counts as a programme.',
  ),
  no('prerequisites.level', 'The level expected at entry is not kept beside the text.'),
  part('stackability', 'The kind and what it stacks towards; its note is not kept.'),
  no('validationRoute', 'Whether prior learning can be validated instead has no claim.'),
  no('hoursPerCredit', 'Hours and credits are kept, the rule between them is not.'),
  no('expiry', 'The rule is not kept, only the resulting date.'),
  no('licence', 'The licence of the design has no claim.'),
  no('frozen', 'The version is kept; the digest of the frozen design is not.'),
  { element: 'fictitious', carried: 'as-text', note: 'Said in a note that is never kept back.' },
]
