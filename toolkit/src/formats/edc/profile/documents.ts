// The credential itself, its display, evidence, documents and concepts, as the EDC profiles of ELM 3.2 want them.
// Facts of EDC application profile 1.2.0 (generic-full), European Commission, CC BY 4.0; table and notation are ours (rows.ts).

import type { ClassTable } from './rows.ts'

export const documents: ClassTable = {
  Concept: `
    0..1 literal: notation
    0..* text!: prefLabel
    0..* ConceptScheme: inScheme
    0..* text: definition
  `,
  ConceptScheme: '',
  CredentialStatus: '',
  DisplayDetail: `
    1..1 MediaObject: image
    1..1 positiveInteger: page
  `,
  DisplayParameter: `
    1..1 Concept@language: primaryLanguage
    1..* text!: title
    1..* Concept@language: language
    1..* IndividualDisplay: individualDisplay
    0..1 string: summaryDisplay
    0..* text!: description
  `,
  EuropeanDigitalCredential: `
    1..1 DisplayParameter: displayParameter
    1..1 issuer: issuer
    1..1 Agent|Person|Organisation: credentialSubject
    1..1 dateTime: issued validFrom
    1..* Concept@credential: credentialProfiles
    1..* ShaclValidator2017!iri: credentialSchema
    0..1 dateTime: issuanceDate expirationDate validUntil
    0..1 CredentialStatus!iri: credentialStatus
    0..* Identifier|LegalIdentifier: identifier
    0..* MediaObject: attachment
    0..* Proof: proof
    0..* Evidence: evidence
    0..* TermsOfUse: termsOfUse
    0..* Agent|Person|Organisation: holder
  `,
  EuropeanDigitalPresentation: `
    0..* EuropeanDigitalCredential: verifiableCredential
    0..* VerificationCheck: verificationCheck
    0..* Agent|Person|Organisation: holder
    0..* Proof: proof
  `,
  Evidence: `
    1..1 Concept@evidence-type: dcType
    0..1 string: evidenceStatement
    0..1 Agent|Person|Organisation: evidenceTarget
    0..1 Accreditation: accreditation
    0..* MediaObject: embeddedEvidence
  `,
  IndividualDisplay: `
    1..1 Concept: language
    1..* DisplayDetail: displayDetail
  `,
  MediaObject: `
    1..1 Concept: contentType contentEncoding
    1..1 string: content
    0..1 Concept: attachmentType
    0..1 integer: contentSize
    0..1 anyURI: contentURL
    0..* text!: title description
  `,
  Note: `
    1..* text: noteLiteral
    0..1 Concept: subject noteFormat
  `,
  PeriodOfTime: `
    0..1 dateTime: startDate endDate
    0..* text!: prefLabel
  `,
  Proof: '',
  ShaclValidator2017: '',
  TermsOfUse: '',
  VerifiablePresentation: `
    0..* VerifiableCredential: verifiableCredential
    0..* Proof: proof
    0..* Agent|Person|Organisation: holder
  `,
  VerificationCheck: `
    1..1 Concept@verification: dcType
    1..1 Concept@verification-status: verificationStatus
    1..1 EuropeanDigitalCredential: elmSubject
    0..* text!: description
  `,
  WebResource: `
    1..1 anyURI: contentURL
    0..1 Concept@language: language
    0..* text!: title
  `,
}
