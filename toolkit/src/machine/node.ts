// Hashes, signatures and inflation on node:crypto and node:zlib.

import {
  constants,
  createPrivateKey,
  createPublicKey,
  hash,
  type JsonWebKey,
  type KeyObject,
  sign as nodeSign,
  verify as nodeVerify,
} from 'node:crypto'
import {
  deflateRaw,
  deflate as zlibDeflate,
  gzip,
  inflate as zlibInflate,
  inflateRaw,
} from 'node:zlib'
import { promisify } from 'node:util'
import { refuse } from '../refusal.ts'
import { algorithmFits, hashOf } from './algorithms.ts'
import { isEd25519Signature } from './ed25519-key.ts'
import { fitsFrame, gzipFrame } from './gzip.ts'
import type { Algorithm, Compression, HashName, PrivateJwk, PublicJwk } from './port.ts'

export type * from './port.ts'
export { algorithmsOf } from './algorithms.ts'

/** One call that answers with a text is seven times as fast as a hash object for the short inputs of credentials. */
function digest(name: string, bytes: Uint8Array): Uint8Array {
  const text = hash(name, bytes, 'binary')
  const answer = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) answer[i] = text.charCodeAt(i)
  return answer
}

export function sha256(bytes: Uint8Array): Uint8Array {
  return digest('sha256', bytes)
}

export function sha384(bytes: Uint8Array): Uint8Array {
  return digest('sha384', bytes)
}

export function sha512(bytes: Uint8Array): Uint8Array {
  return digest('sha512', bytes)
}

export function hashText(name: HashName, text: string, form: 'hex' | 'base64url'): string {
  return hash(name, text, form)
}

// Importing a key costs more than an Ed25519 check, and one issuer signs many files. By value: who reads a key
// from each file anew has a new object each time. Bounded: strangers bring as many keys as they like.
const publicKeys = new Map<string, KeyObject>()
const publicKeysKept = 1000
const privateKeys = new WeakMap<PrivateJwk, KeyObject>()

function publicKeyOf(jwk: PublicJwk): KeyObject {
  const { kty, crv, x, y, n, e } = jwk
  const name = [kty, crv, x, y, n, e].join()
  const known = publicKeys.get(name)
  if (known !== undefined) return known
  const key = createPublicKey({ key: { kty, crv, x, y, n, e } as JsonWebKey, format: 'jwk' })
  if (publicKeys.size >= publicKeysKept) publicKeys.clear()
  publicKeys.set(name, key)
  return key
}

function privateKeyOf(jwk: PrivateJwk): KeyObject {
  const known = privateKeys.get(jwk)
  if (known !== undefined) return known
  const key = createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' })
  privateKeys.set(jwk, key)
  return key
}

function optionsFor(algorithm: Algorithm, key: KeyObject) {
  if (algorithm.startsWith('PS')) {
    return {
      key,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
    }
  }
  return algorithm.startsWith('ES') ? { key, dsaEncoding: 'ieee-p1363' as const } : { key }
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
  if (algorithm === 'EdDSA' && !isEd25519Signature(signature)) return false
  try {
    const name = hashed ?? hashOf(algorithm)
    return nodeVerify(name, data, optionsFor(algorithm, publicKeyOf(key)), signature)
  } catch {
    return false
  }
}

export async function sign(
  algorithm: Algorithm,
  key: PrivateJwk,
  data: Uint8Array,
): Promise<Uint8Array> {
  if (!algorithmFits(algorithm, key)) {
    refuse('key.algorithm', '', `This key cannot sign with ${algorithm}.`)
  }
  return nodeSign(hashOf(algorithm), data, optionsFor(algorithm, privateKeyOf(key)))
}

const inflaters = {
  zlib: promisify(zlibInflate),
  raw: promisify(inflateRaw),
}
const deflaters = {
  gzip: promisify(gzip),
  zlib: promisify(zlibDeflate),
  raw: promisify(deflateRaw),
}

type InflateWithInfo = { buffer: Uint8Array; engine: { bytesWritten: number } }

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
  let answer: InflateWithInfo
  try {
    answer = (await inflaters[form](bytes, {
      // Zero is no limit to zlib.
      maxOutputLength: Math.max(limit, 1),
      info: true,
    } as object)) as unknown as InflateWithInfo
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      refuse('inflate.too-large', '', `The compressed data holds more than ${limit} bytes.`)
    }
    return refuse('inflate.broken', '', 'The compressed data is damaged.', error)
  }
  if (answer.engine.bytesWritten !== bytes.length) {
    refuse('inflate.broken', '', 'Something follows the compressed data.')
  }
  if (answer.buffer.length > limit)
    refuse('inflate.too-large', '', `The compressed data holds more than ${limit} bytes.`)
  return answer.buffer
}

export async function deflate(form: Compression, bytes: Uint8Array): Promise<Uint8Array> {
  return deflaters[form](bytes)
}
