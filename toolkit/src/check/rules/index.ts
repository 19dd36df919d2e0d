// Every rule of the check, in the order people read about them: definition, Annex I, alignment, hours,
// level and partners, words. The documentation is made from this list.

import type { Rule } from '../rule.ts'
import { alignmentAssessmentProvesNothing } from './alignment-assessment-proves-nothing.ts'
import { alignmentCriterionOutside } from './alignment-criterion-outside.ts'
import { alignmentOutcomeNotAssessed } from './alignment-outcome-not-assessed.ts'
import { alignmentOutcomeNotTaught } from './alignment-outcome-not-taught.ts'
import { alignmentOutcomeWithoutCriterion } from './alignment-outcome-without-criterion.ts'
import { alignmentUnknownOutcome } from './alignment-unknown-outcome.ts'
import { assessmentMethodMissing } from './assessment-method-missing.ts'
import { assessmentWeights } from './assessment-weights.ts'
import { countryCode } from './country-code.ts'
import { d1Assessed } from './d1-assessed.ts'
import { d2Criteria } from './d2-criteria.ts'
import { d3SmallVolume } from './d3-small-volume.ts'
import { d4Need } from './d4-need.ts'
import { d5ExpiryReason } from './d5-expiry-reason.ts'
import { d6QualityTraceable } from './d6-quality-traceable.ts'
import { descriptionGiven } from './description-given.ts'
import { durationCalendarUnit } from './duration-calendar-unit.ts'
import { durationDisagrees } from './duration-disagrees.ts'
import { durationUnreadable } from './duration-unreadable.ts'
import { fieldGiven } from './field-given.ts'
import { frozenUnchanged } from './frozen-unchanged.ts'
import { hoursPerCreditOverride } from './hours-per-credit-override.ts'
import { identityCheckStackable } from './identity-check-stackable.ts'
import { idsUnique } from './ids-unique.ts'
import { jointApproval } from './joint-approval.ts'
import { jointCountry } from './joint-country.ts'
import { jointCredits } from './joint-credits.ts'
import { jointLeading } from './joint-leading.ts'
import { languageCode } from './language-code.ts'
import { languagesGiven } from './languages-given.ts'
import { legalIdentifier } from './legal-identifier.ts'
import { levelConfirmed } from './level-confirmed.ts'
import { levelCycle } from './level-cycle.ts'
import { levelPrerequisite } from './level-prerequisite.ts'
import { m1Learner } from './m1-learner.ts'
import { m10Participation } from './m10-participation.ts'
import { m11QualityAssurance } from './m11-quality-assurance.ts'
import { m2Title } from './m2-title.ts'
import { m3Country } from './m3-country.ts'
import { m4AwardingBody } from './m4-awarding-body.ts'
import { m5ApprovedBeforeUse } from './m5-approved-before-use.ts'
import { m6Outcomes } from './m6-outcomes.ts'
import { m7Credits } from './m7-credits.ts'
import { m7Workload } from './m7-workload.ts'
import { m8Level } from './m8-level.ts'
import { m9AssessmentType } from './m9-assessment-type.ts'
import { needEvidence } from './need-evidence.ts'
import { o1Prerequisites } from './o1-prerequisites.ts'
import { o2Supervision } from './o2-supervision.ts'
import { o3Grade } from './o3-grade.ts'
import { o4Stackability } from './o4-stackability.ts'
import { o5FurtherInformation } from './o5-further-information.ts'
import { outcomeSkillLink } from './outcome-skill-link.ts'
import { outcomeTypeGiven } from './outcome-type-given.ts'
import { outcomesCount } from './outcomes-count.ts'
import { qualityEvidence } from './quality-evidence.ts'
import { qualityExpired } from './quality-expired.ts'
import { regionCode } from './region-code.ts'
import { stackabilityDecided } from './stackability-decided.ts'
import { targetGroupGiven } from './target-group-given.ts'
import { teachingLanguageGiven } from './teaching-language-given.ts'
import { titleAcronym } from './title-acronym.ts'
import { titleLength } from './title-length.ts'
import { translationMissing } from './translation-missing.ts'
import { translationUndeclared } from './translation-undeclared.ts'
import { validationRouteGiven } from './validation-route-given.ts'
import { vocabularyUnknown } from './vocabulary-unknown.ts'
import { wordingManyVerbs } from './wording-many-verbs.ts'
import { wordingOutcomeLength } from './wording-outcome-length.ts'
import { wordingTeacherCentred } from './wording-teacher-centred.ts'
import { wordingVagueVerb } from './wording-vague-verb.ts'
import { wordingVerbLevel } from './wording-verb-level.ts'
import { workloadActivityHours } from './workload-activity-hours.ts'
import { workloadContactHours } from './workload-contact-hours.ts'
import { workloadHours } from './workload-hours.ts'
import { workloadHoursPerCredit } from './workload-hours-per-credit.ts'
import { workloadSplit } from './workload-split.ts'

export const rules: readonly Rule[] = [
  d1Assessed,
  d2Criteria,
  d3SmallVolume,
  d4Need,
  d5ExpiryReason,
  d6QualityTraceable,
  m1Learner,
  m2Title,
  m3Country,
  m4AwardingBody,
  m5ApprovedBeforeUse,
  m6Outcomes,
  m7Workload,
  m7Credits,
  m8Level,
  m9AssessmentType,
  m10Participation,
  m11QualityAssurance,
  o1Prerequisites,
  o2Supervision,
  o3Grade,
  o4Stackability,
  o5FurtherInformation,
  alignmentOutcomeNotAssessed,
  alignmentAssessmentProvesNothing,
  alignmentUnknownOutcome,
  alignmentOutcomeWithoutCriterion,
  alignmentCriterionOutside,
  alignmentOutcomeNotTaught,
  idsUnique,
  assessmentWeights,
  assessmentMethodMissing,
  identityCheckStackable,
  workloadSplit,
  workloadActivityHours,
  workloadHours,
  workloadHoursPerCredit,
  workloadContactHours,
  hoursPerCreditOverride,
  durationCalendarUnit,
  durationUnreadable,
  durationDisagrees,
  levelPrerequisite,
  levelCycle,
  levelConfirmed,
  jointLeading,
  jointCredits,
  jointApproval,
  jointCountry,
  legalIdentifier,
  countryCode,
  languageCode,
  regionCode,
  stackabilityDecided,
  validationRouteGiven,
  vocabularyUnknown,
  fieldGiven,
  teachingLanguageGiven,
  languagesGiven,
  translationMissing,
  translationUndeclared,
  titleLength,
  titleAcronym,
  descriptionGiven,
  targetGroupGiven,
  needEvidence,
  qualityEvidence,
  qualityExpired,
  frozenUnchanged,
  outcomesCount,
  outcomeTypeGiven,
  outcomeSkillLink,
  wordingVagueVerb,
  wordingVerbLevel,
  wordingTeacherCentred,
  wordingOutcomeLength,
  wordingManyVerbs,
]
