// Reads a JAdES file: JWS JSON general serialization with the content standing in it as one text
// (ETSI TS 119 182-1; RFC 7515, section 7.2.1). Strict: payload and signatures, nothing else.

import { algorithmsOf, verifySignature } from '#machine'
import type { PublicJwk } from '#machine'
import { limits } from '../../limits.ts'
import { base64urlDecode } from '../../read/base64.ts'
import { isObject, readJsonObject } from '../../read/json.ts'
import type { Json, JsonObject } from '../../read/json.ts'
import { utf8 } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'
import type { Proof, SignatureAnswer } from '../proof.ts'
import { readHeader } from './header.ts'
import type { JadesHeader } from './header.ts'
import { timeStampsOf } from './time-stamps.ts'

export interface JadesSignature {
  readonly header: JadesHeader
  readonly proof: Proof
  /** The unsigned properties as they came; of them only the time stamps over the signature are weighed. */
  readonly etsiU: readonly Json[]
}

export interface JadesFile {
  /** What is sealed, to the character. */
  readonly payload: string
  readonly signatures: readonly JadesSignature[]
}

/** Longest signature: RSA with 8192 bits. */
const signatureLimit = Math.ceil((1024 * 4) / 3)

/** A cheap look: sealed EDC files begin with `{"payload"` (the rule of the Europass viewer). */
export function looksLikeJades(start: string): boolean {
  return /^\s*\{\s*"payload"/.test(start)
}

/** Opens a JAdES file. Refuses with `jades.*` or `json.*`; checks no signature. */
export function readJades(bytes: Uint8Array): JadesFile {
  if (bytes.length > limits.file) refuse('jades.too-large', '', 'The file is too large.')
  const file = readJsonObject(bytes)
  requireOnly(file, ['payload', 'signatures'], '')
  const payload = file['payload']
  if (typeof payload !== 'string')
    return refuse('jades.payload', 'payload', 'The sealed content is not a text.')
  const list = file['signatures']
  if (!Array.isArray(list) || list.length === 0) {
    return refuse('jades.signatures', 'signatures', 'The file carries no signature.')
  }
  if (list.length > limits.proofs)
    refuse('jades.too-large', 'signatures', 'The file carries too many signatures.')
  const content = utf8(payload)
  const signatures = (list as readonly Json[]).map((item, i) =>
    readSignature(item, content, `signatures[${i}]`),
  )
  return { payload, signatures }
}

function requireOnly(value: JsonObject, names: readonly string[], place: string): void {
  const stranger = Object.keys(value).find((name) => !names.includes(name))
  if (stranger !== undefined) {
    const at = place === '' ? stranger : `${place}.${stranger}`
    refuse('jades.member', at, `A sealed file has no place for "${stranger.slice(0, 60)}".`)
  }
}

function readSignature(value: Json, content: Uint8Array, place: string): JadesSignature {
  if (!isObject(value)) return refuse('jades.signatures', place, 'A signature is not an object.')
  requireOnly(value, ['protected', 'header', 'signature'], place)
  const { protected: signed, signature, header: open } = value
  if (typeof signed !== 'string')
    return refuse('jades.signatures', `${place}.protected`, 'The signed header is missing.')
  if (typeof signature !== 'string' || signature.length > signatureLimit) {
    return refuse(
      'jades.signatures',
      `${place}.signature`,
      'The signature value is missing or too large.',
    )
  }
  const header = readHeader(signed, `${place}.protected`)
  const block = base64urlDecode(signature, `${place}.signature`)
  const data = signingInput(signed, content)
  const etsiU = unsignedOf(open, `${place}.header`)
  const adoTst = header.contentTimeStamp
  return {
    header,
    etsiU,
    proof: {
      suite: `JAdES ${header.algorithm}`,
      algorithm: header.algorithm,
      key: { kind: 'certificates', chain: header.chain },
      ...(header.signedAt === undefined ? {} : { signedAt: header.signedAt }),
      purpose: 'assertionMethod',
      // T is more than a time stamp being there, and LT and LTA are not evaluated: none of them is claimed here.
      ...(header.baseline ? { level: 'B-B' } : {}),
      timeStamps: timeStampsOf({ adoTst, etsiU, signature, content, place }),
      verify: (key) => answer(header, key, data, block),
    },
  }
}

function unsignedOf(open: Json | undefined, place: string): readonly Json[] {
  if (open === undefined) return []
  if (!isObject(open))
    return refuse('jades.unsigned', place, 'The unsigned header is not an object.')
  requireOnly(open, ['etsiU'], place)
  const properties = open['etsiU']
  if (properties === undefined) return []
  return Array.isArray(properties)
    ? (properties as readonly Json[])
    : refuse('jades.unsigned', `${place}.etsiU`, 'The unsigned properties are not a list.')
}

/** ASCII of the signed header, a dot, and the content as it stands (RFC 7797, section 3). */
export function signingInput(signed: string, content: Uint8Array): Uint8Array {
  const head = utf8(`${signed}.`)
  const data = new Uint8Array(head.length + content.length)
  data.set(head)
  data.set(content, head.length)
  return data
}

async function answer(
  header: JadesHeader,
  key: PublicJwk,
  data: Uint8Array,
  signature: Uint8Array,
): Promise<SignatureAnswer> {
  if (!algorithmsOf(key).includes(header.algorithm)) {
    return {
      holds: false,
      code: 'signature.key-unfit',
      sentence: `The seal names ${header.algorithm}, which this key cannot have made.`,
    }
  }
  if (await verifySignature(header.algorithm, key, data, signature)) return { holds: true }
  return {
    holds: false,
    code: 'signature.changed',
    sentence: 'The content is not what was sealed, or another key sealed it.',
  }
}
