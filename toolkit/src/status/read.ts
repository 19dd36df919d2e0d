// A status list as it was fetched, of either standard, opened but not believed: the verifier checks its
// proofs, its issuer and its dates. Whatever cannot be read is refused, never taken for “not revoked”.

import { limits } from '../limits.ts'
import { readDateTime } from '../read/date-time.ts'
import { isObject, type JsonObject, listOf, readJsonObject, textOf } from '../read/json.ts'
import { utf8Decode } from '../read/utf8.ts'
import { refuse } from '../refusal.ts'
import { proofsOf } from '../seal/data-integrity/index.ts'
import { readCredentialToken } from '../seal/jose/credential-token.ts'
import { headerOf } from '../seal/jose/jws.ts'
import type { Proof } from '../seal/proof.ts'
import { bitstringValue, readBitstringList } from './bitstring.ts'
import { proofOfStatusToken, readStatusToken, tokenValue } from './token.ts'

/** What a list says of one entry. */
export type StatusAnswer = 'not-set' | 'set' | 'suspended'

export interface OpenedStatusList {
  readonly kind: 'bitstring' | 'token'
  /** Its own address as it names it (`id`, `sub`); must be where it was fetched. */
  readonly id?: string
  readonly issuer?: string
  readonly purposes: readonly string[]
  readonly validFrom?: Date
  readonly validUntil?: Date
  /** For how long a copy may be used before the list is fetched again. */
  readonly ttlSeconds?: number
  /** None: it is not signed, and nothing it says counts. */
  readonly proofs: readonly Proof[]
  /**
   * What it says of an entry (`size` bits each in a W3C list). Throws `Refused` when it says nothing:
   * `status.index`, `status.index-out-of-range`, `status.too-short`, `status.wrong-purpose`, `status.value`.
   */
  entry(index: number, purpose: string, size?: number): StatusAnswer
}

/** Opens a fetched list: a signed token or a signed JSON document. Refuses `status.*`, `jose.*`, `json.*`, `inflate.*`. */
export async function readStatusList(bytes: Uint8Array, place = ''): Promise<OpenedStatusList> {
  if (bytes.length > limits.resource)
    refuse('status.too-long', place, 'The status list is too long.')
  const text = utf8Decode(bytes, place).trim()
  if (!text.startsWith('{')) return readTokenForm(text, place)
  const document = readJsonObject(text, place)
  const enveloped = envelopedToken(document)
  return enveloped === undefined
    ? fromCredential(document, proofsOf(document, place), place)
    : readTokenForm(enveloped, place)
}

/** An EnvelopedVerifiableCredential (VCDM 2.0, 4.13), or a bare wrapping of the token in JSON. */
function envelopedToken(document: JsonObject): string | undefined {
  const id = textOf(document['id'])
  const prefix = 'data:application/vc+jwt,'
  if (
    listOf(document['type']).includes('EnvelopedVerifiableCredential') &&
    id?.startsWith(prefix)
  ) {
    return id.slice(prefix.length)
  }
  return Object.keys(document).length === 1 ? textOf(document['jwt']) : undefined
}

async function readTokenForm(text: string, place: string): Promise<OpenedStatusList> {
  if (headerOf(text, place)['typ'] === 'statuslist+jwt') return fromStatusToken(text, place)
  const { credential, proof } = readCredentialToken(text, place)
  return fromCredential(credential, [proof], place)
}

async function fromStatusToken(text: string, place: string): Promise<OpenedStatusList> {
  const opened = await readStatusToken(text, place)
  const { sub, issuer, issuedAt, expiresAt, ttlSeconds, list } = opened
  return {
    kind: 'token',
    id: sub,
    ...(issuer === undefined ? {} : { issuer }),
    purposes: list.bits === 1 ? ['revocation'] : ['revocation', 'suspension'],
    validFrom: issuedAt,
    ...(expiresAt === undefined ? {} : { validUntil: expiresAt }),
    ...(ttlSeconds === undefined ? {} : { ttlSeconds }),
    proofs: [proofOfStatusToken(opened)],
    entry: (index) => {
      const value = tokenValue(list, index, place)
      if (value === 0) return 'not-set'
      if (value === 1) return 'set'
      if (value === 2) return 'suspended'
      return refuse('status.value', place, 'The status list gives a value that is not known here.')
    },
  }
}

async function fromCredential(
  credential: JsonObject,
  proofs: readonly Proof[],
  place: string,
): Promise<OpenedStatusList> {
  const { purposes, bits, ttlSeconds } = await readBitstringList(credential, place)
  const id = textOf(credential['id'])
  const issuer = credential['issuer']
  const issuerId = isObject(issuer) ? textOf(issuer['id']) : textOf(issuer)
  if (issuerId === undefined)
    return refuse('status.not-a-list', place, 'The status list names no issuer.')
  const { from, until } = validityOf(credential, place)
  return {
    kind: 'bitstring',
    ...(id === undefined ? {} : { id }),
    issuer: issuerId,
    purposes,
    ...(from === undefined ? {} : { validFrom: from }),
    ...(until === undefined ? {} : { validUntil: until }),
    ...(ttlSeconds === undefined ? {} : { ttlSeconds }),
    proofs,
    entry: (index, purpose, size = 1) => {
      if (!purposes.includes(purpose)) {
        refuse('status.wrong-purpose', place, 'The status list is for another purpose.')
      }
      if (bitstringValue(bits, index, size, place) === 0) return 'not-set'
      return purpose === 'suspension' ? 'suspended' : 'set'
    },
  }
}

function validityOf(
  credential: JsonObject,
  place: string,
): { from?: Date | undefined; until?: Date | undefined } {
  const dated = (name: string) =>
    credential[name] === undefined ? undefined : readDateTime(credential[name], `${place}.${name}`)
  return { from: dated('validFrom'), until: dated('validUntil') }
}
