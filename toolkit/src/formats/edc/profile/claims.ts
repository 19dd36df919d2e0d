// Claims about a learner and their parts, as the EDC profiles of ELM 3.2 want them.
// Facts of EDC application profile 1.2.0 (generic-full), European Commission, CC BY 4.0; table and notation are ours (rows.ts).

import type { ClassTable } from './rows.ts'

export const claims: ClassTable = {
  Claim: `
    1..1 AwardingProcess: awardedBy
    1..* text!: title
    0..* text!: description
    0..* Identifier|LegalIdentifier: identifier
    0..* Concept@claim-type: dcType
    0..* Note: additionalNote
    0..* WebResource: supplementaryDocument
  `,
  LearningAchievement: `
    1..1 AwardingProcess: awardedBy
    1..* text!: title
    0..1 LearningOpportunity: learningOpportunity
    0..1 LearningAchievementSpecification|Qualification: specifiedBy
    0..* text!: description
    0..* Identifier|LegalIdentifier: identifier
    0..* Concept: dcType
    0..* Note: additionalNote
    0..* WebResource: supplementaryDocument
    0..* CreditPoint: creditReceived
    0..* LearningAssessment: provenBy
    0..* LearningActivity: influencedBy
    0..* LearningEntitlement: entitlesTo
    0..* LearningAchievement: hasPart isPartOf
  `,
  LearningActivity: `
    1..1 AwardingProcess: awardedBy
    1..* text!: title
    0..1 LearningOpportunity: learningOpportunity
    0..1 duration: workload
    0..1 LearningActivitySpecification: specifiedBy
    0..1 percentage: levelOfCompletion
    0..* text!: description
    0..* Identifier|LegalIdentifier: identifier
    0..* Concept: dcType
    0..* Note: additionalNote
    0..* WebResource: supplementaryDocument
    0..* PeriodOfTime: temporal
    0..* Location: location
    0..* Agent|Person|Organisation: directedBy
    0..* LearningAchievement: influences
    0..* LearningActivity: hasPart isPartOf
  `,
  LearningAssessment: `
    1..1 Note: grade
    1..1 AwardingProcess: awardedBy
    1..* text!: title
    0..1 dateTime: dateIssued
    0..1 Location: location
    0..1 Concept: gradeStatus idVerification
    0..1 ShortenedGrading: shortenedGrading
    0..1 ResultDistribution: resultDistribution
    0..1 LearningAchievement: proves
    0..1 LearningAssessmentSpecification: specifiedBy
    0..* text!: description
    0..* Identifier|LegalIdentifier: identifier
    0..* Concept: dcType
    0..* Note: additionalNote
    0..* WebResource: supplementaryDocument
    0..* Agent|Person|Organisation: assessedBy
    0..* LearningAssessment: hasPart isPartOf
  `,
  LearningEntitlement: `
    1..1 AwardingProcess: awardedBy
    1..* text!: title
    0..1 Concept: dcType
    0..1 dateTime: dateIssued expiryDate
    0..1 LearningEntitlementSpecification: specifiedBy
    0..* text!: description
    0..* Identifier|LegalIdentifier: identifier
    0..* Note: additionalNote
    0..* WebResource: supplementaryDocument
    0..* LearningAchievement: entitledBy
    0..* LearningEntitlement: hasPart isPartOf
  `,
  AwardingProcess: `
    1..* Agent|Person|Organisation: awardingBody
    0..1 Location: location
    0..1 dateTime: awardingDate
    0..1 Concept: educationalSystemNote
    0..* Identifier|LegalIdentifier: identifier
    0..* text!: description
    0..* Note: additionalNote
    0..* LearningAssessment: used
    0..* claim: awards
  `,
  CreditPoint: `
    1..1 Concept: framework
    1..1 string: point
  `,
  ResultCategory: `
    1..1 string: label
    1..1 positiveInteger: count
    0..1 string: score maximumScore minimumScore
  `,
  ResultDistribution: `
    0..* text!: description
    0..* ResultCategory: resultCategory
  `,
  ShortenedGrading: `
    1..1 integer: percentageLower percentageEqual percentageHigher
  `,
}
