// What the independent verifiers of Open Badges need around them: a web that answers from memory.

import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { readFileSync } from 'node:fs'
import { bundledContexts } from 'tessera/seal/json-ld/contexts'
import { sampleIssuer } from 'tessera/formats/open-badges/sample'
import { reference } from 'tessera/reference'
import type { JsonObject } from 'tessera/read/json'
import type { Keyring } from 'tessera/seal/signer'
import { writeDidDocument } from 'tessera/trust/did/document'

export const registryUrl = 'https://registry.example/registry.json'

/** The DID document as Tessera publishes it. */
export function didDocument(did: string, keys: Keyring): JsonObject {
  return writeDidDocument(did, sampleIssuer, [
    { fragment: 'proof-1', key: keys.proof.publicKey, certificates: [] },
    { fragment: 'seal-1', key: keys.seal.publicKey, certificates: [] },
  ])
}

/** Pages by address; everything else is not there, and nothing leaves the machine. */
export function answerFromMemory(pages: ReadonlyMap<string, unknown>): () => void {
  const before = globalThis.fetch
  globalThis.fetch = async (input) => {
    const url = input instanceof Request ? input.url : String(input)
    const page = pages.get(url)
    const body = page === undefined ? '' : JSON.stringify(page)
    const response = new Response(body, {
      status: page === undefined ? 404 : 200,
      headers: { 'content-type': 'application/json' },
    })
    Object.defineProperty(response, 'url', { value: url })
    return response
  }
  return () => {
    globalThis.fetch = before
  }
}

export function schemaOf(name: string): unknown {
  return JSON.parse(readFileSync(reference(`vc/1edtech/schemas/ob_v3p0/${name}`), 'utf8'))
}

/** Digital Bazaar's verifier with the issuer's DID document and the known contexts. */
export async function digitalBazaarAccepts(
  credential: unknown,
  document: JsonObject,
): Promise<boolean> {
  const methods = document['verificationMethod'] as readonly JsonObject[]
  const documentLoader = async (url: string) => {
    const method = methods.find(({ id }) => id === url)
    const found =
      method !== undefined
        ? { '@context': 'https://w3id.org/security/multikey/v1', ...method }
        : url === document['id']
          ? document
          : bundledContexts.get(url)
    if (found === undefined) throw new Error(`not here: ${url}`)
    return { contextUrl: null, documentUrl: url, document: found }
  }
  const suite = new DataIntegrityProof({ cryptosuite })
  const answer = await vc.verifyCredential({
    credential: structuredClone(credential),
    suite,
    documentLoader,
    now: new Date('2026-07-02T00:00:00Z'),
    checkStatus: async () => ({ verified: true }),
  })
  return answer.verified
}
