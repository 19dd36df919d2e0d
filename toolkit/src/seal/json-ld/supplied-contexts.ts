// Contexts the caller supplies: nobody has compiled these, so the whole of JSON-LD 1.1 is needed and jsonld.js does
// the work. Slow, and used for nothing a learner or an employer hands in.

import type { JsonObject } from '../../read/json.ts'
import { limits } from '../../limits.ts'
import { refuse } from '../../refusal.ts'
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

function written(term: JsonLd.Term): string {
  if (term.termType === 'BlankNode') return `_:${term.value}`
  if (term.termType !== 'Literal') return writtenIri(term.value)
  const { value, language, datatype } = term
  return (
    writtenText(value) + (language === undefined ? writtenDatatype(datatype.value) : `@${language}`)
  )
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
    // Not tagged as static: jsonld.js would keep the content for the next caller, whose contexts may be others.
    return { contextUrl: null, document: contexts.get(url), documentUrl: url } as const
  }
}

interface JsonLdFault extends Error {
  readonly details?: {
    readonly cause?: unknown
    readonly event?: { readonly details: { readonly [name: string]: unknown } }
  }
}

function refuseOf(error: unknown, place: string): never {
  const fault = error as JsonLdFault
  const cause = causeOf(fault)
  // The library's own errors carry such names, and odd input lets it stumble; anything else is a fault of ours.
  if (!cause.name.startsWith('jsonld.') && !(cause instanceof TypeError)) throw cause
  const event = fault.details?.event
  if (event === undefined) {
    return refuse(
      'json-ld.invalid',
      place,
      'The document does not follow the rules of JSON-LD.',
      error,
    )
  }
  const [name = ''] = Object.values(event.details).filter((text) => typeof text === 'string')
  return refuse(
    'json-ld.undefined',
    place,
    `The document uses something without a defined meaning “${name.slice(0, 80)}”, which no signature covers.`,
    error,
  )
}

/** The error at the bottom: what our own loader threw comes wrapped. */
function causeOf(fault: JsonLdFault): Error {
  const inner = fault.details?.cause
  return inner instanceof Error ? causeOf(inner) : fault
}
