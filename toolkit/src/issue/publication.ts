// What an issuer serves: its DID document, the status lists made from the one table, the descriptions of its
// types, the revocation list of its (test) certificate authority. A map from https address to bytes.

import type { Format } from '../formats/format.ts'
import { utf8 } from '../read/utf8.ts'
import { sealDocument } from '../seal/data-integrity/index.ts'
import type { Keyring } from '../seal/signer.ts'
import { bitstringCredential, type BitstringPurpose } from '../status/bitstring.ts'
import type { StatusTable } from '../status/table.ts'
import { issueStatusToken } from '../status/token.ts'
import { writeDidDocument, type DocumentKey } from '../trust/did/document.ts'
import type { Resolver } from '../trust/resolver.ts'
import type { Addresses } from './addresses.ts'
import { issuerDid } from './addresses.ts'
import type { Issuer } from './issuer.ts'

export type Publication = ReadonlyMap<string, Uint8Array>

export interface PublicationPlan {
  readonly issuer: Issuer
  readonly keys: Keyring
  /** Present and retired keys, for the DID document. */
  readonly documentKeys: readonly DocumentKey[]
  readonly addresses: Addresses
  readonly table: StatusTable
  readonly formats: readonly Format[]
  /** DER; absent where the certificates come from a real authority that serves its own. */
  readonly certificateRevocationList?: Uint8Array
  readonly now: Date
}

const day = 24 * 3600
/** A list is good for a month and read anew every hour. */
const listLife = { validSeconds: 31 * day, ttlSeconds: 3600 }

export async function publish(plan: PublicationPlan): Promise<Publication> {
  const { issuer, addresses, documentKeys, keys, table, now } = plan
  const did = issuerDid(issuer)
  const files = new Map<string, Uint8Array>()
  files.set(addresses.didDocument, json(writeDidDocument(did, issuer.organisation, documentKeys)))
  const validFrom = now
  const validUntil = new Date(now.getTime() + listLife.validSeconds * 1000)
  const lists: readonly (readonly [BitstringPurpose, string])[] = [
    ['revocation', addresses.revocationList],
    ['suspension', addresses.suspensionList],
  ]
  for (const [purpose, url] of lists) {
    const unsigned = await bitstringCredential(table, {
      url,
      issuer: did,
      purpose,
      validFrom,
      validUntil,
      ttlSeconds: listLife.ttlSeconds,
    })
    files.set(url, json(await sealDocument(unsigned, keys.proof, { created: now })))
  }
  const token = await issueStatusToken(table, keys.seal, {
    url: addresses.tokenList,
    now,
    validUntil,
    ttlSeconds: listLife.ttlSeconds,
    issuer: issuer.base,
  })
  files.set(addresses.tokenList, utf8(token))
  if (plan.certificateRevocationList !== undefined) {
    files.set(addresses.certificateRevocationList, plan.certificateRevocationList)
  }
  for (const format of plan.formats) {
    for (const file of format.publishes?.(issuer.base) ?? []) files.set(file.address, file.bytes)
  }
  return files
}

/** Answers look-ups from a publication that is not served yet. */
export function resolverOf(publication: Publication): Resolver {
  return {
    async get(address) {
      const bytes = publication.get(address)
      return bytes === undefined ? undefined : { bytes, from: address }
    },
  }
}

function json(value: unknown): Uint8Array {
  return utf8(`${JSON.stringify(value, null, 2)}\n`)
}
