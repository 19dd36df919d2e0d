// The official issuer overwrites the issuer of a credential with what the seal certificate says. We do not
// overwrite: name, legal identifier and country must be those of the certificate, or nothing is sealed.

import type { JsonObject } from '../../canonical-json.ts'
import { refuse } from '../../refusal.ts'
import type { Signer } from '../../seal/signer.ts'
import { readCertificate } from '../../trust/x509/certificate.ts'
import { edcDocument, literalOf, textsOf } from './document.ts'
import { countryOf } from './import-organisation.ts'

/** Refuses (`edc.issuer-not-the-seal`) a document whose issuer is not the one of the certificate. */
export function requireIssuerOfSeal(root: JsonObject, signer: Signer): void {
  const [leaf] = signer.certificates
  if (leaf === undefined)
    return refuse('jades.no-certificate', '', 'The seal key has no certificate.')
  const { organisation, organizationIdentifier, country } = readCertificate(leaf)
  const document = edcDocument(root)
  const issuer = document.first(root, 'issuer')
  const identifier = literalOf(document.first(issuer, 'eIDASIdentifier')?.['notation'])
  const names = Object.values(textsOf(issuer?.['legalName']) ?? {})
  const address = document.first(document.first(issuer, 'location'), 'address')
  const home = countryOf(document.first(address, 'countryCode'))
  const no = (place: string, what: string, own: string | undefined, sealed: string | undefined) =>
    refuse(
      'edc.issuer-not-the-seal',
      place,
      `The ${what} of the issuer is ${own ?? 'not said'}, but the seal certificate says ${sealed ?? 'nothing'}.`,
    )
  if (identifier === undefined || identifier !== organizationIdentifier) {
    no('issuer.eIDASIdentifier', 'legal identifier', identifier, organizationIdentifier)
  }
  if (organisation === undefined || !names.includes(organisation)) {
    no('issuer.legalName', 'name', names.join(' / '), organisation)
  }
  if (home === undefined || home !== country) no('issuer.location', 'country', home, country)
}
