// From a JSON-LD document to its statements and their canonical form (RDFC-1.0). Safe mode: a term that is not
// defined is an error, never dropped, because what is dropped is not signed
// (W3C Data Integrity EdDSA 1.0, section 3.2.3).

import type { JsonObject } from '../../read/json.ts'
import { canonicalise } from './canonicalise.ts'
import { requireClosed } from './closed.ts'
import { bundledContexts, type Contexts } from './contexts.ts'
import { distinct, type Quad } from './quad.ts'
import { statementsOf } from './statements.ts'
import { statementsIn } from './supplied-contexts.ts'

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
  return canonicalise(await statements(document, place, contexts), place)
}

/** The statements of a document, each once, in no particular order. Refuses as {@link toCanonicalQuads}. */
export async function toQuads(
  document: JsonObject,
  place: string,
  contexts: Contexts = bundledContexts,
): Promise<readonly Quad[]> {
  return distinct(await statements(document, place, contexts))
}

async function statements(
  document: JsonObject,
  place: string,
  contexts: Contexts,
): Promise<readonly Quad[]> {
  requireClosed(document, place, contexts)
  return contexts === bundledContexts
    ? statementsOf(document, place)
    : statementsIn(document, place, contexts)
}
