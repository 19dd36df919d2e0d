// The public face of the toolkit. Named exports only; what is not here is not promised.

export { canonicalJson } from './canonical-json.ts'
export { check, type CheckOptions, type Finding, type Report } from './check/check.ts'
export { completenessOf, type Completeness } from './check/completeness.ts'
export type { Award, Learner, Result } from './credential/award.ts'
export type { Design } from './credential/design.ts'
export { digestOf, freeze, requireUntouched } from './credential/freeze.ts'
export {
  awardJsonSchema,
  designJsonSchema,
  organisationJsonSchema,
} from './credential/json-schema.ts'
export type { Organisation } from './credential/organisation.ts'
export { parseAward, parseDesign, parseOrganisation } from './credential/parse.ts'
export { inLanguage, type Text } from './credential/text.ts'
export type { Artefact, Format, Loss, Pictures, WriteSettings } from './formats/format.ts'
export { importDesign } from './formats/import-design.ts'
export { formats } from './formats/index.ts'
export type { FormatId, Opened } from './formats/opened.ts'
export { awardOf, uuidUrn } from './issue/award.ts'
export { cohortTemplate, readCohort } from './issue/cohort.ts'
export { formatsOf } from './issue/issuer-formats.ts'
export { parseIssuer, type Issuer } from './issue/issuer.ts'
export { sealAward, type SealingParty, type SealOptions } from './issue/seal-award.ts'
export { limits } from './limits.ts'
export { attempt, Refused, sentenceOf, type Attempt, type Refusal } from './refusal.ts'
export type { Keyring, Signer } from './seal/signer.ts'
export { readTrustList } from './trust/lists/index.ts'
export { noResolver, type Resolver } from './trust/resolver.ts'
export type { KnownIssuer, Trust, TrustAnchor, TrustList } from './trust/trust.ts'
export type { Expectations } from './verify/context.ts'
export type { CheckLine, VerdictWord } from './verify/verdict.ts'
export { verify, type Verdict, type VerifyOptions } from './verify/verify.ts'
