// Driver, Node only: a key in a file, encrypted under a passphrase. AES-256-GCM (NIST SP 800-38D) with a key
// from scrypt (RFC 7914); everything the file says in the open is bound to the ciphertext.

import { createCipheriv, createDecipheriv, scrypt, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { Algorithm, PrivateJwk, PublicJwk, Random } from '#machine'
import { canonicalJson } from '../../canonical-json.ts'
import { limits } from '../../limits.ts'
import { base64, base64Decode, base64url, base64urlDecode } from '../../read/base64.ts'
import { readJsonObject } from '../../read/json.ts'
import { readPublicJwk } from '../../read/jwk.ts'
import { utf8 } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'
import { algorithmFor, publicPartOf } from './key-kind.ts'

export type KeyPurpose = 'proof' | 'seal' | 'authority'
export type KeyState = 'next' | 'active' | 'retired' | 'compromised'

/** What is known of a key without its passphrase. It is proven only when the key is opened. */
export interface KeyRecord {
  /** Name of the key: the DID URL of its verification method, or any name for an authority. */
  readonly kid: string
  readonly purpose: KeyPurpose
  readonly state: KeyState
  readonly createdAt: Date
  /** When it came into its state. */
  readonly changedAt: Date
  readonly algorithm: Algorithm
  readonly publicKey: PublicJwk
  /** DER, leaf first. */
  readonly certificates: readonly Uint8Array[]
  /** RFC 7512 name of the key, where it lies in a token and not in this file. */
  readonly pkcs11?: string
}

/** A key that was opened; one in a token has no private half here. */
export interface OpenedKey {
  readonly record: KeyRecord
  readonly privateKey: PrivateJwk | undefined
}

/** Work factor of scrypt: 2^17 costs 128 MiB and some tenths of a second for every guess. */
export interface KeyCost {
  readonly N: number
  readonly r: number
  readonly p: number
}

export const keyCost: KeyCost = { N: 2 ** 17, r: 8, p: 1 }

const format = 'tessera-key/1'
const whole = z.int().min(1)

const fileSchema = z.strictObject({
  format: z.literal(format),
  kid: z.string().min(1).max(500),
  purpose: z.enum(['proof', 'seal', 'authority']),
  state: z.enum(['next', 'active', 'retired', 'compromised']),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  algorithm: z.enum([
    'EdDSA',
    'ES256',
    'ES384',
    'ES512',
    'RS256',
    'RS384',
    'RS512',
    'PS256',
    'PS384',
    'PS512',
  ]),
  publicKey: z.record(z.string(), z.string()),
  certificates: z.array(z.string()).max(limits.certificates.chain),
  pkcs11: z.string().startsWith('pkcs11:').max(limits.pkcs11Uri).optional(),
  encryption: z.strictObject({
    cipher: z.literal('A256GCM'),
    iv: z.string(),
    // Bounds on both sides: a weak file is not ours, and a costly one must not stop the machine.
    kdf: z.strictObject({
      name: z.literal('scrypt'),
      N: whole
        .min(2 ** 15)
        .max(2 ** 18)
        .refine((n) => Number.isInteger(Math.log2(n))),
      r: whole.min(8).max(16),
      p: whole.max(4),
      salt: z.string(),
    }),
  }),
  ciphertext: z.string(),
})

type KeyFile = z.output<typeof fileSchema>

/** Writes the key file. */
export async function writeKeyFile(
  key: OpenedKey,
  passphrase: string,
  random: Random,
  cost: KeyCost = keyCost,
): Promise<Uint8Array> {
  const { record } = key
  if (passphrase === '') refuse('key.passphrase-missing', '', 'A key file needs a passphrase.')
  if ((key.privateKey === undefined) !== (record.pkcs11 !== undefined))
    throw new TypeError('a key lies in the file or in a token')
  const salt = random(16)
  const iv = random(12)
  const open = {
    format,
    kid: record.kid,
    purpose: record.purpose,
    state: record.state,
    createdAt: record.createdAt.toISOString(),
    changedAt: record.changedAt.toISOString(),
    algorithm: algorithmFor(key.privateKey ?? record.publicKey, record.algorithm),
    publicKey: { ...publicPartOf(key.privateKey ?? record.publicKey) },
    certificates: record.certificates.map(base64),
    ...(record.pkcs11 === undefined ? {} : { pkcs11: record.pkcs11 }),
    encryption: {
      cipher: 'A256GCM',
      iv: base64url(iv),
      kdf: { name: 'scrypt', ...cost, salt: base64url(salt) },
    },
  } as const
  const cipher = createCipheriv('aes-256-gcm', await stretch(passphrase, salt, cost), iv)
  cipher.setAAD(utf8(canonicalJson(open)))
  const sealed = Buffer.concat([
    // Of a key in a token there is nothing to hide; the passphrase still vouches for what the file says of it.
    cipher.update(JSON.stringify(key.privateKey ?? {}), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ])
  return utf8(`${JSON.stringify({ ...open, ciphertext: base64url(sealed) }, null, 2)}\n`)
}

/** Reads what the file says in the open. Refuses `key.file`. */
export function readKeyRecord(bytes: Uint8Array, place = 'key file'): KeyRecord {
  return recordOf(readFile(bytes, place), place)
}

/** Opens the file. Refuses `key.passphrase` when the passphrase is wrong or anything in the file was changed. */
export async function openKeyFile(
  bytes: Uint8Array,
  passphrase: string,
  place = 'key file',
): Promise<OpenedKey> {
  const file = readFile(bytes, place)
  const record = recordOf(file, place)
  const { ciphertext, ...open } = file
  const { iv, kdf } = open.encryption
  const nonce = base64urlDecode(iv, place)
  const sealed = base64urlDecode(ciphertext, place)
  if (nonce.length !== 12 || sealed.length < 17)
    refuse('key.file', place, 'The key file is malformed.')
  const decipher = createDecipheriv(
    'aes-256-gcm',
    await stretch(passphrase, base64urlDecode(kdf.salt, place), kdf),
    nonce,
  )
  decipher.setAAD(utf8(canonicalJson(open)))
  decipher.setAuthTag(sealed.subarray(-16))
  let plain: Uint8Array
  try {
    plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  } catch (error) {
    return refuse(
      'key.passphrase',
      place,
      'The passphrase is wrong, or the key file was changed.',
      error,
    )
  }
  const inside = readJsonObject(plain, place)
  if (record.pkcs11 !== undefined) return { record, privateKey: undefined }
  return { record, privateKey: inside as unknown as PrivateJwk }
}

/** The private half of an opened key. Refuses `key.in-token`. */
export function privateKeyOf({ record, privateKey }: OpenedKey): PrivateJwk {
  return privateKey ?? refuse('key.in-token', record.kid, 'This key lies in a token.')
}

function readFile(bytes: Uint8Array, place: string): KeyFile {
  if (bytes.length > limits.keyFile) refuse('key.file', place, 'The key file is too long.')
  const answer = fileSchema.safeParse(readJsonObject(bytes, place))
  if (answer.success) return answer.data
  return refuse(
    'key.file',
    [place, ...answer.error.issues.slice(0, 1).map(({ path }) => path.join('.'))].join(' ').trim(),
    'The key file is malformed.',
  )
}

function recordOf(file: KeyFile, place: string): KeyRecord {
  const { kid, purpose, state, algorithm, pkcs11 } = file
  const publicKey = readPublicJwk(file.publicKey, place)
  algorithmFor(publicKey, algorithm)
  return {
    kid,
    purpose,
    state,
    createdAt: new Date(file.createdAt),
    changedAt: new Date(file.changedAt),
    algorithm,
    publicKey,
    certificates: file.certificates.map((text) => base64Decode(text, place)),
    ...(pkcs11 === undefined ? {} : { pkcs11 }),
  }
}

const scryptKey = promisify<string, Uint8Array, number, ScryptOptions, Buffer>(scrypt)

async function stretch(
  passphrase: string,
  salt: Uint8Array,
  { N, r, p }: KeyCost,
): Promise<Uint8Array> {
  const options = { N, r, p, maxmem: 128 * r * (N + p + 2) + 1024 * 1024 }
  // The same passphrase must be the same bytes on every keyboard (RFC 8265, 4.2.2).
  const normal = passphrase.normalize('NFC')
  return scryptKey(normal, salt, 32, options)
}
