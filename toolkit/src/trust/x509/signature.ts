// Signatures over certificates and revocation lists (RFC 5280, 4.1.1; RFC 5758, RFC 4055, RFC 8410):
// which algorithm is meant, and the signature in the form the machine wants.

import {
  type Algorithm,
  algorithmsOf,
  type HashName,
  type PublicJwk,
  verifySignature,
} from '#machine'
import { refuse } from '../../refusal.ts'
import {
  childrenOf,
  contextTag,
  type Der,
  expectTag,
  readDer,
  readOctets,
  readOid,
  readPositive,
  readSmallInteger,
  sameBytes,
  sequenceOf,
  tags,
} from './der.ts'
import { positive, sequence } from './write.ts'

/** What is signed, and by what; `algorithm` is undefined where it is too weak or unknown. */
export interface Signed {
  readonly bytes: Uint8Array
  readonly algorithm: Algorithm | undefined
  readonly algorithmOid: string
  readonly signature: Uint8Array
}

type Hash = '256' | '384' | '512'
const ecdsa: { readonly [oid: string]: Hash } = {
  '1.2.840.10045.4.3.2': '256',
  '1.2.840.10045.4.3.3': '384',
  '1.2.840.10045.4.3.4': '512',
}
const rsa: { readonly [oid: string]: Hash } = {
  '1.2.840.113549.1.1.11': '256',
  '1.2.840.113549.1.1.12': '384',
  '1.2.840.113549.1.1.13': '512',
}
const hashes: { readonly [oid: string]: { readonly hash: Hash; readonly salt: number } } = {
  '2.16.840.1.101.3.4.2.1': { hash: '256', salt: 32 },
  '2.16.840.1.101.3.4.2.2': { hash: '384', salt: 48 },
  '2.16.840.1.101.3.4.2.3': { hash: '512', salt: 64 },
}
const pss = '1.2.840.113549.1.1.10'
const mgf1 = '1.2.840.113549.1.1.8'
const ed25519 = '1.3.101.112'

/** The three parts every signed X.509 object has; `inner` is the algorithm named inside what is signed. */
export function readSigned(
  value: Der,
  inner: (toBeSigned: readonly Der[]) => Der | undefined,
): { readonly parts: readonly Der[]; readonly signed: Signed } {
  const [toBeSigned, algorithm, bits, ...rest] = sequenceOf(value)
  if (toBeSigned === undefined || algorithm === undefined || rest.length > 0)
    return refuse('x509.structure', value.place, 'The certificate is malformed.')
  const parts = sequenceOf(toBeSigned)
  // The outer name of the algorithm is not signed; only the inner one is.
  const named = inner(parts)
  if (named === undefined || !sameBytes(named.bytes, algorithm.bytes)) {
    refuse('x509.structure', value.place, 'The certificate names two signature algorithms.')
  }
  const { oid, named: known } = readAlgorithm(algorithm)
  return {
    parts,
    signed: {
      bytes: toBeSigned.bytes,
      algorithm: known,
      algorithmOid: oid,
      signature: readOctets(bits, value.place),
    },
  }
}

/** An AlgorithmIdentifier of a signature; `named` is undefined for one too weak or not known. */
export function readAlgorithm(value: Der): {
  readonly oid: string
  readonly named: Algorithm | undefined
} {
  const [name, parameters, ...rest] = sequenceOf(value)
  const oid = readOid(name, value.place)
  if (rest.length > 0) refuse('x509.structure', value.place, 'The certificate is malformed.')
  if (oid === ed25519) return { oid, named: parameters === undefined ? 'EdDSA' : undefined }
  // The curve is the key's: `ES256` here names the hash alone.
  const hash = ecdsa[oid]
  if (hash !== undefined)
    return { oid, named: parameters === undefined ? (`ES${hash}` as Algorithm) : undefined }
  const pkcs1 = rsa[oid]
  if (pkcs1 !== undefined)
    return {
      oid,
      named:
        parameters?.tag === tags.null && parameters.content.length === 0
          ? (`RS${pkcs1}` as Algorithm)
          : undefined,
    }
  return { oid, named: oid === pss && parameters !== undefined ? readPss(parameters) : undefined }
}

/** RSASSA-PSS parameters: the same SHA-2 for hash and mask, salt as long as the hash; else not known. */
function readPss(value: Der): Algorithm | undefined {
  const parts = sequenceOf(value).map((part) => ({ tag: part.tag, inner: childrenOf(part)[0] }))
  const [hash, mask, salt, ...rest] = parts
  if (
    hash?.tag !== contextTag(0, true) ||
    mask?.tag !== contextTag(1, true) ||
    salt?.tag !== contextTag(2, true) ||
    rest.length > 0
  )
    return undefined
  const hashOid = readOid(sequenceOf(hash.inner, value.place)[0], value.place)
  const [maskName, maskHash] = sequenceOf(mask.inner, value.place)
  const found = hashes[hashOid]
  const sameMask =
    readOid(maskName, value.place) === mgf1 &&
    readOid(sequenceOf(maskHash, value.place)[0], value.place) === hashOid
  const saltLength = readSmallInteger(expectTag(salt.inner, tags.integer, value.place))
  return found !== undefined && sameMask && saltLength === found.salt
    ? (`PS${found.hash}` as Algorithm)
    : undefined
}

/** Whether `key` made the signature. False, never an error, for a signature of the wrong shape. */
export async function signedBy(signed: Signed, key: PublicJwk): Promise<boolean> {
  const { algorithm, bytes } = signed
  if (algorithm === undefined) return false
  const signature = key.kty === 'EC' ? plainEcdsa(signed.signature, key) : signed.signature
  // JOSE ties the hash to the curve, X.509 does not: authorities of universities sign with P-384 and SHA-256.
  const [own] = key.kty === 'EC' && algorithm.startsWith('ES') ? algorithmsOf(key) : [algorithm]
  if (signature === undefined || own === undefined) return false
  return own === algorithm
    ? verifySignature(own, key, bytes, signature)
    : verifySignature(own, key, bytes, signature, `sha${algorithm.slice(2)}` as HashName)
}

const widths: { readonly [crv: string]: number } = { 'P-256': 32, 'P-384': 48, 'P-521': 66 }

/** ECDSA-Sig-Value (RFC 3279, 2.2.3) as r‖s. */
function plainEcdsa(bytes: Uint8Array, key: PublicJwk): Uint8Array | undefined {
  const width = widths[key.crv ?? ''] ?? 0
  try {
    const [r, s, ...rest] = sequenceOf(readDer(bytes)).map((part) => readPositive(part))
    if (
      r === undefined ||
      s === undefined ||
      rest.length > 0 ||
      r.length > width ||
      s.length > width
    )
      return undefined
    const plain = new Uint8Array(2 * width)
    plain.set(r, width - r.length)
    plain.set(s, 2 * width - s.length)
    return plain
  } catch {
    return undefined
  }
}

/** r‖s as ECDSA-Sig-Value. */
export function derEcdsa(plain: Uint8Array): Uint8Array {
  const half = plain.length / 2
  return sequence(positive(plain.subarray(0, half)), positive(plain.subarray(half)))
}
