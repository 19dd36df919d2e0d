// The time stamps of a JAdES signature: over its value (sigTst) and over the content (adoTst). They are
// found and weighed here; a damaged one proves nothing, and breaks nothing (ETSI TS 119 182-1, 5.2.6, 5.3.4, 5.4.3.3).

import { limits } from '../../limits.ts'
import { base64, base64Decode, base64url, base64urlDecode } from '../../read/base64.ts'
import { isObject, readJsonObject } from '../../read/json.ts'
import type { Json, JsonObject } from '../../read/json.ts'
import { utf8 } from '../../read/utf8.ts'
import { refuse, Refused } from '../../refusal.ts'
import type { ProofTimeStamp } from '../proof.ts'
import { proveTime, stampOf, unproven, type TimeStampAuthority } from '../time/index.ts'

export interface StampedSignature {
  /** The parameter adoTst of the signed header. */
  readonly adoTst: Json | undefined
  readonly etsiU: readonly Json[]
  /** The signature as it stands in the file, base64url. */
  readonly signature: string
  /** The content as it was signed. */
  readonly content: Uint8Array
  readonly place: string
}

/** The time stamps of a signature, not weighed yet. Never refuses: what cannot be read is weighed as broken. */
export function timeStampsOf(stamped: StampedSignature): readonly ProofTimeStamp[] {
  const { adoTst, etsiU, signature, content, place } = stamped
  return [
    ...(adoTst === undefined ? [] : tokensOf(adoTst, 'content', content, `${place}.adoTst`)),
    ...read('signature', () =>
      signatureTimeStamps(etsiU, `${place}.etsiU`).flatMap(({ container, at }) =>
        tokensOf(container, 'signature', utf8(signature), at),
      ),
    ),
  ].slice(0, limits.timeStamp.tokens)
}

interface Container {
  readonly container: Json
  readonly at: string
}

/** Longest property that may be a time stamp; certificates and lists beside it may be longer, and are not read. */
const propertyLimit = limits.timeStamp.tokens * limits.timeStamp.bytes * 2

function signatureTimeStamps(etsiU: readonly Json[], place: string): readonly Container[] {
  const kinds = new Set(etsiU.map((property) => typeof property))
  if (kinds.size > 1)
    refuse('jades.unsigned', place, 'Some unsigned properties are encoded and others are not.')
  return etsiU.slice(0, limits.timeStamp.properties).flatMap((property, i) => {
    const at = `${place}[${i}]`
    const container = propertyOf(property, at)?.['sigTst']
    return container === undefined ? [] : [{ container, at: `${at}.sigTst` }]
  })
}

function propertyOf(property: Json, place: string): JsonObject | undefined {
  if (isObject(property)) return property
  return typeof property === 'string' && property.length <= propertyLimit
    ? readJsonObject(base64urlDecode(property, place), place)
    : undefined
}

function tokensOf(
  container: Json,
  over: ProofTimeStamp['over'],
  data: Uint8Array,
  place: string,
): readonly ProofTimeStamp[] {
  return read(over, () => {
    const tokens = isObject(container) ? container['tstTokens'] : undefined
    if (!Array.isArray(tokens) || tokens.length === 0)
      return refuse('jades.time-stamp', place, 'A time stamp of the seal is malformed.')
    return (tokens as readonly Json[]).flatMap((token, i) => {
      const at = `${place}.tstTokens[${i}]`
      return read(over, () => {
        const bytes = tokenOf(token, at)
        return [{ over, weigh: (search) => proveTime(bytes, data, search, at) }]
      })
    })
  })
}

/** `encoding` says DER or nothing; other encodings are for XML. */
const derEncoding = 'http://uri.etsi.org/01903/v1.2.2#DER'

function tokenOf(token: Json, place: string): Uint8Array {
  const { val, encoding } = isObject(token) ? token : {}
  if (typeof val !== 'string' || (encoding !== undefined && encoding !== derEncoding))
    return refuse('jades.time-stamp', place, 'A time stamp of the seal is malformed.')
  if (val.length > Math.ceil(limits.timeStamp.bytes / 3) * 4)
    refuse('time.too-large', place, 'The time stamp is too large.')
  return base64Decode(val, place)
}

/** What a step finds, or one time stamp that is broken the way the step says. */
function read(
  over: ProofTimeStamp['over'],
  step: () => readonly ProofTimeStamp[],
): readonly ProofTimeStamp[] {
  try {
    return step()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return [{ over, weigh: async () => unproven(error.refusals) }]
  }
}

/** The unsigned property of a time stamp over a signature value, which makes level B-B a B-T. */
export async function signatureTimeStamp(
  signature: string,
  authority: TimeStampAuthority,
): Promise<string> {
  const val = base64(await stampOf(utf8(signature), authority))
  return base64url(utf8(JSON.stringify({ sigTst: { tstTokens: [{ val }] } })))
}
