// The proofs of a secured JSON document (W3C Data Integrity 1.0, section 4.4 to 4.6).

import { type Algorithm, algorithmsOf, type PublicJwk, verifySignature } from '#machine'
import { canonicalJson } from '../../canonical-json.ts'
import { limits } from '../../limits.ts'
import { type JsonObject, listOf } from '../../read/json.ts'
import { type Refusal, Refused, refuse } from '../../refusal.ts'
import { bundledContexts, type Contexts } from '../json-ld/contexts.ts'
import type { Proof, SignatureAnswer } from '../proof.ts'
import { type ProofShape, readProofShape } from './proof-shape.ts'
import { hashData, type Suite } from './suites.ts'

/** The document with its proofs taken off. */
export function withoutProof(document: JsonObject): JsonObject {
  const { proof: _, ...rest } = document
  return rest
}

/**
 * The proofs of a document, each to be checked with a key; all must hold. Empty where there is none.
 * Refuses what {@link readProofShape} refuses, `proof.too-many`, and `proof.previous-missing` for a chain whose
 * earlier proof is not there.
 */
export function proofsOf(
  document: JsonObject,
  place = '$',
  contexts: Contexts = bundledContexts,
): readonly Proof[] {
  const values = listOf(document['proof'])
  if (values.length > limits.proofs)
    refuse('proof.too-many', place, 'The document has too many proofs.')
  const shapes = values.map((value, i) => readProofShape(value, `${place}.proof[${i}]`))
  const bare = withoutProof(document)
  const canonicalBare = new Map<Suite, Promise<string>>()
  return shapes.map((shape, i) => {
    const at = `${place}.proof[${i}]`
    const earlier = earlierProofs(shape, shapes, at)
    const canonicalDocument = (suite: Suite): Promise<string> => {
      if (earlier.length > 0) {
        return suite.canonicalDocument({ ...bare, proof: earlier }, place, contexts)
      }
      const known = canonicalBare.get(suite) ?? suite.canonicalDocument(bare, place, contexts)
      canonicalBare.set(suite, known)
      return known
    }
    return proofOf(shape, bare, canonicalDocument, at, contexts)
  })
}

/** Proof chains: the proofs this one was added on top of are part of what it signs. */
function earlierProofs(
  shape: ProofShape,
  shapes: readonly ProofShape[],
  place: string,
): readonly JsonObject[] {
  return shape.previous.map((id) => {
    const [earlier, ...more] = shapes.filter((other) => other !== shape && other.id === id)
    return earlier === undefined || more.length > 0
      ? refuse(
          'proof.previous-missing',
          place,
          'The proof builds on another proof that is not there.',
        )
      : earlier.object
  })
}

function proofOf(
  shape: ProofShape,
  document: JsonObject,
  canonicalDocument: (suite: Suite) => Promise<string>,
  place: string,
  contexts: Contexts,
): Proof {
  const { suite, signature, verificationMethod, created, expires, challenge, domain } = shape
  const algorithm = suite?.algorithmFor(signature.length)
  return {
    suite: shape.suiteName,
    algorithm: algorithm ?? 'EdDSA',
    key:
      verificationMethod === undefined
        ? { kind: 'issuer' }
        : { kind: 'method', url: verificationMethod },
    purpose: shape.purpose,
    ...(created === undefined ? {} : { signedAt: created }),
    ...(expires === undefined ? {} : { expiresAt: expires }),
    ...(challenge === undefined ? {} : { challenge }),
    ...(domain === undefined ? {} : { domain }),
    verify: async (key) => {
      // A value no key of the suite makes was refused when the proof was read.
      if (suite === undefined || algorithm === undefined) return unsupported(shape.suiteName)
      try {
        const options = await suite.canonicalOptions(
          optionsOf(shape, document, place),
          place,
          contexts,
        )
        return await compare(
          algorithm,
          key,
          hashData(algorithm, options, await canonicalDocument(suite)),
          signature,
        )
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        const { code, sentence } = error.refusals[0] as Refusal
        // What is beyond our budgets may be good all the same.
        return code === 'json-ld.too-complex'
          ? { ...no(code, sentence), undecided: true }
          : no(code, sentence)
      }
    },
  }
}

/** The proof as it was before it had a value, in the context of the document. */
function optionsOf(shape: ProofShape, document: JsonObject, place: string): JsonObject {
  const { proofValue: _, ...options } = shape.object
  const own = options['@context']
  const context = document['@context']
  // The suites allow a prefix of the document's contexts; contexts added after signing change meaning.
  if (own !== undefined && canonicalJson(own) !== canonicalJson(context)) {
    refuse('proof.context', place, 'The proof was made with other contexts than the document has.')
  }
  const plainJson = shape.suiteName.includes('-jcs-')
  return plainJson || context === undefined ? options : { ...options, '@context': context }
}

async function compare(
  algorithm: Algorithm,
  key: PublicJwk,
  data: Uint8Array,
  signature: Uint8Array,
): Promise<SignatureAnswer> {
  if (!algorithmsOf(key).includes(algorithm)) {
    return no('signature.algorithm', 'The proof names a suite that does not go with this key.')
  }
  return (await verifySignature(algorithm, key, data, signature))
    ? { holds: true }
    : no('signature.changed', 'The content is not what was signed, or another key signed it.')
}

function no(code: string, sentence: string) {
  return { holds: false, code, sentence } as const
}

function unsupported(suite: string): SignatureAnswer {
  return {
    holds: false,
    undecided: true,
    code: 'proof.unsupported-suite',
    sentence: `The proof is of the kind ${suite.slice(0, 60)}, which Tessera cannot check.`,
  }
}
