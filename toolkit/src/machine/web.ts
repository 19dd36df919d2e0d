// Hashes, signatures and inflation in the browser: noble for hashes and Ed25519 (one rule set in every browser,
// and some have no Ed25519 of their own), WebCrypto for ECDSA and RSA, streams for compression.

import { ed25519 } from '@noble/curves/ed25519.js'
import * as sha2 from '@noble/hashes/sha2.js'
import { refuse } from '../refusal.ts'
import { algorithmFits, hashOf } from './algorithms.ts'
import { ed25519Bytes, isEd25519Signature } from './ed25519-key.ts'
import { fitsFrame, gzipFrame } from './gzip.ts'
import type { Algorithm, Compression, HashName, PrivateJwk, PublicJwk } from './port.ts'

export type * from './port.ts'
export { algorithmsOf } from './algorithms.ts'

export function sha256(bytes: Uint8Array): Uint8Array {
  return sha2.sha256(bytes)
}

export function sha384(bytes: Uint8Array): Uint8Array {
  return sha2.sha384(bytes)
}

export function sha512(bytes: Uint8Array): Uint8Array {
  return sha2.sha512(bytes)
}

const encoder = new TextEncoder()

const hashes = { sha256, sha384, sha512 } as const

export function hashText(name: HashName, text: string, form: 'hex' | 'base64url'): string {
  const bytes = hashes[name](encoder.encode(text))
  if (form === 'hex')
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const plain = btoa(String.fromCharCode(...bytes))
  return plain.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

type Subtle = typeof globalThis.crypto.subtle
type Imported = Awaited<ReturnType<Subtle['importKey']>>

/** Browsers give it to pages that came over https, from this computer or from a file; without it nothing is decided. */
function webCrypto(): Subtle {
  const subtle: Subtle | undefined = globalThis.crypto.subtle
  if (subtle === undefined) throw new Error('This page has no WebCrypto: it must come over https.')
  return subtle
}

// One issuer signs many files; a key is imported once for each algorithm.
const imported = new WeakMap<PublicJwk, Map<string, Promise<Imported>>>()

function importedKey(
  algorithm: Algorithm,
  jwk: PublicJwk,
  use: 'sign' | 'verify',
): Promise<Imported> {
  const known = imported.get(jwk) ?? new Map<string, Promise<Imported>>()
  imported.set(jwk, known)
  const name = `${algorithm} ${use}`
  const key =
    known.get(name) ??
    webCrypto().importKey(
      'jwk',
      plainKey(jwk, use),
      { ...parametersOf(algorithm), namedCurve: jwk.crv ?? '' },
      false,
      [use],
    )
  known.set(name, key)
  return key
}

/** Only the numbers: `alg`, `use` and `key_ops` of a JWK would have a say in WebCrypto. */
function plainKey(jwk: PublicJwk | PrivateJwk, use: 'sign' | 'verify'): object {
  const { kty, crv, x, y, n, e } = jwk
  const half = { kty, crv, x, y, n, e }
  const { d, p, q, dp, dq, qi } = jwk as PrivateJwk
  const all = use === 'sign' ? { ...half, d, p, q, dp, dq, qi } : half
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

function parametersOf(
  algorithm: Algorithm,
  hashed = hashOf(algorithm),
): {
  readonly name: string
  readonly hash: string
  readonly saltLength: number
} {
  const bits = (hashed ?? '').slice(3)
  const name = algorithm.startsWith('ES')
    ? 'ECDSA'
    : algorithm.startsWith('PS')
      ? 'RSA-PSS'
      : 'RSASSA-PKCS1-v1_5'
  return { name, hash: `SHA-${bits}`, saltLength: Number(bits) / 8 }
}

export async function verifySignature(
  algorithm: Algorithm,
  key: PublicJwk,
  data: Uint8Array,
  signature: Uint8Array,
  hashed?: HashName,
): Promise<boolean> {
  if (!algorithmFits(algorithm, key)) return false
  if (hashed !== undefined && !algorithm.startsWith('ES')) return false
  try {
    if (algorithm === 'EdDSA')
      return isEd25519Signature(signature) && verifyEd25519(key, data, signature)
    return await webCrypto().verify(
      parametersOf(algorithm, hashed),
      await importedKey(algorithm, key, 'verify'),
      signature,
      data,
    )
  } catch (error) {
    // What the browser cannot do says nothing about the file.
    if (globalThis.crypto.subtle === undefined || isUnsupported(error)) throw error
    return false
  }
}

function isUnsupported(error: unknown): boolean {
  return error instanceof Error && error.name === 'NotSupportedError'
}

const { Point } = ed25519
const order = Point.CURVE().n

/** RFC 8032, 5.1.7, without cofactor and with R compared as bytes, as OpenSSL and the browsers do it. */
function verifyEd25519(key: PublicJwk, data: Uint8Array, signature: Uint8Array): boolean {
  const keyBytes = ed25519Bytes(key.x)
  if (keyBytes === undefined || signature.length !== 64) return false
  const r = signature.subarray(0, 32)
  const s = littleEndian(signature.subarray(32))
  if (s >= order) return false
  const hashed = new Uint8Array(64 + data.length)
  hashed.set(r)
  hashed.set(keyBytes, 32)
  hashed.set(data, 64)
  const k = littleEndian(sha512(hashed)) % order
  const point = Point.BASE.multiplyUnsafe(s).subtract(Point.fromBytes(keyBytes).multiplyUnsafe(k))
  return point.toBytes().every((byte, i) => byte === r[i])
}

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n)
}

export async function sign(
  algorithm: Algorithm,
  key: PrivateJwk,
  data: Uint8Array,
): Promise<Uint8Array> {
  if (!algorithmFits(algorithm, key)) {
    refuse('key.algorithm', '', `This key cannot sign with ${algorithm}.`)
  }
  if (algorithm === 'EdDSA')
    return ed25519.sign(
      data,
      ed25519Bytes(key.d) ?? refuse('key.algorithm', '', 'The private key is malformed.'),
    )
  return new Uint8Array(
    await webCrypto().sign(
      parametersOf(algorithm),
      await importedKey(algorithm, key, 'sign'),
      data,
    ),
  )
}

const streamNames: { readonly [form in Compression]: 'gzip' | 'deflate' | 'deflate-raw' } = {
  gzip: 'gzip',
  zlib: 'deflate',
  raw: 'deflate-raw',
}

export async function inflate(
  form: Compression,
  bytes: Uint8Array,
  limit: number,
): Promise<Uint8Array> {
  if (form !== 'gzip') return inflated(form, bytes, limit)
  const frame = gzipFrame(bytes)
  if (frame === undefined) return refuse('inflate.broken', '', 'The compressed data is damaged.')
  const answer = await inflated('raw', frame.data, limit)
  if (!fitsFrame(frame, answer))
    refuse('inflate.broken', '', 'The compressed data does not fit its own checksum.')
  return answer
}

async function inflated(
  form: 'zlib' | 'raw',
  bytes: Uint8Array,
  limit: number,
): Promise<Uint8Array> {
  const answer = await attempted(form, bytes, limit)
  if (answer === 'broken') return refuse('inflate.broken', '', 'The compressed data is damaged.')
  if (answer === 'too-large')
    return refuse('inflate.too-large', '', `The compressed data holds more than ${limit} bytes.`)
  // Not every engine reports what follows the end; but data that ends cannot end one byte earlier as well.
  if (
    !(await engineReportsJunk()) &&
    (await attempted(form, bytes.subarray(0, -1), limit)) !== 'broken'
  ) {
    refuse('inflate.broken', '', 'Something follows the compressed data.')
  }
  return answer
}

let reportsJunk: Promise<boolean> | undefined

/** Asked once, with an empty text and one byte too many. */
function engineReportsJunk(): Promise<boolean> {
  reportsJunk ??= attempted('raw', Uint8Array.of(3, 0, 0), 1).then((answer) => answer === 'broken')
  return reportsJunk
}

async function attempted(
  form: 'zlib' | 'raw',
  bytes: Uint8Array,
  limit: number,
): Promise<Uint8Array | 'broken' | 'too-large'> {
  try {
    return await through(new DecompressionStream(streamNames[form] as 'deflate'), bytes, limit)
  } catch {
    return 'broken'
  }
}

export async function deflate(form: Compression, bytes: Uint8Array): Promise<Uint8Array> {
  const answer = await through(
    new CompressionStream(streamNames[form] as 'deflate'),
    bytes,
    Infinity,
  )
  return answer === 'too-large' ? refuse('deflate.too-large', '', 'The data is too large.') : answer
}

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array,
  limit: number,
): Promise<Uint8Array | 'too-large'> {
  // What goes wrong in writing is seen by the reader.
  void writeInSlices(stream.writable.getWriter(), bytes).catch(() => undefined)
  const reader = stream.readable.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = (await reader.read()) as {
      readonly done: boolean
      readonly value?: Uint8Array
    }
    if (done || value === undefined) break
    length += value.length
    if (length > limit) {
      await reader.cancel().catch(() => undefined)
      return 'too-large'
    }
    chunks.push(value)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** An engine unpacks what it is given at once, a thousandfold at most: a bomb gets as far as one slice. */
const slice = 4096

async function writeInSlices(
  writer: WritableStreamDefaultWriter<Uint8Array>,
  bytes: Uint8Array,
): Promise<void> {
  for (let at = 0; at < bytes.length; at += slice)
    await writer.write(bytes.subarray(at, at + slice))
  await writer.close()
}
