// The words printed on a certificate. One file a language; a missing word is a compile error.
// Words follow each language's version of Council Recommendation 2022/C 243/02 where it has one.

/** Codes of the EU list "mode of learning and assessment"; a test holds them equal to vocabulary/modes.ts. */
export type ModeCode =
  | 'workbased'
  | 'project-based'
  | 'presential'
  | 'online'
  | 'blended'
  | 'research-lab-based'
  | 'hybrid'

/** Codes of the EU list of assessment types; a test holds them equal to vocabulary/assessment-types.ts. */
export type AssessmentCode =
  | 'peer-assessment'
  | 'marked-assignment'
  | 'continuous-evaluation'
  | 'portfolio'
  | 'group-performance'
  | 'practical-assessment'
  | 'written-examination'
  | 'level-of-attendance'
  | 'project-work'
  | 'peer-review'
  | 'quiz'
  | 'problem-based-learning'
  | 'oral-examination'
  | 'artefact-assessment'
  | 'presentation'
  | 'self-assessment'
  | 'guided-self-assessment'

export interface Labels {
  readonly direction: 'ltr' | 'rtl'
  /** Between the parts of one line, as people of that language separate them. */
  readonly separator: string
  readonly comma: string
  readonly microCredential: string
  readonly awardedTo: string
  /** Stands between the name and the title; says nothing about gender. */
  readonly forAchieving: string
  readonly awardedBy: string
  readonly awardedJointlyBy: string
  readonly issuedBy: string
  readonly workload: string
  readonly level: string
  /** Short name of the European Qualifications Framework. */
  readonly eqf: string
  readonly standing: { readonly indicative: string; readonly confirmed: string }
  readonly cycle: Readonly<Record<'short' | 'first' | 'second' | 'third', string>>
  readonly grade: string
  readonly dateOfIssue: string
  readonly awardedOn: string
  readonly validUntil: string
  readonly learningOutcomes: string
  readonly assessment: string
  readonly supervised: string
  readonly supervisedOnSite: string
  readonly supervisedOnline: string
  readonly unsupervised: string
  readonly identityChecked: string
  readonly identityNotChecked: string
  readonly assessmentTypes: Readonly<Record<AssessmentCode, string>>
  readonly formOfParticipation: string
  readonly modes: Readonly<Record<ModeCode, string>>
  readonly byValidation: string
  readonly qualityAssurance: string
  readonly qualityTypes: Readonly<Record<'internal' | 'external' | 'internal-and-external', string>>
  readonly qualityScopes: Readonly<Record<'institution' | 'programme' | 'micro-credential', string>>
  readonly prerequisites: string
  readonly stackability: string
  readonly stackabilityKinds: Readonly<
    Record<'stand-alone' | 'integrated' | 'stand-alone-and-stackable', string>
  >
  /** Stacking is never automatic: "may count towards". */
  readonly towards: string
  readonly decidedBy: string
  readonly furtherInformation: string
  readonly howToCheck: string
  readonly checkText: string
  readonly credentialId: string
  readonly recommendation: string
  /** `{n}` and `{m}` stand for the numbers. */
  readonly page: string
  readonly fictitious: string
  readonly testSeal: string
  /** Begins the description of the badge picture. */
  readonly badge: string
}
