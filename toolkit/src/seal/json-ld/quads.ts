// From a JSON-LD document to its canonical statements (RDFC-1.0). Safe mode: a term that is not
// defined is an error, never dropped, because what is dropped is not signed
// (W3C Data Integrity EdDSA 1.0, section 3.2.3).

import jsonld, { type Quad } from 'jsonld'
import { canonize } from 'rdf-canonize'
import { limits } from '../../limits.ts'
import type { JsonObject } from '../../read/json.ts'
import { Refused, refuse } from '../../refusal.ts'
import { requireClosed } from './closed.ts'
import { bundledContexts, type Contexts } from './contexts.ts'
import { shareTermTables } from './sharing.ts'

let ready: Promise<void> | undefined

/**
 * The canonical N-Quads of a document. Refuses what {@link requireClosed} refuses,
 * `json-ld.undefined` for a term or type without a meaning, `json-ld.invalid` for other errors of JSON-LD, and
 * `json-ld.too-complex` beyond the budgets of limits.ts.
 */
export async function toCanonicalQuads(
  document: JsonObject,
  place: string,
  contexts: Contexts = bundledContexts,
): Promise<string> {
  const quads = await toQuads(document, place, contexts)
  try {
    const { workFactor } = limits.rdf
    return await canonize(quads, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      maxWorkFactor: workFactor,
    })
  } catch (error) {
    return refuse(
      'json-ld.too-complex',
      place,
      'The document is built so that it cannot be compared in reasonable time.',
      error,
    )
  }
}

/** The statements of a document, in no particular order. Refuses as {@link toCanonicalQuads}. */
export async function toQuads(
  document: JsonObject,
  place: string,
  contexts: Contexts = bundledContexts,
): Promise<readonly Quad[]> {
  requireClosed(document, place, contexts)
  await (ready ??= shareTermTables())
  let quads: readonly Quad[]
  try {
    quads = await jsonld.toRDF(document, { safe: true, documentLoader: loaderOf(contexts) })
  } catch (error) {
    return refuseOf(error, place)
  }
  if (quads.length > limits.rdf.quads) {
    refuse(
      'json-ld.too-complex',
      place,
      `The document makes more than ${limits.rdf.quads} statements.`,
    )
  }
  return quads
}

function loaderOf(contexts: Contexts) {
  return async (url: string) => {
    if (!contexts.has(url)) {
      return refuse(
        'json-ld.context',
        url,
        'The context is not one Tessera knows, and it is never fetched.',
      )
    }
    return {
      contextUrl: null,
      document: contexts.get(url),
      documentUrl: url,
      tag: 'static',
    } as const
  }
}

interface JsonLdFault {
  readonly name: string
  readonly message: string
  readonly details?: {
    readonly cause?: unknown
    readonly code?: unknown
    readonly event?: {
      readonly code?: unknown
      readonly details?: { readonly [name: string]: unknown }
    }
  }
}

function refuseOf(error: unknown, place: string): never {
  if (!(error instanceof Error)) throw error
  const fault = error as JsonLdFault
  for (
    let cause: unknown = error;
    cause instanceof Error;
    cause = (cause as JsonLdFault).details?.cause ?? cause.cause
  ) {
    if (cause instanceof Refused) throw cause
  }
  // The library's own errors carry such names; anything else is a fault of ours and must be seen.
  if (!fault.name.startsWith('jsonld.') && !(error instanceof TypeError)) throw error
  const event = fault.details?.event
  if (event === undefined) {
    return refuse(
      'json-ld.invalid',
      place,
      'The document does not follow the rules of JSON-LD.',
      error,
    )
  }
  const { property, type, id, reference, value } = event.details ?? {}
  const culprit = [property, type, id, reference, value].find((text) => typeof text === 'string')
  const name = culprit === undefined ? '' : ` “${String(culprit).slice(0, 80)}”`
  return refuse(
    'json-ld.undefined',
    place,
    `The document uses something without a defined meaning${name}, which no signature covers.`,
    error,
  )
}
