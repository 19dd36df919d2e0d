// The kinds of trust list. One file each; one line each here.

import type { PublicJwk } from '#machine'
import { limits } from '../../limits.ts'
import { readJsonObject, type JsonObject } from '../../read/json.ts'
import { refuse } from '../../refusal.ts'
import type { TrustList } from '../trust.ts'
import { readDccRegistry, recogniseDccRegistry } from './dcc-registry.ts'
import { readKeyList, recogniseKeyList } from './key-list.ts'
import { readLote, recogniseLote } from './lote.ts'
import { looksSigned, readSignedLote, requireSigner } from './signed-lote.ts'
import { readTesseraList, recogniseTesseraList } from './tessera-list.ts'

interface ListKind {
  readonly recognise: (value: JsonObject) => boolean
  readonly read: (value: JsonObject, place: string) => TrustList | Promise<TrustList>
}

const kinds: readonly ListKind[] = [
  { recognise: recogniseTesseraList, read: readTesseraList },
  { recognise: recogniseKeyList, read: readKeyList },
  { recognise: recogniseLote, read: readLote },
  { recognise: recogniseDccRegistry, read: readDccRegistry },
]

/**
 * Reads a trust list of any known kind; `place` names it in refusals and sentences.
 * @param signers keys one of which must have signed the list; without any, whoever passes the list vouches for it
 */
export async function readTrustList(
  bytes: Uint8Array,
  place: string,
  signers: readonly PublicJwk[] = [],
): Promise<TrustList> {
  if (bytes.length > limits.resource)
    refuse('trust-list.too-large', place, 'The trust list is too large.')
  const list = await (looksSigned(bytes) ? readSignedLote(bytes, place) : readPlain(bytes, place))
  requireSigner(list, signers, place)
  return list
}

function readPlain(bytes: Uint8Array, place: string): TrustList | Promise<TrustList> {
  const value = readJsonObject(bytes, place)
  const kind = kinds.find((candidate) => candidate.recognise(value))
  if (kind === undefined)
    return refuse('trust-list.not-known', place, 'This is not a trust list Tessera knows.')
  return kind.read(value, place)
}
