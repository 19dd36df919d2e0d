// The words an EDC document may use: which IRI each term means and how its value is read.
// Facts of the JSON-LD context http://data.europa.eu/snb/model/context/edc-ap (ELM 3.2 LTS, European
// Commission, CC BY 4.0) and of https://www.w3.org/2018/credentials/v1 (W3C), in a notation of our own.

/** How a value is read: `id` a node, `language` texts per language, `plain` as it stands, else a datatype. */
export interface Term {
  readonly iri: string
  readonly reading: string
}

export const starts = {
  cred: 'https://www.w3.org/2018/credentials#',
  elm: 'http://data.europa.eu/snb/model/elm/',
  adms: 'http://www.w3.org/ns/adms#',
  dc: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  org: 'http://www.w3.org/ns/org#',
  rov: 'http://www.w3.org/ns/regorg#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  person: 'http://www.w3.org/ns/person#',
  locn: 'http://www.w3.org/ns/locn#',
  vc: 'http://data.europa.eu/snb/model/w3c/vc/',
} as const

export const prefixes: ReadonlyMap<string, string> = new Map(Object.entries(starts))

export const contexts = {
  credentials: 'https://www.w3.org/2018/credentials/v1',
  edc: 'http://data.europa.eu/snb/model/context/edc-ap',
} as const

/** `[reading, prefix, terms]`; `term=name` where the IRI ends otherwise. */
type Row = readonly [reading: string, prefix: keyof typeof starts, terms: string]

const rows: readonly Row[] = [
  ['id', 'adms', 'identifier'],
  [
    'id',
    'dc',
    'creator dateModified=modified dcType=type language publisher spatial subject temporal',
  ],
  [
    'id',
    'elm',
    `accreditation accreditingAgent additionalNote address admissionProcedure amount assessedBy attachment
    attachmentType awardedBy awardingBody awardingOpportunity awards bannerImage citizenshipCountry contactForm
    contactPoint contentEncoding contentType countryCode credentialProfiles creditPoint creditReceived decision
    descriptionHtml directedBy displayDetail displayParameter educationalSystemNote educationLevel
    educationSubject eIDASIdentifier=eidasLegalIdentifier elmSubject=subject emailAddress embeddedEvidence
    entitledBy entitlementStatus entitlesTo entryRequirement eqfLevel=EQFLevel evidenceTarget framework
    fullAddress gender generalisationOf grade gradeStatus gradingScheme grant groupMemberOf hasClaim
    hasCredential hasPart idVerification image individualDisplay influencedBy influences isPartOf landingPage
    learningAchievementSpecification learningActivitySpecification learningOpportunity learningOutcome
    learningOutcomeSummary learningSchedule learningSetting limitCredentialType limitEQFLevel limitField
    limitJurisdiction limitNationalOccupation limitOccupation limitOrganisation limitQualification location
    logo mode nationalID=nationalId noteFormat nqfLevel=NQFLevel organisation phone placeOfBirth priceDetail
    primaryLanguage provenBy proves providedBy qualificationCode relatedESCOSkill relatedSkill report
    resultCategory resultDistribution reusabilityLevel scheduleInformation shortenedGrading spatialCode
    specialisationOf specifiedBy supplementaryDocument targetGroup taxIdentifier thematicArea=ISCEDFCode unit
    used vatIdentifier verificationCheck verificationStatus`,
  ],
  ['id', 'foaf', 'homepage member'],
  ['id', 'org', 'hasSubOrganization memberOf subOrganizationOf'],
  ['id', 'rov', 'registration'],
  ['id', 'skos', 'inScheme'],
  ['language', 'adms', 'schemeAgency'],
  ['language', 'dc', 'description title'],
  ['language', 'elm', 'category geographicName noteLiteral'],
  ['language', 'foaf', 'familyName fullName givenName'],
  ['language', 'person', 'birthName patronymicName'],
  ['language', 'rov', 'legalName'],
  ['language', 'skos', 'altLabel definition prefLabel'],
  ['plain', 'skos', 'notation'],
  ['anyURI', 'elm', 'contentURL=contentUrl schemeId'],
  ['boolean', 'elm', 'isPartialQualification'],
  ['dateTime', 'dc', 'dateCreated=created dateIssued=issued valid'],
  [
    'dateTime',
    'elm',
    'applicationDeadline awardingDate dateOfBirth endDate expiryDate reviewDate startDate',
  ],
  ['decimal', 'elm', 'value'],
  ['duration', 'elm', 'duration maximumDuration volumeOfLearning workload'],
  ['integer', 'elm', 'contentSize percentageEqual percentageHigher percentageLower'],
  ['positiveInteger', 'elm', 'count levelOfCompletion page'],
  [
    'string',
    'elm',
    `areaDialingCode contactHour content countryDialing dialNumber evidenceStatement label
    maximumScore=maxScore minimumScore=minScore phoneNumber point schemeName schemeVersion score status
    summaryDisplay`,
  ],
]

/** Known on the credential itself only: the W3C context gives them to nodes of type VerifiableCredential. */
const credentialRows: readonly Row[] = [
  [
    'id',
    'cred',
    'credentialSchema credentialStatus credentialSubject evidence holder issuer refreshService termsOfUse',
  ],
  ['dateTime', 'cred', 'expirationDate issued issuanceDate validFrom validUntil'],
]

const classRows: readonly Row[] = [
  [
    '',
    'elm',
    `Accreditation Address Agent Amount AwardingOpportunity AwardingProcess Claim ContactPoint CredentialStatus
    CreditPoint DisplayDetail DisplayParameter EuropeanDigitalCredential EuropeanDigitalPresentation Evidence
    GradingScheme Grant Group Identifier IndividualDisplay LearningAchievement LearningAchievementSpecification
    LearningActivity LearningActivitySpecification LearningAssessment LearningAssessmentSpecification
    LearningEntitlement LearningEntitlementSpecification LearningOpportunity LearningOutcome LegalIdentifier
    Mailbox MediaObject Note Organisation Person Phone PriceDetail Proof Qualification ResultCategory
    ResultDistribution ShaclValidator2017 ShortenedGrading Specification TermsOfUse VerificationCheck
    WebResource`,
  ],
  ['', 'skos', 'Concept ConceptScheme'],
  ['', 'locn', 'Geometry'],
  ['', 'dc', 'Location PeriodOfTime'],
  ['', 'cred', 'VerifiableCredential VerifiablePresentation'],
]

function table(from: readonly Row[]): ReadonlyMap<string, Term> {
  return new Map(
    from.flatMap(([reading, prefix, names]) =>
      names.split(/\s+/).map((name): [string, Term] => {
        const [term = '', end = term] = name.split('=')
        return [term, { iri: `${starts[prefix]}${end}`, reading }]
      }),
    ),
  )
}

export const terms = table(rows)
export const credentialTerms = table(credentialRows)
export const classes = table(classRows)

/** The W3C proof is a graph of its own: what stands in it is not part of the credential. */
export const proofIri = 'https://w3id.org/security#proof'

const names = new Map([...terms, ...credentialTerms].map(([name, { iri }]) => [iri, name]))

/** The IRI of a property as our tables name it: a term, or `prefix:name` where the context has none. */
export function propertyIri(name: string): string {
  const known = terms.get(name) ?? credentialTerms.get(name)
  if (known !== undefined) return known.iri
  if (name === 'proof') return proofIri
  const [prefix = '', end = ''] = name.split(':')
  const start = prefixes.get(prefix)
  return start === undefined ? name : `${start}${end}`
}

/** The term a person knows a property by. */
export function termOf(iri: string): string {
  return iri === proofIri ? 'proof' : (names.get(iri) ?? iri)
}

const classNames = new Map([...classes].map(([name, { iri }]) => [iri, name]))

export function classNameOf(iri: string): string | undefined {
  return classNames.get(iri)
}
