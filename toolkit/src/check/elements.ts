// The standard elements of a micro-credential: Council Recommendation 2022/C 243/02, Annex I.
// Eleven are mandatory; five are optional, where relevant.

import { nameOf, type Award } from '../credential/award.ts'
import type { Design } from '../credential/design.ts'

export type ElementId =
  | 'M1'
  | 'M2'
  | 'M3'
  | 'M4'
  | 'M5'
  | 'M6'
  | 'M7'
  | 'M8'
  | 'M9'
  | 'M10'
  | 'M11'
  | 'O1'
  | 'O2'
  | 'O3'
  | 'O4'
  | 'O5'

export interface StandardElement {
  readonly id: ElementId
  readonly name: string
  readonly mandatory: boolean
  /** The Recommendation asks for it "where applicable": absence is no gap. */
  readonly whereApplicable?: true
  /** Whether a design can hold it; the learner and the date exist only once there is an award. */
  readonly ofTheAward?: true
  readonly inAward: (award: Award) => boolean
}

export const standardElements: readonly StandardElement[] = [
  {
    id: 'M1',
    name: 'Identification of the learner',
    mandatory: true,
    ofTheAward: true,
    inAward: ({ learner }) => nameOf(learner) !== '' || learner.identifiers.length > 0,
  },
  {
    id: 'M2',
    name: 'Title of the micro-credential',
    mandatory: true,
    inAward: ({ design }) => design.title !== undefined,
  },
  {
    id: 'M3',
    name: 'Country or region of the issuer',
    mandatory: true,
    inAward: (award) =>
      award.issuer?.country !== undefined || award.place !== undefined || hasCountry(award.design),
  },
  {
    id: 'M4',
    name: 'Awarding body',
    mandatory: true,
    inAward: ({ design }) => design.awardingBodies.length > 0,
  },
  {
    id: 'M5',
    name: 'Date of issuing',
    mandatory: true,
    ofTheAward: true,
    inAward: ({ issuedAt, awardedOn }) => (issuedAt ?? awardedOn) !== undefined,
  },
  {
    id: 'M6',
    name: 'Learning outcomes',
    mandatory: true,
    inAward: ({ design }) => design.outcomes.length > 0,
  },
  {
    id: 'M7',
    name: 'Notional workload needed to achieve the outcomes',
    mandatory: true,
    inAward: ({ design, creditsEarned }) => hasWorkload(design) || creditsEarned !== undefined,
  },
  {
    id: 'M8',
    name: 'Level and cycle of the learning experience',
    mandatory: true,
    whereApplicable: true,
    inAward: ({ design }) => hasLevel(design),
  },
  {
    id: 'M9',
    name: 'Type of assessment',
    mandatory: true,
    inAward: ({ design }) => hasAssessmentType(design),
  },
  {
    id: 'M10',
    name: 'Form of participation in the learning activity',
    mandatory: true,
    inAward: ({ design }) => hasParticipation(design),
  },
  {
    id: 'M11',
    name: 'Type of quality assurance',
    mandatory: true,
    inAward: ({ design }) => hasQualityAssurance(design),
  },
  {
    id: 'O1',
    name: 'Prerequisites needed to enrol',
    mandatory: false,
    inAward: ({ design: { prerequisites } }) =>
      prerequisites?.text !== undefined || prerequisites?.level !== undefined,
  },
  {
    id: 'O2',
    name: 'Supervision and identity verification during assessment',
    mandatory: false,
    inAward: (award) =>
      [...award.design.assessments, ...award.results].some(
        ({ supervision }) => supervision !== undefined,
      ),
  },
  {
    id: 'O3',
    name: 'Grade achieved',
    mandatory: false,
    ofTheAward: true,
    inAward: ({ grade, results }) =>
      grade !== undefined || results.some((result) => result.grade !== undefined),
  },
  {
    id: 'O4',
    name: 'Integration and stackability',
    mandatory: false,
    inAward: ({ design }) => design.stackability !== undefined,
  },
  {
    id: 'O5',
    name: 'Further information',
    mandatory: false,
    inAward: ({ design, furtherInformation }) =>
      (furtherInformation ?? design.furtherInformation ?? design.homepage) !== undefined,
  },
]

export function hasCountry(design: Design): boolean {
  return design.awardingBodies.some(
    ({ organisation }) => (organisation.country ?? organisation.region) !== undefined,
  )
}

/** Hours, credits or a duration, however badly written: whether it can be right is another question. */
export function hasWorkload(design: Design): boolean {
  return (
    design.credits !== undefined ||
    design.workload?.hours !== undefined ||
    design.workload?.stated !== undefined
  )
}

export function hasLevel({ level }: Design): boolean {
  return (level?.eqf ?? level?.nqf ?? level?.cycle) !== undefined
}

export function hasAssessmentType(design: Design): boolean {
  return design.assessments.some(({ methods }) => methods.length > 0)
}

export function hasParticipation(design: Design): boolean {
  return (
    design.modes.length > 0 ||
    design.activities.some(({ modes }) => modes.length > 0) ||
    design.assessments.some(({ modes }) => modes.length > 0)
  )
}

/** Of the micro-credential itself or of a body that awards it: external quality assurance looks at providers. */
export function hasQualityAssurance(design: Design): boolean {
  return (
    design.qualityAssurance.length > 0 ||
    design.awardingBodies.some(({ organisation }) => organisation.qualityAssurance.length > 0)
  )
}
