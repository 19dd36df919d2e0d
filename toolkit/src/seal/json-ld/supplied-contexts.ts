// Contexts the caller supplies: nobody has compiled these, so the whole of JSON-LD 1.1 is needed and jsonld.js does
// the work. Slow, and used for nothing a learner or an employer hands in.

import type { JsonObject } from '../../read/json.ts'
import { limits } from '../../limits.ts'
import { Refused, refuse } from '../../refusal.ts'
import type { Contexts } from './contexts.ts'
import { type Quad, writtenDatatype, writtenIri, writtenText } from './quad.ts'
import type * as JsonLd from 'jsonld'

/** The statements of a document in contexts of the caller. Refuses as `statementsOf` does. */
export async function statementsIn(
  document: JsonObject,
  place: string,
  contexts: Contexts,
): Promise<readonly Quad[]> {
  const { default: jsonld } = await import('jsonld')
  let quads: readonly JsonLd.Quad[]
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
  return quads.map(({ subject, predicate, object, graph }) => ({
    subject: written(subject),
    predicate: written(predicate),
    object: written(object),
    graph: graph.termType === 'DefaultGraph' ? '' : written(graph),
  }))
}

function written({ termType, value, language, datatype }: JsonLd.Term): string {
  if (termType === 'BlankNode') return `_:${value}`
  if (termType === 'NamedNode') return writtenIri(value)
  const end = language === undefined ? writtenDatatype(datatype?.value ?? '') : `@${language}`
  return writtenText(value) + end
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
