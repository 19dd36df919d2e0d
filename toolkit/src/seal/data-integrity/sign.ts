// Sealing a JSON document with eddsa-rdfc-2022 (W3C Data Integrity EdDSA 1.0, section 3.2.1).

import { base58 } from '../../read/base58.ts'
import type { Json, JsonObject } from '../../read/json.ts'
import { refuse } from '../../refusal.ts'
import { bundledContexts } from '../json-ld/contexts.ts'
import { toCanonicalQuads } from '../json-ld/quads.ts'
import type { Signer } from '../signer.ts'
import { writeDateTime } from './date-time.ts'
import { hashData, type Suite, suites } from './suites.ts'

export interface SealSettings {
  /** When it is signed. */
  readonly created: Date
  readonly purpose?: 'assertionMethod' | 'authentication'
  readonly challenge?: string
  readonly domain?: string
  /** The canonical N-Quads of the document, where the caller has them already. */
  readonly canonical?: string
}

/**
 * The document with an eddsa-rdfc-2022 proof. Refuses `seal.key` for a key that is not Ed25519 or has no
 * address, and what canonicalisation refuses.
 */
export async function sealDocument(
  document: JsonObject,
  signer: Signer,
  settings: SealSettings,
): Promise<JsonObject> {
  const { verificationMethod } = signer
  if (signer.algorithm !== 'EdDSA' || verificationMethod === undefined) {
    return refuse(
      'seal.key',
      '',
      'A Data Integrity proof needs an Ed25519 key that the DID document of the issuer lists.',
    )
  }
  const { created, purpose = 'assertionMethod', challenge, domain } = settings
  const proof: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: writeDateTime(created),
    verificationMethod,
    proofPurpose: purpose,
    ...(challenge === undefined ? {} : { challenge }),
    ...(domain === undefined ? {} : { domain }),
  }
  const options = { '@context': document['@context'] as Json, ...proof }
  const suite = suites.get('eddsa-rdfc-2022') as Suite
  const canonicalOptions = await suite.canonicalOptions(options, '$.proof', bundledContexts)
  const canonical = settings.canonical ?? (await toCanonicalQuads(document, '$'))
  const signature = await signer.sign(hashData('EdDSA', canonicalOptions, canonical))
  return { ...document, proof: { ...proof, proofValue: `z${base58(signature)}` } }
}
