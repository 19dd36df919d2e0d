// People, organisations and what is known about them, as the EDC profiles of ELM 3.2 want them.
// Facts of EDC application profile 1.2.0 (generic-full), European Commission, CC BY 4.0; table and notation are ours (rows.ts).

import type { ClassTable } from './rows.ts'

export const agents: ClassTable = {
  Agent: `
    0..1 dateTime: dateModified
    0..* Identifier|LegalIdentifier: identifier
    0..* text: altLabel
    0..* text!: prefLabel
    0..* Location: location
    0..* Note: additionalNote
    0..* ContactPoint: contactPoint
    0..* Group: groupMemberOf
  `,
  Person: `
    1..* claim: hasClaim
    0..1 Location: location placeOfBirth
    0..1 LegalIdentifier: nationalID
    0..1 text: fullName givenName familyName
    0..1 dateTime: dateOfBirth dateModified
    0..1 Concept: gender
    0..* Identifier|LegalIdentifier: identifier
    0..* text: birthName patronymicName
    0..* Organisation: memberOf
    0..* Concept@country: citizenshipCountry
    0..* ContactPoint: contactPoint
    0..* Group: groupMemberOf
    0..* EuropeanDigitalCredential: hasCredential
  `,
  Organisation: `
    1..* Location: location
    1..* text!: legalName
    0..1 LegalIdentifier: eIDASIdentifier registration
    0..1 MediaObject: logo
    0..1 Organisation: subOrganizationOf
    0..1 dateTime: dateModified
    0..* Identifier|LegalIdentifier: identifier
    0..* text: altLabel
    0..* Concept: dcType
    0..* WebResource: homepage
    0..* Note: additionalNote
    0..* Accreditation: accreditation
    0..* LegalIdentifier: vatIdentifier taxIdentifier
    0..* Organisation: hasSubOrganization
    0..* Person: org:hasMember
    0..* Group: groupMemberOf
    0..* ContactPoint: contactPoint
  `,
  Group: `
    1..* text!: prefLabel
    0..* text: altLabel
    0..* Concept: dcType
    0..* Note: additionalNote
    0..* Location: location
    0..* ContactPoint: contactPoint
    0..* Agent|Person|Organisation: member
  `,
  Location: `
    1..* Address: address
    0..* Identifier|LegalIdentifier: identifier
    0..* text!: description
    0..* text: geographicName
    0..* Concept: spatialCode
    0..* Geometry: locn:geometry
  `,
  Address: `
    1..1 Concept@country: countryCode
    0..1 Note: fullAddress
    0..* Identifier|LegalIdentifier: identifier
  `,
  Geometry: `
    0..* string: http://data.europa.eu/m8g/longitude http://data.europa.eu/m8g/latitude
  `,
  ContactPoint: `
    0..* Note: additionalNote
    0..* text!: description
    0..* Address: address
    0..* Phone: phone
    0..* Mailbox: emailAddress
    0..* WebResource: contactForm
  `,
  Phone: `
    0..1 string: phoneNumber countryDialing elm:areaDialing dialNumber
  `,
  Mailbox: '',
  Identifier: `
    1..1 literal: notation
    0..1 text: schemeAgency
    0..1 iri: creator
    0..1 dateTime: dateIssued
    0..1 string: schemeName schemeVersion
    0..1 anyURI: schemeId
    0..* Concept: dcType
  `,
  LegalIdentifier: `
    1..1 literal: notation
    1..1 Concept@country: spatial
    0..1 text: schemeAgency
    0..1 iri: creator
    0..1 dateTime: dateIssued
    0..1 string: schemeName schemeVersion
    0..1 anyURI: schemeId
    0..* Concept: dcType
  `,
  Accreditation: `
    1..1 Concept@accreditation-type: dcType
    1..1 Organisation: accreditingAgent
    1..* text!: title
    0..1 dateTime: dateIssued reviewDate expiryDate dateModified valid
    0..1 Concept: decision
    0..1 WebResource: report
    0..1 Qualification: limitQualification
    0..1 string: status
    0..* Identifier|LegalIdentifier: identifier
    0..* text!: description
    0..* WebResource: homepage supplementaryDocument landingPage
    0..* Note: additionalNote
    0..* Organisation: organisation
    0..* Concept@isced-f: limitField
    0..* Concept@eqf: limitEQFLevel
    0..* Concept@atu: limitJurisdiction
    0..* Concept: limitCredentialType
  `,
}
