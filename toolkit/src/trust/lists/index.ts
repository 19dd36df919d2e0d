// The kinds of trust list. One file each; one line each here.

import { limits } from '../../limits.ts'
import { readJsonObject, type JsonObject } from '../../read/json.ts'
import { refuse } from '../../refusal.ts'
import type { TrustList } from '../trust.ts'
import { readKeyList, recogniseKeyList } from './key-list.ts'
import { readTesseraList, recogniseTesseraList } from './tessera-list.ts'

interface ListKind {
  readonly recognise: (value: JsonObject) => boolean
  readonly read: (value: JsonObject, place: string) => TrustList | Promise<TrustList>
}

const kinds: readonly ListKind[] = [
  { recognise: recogniseTesseraList, read: readTesseraList },
  { recognise: recogniseKeyList, read: readKeyList },
]

/** Reads a trust list of any known kind; `place` names it in refusals and sentences. */
export async function readTrustList(bytes: Uint8Array, place: string): Promise<TrustList> {
  if (bytes.length > limits.resource)
    refuse('trust-list.too-large', place, 'The trust list is too large.')
  const value = readJsonObject(bytes, place)
  const kind = kinds.find((candidate) => candidate.recognise(value))
  if (kind === undefined)
    return refuse('trust-list.not-known', place, 'This is not a trust list Tessera knows.')
  return kind.read(value, place)
}
