// What an identity provider says about somebody, read tolerantly. Who it is follows from two things alone: who
// speaks (the issuer) and which subject they speak of. Everything else may be missing: proxies like MyAcademicID
// pass on what the person's university releases, which is often neither mail nor affiliation.

export interface Identity {
  /** The identity provider, as its tokens name it. */
  readonly authority: string
  readonly subject: string
  readonly name?: string
  readonly language?: string
  /** Verified by the provider; one identifier among others. */
  readonly email?: string
  /** European Student Identifiers: `urn:schac:personalUniqueCode:int:esi:…` */
  readonly esi: readonly string[]
  /** eduPersonPrincipalName */
  readonly eppn?: string
  /** eduPersonUniqueId or voPersonID */
  readonly uniqueId?: string
  /** The subject-id of SAML, as proxies hand it on. */
  readonly subjectId?: string
  readonly orcid?: string
  /** schacHomeOrganization */
  readonly homes: readonly string[]
  /** eduPersonScopedAffiliation, lower case: `student@uni.example` */
  readonly affiliations: readonly string[]
  /** REFEDS Assurance Framework and the like. */
  readonly assurance: readonly string[]
}

/** Longer values are nobody's: they are left out like missing ones. */
const longest = 500
const most = 50

/** One text or several, as proxies differ; anything else counts as not said. */
function textsOf(said: unknown, claim: string): readonly string[] {
  const value: unknown =
    typeof said === 'object' && said !== null && Object.hasOwn(said, claim)
      ? (said as Readonly<Record<string, unknown>>)[claim]
      : undefined
  return (Array.isArray(value) ? (value as readonly unknown[]) : [value])
    .slice(0, most)
    .filter((text): text is string => typeof text === 'string')
    .map((text) => text.normalize('NFC').trim())
    .filter((text) => text !== '' && text.length <= longest && !/\p{Cc}/u.test(text))
}

/** @param said the claims of the id token and of the user info, merged; their origin was checked before */
export function identityFrom(authority: string, subject: string, said: unknown): Identity {
  const all = (...claims: readonly string[]) => claims.flatMap((claim) => textsOf(said, claim))
  const full = [all('given_name')[0], all('family_name')[0]].filter((part) => part !== undefined)
  const name = all('name')[0] ?? (full.length === 0 ? undefined : full.join(' '))
  const language = all('locale')[0]
  const email = isVerified(said) ? all('email').find(isAddress)?.toLowerCase() : undefined
  const eppn = all('eduperson_principal_name').find(isScoped)
  const uniqueId = all('eduperson_unique_id', 'voperson_id').find(isScoped)
  const subjectId = all('subject_id').find(isScoped)
  const orcid = all('orcid', 'eduperson_orcid')
    .map(orcidOf)
    .find((id) => id !== undefined)
  return {
    authority,
    subject,
    ...(name === undefined ? {} : { name }),
    ...(language === undefined ? {} : { language }),
    ...(email === undefined ? {} : { email }),
    ...(eppn === undefined ? {} : { eppn }),
    ...(uniqueId === undefined ? {} : { uniqueId }),
    ...(subjectId === undefined ? {} : { subjectId }),
    ...(orcid === undefined ? {} : { orcid }),
    esi: unique(all('schac_personal_unique_code').filter(isStudentIdentifier)),
    homes: unique(all('schac_home_organization').map((home) => home.toLowerCase())).filter(
      isDomain,
    ),
    affiliations: unique(
      all('eduperson_scoped_affiliation').map((one) => one.toLowerCase()),
    ).filter(isScoped),
    assurance: unique(all('eduperson_assurance')),
  }
}

const isVerified = (said: unknown): boolean =>
  typeof said === 'object' &&
  said !== null &&
  'email_verified' in said &&
  said.email_verified === true

const unique = (list: readonly string[]) => [...new Set(list)]

const isDomain = (text: string) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(text)
const isScoped = (text: string) => /^[^@\s]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text)
const isAddress = (text: string) =>
  text.length <= 254 && /^[^@\s<>"(),:;\\[\]]+@[^@\s]+\.[^@\s]+$/.test(text)

/**
 * European Student Identifier: `urn:schac:personalUniqueCode:int:esi:<country or home>:<code>`. Other codes of
 * that attribute (a library card, a national number) are not for us to keep.
 */
export const isStudentIdentifier = (text: string): boolean =>
  /^urn:schac:personalUniqueCode:int:esi:([a-z]{2}|[a-z0-9-]+(\.[a-z0-9-]+)+):[\w.~%-]{1,200}$/i.test(
    text,
  )

/** The sixteen signs, their check digit proven (ISO 7064 11,2). */
function orcidOf(text: string): string | undefined {
  const id = /^(?:https?:\/\/orcid\.org\/)?((?:\d{4}-){3}\d{3}[\dX])$/.exec(text)?.[1]
  if (id === undefined) return undefined
  const digits = id.replaceAll('-', '')
  const sum = Array.from(digits.slice(0, 15), Number).reduce((sofar, one) => (sofar + one) * 2, 0)
  const check = (12 - (sum % 11)) % 11
  return digits.endsWith(check === 10 ? 'X' : String(check)) ? id : undefined
}
