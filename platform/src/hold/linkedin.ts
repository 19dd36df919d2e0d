// LinkedIn's “add to profile”: an address that fills in its form. Nothing is sent until the learner saves it there.

import type { Award } from 'tessera/credential/award'
import { inLanguage } from 'tessera/credential/text'
import { dayOfExpiry, dayOfIssue } from './issue-day.ts'

export interface LinkedInSettings {
  readonly language: string
  /** LinkedIn's own number of the organisation, where its profile here names it. */
  readonly organisationId?: string | undefined
  /** A link the learner shares; without one LinkedIn shows no way to check. */
  readonly shared?: string | undefined
}

export function linkedInAddress(award: Award, settings: LinkedInSettings): string {
  const { language, organisationId, shared } = settings
  const { title } = award.design
  const organisation = award.issuer ?? award.design.awardingBodies[0]?.organisation
  const [year, month] = monthOf(dayOfIssue(award))
  const [expiryYear, expiryMonth] = monthOf(dayOfExpiry(award) ?? '')
  const named = organisation === undefined ? '' : inLanguage(organisation.legalName, language).value
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['startTask', 'CERTIFICATION_NAME'],
    ['name', title === undefined ? undefined : inLanguage(title, language).value],
    organisationId === undefined ? ['organizationName', named] : ['organizationId', organisationId],
    ['issueYear', year],
    ['issueMonth', month],
    ['expirationYear', expiryYear],
    ['expirationMonth', expiryMonth],
    ['certUrl', shared],
    ['certId', award.id],
  ]
  const query = fields
    .filter(
      (field): field is readonly [string, string] => field[1] !== undefined && field[1] !== '',
    )
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  return `https://www.linkedin.com/profile/add?${query}`
}

/** Year and month as LinkedIn counts: January is 1, without a zero before it. */
function monthOf(day: string): readonly [string | undefined, string | undefined] {
  const [, year, month] = /^(\d{4})-(\d{2})/.exec(day) ?? []
  return [year, month === undefined ? undefined : String(Number(month))]
}

/** In an organisation's profile: an identifier of the scheme `other` that is named LinkedIn. */
export function linkedInIdOf(
  identifiers: readonly {
    readonly scheme: string
    readonly value: string
    readonly name?: string | undefined
  }[],
): string | undefined {
  const found = identifiers.find(
    ({ scheme, name }) => scheme === 'other' && name?.toLowerCase() === 'linkedin',
  )
  return found !== undefined && /^\d{1,20}$/.test(found.value) ? found.value : undefined
}
