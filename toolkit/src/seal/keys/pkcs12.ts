// Driver, Node only: a key and its certificates from a PKCS#12 file (RFC 7292), as trust service providers hand
// them out. node-forge opens the legacy ciphers (RC2, 3DES) as well as AES; the key goes to node:crypto.

import { createPrivateKey } from 'node:crypto'
import forge from 'node-forge'
import type { Algorithm, PrivateJwk } from '#machine'
import { limits } from '../../limits.ts'
import { attempt, refuse } from '../../refusal.ts'
import { type Certificate, readCertificate } from '../../trust/x509/certificate.ts'
import { expectTag, readDer, sequenceOf, tags } from '../../trust/x509/der.ts'
import { writePublicKey } from '../../trust/x509/public-key.ts'
import { bitString, sequence } from '../../trust/x509/write.ts'
import type { Signer } from '../signer.ts'
import { chainFrom, rootOf } from './chain.ts'
import { memorySigner } from './memory.ts'

/** What a PKCS#12 file holds: a private key and the certificates that lead up from it, leaf first, without a root. */
export interface Pkcs12 {
  readonly privateKey: PrivateJwk
  readonly certificates: readonly Uint8Array[]
  /** The self-certified root the chain ends under, where the file has it: it is trusted from elsewhere, not sealed with. */
  readonly root?: Uint8Array
}

export interface Pkcs12Names {
  /** For RSA keys: RS256 unless another is asked for. */
  readonly algorithm?: Algorithm
  readonly verificationMethod?: string
}

/** The signer of a PKCS#12 file. Refuses as {@link readPkcs12}, and `key.algorithm`. */
export async function openPkcs12(
  bytes: Uint8Array,
  passphrase: string,
  names: Pkcs12Names = {},
  place = 'PKCS#12 file',
): Promise<Signer> {
  const { privateKey, certificates } = await readPkcs12(bytes, passphrase, place)
  return memorySigner(privateKey, { ...names, certificates })
}

/** Reads a PKCS#12 file. Refuses `key.passphrase`, `key.pkcs12` and `key.no-certificate`. */
export async function readPkcs12(
  bytes: Uint8Array,
  passphrase: string,
  place = 'PKCS#12 file',
): Promise<Pkcs12> {
  if (bytes.length > limits.keyFile) refuse('key.pkcs12', place, 'The PKCS#12 file is too long.')
  const bags = open(bytes, passphrase, place)
  const keys = bags.filter(
    ({ type }) =>
      type === forge.pki.oids['keyBag'] || type === forge.pki.oids['pkcs8ShroudedKeyBag'],
  )
  const [bag, ...more] = keys
  if (bag === undefined || more.length > 0)
    return refuse('key.pkcs12', place, `One key is expected in the file; it holds ${keys.length}.`)
  const privateKey = keyOf(bag, place)
  const certificates: Certificate[] = []
  for (const each of bags.filter(({ type }) => type === forge.pki.oids['certBag'])) {
    // A certificate of an unknown kind among others does no harm; the key's own must be readable.
    const read = await attempt(() => readCertificate(certificateOf(each, place), place))
    if (read.ok) certificates.push(read.value)
  }
  const chain = chainFrom(writePublicKey(privateKey), certificates)
  if (chain.length === 0)
    refuse('key.no-certificate', place, 'The file holds no certificate of its key.')
  const root = rootOf(chain, certificates)
  return {
    privateKey,
    certificates: chain.map(({ der }) => der),
    ...(root === undefined ? {} : { root: root.der }),
  }
}

function open(bytes: Uint8Array, passphrase: string, place: string): readonly forge.pkcs12.Bag[] {
  try {
    const file = forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(bytes).toString('binary')))
    return forge.pkcs12
      .pkcs12FromAsn1(file, passphrase)
      .safeContents.flatMap(({ safeBags }) => safeBags)
  } catch (error) {
    if (error instanceof Error && /password/i.test(error.message)) {
      return refuse(
        'key.passphrase',
        place,
        'The passphrase is wrong, or the file was changed.',
        error,
      )
    }
    return refuse('key.pkcs12', place, 'This is not a PKCS#12 file that can be read here.', error)
  }
}

function bytesOf(value: forge.asn1.Asn1): Uint8Array {
  return new Uint8Array(Buffer.from(forge.asn1.toDer(value).getBytes(), 'binary'))
}

/** forge knows RSA keys only; the others come as their PKCS#8 form. */
function keyOf(bag: forge.pkcs12.Bag, place: string): PrivateJwk {
  try {
    const info =
      bag.key === undefined || bag.key === null
        ? bag.asn1
        : forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key))
    const key = createPrivateKey({ key: Buffer.from(bytesOf(info)), format: 'der', type: 'pkcs8' })
    return key.export({ format: 'jwk' }) as unknown as PrivateJwk
  } catch (error) {
    return refuse('key.pkcs12', place, 'The key in the file is of a kind not known here.', error)
  }
}

function certificateOf(bag: forge.pkcs12.Bag, place: string): Uint8Array {
  if (bag.cert === undefined || bag.cert === null) return bytesOf(bag.asn1)
  // What forge knows, RSA throughout, it writes anew: the outer name of the algorithm is taken from the signed inner one.
  const [body] = sequenceOf(readDer(bytesOf(forge.pki.certificateToAsn1(bag.cert)), place))
  const toBeSigned = expectTag(body, tags.sequence, place)
  const [, , algorithm] = sequenceOf(toBeSigned)
  const signature = new Uint8Array(Buffer.from(String(bag.cert.signature), 'binary'))
  return sequence(
    toBeSigned.bytes,
    expectTag(algorithm, tags.sequence, place).bytes,
    bitString(signature),
  )
}
