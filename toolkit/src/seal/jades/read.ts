// Reads a JAdES file (ETSI TS 119 182-1): a JWS in compact, flattened or general form whose signatures name the
// certificate they were made with. European Digital Credentials are the general form, with the content standing
// in it as one text (RFC 7797); a compact seal carries it in base64url.

import { base64url } from '../../read/base64.ts'
import type { Json } from '../../read/json.ts'
import { isObject } from '../../read/json.ts'
import { utf8Decode } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'
import {
  checkSignature,
  contentOf,
  type JwsSignature,
  looksLikeJsonJws,
  readJws,
} from '../jose/jws.ts'
import type { Proof } from '../proof.ts'
import { jadesHeader, understood } from './header.ts'
import type { JadesHeader } from './header.ts'
import { timeStampsOf } from './time-stamps.ts'

export interface JadesSignature {
  readonly header: JadesHeader
  readonly proof: Proof
  /** The unsigned properties as they came; of them only the time stamps over the signature are weighed. */
  readonly etsiU: readonly Json[]
}

export interface JadesFile {
  readonly serialisation: 'compact' | 'flattened' | 'general'
  /** What is sealed, to the character. */
  readonly payload: string
  readonly signatures: readonly JadesSignature[]
}

/** A cheap look: sealed EDC files begin with `{"payload"` (the rule of the Europass viewer), others as any JWS. */
export function looksLikeJades(text: string): boolean {
  return looksLikeJsonJws(text)
}

/** Opens a JAdES file. Refuses with `jades.*`, `jose.*`, `base64.*` or `json.*`; checks no signature. */
export function readJades(input: Uint8Array | string): JadesFile {
  const jws = readJws(input, { understood, b64: 'any' })
  const { serialisation } = jws
  // Every header is looked at before the content: a seal about something elsewhere has none here.
  const parts = jws.signatures.map((signature, i) => {
    const place = serialisation === 'general' ? `signatures[${i}].` : ''
    return { signature, place, header: jadesHeader(signature.header, `${place}protected`) }
  })
  const content = contentOf(jws, 'payload')
  return {
    serialisation,
    payload: utf8Decode(content, 'payload'),
    signatures: parts.map((part) => signatureOf(part, content)),
  }
}

interface Part {
  readonly signature: JwsSignature
  readonly place: string
  readonly header: JadesHeader
}

function signatureOf({ signature, place, header }: Part, content: Uint8Array): JadesSignature {
  const etsiU = unsignedOf(signature, `${place}header`)
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
      timeStamps: timeStampsOf({
        adoTst: header.contentTimeStamp,
        etsiU,
        signature: base64url(signature.signature),
        content,
        place: place.replace(/\.$/, ''),
      }),
      verify: (key) => checkSignature(signature, key),
    },
  }
}

/** 5.3.1: one list, of texts in base64url or of objects, never of both. */
function unsignedOf({ unsigned }: JwsSignature, place: string): readonly Json[] {
  const stranger = Object.keys(unsigned).find((name) => name !== 'etsiU')
  if (stranger !== undefined) {
    const name = stranger.slice(0, 60)
    refuse('jades.unsigned', `${place}.${name}`, `A sealed file has no place for "${name}".`)
  }
  const { etsiU } = unsigned
  if (etsiU === undefined) return []
  const list = Array.isArray(etsiU) ? (etsiU as readonly Json[]) : []
  if (list.length > 0 && (list.every((one) => typeof one === 'string') || list.every(isObject)))
    return list
  return refuse(
    'jades.unsigned',
    `${place}.etsiU`,
    'The unsigned properties are not a list of one kind.',
  )
}
