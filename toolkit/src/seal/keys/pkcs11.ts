// Driver, Node only: a key that never leaves its token or hardware security module (PKCS#11). Hashes are made
// here and only they go to the token, so that every module that can sign at all can be used.

import { type Algorithm, type PublicJwk, sha256, sha384, sha512, verifySignature } from '#machine'
import { limits } from '../../limits.ts'
import { base64url } from '../../read/base64.ts'
import { readPublicJwk } from '../../read/jwk.ts'
import { utf8 } from '../../read/utf8.ts'
import { refuse } from '../../refusal.ts'
import { type Certificate, readCertificate } from '../../trust/x509/certificate.ts'
import { sameBytes } from '../../trust/x509/der.ts'
import { writePublicKey } from '../../trust/x509/public-key.ts'
import type { Signer } from '../signer.ts'
import { chainFrom, rootOf } from './chain.ts'
import {
  attributes as of,
  type Cryptoki,
  keyType,
  type Mechanism,
  objectClass,
  type Session,
  type TokenInfo,
  tokenFlags,
} from './cryptoki.ts'
import { loadCryptoki } from './cryptoki-module.ts'
import { algorithmFor } from './key-kind.ts'
import { readTokenKeyName, type TokenKeyName } from './pkcs11-uri.ts'

/** Asked once, when the token wants a PIN. */
export type AskPin = (token: {
  readonly label: string
  readonly pinFile?: string
}) => Promise<string>

export interface TokenKey {
  readonly algorithm: Algorithm
  readonly publicKey: PublicJwk
  /** DER, leaf first, without a root; of the token, and of `certificates` given beside. */
  readonly certificates: readonly Uint8Array[]
  readonly root?: Uint8Array
  sign(data: Uint8Array): Promise<Uint8Array>
  /** Ends the session; the key signs no more. */
  close(): void
}

export interface TokenKeyNames {
  /** For RSA keys: RS256 unless another is asked for. */
  readonly algorithm?: Algorithm
  readonly verificationMethod?: string
  /** Certificates from elsewhere, DER, in any order: many tokens hold the key's own one only, or none. */
  readonly certificates?: readonly Uint8Array[]
}

/** The signer of a key in a token. Refuses as {@link openTokenKey}. */
export async function openPkcs11(
  uri: string,
  askPin: AskPin,
  names: TokenKeyNames = {},
): Promise<Signer> {
  const { algorithm, publicKey, certificates, sign } = await openTokenKey(uri, askPin, names)
  const { verificationMethod } = names
  return {
    algorithm,
    publicKey,
    certificates,
    sign,
    ...(verificationMethod === undefined ? {} : { verificationMethod }),
  }
}

/**
 * Opens a key by its RFC 7512 name. Refuses `key.pkcs11-uri`, `key.pkcs11-binding`, `key.pkcs11-module`,
 * `key.pkcs11-token` (none or several of that name), `key.pkcs11-pin`, `key.pkcs11-key` (none, several, or of a kind
 * that cannot seal), `key.algorithm`, `key.pkcs11` (anything else the token says).
 */
export async function openTokenKey(
  uri: string,
  askPin: AskPin,
  names: TokenKeyNames = {},
): Promise<TokenKey> {
  const name = readTokenKeyName(uri)
  return openKeyIn(await loadCryptoki(name.modulePath), name, askPin, names)
}

/** Opens a key in a module that is loaded. Refuses as {@link openTokenKey}. */
export async function openKeyIn(
  cryptoki: Cryptoki,
  name: TokenKeyName,
  askPin: AskPin,
  names: TokenKeyNames = {},
): Promise<TokenKey> {
  const token = tokenOf(cryptoki, name)
  const place = `token ${token.label}`
  const session = cryptoki.open(token.slot)
  try {
    const pin = await login(session, token, name, askPin)
    const key = keyOf(session, name, place)
    const inToken = certificatesIn(session)
    const beside = (names.certificates ?? []).map((der) => readCertificate(der, place))
    const known = [...inToken, ...beside]
    const publicKey = publicKeyOf(session, key, known, place)
    const algorithm = algorithmFor(publicKey, names.algorithm)
    const chain = chainFrom(writePublicKey(publicKey), known)
    const root = rootOf(chain, known)
    const askEach = session.attribute(key, of.alwaysAuthenticate)?.[0] === 1
    return {
      algorithm,
      publicKey,
      certificates: chain.map(({ der }) => der),
      ...(root === undefined ? {} : { root: root.der }),
      sign: async (data) => {
        const signature = session.sign(key, mechanisms[algorithm], toSign(algorithm, data), () => {
          if (askEach) session.login(pin, true)
        })
        // A public key that is not this private key's would give seals that nobody can check.
        if (!(await verifySignature(algorithm, publicKey, data, signature)))
          refuse('key.pkcs11-key', place, 'The token’s signature does not fit the key it shows.')
        return signature
      },
      close: () => session.close(),
    }
  } catch (error) {
    session.close()
    throw error
  }
}

function tokenOf(cryptoki: Cryptoki, name: TokenKeyName): TokenInfo {
  const found = cryptoki
    .tokens()
    .filter(
      ({ slot, label, manufacturer, model, serial }) =>
        (name.slot ?? slot) === slot &&
        (name.token ?? label) === label &&
        (name.manufacturer ?? manufacturer) === manufacturer &&
        (name.model ?? model) === model &&
        (name.serial ?? serial) === serial,
    )
  const [token, ...more] = found
  if (token === undefined)
    return refuse('key.pkcs11-token', name.token ?? '', 'There is no token of this name.')
  if (more.length > 0)
    refuse(
      'key.pkcs11-token',
      name.token ?? '',
      `There are ${found.length} tokens that fit; name the one by token= or serial=.`,
    )
  return token
}

async function login(
  session: Session,
  { label, flags }: TokenInfo,
  { pinFile }: TokenKeyName,
  askPin: AskPin,
): Promise<Uint8Array | undefined> {
  if ((flags & tokenFlags.loginRequired) === 0) return undefined
  const place = `token ${label}`
  if ((flags & tokenFlags.locked) !== 0) refuse('key.pkcs11-pin', place, 'The PIN is locked.')
  if ((flags & tokenFlags.pinPad) !== 0) {
    session.login(undefined)
    return undefined
  }
  // A wrong PIN in a settings file would lock the token for good.
  if ((flags & tokenFlags.lastTry) !== 0)
    refuse(
      'key.pkcs11-pin',
      place,
      'One more wrong PIN locks the token: log in once with the token’s own tool first.',
    )
  const pin = utf8(await askPin({ label, ...(pinFile === undefined ? {} : { pinFile }) }))
  session.login(pin)
  return pin
}

function keyOf(session: Session, { object, id }: TokenKeyName, place: string): number {
  const [key, ...more] = session.find(
    [
      [of.class, objectClass.privateKey],
      ...(object === undefined ? [] : [[of.label, utf8(object)] as const]),
      ...(id === undefined ? [] : [[of.id, id] as const]),
    ],
    2,
  )
  if (key === undefined)
    return refuse('key.pkcs11-key', place, 'The token holds no private key of this name.')
  if (more.length > 0)
    refuse('key.pkcs11-key', place, 'Several keys fit; name the one by its identifier (id=…) too.')
  return key
}

function certificatesIn(session: Session): readonly Certificate[] {
  return session
    .find(
      [
        [of.class, objectClass.certificate],
        [of.certificateType, 0],
      ],
      limits.tokenCertificates,
    )
    .flatMap((object) => {
      const der = session.attribute(object, of.value)
      // Others may lie in the token that no seal needs; one that cannot be read does no harm.
      const read = der === undefined ? undefined : readOr(der)
      return read === undefined ? [] : [read]
    })
}

function readOr(der: Uint8Array): Certificate | undefined {
  try {
    return readCertificate(der)
  } catch {
    return undefined
  }
}

function publicKeyOf(
  session: Session,
  key: number,
  certificates: readonly Certificate[],
  place: string,
): PublicJwk {
  const kind = session.number(key, of.keyType)
  if (kind === keyType.rsa) {
    const n = session.attribute(key, of.modulus)
    const e = session.attribute(key, of.publicExponent)
    if (n !== undefined && e !== undefined)
      return readPublicJwk({ kty: 'RSA', n: base64url(trim(n)), e: base64url(trim(e)) }, place)
  }
  const id = session.attribute(key, of.id)
  if (id !== undefined && (kind === keyType.ec || kind === keyType.edwards)) {
    const [half] = session.find(
      [
        [of.class, objectClass.publicKey],
        [of.id, id],
      ],
      1,
    )
    const point = half === undefined ? undefined : session.attribute(half, of.ecPoint)
    const parameters = session.attribute(key, of.ecParameters)
    if (point !== undefined && parameters !== undefined) {
      const read = pointOf(parameters, point)
      if (read !== undefined) return readPublicJwk(read, place)
    }
    const own = certificates.find((each) => certifies(session, each, id))
    if (own !== undefined) return own.publicKey
  }
  return refuse('key.pkcs11-key', place, 'The token does not show the public half of this key.')
}

/** A certificate of the same identifier is the key's own by the convention of PKCS#11 (4.6). */
function certifies(session: Session, { der }: Certificate, id: Uint8Array): boolean {
  const [object] = session.find(
    [
      [of.class, objectClass.certificate],
      [of.id, id],
    ],
    1,
  )
  const value = object === undefined ? undefined : session.attribute(object, of.value)
  return value !== undefined && sameBytes(value, der)
}

function trim(number: Uint8Array): Uint8Array {
  return number.subarray(
    Math.max(
      0,
      number.findIndex((byte) => byte !== 0),
    ),
  )
}

/** CKA_EC_PARAMS as an object identifier, or (Edwards curves) as a name; with the width of a coordinate. */
const curves: readonly (readonly [parameters: string, crv: string, width: number])[] = [
  ['06082a8648ce3d030107', 'P-256', 32],
  ['06052b81040022', 'P-384', 48],
  ['06052b81040023', 'P-521', 66],
  ['06032b6570', 'Ed25519', 32],
  ['130c656477617264733235353139', 'Ed25519', 32],
]

/** CKA_EC_POINT is an OCTET STRING of the point; some modules leave its head away. */
function pointOf(parameters: Uint8Array, value: Uint8Array): Record<string, string> | undefined {
  const written = Buffer.from(parameters).toString('hex')
  const curve = curves.find(([known]) => known === written)
  if (curve === undefined) return undefined
  const [, crv, width] = curve
  const length = crv === 'Ed25519' ? width : 1 + 2 * width
  const head = length < 128 ? [4, length] : [4, 0x81, length]
  const bare = value.length === length + head.length && head.every((byte, i) => value[i] === byte)
  const point = bare ? value.subarray(head.length) : value
  if (point.length !== length) return undefined
  if (crv === 'Ed25519') return { kty: 'OKP', crv, x: base64url(point) }
  if (point[0] !== 4) return undefined
  const x = base64url(point.subarray(1, 1 + width))
  return { kty: 'EC', crv, x, y: base64url(point.subarray(1 + width)) }
}

const ecdsa: Mechanism = { kind: 0x1041 }
const eddsa: Mechanism = { kind: 0x1057 }
const pkcs1: Mechanism = { kind: 0x1 }
/** CK_RSA_PKCS_PSS_PARAMS: hash, mask function over the same hash, and salt of its length. */
const pss = (hash: number, mask: number, salt: number): Mechanism => ({
  kind: 0xd,
  parameters: [hash, mask, salt],
})

const mechanisms: { readonly [algorithm in Algorithm]: Mechanism } = {
  EdDSA: eddsa,
  ES256: ecdsa,
  ES384: ecdsa,
  ES512: ecdsa,
  RS256: pkcs1,
  RS384: pkcs1,
  RS512: pkcs1,
  PS256: pss(0x250, 2, 32),
  PS384: pss(0x260, 3, 48),
  PS512: pss(0x270, 4, 64),
}

const hashes = { '256': sha256, '384': sha384, '512': sha512 } as const
/** DigestInfo of RFC 8017, 9.2, up to the hash. */
const digestInfo = {
  '256': '3031300d060960864801650304020105000420',
  '384': '3041300d060960864801650304020205000430',
  '512': '3051300d060960864801650304020305000440',
} as const

function toSign(algorithm: Algorithm, data: Uint8Array): Uint8Array {
  if (algorithm === 'EdDSA') return data
  const bits = algorithm.slice(2) as keyof typeof hashes
  const hash = hashes[bits](data)
  return algorithm.startsWith('RS')
    ? Buffer.concat([Buffer.from(digestInfo[bits], 'hex'), hash])
    : hash
}
