// The signed header of a JAdES signature: what each parameter may say, and nothing else
// (ETSI TS 119 182-1, section 5.1 and 5.2; RFC 7515, section 4; RFC 7797).

import { sha256 } from '#machine'
import type { Algorithm } from '#machine'
import { limits } from '../../limits.ts'
import { base64Decode, base64urlDecode } from '../../read/base64.ts'
import { readJsonObject } from '../../read/json.ts'
import type { Json, JsonObject } from '../../read/json.ts'
import { refuse } from '../../refusal.ts'

export interface JadesHeader {
  readonly algorithm: Algorithm
  /** DER, leaf first. */
  readonly chain: readonly Uint8Array[]
  readonly signedAt?: Date
  /** Whether everything the baseline level B-B asks of the signed header is there. */
  readonly baseline: boolean
  /** A time stamp over the content (adoTst), as it came. */
  readonly contentTimeStamp?: Json
}

/** What an e-seal may be made with: asymmetric, SHA-2 (ETSI TS 119 312). */
const algorithms: readonly Algorithm[] = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
]

/** Parameters a signer may mark critical. `adoTst`, a time stamp over the content, adds to the claim and takes nothing away. */
const understood: readonly string[] = ['b64', 'sigT', 'adoTst']

const protectedLimit = limits.certificates.chain * limits.certificates.bytes * 2 + 64 * 1024

/** Reads `signatures[].protected`. Refuses with `jades.*`. */
export function readHeader(text: string, place: string): JadesHeader {
  if (text.length > protectedLimit)
    refuse('jades.too-large', place, 'The signed header is too large.')
  const header = readJsonObject(base64urlDecode(text, place), place)
  requireUnderstood(header, place)
  requireTypes(header, place)
  const chain = chainOf(header['x5c'], `${place}.x5c`)
  const thumbprint = requireThumbprint(header['x5t#S256'], chain[0], `${place}.x5t#S256`)
  const signedAt = signingTimeOf(header, place)
  return {
    algorithm: algorithmOf(header['alg'], `${place}.alg`),
    chain,
    ...(signedAt === undefined ? {} : { signedAt }),
    baseline: thumbprint && signedAt !== undefined,
    ...(header['adoTst'] === undefined ? {} : { contentTimeStamp: header['adoTst'] }),
  }
}

function algorithmOf(value: Json | undefined, place: string): Algorithm {
  const algorithm = algorithms.find((known) => known === value)
  return (
    algorithm ??
    refuse('jades.algorithm', place, 'The seal names no algorithm that is accepted for seals.')
  )
}

function requireUnderstood(header: JsonObject, place: string): void {
  const critical = header['crit']
  if (!Array.isArray(critical) || critical.length === 0) {
    return refuse(
      'jades.crit',
      `${place}.crit`,
      'The seal must name its critical parameters, b64 among them.',
    )
  }
  const names = critical as readonly Json[]
  if (new Set(names).size !== names.length)
    refuse('jades.crit', `${place}.crit`, 'A critical parameter is named twice.')
  for (const name of names) {
    if (typeof name !== 'string' || !understood.includes(name)) {
      refuse(
        'jades.crit',
        `${place}.crit`,
        'The seal calls something critical that is not understood here.',
      )
    } else if (!Object.hasOwn(header, name)) {
      refuse(
        'jades.crit',
        `${place}.crit`,
        `The seal calls ${name} critical but does not carry it.`,
      )
    }
  }
  if (header['b64'] !== false || !names.includes('b64')) {
    refuse(
      'jades.b64',
      `${place}.b64`,
      'The sealed content must stand in the file unencoded (b64 false, marked critical).',
    )
  }
  if (Object.hasOwn(header, 'sigD')) {
    refuse('jades.detached', `${place}.sigD`, 'The seal is about something outside this file.')
  }
}

function requireTypes(header: JsonObject, place: string): void {
  const type = header['typ']
  if (
    type !== undefined &&
    (typeof type !== 'string' || !/^(application\/)?jose\+json$/i.test(type))
  ) {
    refuse('jades.type', `${place}.typ`, 'The seal is not declared as a JSON signature.')
  }
  const content = header['cty']
  if (content !== undefined && (typeof content !== 'string' || content.length > 200)) {
    refuse('jades.type', `${place}.cty`, 'The type of the sealed content is not a text.')
  }
}

function chainOf(value: Json | undefined, place: string): readonly Uint8Array[] {
  if (!Array.isArray(value) || value.length === 0) {
    return refuse('jades.no-certificate', place, 'The seal brings no certificate.')
  }
  if (value.length > limits.certificates.chain) {
    refuse('jades.too-large', place, 'The seal brings too many certificates.')
  }
  return (value as readonly Json[]).map((item, i) => {
    const at = `${place}[${i}]`
    if (typeof item !== 'string')
      return refuse('jades.no-certificate', at, 'A certificate of the seal is not a text.')
    if (item.length > Math.ceil(limits.certificates.bytes / 3) * 4) {
      refuse('jades.too-large', at, 'A certificate of the seal is too large.')
    }
    return base64Decode(item, at)
  })
}

function requireThumbprint(
  value: Json | undefined,
  leaf: Uint8Array | undefined,
  place: string,
): boolean {
  if (value === undefined) return false
  if (typeof value !== 'string' || value.length !== 43 || leaf === undefined) {
    return refuse('jades.thumbprint', place, 'The thumbprint of the certificate is malformed.')
  }
  const stated = base64urlDecode(value, place)
  if (!sha256(leaf).every((byte, i) => byte === stated[i])) {
    refuse(
      'jades.thumbprint',
      place,
      'The seal was made for another certificate than the one it brings.',
    )
  }
  return true
}

function signingTimeOf(header: JsonObject, place: string): Date | undefined {
  const { iat, sigT } = header
  if (iat !== undefined && sigT !== undefined) {
    refuse(
      'jades.signing-time',
      `${place}.iat`,
      'The seal states its time twice, as iat and as sigT.',
    )
  }
  if (iat !== undefined) {
    if (typeof iat !== 'number' || !Number.isSafeInteger(iat) || iat < 0 || iat > 253_402_300_799) {
      return refuse(
        'jades.signing-time',
        `${place}.iat`,
        'The time of sealing must be a whole number of seconds.',
      )
    }
    return new Date(iat * 1000)
  }
  if (sigT === undefined) return undefined
  const at =
    typeof sigT === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(sigT)
      ? new Date(sigT)
      : undefined
  // Date rolls the 31st of April over into May; a time that does not come back unchanged is no time.
  if (
    at === undefined ||
    Number.isNaN(at.getTime()) ||
    at.toISOString().replace('.000Z', 'Z') !== sigT
  ) {
    return refuse(
      'jades.signing-time',
      `${place}.sigT`,
      'The time of sealing must look like 2027-03-01T09:00:00Z.',
    )
  }
  return at
}
