// Where an issuer serves what verifiers look up. One set of lists per cohort folder, under a name of its
// own, so that two folders never share an index.

import { documentUrl } from '../trust/did/did-web.ts'
import { refuse } from '../refusal.ts'
import type { Issuer } from './issuer.ts'

export interface Addresses {
  readonly didDocument: string
  readonly revocationList: string
  readonly suspensionList: string
  readonly tokenList: string
  readonly certificateRevocationList: string
}

/** The issuer's did:web identifier; refuses (`issuer.did`) an organisation without one. */
export function issuerDid(issuer: Issuer): string {
  const { id } = issuer.organisation
  if (!id.startsWith('did:web:')) {
    refuse(
      'issuer.did',
      'organisation.id',
      'An issuer needs an identifier of the form did:web:…, under a name it owns.',
    )
  }
  documentUrl(id)
  return id
}

export function addressesOf(issuer: Issuer, listName: string): Addresses {
  const { base } = issuer
  return {
    didDocument: documentUrl(issuerDid(issuer)),
    revocationList: `${base}/status/${listName}/revocation`,
    suspensionList: `${base}/status/${listName}/suspension`,
    tokenList: `${base}/status/${listName}/tokens`,
    certificateRevocationList: `${base}/certificates/test-authority.crl`,
  }
}
