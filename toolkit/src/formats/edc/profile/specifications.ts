// What a claim is about: qualifications, activities, assessments, outcomes, opportunities, as the EDC profiles of ELM 3.2 want them.
// Facts of EDC application profile 1.2.0 (generic-full), European Commission, CC BY 4.0; table and notation are ours (rows.ts).

import type { ClassTable } from './rows.ts'

export const specifications: ClassTable = {
  Specification: `
    1..* text!: title
    0..1 dateTime: dateModified
    0..1 string: status
    0..* Identifier|LegalIdentifier: identifier
    0..* text!: description
    0..* Note: additionalNote
    0..* WebResource: supplementaryDocument homepage
    0..* text: altLabel category
    0..* Concept: dcType
  `,
  LearningAchievementSpecification: `
    1..* text!: title
    0..1 dateTime: dateModified
    0..1 duration: volumeOfLearning maximumDuration
    0..1 Note: learningOutcomeSummary entryRequirement
    0..1 Concept@learning-setting: learningSetting
    0..1 string: status
    0..* Identifier|LegalIdentifier: identifier
    0..* text!: description
    0..* Note: additionalNote
    0..* WebResource: supplementaryDocument homepage
    0..* text: altLabel category
    0..* Concept: dcType mode educationSubject educationLevel targetGroup
    0..* Concept@language: language
    0..* Concept@isced-f: thematicArea
    0..* CreditPoint: creditPoint
    0..* LearningOutcome: learningOutcome
    0..* LearningActivitySpecification: influencedBy
    0..* LearningAssessmentSpecification: provenBy
    0..* LearningEntitlementSpecification: entitlesTo
    0..* AwardingOpportunity: awardingOpportunity
    0..* LearningAchievementSpecification|Qualification: hasPart isPartOf specialisationOf
      generalisationOf
  `,
  Qualification: `
    1..* text!: title
    0..1 dateTime: dateModified
    0..1 duration: volumeOfLearning maximumDuration
    0..1 Note: learningOutcomeSummary entryRequirement
    0..1 Concept@learning-setting: learningSetting
    0..1 boolean: isPartialQualification
    0..1 Concept@eqf: eqfLevel
    0..1 string: status
    0..* Identifier|LegalIdentifier: identifier
    0..* text!: description
    0..* Note: additionalNote
    0..* WebResource: supplementaryDocument homepage
    0..* text: altLabel category
    0..* Concept: dcType mode educationSubject educationLevel targetGroup qualificationCode
    0..* Concept@language: language
    0..* Concept@isced-f: thematicArea
    0..* CreditPoint: creditPoint
    0..* LearningOutcome: learningOutcome
    0..* LearningActivitySpecification: influencedBy
    0..* LearningAssessmentSpecification: provenBy
    0..* LearningEntitlementSpecification: entitlesTo
    0..* AwardingOpportunity: awardingOpportunity
    0..* Qualification: hasPart isPartOf specialisationOf generalisationOf
    0..* Concept@qdr: nqfLevel
    0..* Accreditation: accreditation
  `,
  LearningActivitySpecification: `
    1..* text!: title
    0..1 dateTime: dateModified
    0..1 duration: volumeOfLearning
    0..1 string: status
    0..* Identifier|LegalIdentifier: identifier
    0..* text!: description
    0..* Note: additionalNote
    0..* WebResource: supplementaryDocument homepage
    0..* text: altLabel category
    0..* Concept: dcType mode
    0..* Concept@language: language
    0..* string: contactHour
    0..* LearningAchievementSpecification|Qualification: influences
    0..* LearningActivitySpecification: hasPart isPartOf specialisationOf generalisationOf
  `,
  LearningAssessmentSpecification: `
    1..* text!: title
    0..1 dateTime: dateModified
    0..1 Concept: dcType
    0..1 GradingScheme: gradingScheme
    0..1 string: status
    0..* Identifier|LegalIdentifier: identifier
    0..* text!: description
    0..* Note: additionalNote
    0..* WebResource: supplementaryDocument homepage
    0..* text: altLabel category
    0..* Concept@language: language
    0..* Concept: mode
    0..* LearningAchievementSpecification|Qualification: proves
    0..* LearningAssessmentSpecification: hasPart isPartOf specialisationOf generalisationOf
  `,
  LearningEntitlementSpecification: `
    1..1 Concept: dcType
    1..1 Concept@entitlement-status: entitlementStatus
    1..* text!: title
    0..1 dateTime: dateModified
    0..1 string: status
    0..* Identifier|LegalIdentifier: identifier
    0..* text!: description
    0..* Note: additionalNote
    0..* WebResource: supplementaryDocument homepage
    0..* text: altLabel category
    0..* Organisation: limitOrganisation
    0..* Concept@atu: limitJurisdiction
    0..* Concept@esco-occupations: limitOccupation
    0..* Concept: limitNationalOccupation
    0..* LearningAchievementSpecification|Qualification: entitledBy
    0..* LearningEntitlementSpecification: hasPart isPartOf specialisationOf generalisationOf
  `,
  LearningOutcome: `
    1..* text!: title
    0..1 Concept@skill-type: dcType
    0..1 Concept@skill-reuse-level: reusabilityLevel
    0..* Identifier|LegalIdentifier: identifier
    0..* Note: additionalNote
    0..* Concept: relatedSkill
    0..* Concept@esco-skills: relatedESCOSkill
  `,
  GradingScheme: `
    1..* text!: title
    0..* Identifier|LegalIdentifier: identifier
    0..* text!: description
    0..* WebResource: supplementaryDocument
  `,
  AwardingOpportunity: `
    1..* Agent|Person|Organisation: awardingBody
    0..1 Location: location
    0..1 PeriodOfTime: temporal
    0..1 LearningAchievementSpecification|Qualification: learningAchievementSpecification
    0..* Identifier|LegalIdentifier: identifier
  `,
  LearningOpportunity: `
    1..* text!: title
    1..* Organisation: providedBy
    0..1 PeriodOfTime: temporal
    0..1 duration: duration
    0..1 Concept: learningSchedule
    0..1 Note: scheduleInformation admissionProcedure
    0..1 LearningAchievementSpecification|Qualification: learningAchievementSpecification
    0..1 LearningActivitySpecification: learningActivitySpecification
    0..1 MediaObject: bannerImage
    0..1 Concept@language: elm:defaultLanguage
    0..1 dateTime: dateModified
    0..1 string: status
    0..* Identifier|LegalIdentifier: identifier
    0..* text!: description
    0..* Concept: dcType mode
    0..* Note: additionalNote
    0..* WebResource: homepage supplementaryDocument
    0..* PriceDetail: priceDetail
    0..* Grant: grant
    0..* Location: location
    0..* LearningOpportunity: hasPart isPartOf
    0..* dateTime: applicationDeadline
    0..* HTML: descriptionHtml
  `,
  PriceDetail: `
    0..1 Amount: amount
    0..* Identifier|LegalIdentifier: identifier
    0..* text!: prefLabel description
    0..* Note: additionalNote
  `,
  Amount: `
    1..1 Concept@currency: unit
    1..1 decimal: value
  `,
  Grant: `
    1..* text!: title
    0..1 Concept: dcType
    0..1 anyURI: contentURL
    0..* text!: description
    0..* WebResource: supplementaryDocument
  `,
}
