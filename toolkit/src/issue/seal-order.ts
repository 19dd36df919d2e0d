// What a seal certificate must say so that every format finds its issuer in it.

import type { Random } from '#machine'
import { inLanguage } from '../credential/text.ts'
import { refuse } from '../refusal.ts'
import { issuerDid } from './addresses.ts'
import type { Issuer } from './issuer.ts'

/** Subject and names of the certificate, from the organisation. Refuses `issuer.eidas` and `issuer.country` where they are missing. */
export function orderOf(issuer: Issuer, now: Date, random: Random) {
  const { organisation, base } = issuer
  const identifier = organisation.identifiers.find(({ scheme }) => scheme === 'eidas')
  if (identifier === undefined) {
    return refuse(
      'issuer.eidas',
      'organisation.identifiers',
      'A seal needs the legal identifier of scheme “eidas”, such as VATES-A00000000.',
    )
  }
  if (organisation.country === undefined) {
    return refuse(
      'issuer.country',
      'organisation.country',
      'A seal needs the country of the organisation.',
    )
  }
  return {
    organisation: inLanguage(organisation.legalName, 'en').value,
    organizationIdentifier: identifier.value,
    country: organisation.country,
    uris: [issuerDid(issuer), base],
    dnsNames: [new URL(base).hostname],
    now,
    random,
  }
}
