// The ways a Data Integrity proof turns document and proof options into the bytes that are signed
// (W3C Data Integrity EdDSA 1.0 and ECDSA 1.0, section 3 each).

import { type Algorithm, sha256, sha384 } from '#machine'
import { canonicalJson } from '../../canonical-json.ts'
import type { JsonObject } from '../../read/json.ts'
import { utf8 } from '../../read/utf8.ts'
import type { Contexts } from '../json-ld/contexts.ts'
import { toCanonicalQuads } from '../json-ld/quads.ts'

export interface Suite {
  /** `eddsa-rdfc-2022`, or the type of a proof that has no cryptosuite. */
  readonly name: string
  /** The algorithm by the length of the signature; undefined where no key makes such a one. */
  algorithmFor(signatureLength: number): Algorithm | undefined
  /** The canonical form of the document without its proof. */
  canonicalDocument(document: JsonObject, place: string, contexts: Contexts): Promise<string>
  /** The canonical form of the proof without its value. */
  canonicalOptions(options: JsonObject, place: string, contexts: Contexts): Promise<string>
}

const ed25519 = (length: number): Algorithm | undefined => (length === 64 ? 'EdDSA' : undefined)
const ecdsa = (length: number): Algorithm | undefined =>
  length === 64 ? 'ES256' : length === 96 ? 'ES384' : undefined

const rdfc = { canonicalDocument: toCanonicalQuads, canonicalOptions: toCanonicalQuads }
const jcs = {
  canonicalDocument: async (document: JsonObject, place: string) => canonicalJson(document, place),
  canonicalOptions: async (options: JsonObject, place: string) => canonicalJson(options, place),
}

export const suites: ReadonlyMap<string, Suite> = new Map(
  [
    { name: 'eddsa-rdfc-2022', algorithmFor: ed25519, ...rdfc },
    // The name of the suite in its drafts; 1EdTech still accepts it.
    { name: 'eddsa-2022', algorithmFor: ed25519, ...rdfc },
    { name: 'eddsa-jcs-2022', algorithmFor: ed25519, ...jcs },
    { name: 'Ed25519Signature2020', algorithmFor: ed25519, ...rdfc },
    { name: 'ecdsa-rdfc-2019', algorithmFor: ecdsa, ...rdfc },
    { name: 'ecdsa-jcs-2019', algorithmFor: ecdsa, ...jcs },
  ].map((suite) => [suite.name, suite]),
)

/** Hash of the proof options, then hash of the document: what is signed. */
export function hashData(algorithm: Algorithm, options: string, document: string): Uint8Array {
  const hash = algorithm === 'ES384' ? sha384 : sha256
  const first = hash(utf8(options))
  const bytes = new Uint8Array(first.length * 2)
  bytes.set(first)
  bytes.set(hash(utf8(document)), first.length)
  return bytes
}
