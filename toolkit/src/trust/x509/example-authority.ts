// For tests only: an authority, a seal of it, and certificates no honest authority makes.

import {
  createPrivateKey,
  generateKeyPairSync,
  type JsonWebKey,
  randomBytes,
  sign,
} from 'node:crypto'
import type { PrivateJwk } from '#machine'
import type { TrustAnchor } from '../trust.ts'
import { extensionIds } from './extensions.ts'
import { validatePath } from './path.ts'
import { writePublicKey } from './public-key.ts'
import { createTestAuthority } from './test-authority.ts'
import {
  bitString,
  boolean,
  context,
  namedBits,
  octetString,
  oid,
  sequence,
  set,
  smallInteger,
  time,
  utf8String,
} from './write.ts'

export const now = new Date('2026-03-01T00:00:00Z')
export const later = new Date('2026-06-01T12:00:00Z')
export const random = (length: number): Uint8Array => randomBytes(length)

export function ecKey(namedCurve = 'P-256'): PrivateJwk {
  return generateKeyPairSync('ec', { namedCurve }).privateKey.export({
    format: 'jwk',
  }) as unknown as PrivateJwk
}

export function rsaKey(modulusLength: number): PrivateJwk {
  return generateKeyPairSync('rsa', { modulusLength }).privateKey.export({
    format: 'jwk',
  }) as unknown as PrivateJwk
}

export const authority = await createTestAuthority({
  name: 'Example Alliance',
  now,
  random,
  key: ecKey(),
})
export const order = {
  organisation: 'Universität Beispiel “Ñandú” 大学',
  organizationIdentifier: 'VATES-A00000000',
  country: 'ES',
  uris: ['did:web:uni.example', 'https://uni.example'],
  dnsNames: ['uni.example'],
  crlAddress: 'https://authority.example/test.crl',
  now,
  years: 3,
  random,
}
export const sealKey = ecKey()
export const seal = await authority.issueSealCertificate({ ...order, publicKey: sealKey })

/** The answer of validatePath on one line: `holds`, `x509.…`, `undecided x509.…`. */
export async function codeOf(
  chain: readonly Uint8Array[],
  settings: { anchors?: readonly TrustAnchor[]; at?: Date; crls?: readonly Uint8Array[] } = {},
): Promise<string> {
  const answer = await validatePath(
    chain,
    settings.anchors ?? [authority.anchor],
    settings.at ?? later,
    settings.crls ?? [],
  )
  return answer.holds ? 'holds' : `${answer.undecided === true ? 'undecided ' : ''}${answer.code}`
}

export interface Made {
  readonly certificate: Uint8Array
  readonly key: PrivateJwk
  readonly name: Uint8Array
}

export function nameOf(text: string): Uint8Array {
  return sequence(set(sequence(oid('2.5.4.3'), utf8String(text))))
}

/** How a certificate is signed: the name of the algorithm, DER, and the signing. */
export interface Signing {
  readonly algorithm: Uint8Array
  readonly hash: string
}

const plainSign: Signing = { algorithm: sequence(oid('1.2.840.10045.4.3.2')), hash: 'sha256' }
/** ecdsa-with-SHA256, whatever the curve. */
export const mixedSign = plainSign
/** ecdsa-with-SHA1. */
export const sha1Sign: Signing = { algorithm: sequence(oid('1.2.840.10045.4.1')), hash: 'sha1' }

/** Any certificate, also one no honest authority makes. */
export async function make(
  subject: string,
  by: Made | undefined,
  extensions: readonly Uint8Array[],
  key = ecKey(),
  from = now,
  { algorithm, hash } = plainSign,
  name = nameOf(subject),
): Promise<Made> {
  const signer = by?.key ?? key
  const toBeSigned = sequence(
    context(0, smallInteger(2)),
    smallInteger(77),
    algorithm,
    by?.name ?? name,
    sequence(time(from), time(new Date('2036-01-01T00:00:00Z'))),
    name,
    writePublicKey(key),
    ...(extensions.length === 0 ? [] : [context(3, sequence(...extensions))]),
  )
  const signature = sign(
    hash,
    toBeSigned,
    createPrivateKey({ key: signer as unknown as JsonWebKey, format: 'jwk' }),
  )
  return { certificate: sequence(toBeSigned, algorithm, bitString(signature)), key, name }
}

export function ca(pathLength?: number): Uint8Array {
  const limit = pathLength === undefined ? [] : [smallInteger(pathLength)]
  return sequence(
    oid(extensionIds.basicConstraints),
    boolean(true),
    octetString(sequence(boolean(true), ...limit)),
  )
}

export function usage(...bits: readonly number[]): Uint8Array {
  return sequence(oid(extensionIds.keyUsage), boolean(true), octetString(namedBits(...bits)))
}

export function anchorOf({ certificate }: Made): readonly TrustAnchor[] {
  return [{ name: 'anchor', certificate }]
}
